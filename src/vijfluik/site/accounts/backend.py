"""Who a session is of, when people prove who they are."""

import uuid

from django.contrib.auth.backends import BaseBackend

from vijfluik.core.partners.models import Professional
from vijfluik.core.partners.queries import account


class ProvenBackend(BaseBackend):
    """Remembers who proved it. It proves nothing itself and grants no permissions; a session that
    began by choosing in a demonstration is another backend's, and nobody's here.
    """

    def get_user(self, user_id: uuid.UUID) -> Professional | None:
        """The account of a session; None when it left, so that access ends with this request."""
        return account(user_id)
