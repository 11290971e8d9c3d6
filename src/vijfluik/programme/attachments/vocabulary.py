"""The closed lists of documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a document stands in its own life."""

    CURRENT = "current", _("geldend")
    REPLACED = "replaced", _("vervangen door een nieuwere versie")
    WITHDRAWN = "withdrawn", _("vernietigd")


class Origin(models.TextChoices):
    """Where it came from."""

    BROUGHT = "brought", _("geplaatst")
    LETTER = "letter", _("brief, hier opgemaakt en verzonden")


class Ground(models.TextChoices):
    """Why a document is destroyed; words of one's own would outlive it."""

    WRONG = "verkeerd document", _("verkeerd document")
    PERSONAL = "bevat gegevens die er niet horen", _("bevat gegevens die er niet horen")
    HARMFUL = "schadelijk bestand", _("schadelijk bestand")
    OVER = "niet meer nodig", _("niet meer nodig")
