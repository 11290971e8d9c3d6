"""Invented records become rows: the catalogue, and trainings with versions, steps and due dates."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.models import Place, Purpose
from vijfluik.core.registers.models import ImportBatch
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.demo.catalogue import offers
from vijfluik.demo.generator import batches, generate
from vijfluik.demo.owner import OWNER, copied, opened
from vijfluik.demo.people import key_of
from vijfluik.demo.records import Record, Version
from vijfluik.demo.targets import Targets
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.models import Course, CourseVersion, Training, TrainingStep

STEP_FIELDS = [
    "key", "edge", "from_state", "to_state", "business_date", "registered_at", "taken_by_id",
    "reason", "training_id",
]  # fmt: skip
DUE_FIELDS = [
    "key", "register", "object_key", "kind", "due_on", "provision", "organisation_id",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Written:
    """How many rows there are of each."""

    records: int = 0
    versions: int = 0
    steps: int = 0
    due: int = 0


@dataclass(kw_only=True)
class _Beside:
    """What belongs to the trainings and can be written only after them."""

    records: int = 0
    steps: list[tuple[Any, ...]] = field(default_factory=list)
    due: list[tuple[Any, ...]] = field(default_factory=list)


def load_courses() -> None:
    """Write the catalogue with its content versions through the owner's connection."""
    Course.objects.using(OWNER).bulk_create(
        Course(
            code=offer.code,
            provider_id=offer.provider,
            name=offer.name,
            kind=offer.kind,
            theme=offer.theme,
            extremism_form=offer.form,
            item=offer.item,
        )
        for offer in offers().values()
    )
    CourseVersion.objects.using(OWNER).bulk_create(
        CourseVersion(
            course_id=offer.code,
            number=number,
            valid_from=content.valid_from,
            summary=content.summary,
            balance_reviewed_on=content.reviewed_on,
            human_rights=offer.rights,
        )
        for offer in offers().values()
        for number, content in enumerate(offer.versions, start=1)
    )


def load_trainings(*, targets: Targets, day: dt.date) -> Written:
    """Write every invented training, in the transaction that the caller opened.

    Raises:
        TargetsRefused: no records can have these figures.
    """
    places = dict(Place.objects.using(OWNER).values_list("code", "id"))
    beside = _Beside()
    with opened(ImportBatch, TrainingStep, Due):
        _load_batches(targets)
        versions = load_history(
            Training,
            _versions(generate(targets=targets, day=day), places=places, beside=beside),
            using=OWNER,
        )
        # The foreign key to the training is checked by the owner, who must see the training.
        with opened(Training):
            copied(TrainingStep, beside.steps, fields=STEP_FIELDS)
            copied(Due, beside.due, fields=DUE_FIELDS)
    return Written(
        records=beside.records, versions=versions, steps=len(beside.steps), due=len(beside.due)
    )


def _load_batches(targets: Targets) -> None:
    ImportBatch.objects.using(OWNER).bulk_create(
        ImportBatch(
            key=batch.key,
            register=THING,
            file_name=batch.file_name,
            # The file itself is as invented as its records.
            sha256=hashlib.sha256(batch.key.bytes).hexdigest(),
            imported_by_id=key_of(batch.by),
            imported_at=batch.at,
            added=batch.added,
            known=0,
        )
        for batch in batches(targets)
    )


def _versions(
    records: Iterator[Record], *, places: dict[str, int], beside: _Beside
) -> Iterator[PastVersion]:
    for record in records:
        beside.records += 1
        training = record.latest
        for step in record.steps:
            beside.steps.append(
                (step.key, step.edge, step.from_state, step.to_state, step.on, step.registered_at,
                 key_of(step.by), step.reason, training.key)
            )  # fmt: skip
        if record.due is not None:
            due = record.due
            beside.due.append(
                (due.key, THING, training.key, due.kind, due.due_on, due.provision,
                 training.provider)
            )  # fmt: skip
        for version in record.versions:
            yield _past(version, places=places)


def _past(version: Version, *, places: dict[str, int]) -> PastVersion:
    row = version.row
    return PastVersion(
        # Fields of the row that are no column, such as the code of the place, are not looked at.
        values=vars(row)
        | {
            "provider_id": row.provider,
            "course_id": row.course,
            "place_id": places[row.place],
            "audience": list(row.audience),
            "batch_id": row.batch,
        },
        tx_from=version.known_from,
        tx_to=version.known_until,
        actor=key_of(version.by),
        purpose=Purpose.PROGRAMME.value,
        reason=version.reason,
    )
