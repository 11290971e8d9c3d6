"""The closed lists that publications are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a publication stands. Withdrawn is the registration that was an error."""

    DRAFT = "draft", _("concept")
    REVIEW = "review", _("ter beoordeling")
    PUBLISHED = "published", _("gepubliceerd")
    IN_REVISION = "in_revision", _("in herziening")
    SUPERSEDED = "superseded", _("vervangen")
    RETIRED = "retired", _("uit omloop")
    WITHDRAWN = "withdrawn", _("ingetrokken")


# What has been published and says so for good: it counts as published on its day.
OUT = (
    State.PUBLISHED.value,
    State.IN_REVISION.value,
    State.SUPERSEDED.value,
    State.RETIRED.value,
)
IN_USE = (State.PUBLISHED.value, State.IN_REVISION.value)
ENDED = (State.SUPERSEDED.value, State.RETIRED.value)


class PublicationKind(models.TextChoices):
    """What sort of knowledge product it is (pattern P-KNOW)."""

    GUIDE = "guide", _("handreiking")
    HANDBOOK = "handbook", _("handboek")
    TOOLBOX = "toolbox", _("toolbox")
    MODULE = "module", _("lesmodule")
    PLATFORM = "platform", _("online platform")
    STRATEGY = "strategy", _("strategie")
    THREAT_ASSESSMENT = "threat_assessment", _("dreigingsbeeld")
    COMMUNICATION_NOTE = "communication_note", _("communicatienotitie")
    CAMPAIGN = "campaign", _("campagne")
    REPORT = "report", _("rapportage")
    GOOD_PRACTICE = "good_practice", _("goede praktijk")


class Audience(models.TextChoices):
    """For whom it is made; kinds of organisations and callings, never persons."""

    GOVERNMENT = "government", _("Rijk")
    MUNICIPALITY = "municipality", _("gemeenten")
    SAFETY_REGION = "safety_region", _("veiligheidsregio's")
    POLICE = "police", _("politie")
    JUSTICE = "justice", _("openbaar ministerie en reclassering")
    EDUCATION = "education", _("scholen")
    CARE = "care", _("zorg en welzijn")
    YOUTH_WORK = "youth_work", _("jongerenwerk")
    BUSINESS = "business", _("ondernemers")
    INSTITUTION = "institution", _("instellingen en verenigingen")
    PARLIAMENT = "parliament", _("parlement")
    PUBLIC = "public", _("iedereen")


class Accessibility(models.TextChoices):
    """Whether everybody can read it (WCAG 2.2 AA), as somebody tested."""

    UNTESTED = "untested", _("niet getoetst")
    PARTLY = "partly", _("getoetst, voldoet gedeeltelijk")
    FULLY = "fully", _("getoetst, voldoet")
