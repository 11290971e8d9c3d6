"""Load the demonstration: people, places, catalogue, trainings with their history, current work.

One transaction of the owner: it is there as a whole or not at all. The journal is not given a past;
it tells that the demonstration was loaded, when it was.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import connections, transaction

from vijfluik.accountability.catalogue.loading import load_past as load_past_items
from vijfluik.core.journal.kinds import register
from vijfluik.core.journal.recording import record
from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.demonstration import NotADemonstration, mark_demonstration
from vijfluik.demo.advice import load_advice
from vijfluik.demo.deviations import load_deviations
from vijfluik.demo.documents import load_documents
from vijfluik.demo.events import DEMONSTRATION_LOADED
from vijfluik.demo.grants import load_grants
from vijfluik.demo.grants.municipalities import load_municipalities
from vijfluik.demo.law import load_law
from vijfluik.demo.legal import load_legal
from vijfluik.demo.networks import load_networks
from vijfluik.demo.notices import load_notices
from vijfluik.demo.offers import load_offers
from vijfluik.demo.official import Stated, load_official, read_official
from vijfluik.demo.outlines import CORRECTOR
from vijfluik.demo.owner import OWNER
from vijfluik.demo.partnerships import load_partnerships
from vijfluik.demo.people import INVENTED, accounts, key_of, load_deputies, load_people
from vijfluik.demo.places import load_places
from vijfluik.demo.processing import load_processing
from vijfluik.demo.publications import load_publications
from vijfluik.demo.scaling import scaled
from vijfluik.demo.studies import load_studies
from vijfluik.demo.targets import Targets, read_targets
from vijfluik.demo.undertakings import load_undertakings
from vijfluik.demo.writing import Written, load_courses, load_trainings
from vijfluik.programme.trainings.models import Course

# Any number will do that no other lock of this database has.
LOCK = 20190415
# The other rooms, each with its own table; they are told the targets and the day of loading.
ROOMS: tuple[Callable[..., int], ...] = (
    load_advice,
    load_grants,
    load_publications,
    load_undertakings,
    load_legal,
    load_partnerships,
    # Networks hold members only where what must be weighed was.
    load_processing,
    load_networks,
    # Some of what was loaded before is evaluated.
    load_studies,
    load_offers,
    load_deviations,
    # At records of the rooms before.
    load_documents,
)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What came of it; `fresh` is False when the demonstration was there already."""

    fresh: bool
    written: Written


def silent(text: str) -> None:
    """Progress for nobody."""


def load(
    *,
    scale: int | None = None,
    targets: Targets | None = None,
    official: Iterable[Stated] | None = None,
    day: dt.date | None = None,
    progress: Callable[[str], None] = silent,
) -> Loaded:
    """Load the demonstration into a new or marked demonstration database.

    A finished load is not repeated: its catalogue is there, and it came with everything else in
    one transaction. What a broken-off load wrote, PostgreSQL has rolled back.

    Args:
        scale: how many trainings there are; every figure grows in proportion. None: as told.
        targets: the figures; those of `targets.toml` when None.
        official: the official values; those of `official.toml` when None.
        day: the day that current work is dated from; today when None.
        progress: is told what is being done.

    Raises:
        NotADemonstration: there are people or records in the database that are no demonstration's.
        TargetsRefused: no records can have these figures.
    """
    day = day or today()
    wanted = targets or read_targets()
    if scale is not None:
        wanted = scaled(wanted, to=scale, day=day)
    with transaction.atomic(using=OWNER):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        _refuse_others()
        mark_demonstration(using=OWNER, invented=INVENTED)
        # Also in a demonstration of before the law was data.
        load_law()
        if not Course.objects.using(OWNER).exists():
            load_past_items(using=OWNER)
        if Course.objects.using(OWNER).exists():
            progress("The demonstration is there already.")
            return Loaded(fresh=False, written=Written())
        if not Professional.objects.using(OWNER).exists():
            progress("Inventing people and places …")
            load_people()
            load_places()
            load_deputies()
            load_notices()
        load_courses()
        progress(f"Inventing {wanted.size(day=day)} trainings and their history …")
        written = load_trainings(targets=wanted, day=day)
        progress("Writing down the official values …")
        load_official(read_official() if official is None else official)
        load_municipalities()
        for room in ROOMS:
            room(day=day, targets=wanted)
        _journal(written, seed=wanted.seed, day=day)
    progress(f"Loaded {written.records} trainings in {written.versions} versions.")
    return Loaded(fresh=True, written=written)


def _refuse_others() -> None:
    """Whoever is in this database must be invented by us."""
    ours = [key_of(username) for username in accounts()]
    if Professional.objects.using(OWNER).exclude(key__in=ours).exists():
        raise NotADemonstration(
            "There are people in this database who are not of the demonstration. Nothing was"
            " changed. Load the demonstration into a database of its own."
        )


def _journal(written: Written, *, seed: int, day: dt.date) -> None:
    register(DEMONSTRATION_LOADED)
    person = Professional.objects.using(OWNER).get(username=CORRECTOR)
    actor = Actor(key=person.key, name=person.name, organisation=person.organisation_id, grants=())
    who = Acting(actor=actor, purpose=Purpose.PROGRAMME, origin="command")
    with acting(who, using=OWNER):
        record(
            action=DEMONSTRATION_LOADED,
            object_type="demonstration",
            details={
                "rows": written.records,
                "versions": written.versions,
                "seed": seed,
                "day": day,
            },
            using=OWNER,
        )
