"""The closed list that recommendations are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far its follow-up is."""

    OPEN = "open", _("nog geen reactie")
    ACCEPTED = "accepted", _("overgenomen")
    REJECTED = "rejected", _("niet overgenomen")
    DONE = "done", _("uitgevoerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


ANSWERED = (State.ACCEPTED.value, State.REJECTED.value, State.DONE.value)
