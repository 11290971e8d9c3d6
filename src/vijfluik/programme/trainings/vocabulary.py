"""The closed lists that trainings are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityKind(models.TextChoices):
    """What sort of activity it is; each is counted apart."""

    TRAINING = "training", _("training")
    MEETING = "meeting", _("bijeenkomst")
    CONFERENCE = "conference", _("conferentie")


class State(models.TextChoices):
    """Where a training stands. Requested and held are different things to count."""

    REQUESTED = "requested", _("aangevraagd")
    PLANNED = "planned", _("gepland")
    HELD = "held", _("gegeven")
    CANCELLED = "cancelled", _("geannuleerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Audience(models.TextChoices):
    """For whom it is, by kind of work."""

    MUNICIPALITY = "municipality", _("gemeente")
    POLICE = "police", _("politie")
    NEIGHBOURHOOD_POLICE = "neighbourhood_police", _("wijkagent")
    CUSTODY = "custody", _("gevangeniswezen")
    YOUTH_WORK = "youth_work", _("jongerenwerk")
    SOCIAL_WORK = "social_work", _("maatschappelijk werk")
    YOUTH_CARE = "youth_care", _("jeugdhulp")
    YOUTH_HEALTH = "youth_health", _("jeugdgezondheidszorg")
    YOUTH_PROTECTION = "youth_protection", _("jeugdbescherming")
    YOUTH_PROBATION = "youth_probation", _("jeugdreclassering")
    MENTAL_HEALTH = "mental_health", _("geestelijke gezondheidszorg")
    TEACHERS = "teachers", _("docenten")
    ADMINISTRATORS = "administrators", _("bestuurders")
    VOLUNTEERS = "volunteers", _("vrijwilligers")
    OTHER = "other", _("overige professionals")


class Theme(models.TextChoices):
    """What it is about."""

    RECOGNISING_SIGNALS = "recognising_signals", _("signalen herkennen")
    ACTING_ON_CONCERNS = "acting_on_concerns", _("handelen bij vermoedens")
    SHARING_INFORMATION = "sharing_information", _("informatie delen")
    COOPERATION = "cooperation", _("samenwerking in het sociaal domein")
    PROFESSIONAL_ISOLATION = "professional_isolation", _("professionele eenzaamheid")
    CONNECTING_WITH_YOUTH = "connecting_with_youth", _("verbinding met jongeren")
    POLARISATION = "polarisation", _("polarisatie")
    IDEOLOGIES = "ideologies", _("ideologieën en extremisme")


class ExtremismForm(models.TextChoices):
    """The form of extremism that the content treats: of the course, never of a person.

    A neutral list; no form comes first (source L46-49, L426-427).
    """

    ALL = "all", _("alle vormen")
    ANTI_INSTITUTIONAL = "anti_institutional", _("anti-institutioneel")
    JIHADIST = "jihadist", _("jihadistisch")
    LEFT_WING = "left_wing", _("links")
    RIGHT_WING = "right_wing", _("rechts")
