"""Somebody who reads the law of the demonstration, in Dutch."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from tests.site import people

from vijfluik.core.partners.acting import Acting, acting


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """Messages in Dutch, whatever language the test before left behind."""
    with translation.override("nl"):
        yield


@pytest.fixture
def reader(confirmed_law: str) -> Iterator[Acting]:
    """The policy officer, acting."""
    with acting(people.somebody(people.POLICY_OFFICER)) as who:
        yield who
