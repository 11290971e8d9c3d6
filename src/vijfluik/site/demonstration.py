"""Signing in without proof, for a demonstration database only."""

import uuid

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import ImproperlyConfigured

from vijfluik.core.partners.models import Professional
from vijfluik.core.partners.queries import account
from vijfluik.core.versions.demonstration import is_demonstration


class DemonstrationBackend(BaseBackend):
    """Remembers who signed in; proves nobody's identity and grants no permissions."""

    def get_user(self, user_id: uuid.UUID) -> Professional | None:
        """The account of a session; None when it left, so that access ends with this request."""
        return account(user_id)


def refuse_other_databases() -> None:
    """Stop before the first page when the database is not a demonstration's.

    Raises:
        ImproperlyConfigured: it is not; without passwords it would stand open to everybody.
    """
    if is_demonstration():
        return
    raise ImproperlyConfigured(
        "This database is not a demonstration's. Signing in needs no proof yet, so Vijfluik serves"
        " demonstration databases only. Leave DATABASE_URL empty and start ./run demo."
    )
