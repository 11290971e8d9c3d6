"""The closed lists that measurements are described with, and the fewest people that one is of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Of fewer, what somebody answered could be told from the number: an agreement of our own. Two
# measurements of the same group are compared, so it is more than one number alone would need.
FEWEST = 10


class State(models.TextChoices):
    """Whether it was done."""

    PLANNED = "planned", _("gepland")
    MEASURED = "measured", _("gemeten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


MEASURED = (State.MEASURED.value,)


class Phase(models.TextChoices):
    """When it is measured, seen from the intervention."""

    BEFORE = "before", _("vooraf")
    AFTER = "after", _("achteraf")
    LATER = "later", _("later nog eens")


class Group(models.TextChoices):
    """Of whom, as a group; no list of persons stands behind it."""

    REACHED = "reached", _("wie meedoen")
    COMPARED = "compared", _("vergelijkingsgroep")


class Instrument(models.TextChoices):
    """With what; each gives a number of a group without saying who said what."""

    SURVEY = "survey", _("anonieme vragenlijst")
    DISCUSSION = "discussion", _("groepsgesprek")
    OBSERVATION = "observation", _("waarneming van een groep")
    RECORDS = "records", _("aantallen uit registraties")


class MeasureUnit(models.TextChoices):
    """What its number is."""

    PERCENT = "percent", _("procent")
    MARK = "mark", _("gemiddeld cijfer, 1 tot en met 10")
    COUNT = "count", _("aantal")
