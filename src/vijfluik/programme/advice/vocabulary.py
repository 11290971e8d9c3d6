"""The closed lists that requests for advice are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a request stands."""

    REQUESTED = "requested", _("aangevraagd")
    ACCEPTED = "accepted", _("aangenomen")
    RUNNING = "running", _("in behandeling")
    CLOSED = "closed", _("afgerond")
    DECLINE_PROPOSED = "decline_proposed", _("afwijzing voorgesteld")
    DECLINED = "declined", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class AdviceKind(models.TextChoices):
    """What was asked; each is counted apart (pattern P-REQ)."""

    INFORMATION = "information", _("informatievraag")
    CONSULTATION = "consultation", _("consultatievraag")
    TRAJECTORY = "trajectory", _("adviestraject")
    TALK = "talk", _("adviesgesprek")


class Service(models.TextChoices):
    """Which desk it went to; totals and splits follow from it."""

    ESS = "ess", _("Expertise-unit Sociale Stabiliteit")
    FORSA = "forsa", _("Forsa, begeleiding bij uitstappen")
    FAMILY_SUPPORT = "family_support", _("Familiesteunpunt")
    SCHOOL_SAFETY = "school_safety", _("adviespunt school en veiligheid")
    THREAT_MANAGEMENT = "threat_management", _("expertise dreigingsmanagement")


class RequesterKind(models.TextChoices):
    """What sort of organisation asked; never a citizen."""

    MUNICIPALITY = "municipality", _("gemeente")
    SCHOOL = "school", _("school")
    POLICE = "police", _("politie")
    CARE = "care", _("zorg en welzijn")
    JUSTICE = "justice", _("justitie en reclassering")
    IMMIGRATION = "immigration", _("vreemdelingenketen")
    OTHER = "other", _("andere organisatie")


class Theme(models.TextChoices):
    """What it is about."""

    LOCAL_NETWORKS = "local_networks", _("lokale netwerken")
    POLARISATION = "polarisation", _("polarisatie")
    RADICALISATION = "radicalisation", _("radicalisering")
    LEAVING = "leaving", _("uitstappen en familie")
    SCHOOL_CLIMATE = "school_climate", _("schoolklimaat")
    SOCIAL_DOMAIN = "social_domain", _("aansluiting sociaal domein")
    OTHER = "other", _("ander thema")


class Outcome(models.TextChoices):
    """How it ended; nothing is claimed about its effect."""

    ANSWERED = "answered", _("beantwoord")
    REFERRED = "referred", _("verwezen naar een ander aanbod")
    COMPLETED = "completed", _("traject doorlopen")
    STOPPED = "stopped", _("gestopt door de aanvrager")
