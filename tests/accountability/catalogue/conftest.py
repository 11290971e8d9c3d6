"""A database with an offer for each item that has trainings, by its own declared variation."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from tests.browser import office

from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.cli import test_database
from vijfluik.programme.trainings.models import Course, CourseVersion

PATTERN = "P-TRAIN"


def course_of(item: str) -> str:
    """The code of the course that stands for an item here."""
    return f"aanbod-{item.lower()}"


def variation_of(item: str) -> dict[str, object]:
    """How an item declares itself within the pattern of trainings."""
    return dict(catalogue().described[item].variation[PATTERN])


def offer() -> None:
    """A course per item that declares a variation, and one of each provider's that is another's."""
    with transaction.atomic(using="owner"):
        for item in catalogue().with_pattern(PATTERN):
            if PATTERN not in catalogue().described[item].variation:
                continue
            variation = variation_of(item)
            Course.objects.using("owner").create(
                code=course_of(item), provider_id=variation["provider"], name=f"Aanbod {item}",
                kind=variation["kind"], theme="cooperation", item=item,
            )  # fmt: skip
            CourseVersion.objects.using("owner").create(
                course_id=course_of(item), number=1, valid_from=office.LONG_AGO, summary="Inhoud."
            )


@pytest.fixture(scope="module")
def offering_database(database: str) -> Iterator[str]:
    """The demonstration's people with that offer, for one module."""
    name = f"{database}_offering"
    test_database.fresh_copy(name=name)
    with office.entered(name, back_to=database):
        offer()
    yield name
    test_database.drop(name=name)


@pytest.fixture
def offering(offering_database: str, database: str) -> Iterator[str]:
    """Point this test at that database; what it writes stays for the others of its module."""
    with office.entered(offering_database, back_to=database):
        yield offering_database
