"""Signing in without proof, for a demonstration database only."""

import uuid

from django.contrib.auth.backends import BaseBackend

from vijfluik.core.partners.models import Professional
from vijfluik.core.partners.queries import account


class DemonstrationBackend(BaseBackend):
    """Remembers who signed in; proves nobody's identity and grants no permissions."""

    def get_user(self, user_id: uuid.UUID) -> Professional | None:
        """The account of a session; None when it left, so that access ends with this request."""
        return account(user_id)
