"""A browser of the policy officer, on the law of the demonstration."""

import pytest
from django.test import Client
from tests.site import people


@pytest.fixture
def client(confirmed_law: str) -> Client:
    """Signed in."""
    return people.browser(people.POLICY_OFFICER)
