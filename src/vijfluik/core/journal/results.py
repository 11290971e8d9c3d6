"""How an act ended and where it came from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Result(models.TextChoices):
    """The outcome of an event; allowed and denied are decisions and name their rule."""

    DONE = "done", _("gedaan")
    ALLOWED = "allowed", _("toegestaan")
    DENIED = "denied", _("geweigerd")
    FAILED = "failed", _("mislukt")
    ATTEMPTED = "attempted", _("geprobeerd")


DECISIONS = (Result.ALLOWED, Result.DENIED)


class Origin(models.TextChoices):
    """Through which door it came."""

    WEB = "web", _("scherm")
    COMMAND = "command", _("opdrachtregel")
    CLOCK = "clock", _("klok")
