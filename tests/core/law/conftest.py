"""The law as a demonstration has it, and somebody who reads it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from tests.site import people

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.law import load_law
from vijfluik.demo.owner import OWNER


@pytest.fixture
def confirmed_law(committed: str) -> str:
    """A database of this test's own in which invented lawyers confirmed what was read."""
    with transaction.atomic(using=OWNER):
        mark_demonstration(using=OWNER)
        assert load_law() > 80
    return committed


@pytest.fixture
def reader(confirmed_law: str) -> Iterator[Acting]:
    """The policy officer, acting."""
    with acting(people.somebody(people.POLICY_OFFICER)) as who:
        yield who
