"""Trainings of an item, on its declared variation: asked for, delivered, counted."""

import datetime as dt
import uuid
from decimal import Decimal

from django.db import transaction
from tests.browser import office
from tests.browser.reading import filled

from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.figures import queries
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.content import Content
from vijfluik.core.versions.moments import close
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Course, CourseVersion, Training

PATTERN = "P-TRAIN"
HELD = dt.date(2018, 3, 15)


def course_of(item: str) -> str:
    """The code of the course that stands for an item here."""
    return f"aanbod-{item.lower()}"


def variation_of(item: str) -> dict[str, object]:
    """How an item declares itself within the pattern of trainings."""
    return dict(catalogue().described[item].variation[PATTERN])


def provider_of(item: str) -> str:
    """The code of the organisation that offers an item's trainings."""
    return str(variation_of(item)["provider"])


def audience_of(item: str) -> list[str]:
    """For whom an item's trainings are."""
    found = variation_of(item)["audience"]
    assert isinstance(found, list)
    return found


def offer() -> None:
    """A course with its content per item that declares a variation, written as the owner."""
    with transaction.atomic(using="owner"):
        for item in catalogue().with_pattern(PATTERN):
            if PATTERN not in catalogue().described[item].variation:
                continue
            Course.objects.using("owner").create(
                code=course_of(item),
                provider_id=provider_of(item),
                name=f"Aanbod {item}",
                kind=str(variation_of(item)["kind"]),
                theme="cooperation",
                item=item,
            )
            CourseVersion.objects.using("owner").create(
                course_id=course_of(item), number=1, valid_from=office.LONG_AGO, summary="Inhoud.",
                balance_reviewed_on=office.LONG_AGO, human_rights="Een dagdeel over rechten.",
            )  # fmt: skip


def content_for(item: str, **changes: object) -> Content:
    """What somebody asks for of an item's offer."""
    plain = Content(
        reference=f"R-{uuid.uuid4().hex[:12]}",
        kind=str(variation_of(item)["kind"]),
        course=course_of(item),
        title="Gevraagd",
        requester="Gemeente Wolverdam",
        requested_on=dt.date(2017, 1, 9),
        wanted_on=HELD,
        audience=tuple(audience_of(item)),
    )
    return plain.replaced(changes)


def requested(item: str, **changes: object) -> Training:
    """A request for an item, at its provider."""
    return actions.request_training(
        who=office.acting_as("noor"),
        provider=provider_of(item),
        content=content_for(item, **changes),
    )


def held(
    item: str,
    *,
    participants: int | None,
    on: dt.date = HELD,
    rating: str | None = None,
    answers: int | None = None,
    **asked: object,
) -> Training:
    """A request of an item that was delivered."""
    return actions.hold(
        who=office.acting_as("noor"),
        key=requested(item, **asked).key,
        held_on=on,
        participants=participants,  # type: ignore[arg-type]
        rating=None if rating is None else Decimal(rating),
        rating_responses=answers,
    )


def asked_on_the_page(item: str, *, audience: list[str]) -> str:
    """Ask for a training on its page; the reference that it got."""
    visitor = office.visitor("noor")
    reference = f"P-{uuid.uuid4().hex[:12]}"
    form = filled(
        visitor.get("/trainingen/nieuw/"),
        provider=provider_of(item),
        reference=reference,
        kind=str(variation_of(item)["kind"]),
        course=course_of(item),
        title="Voor een publiek",
        requested_on="2018-01-08",
        wanted_on="2018-03-15",
        audience=audience,
    )
    assert visitor.post("/trainingen/nieuw/", form).status_code == 302
    return reference


def values_of(*figures: str) -> dict[str, int]:
    """What figures say now; nothing counted is nought."""
    moment = dt.datetime.now(dt.UTC)
    close(moment, longest_wait=5)
    with acting(office.acting_as("noor")):
        found = queries.headlines(names=list(figures), as_of=moment)
    return {figure: int(each.number or 0) for figure, each in zip(figures, found, strict=True)}


def value_of(figure: str) -> int:
    """What one figure says now."""
    return values_of(figure)[figure]
