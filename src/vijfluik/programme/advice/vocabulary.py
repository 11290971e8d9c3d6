"""The closed lists that requests for advice are described with."""

from collections.abc import Mapping

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
    STRATEGIES = "strategies", _("advies aan landen over strategie en plannen")
    RELIGIOUS_SAFETY = "religious_safety", _("veiligheid van religieuze instellingen")


# Service → the item of the programme that its requests serve, unless somebody says another.
ITEM_OF: Mapping[str, str] = {
    Service.ESS: "VK-04",
    Service.FORSA: "VK-16",
    Service.FAMILY_SUPPORT: "VK-16",
    Service.SCHOOL_SAFETY: "VK-10",
    Service.THREAT_MANAGEMENT: "VK-22",
    Service.STRATEGIES: "VK-51",
    Service.RELIGIOUS_SAFETY: "VD-05",
}


class RequesterKind(models.TextChoices):
    """What sort of organisation asked; never a citizen."""

    MUNICIPALITY = "municipality", _("gemeente")
    SCHOOL = "school", _("school")
    POLICE = "police", _("politie")
    CARE = "care", _("zorg en welzijn")
    JUSTICE = "justice", _("justitie en reclassering")
    IMMIGRATION = "immigration", _("vreemdelingenketen")
    STATE = "state", _("ander land")
    RELIGIOUS = "religious", _("religieuze instelling")
    OTHER = "other", _("andere organisatie")


class Theme(models.TextChoices):
    """What it is about."""

    LOCAL_NETWORKS = "local_networks", _("lokale netwerken")
    POLARISATION = "polarisation", _("polarisatie")
    RADICALISATION = "radicalisation", _("radicalisering")
    LEAVING = "leaving", _("uitstappen en familie")
    SCHOOL_CLIMATE = "school_climate", _("schoolklimaat")
    SOCIAL_DOMAIN = "social_domain", _("aansluiting sociaal domein")
    STRATEGY = "strategy", _("strategie en plannen")
    SAFETY = "safety", _("veiligheid van een instelling")
    OTHER = "other", _("ander thema")


class Outcome(models.TextChoices):
    """How it ended; nothing is claimed about its effect."""

    ANSWERED = "answered", _("beantwoord")
    REFERRED = "referred", _("verwezen naar een ander aanbod")
    COMPLETED = "completed", _("traject doorlopen")
    STOPPED = "stopped", _("gestopt door de aanvrager")
