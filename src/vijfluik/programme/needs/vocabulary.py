"""The closed lists of rounds and needs."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundState(models.TextChoices):
    """Where a round stands."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class NeedState(models.TextChoices):
    """Where a need stands."""

    ANSWERED = "answered", _("gezegd")
    CHOSEN = "chosen", _("aanbod gekozen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Level(models.TextChoices):
    """Whether an organisation needs support on a theme, and when."""

    NOW = "now", _("nu nodig")
    SOON = "soon", _("binnenkort nodig")
    NONE = "none", _("niet nodig")
