"""The closed lists that findings are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Whether others may read it."""

    RECORDED = "recorded", _("vastgelegd")
    PUBLISHED = "published", _("openbaar")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class About(models.TextChoices):
    """What it says something about; whoever says effect, says with it how far that goes."""

    DESIGN = "design", _("het ontwerp")
    PRACTICE = "practice", _("de uitvoering")
    OUTCOME = "outcome", _("uitkomsten, zonder uitspraak over de oorzaak")
    EFFECT = "effect", _("effect; effecten zijn diffuus en meestal indirect")


class FindingUnit(models.TextChoices):
    """What its number counts: numbers of a study, never records of persons."""

    CASES = "cases", _("casussen")
    PERCENT = "percent", _("procent")
    RESPONDENTS = "respondents", _("ondervraagden")
    ORGANISATIONS = "organisations", _("organisaties")
    MUNICIPALITIES = "municipalities", _("gemeenten")
    MEETINGS = "meetings", _("bijeenkomsten")
