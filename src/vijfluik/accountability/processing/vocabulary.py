"""The closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityState(models.TextChoices):
    """Where a processing activity stands."""

    DRAFT = "draft", _("in bewerking")
    ADOPTED = "adopted", _("vastgesteld")
    ENDED = "ended", _("beëindigd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class AssessmentState(models.TextChoices):
    """Where an assessment stands. Who puts it forward does not decide."""

    DRAFT = "draft", _("in bewerking")
    PROPOSED = "proposed", _("voorgelegd")
    DECIDED = "decided", _("vastgesteld")
    CLOSED = "closed", _("gesloten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class AssessmentKind(models.TextChoices):
    """What is weighed; a compartment needs both."""

    DPIA = "dpia", _("gegevensbeschermingseffectbeoordeling")
    HUMAN_RIGHTS = "human_rights", _("toets aan mensenrechten")


class Conclusion(models.TextChoices):
    """What it came to."""

    POSITIVE = "positive", _("geen bezwaar")
    CONDITIONAL = "conditional", _("onder voorwaarden")
    NEGATIVE = "negative", _("niet doen")


class Consultation(models.TextChoices):
    """Whether the supervisory authority was asked beforehand (AVG 36), and where that stands."""

    NOT_NEEDED = "not_needed", _("niet nodig: geen hoog restrisico")
    REQUESTED = "requested", _("gevraagd, nog geen antwoord")
    ANSWERED = "answered", _("gevraagd en beantwoord")


class Transfer(models.TextChoices):
    """Whether data leave the European Economic Area."""

    NONE = "none", _("geen doorgifte buiten de EER")
    ADEQUACY = "adequacy", _("naar een land met passend niveau")
    SAFEGUARDS = "safeguards", _("met passende waarborgen")
