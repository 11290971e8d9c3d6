"""The closed lists that offers are described with; needs use the same themes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferState(models.TextChoices):
    """Where an offer stands."""

    DRAFT = "draft", _("in voorbereiding")
    OFFERED = "offered", _("in het aanbod")
    ENDED = "ended", _("uit het aanbod")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class TrajectoryState(models.TextChoices):
    """Where a trajectory stands."""

    OFFERED = "offered", _("in het aanbod")
    ENDED = "ended", _("uit het aanbod")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class OfferKind(models.TextChoices):
    """What it is."""

    TRAINING = "training", _("training")
    ADVICE = "advice", _("advies")
    GUIDE = "guide", _("handreiking")
    EXCHANGE = "exchange", _("uitwisseling")
    SUPPORT = "support", _("begeleiding")
    TOOL = "tool", _("hulpmiddel")


class Theme(models.TextChoices):
    """What it is about: the themes of the research of 2018 into needs (source, lines 379-384)."""

    INCLUSION = "inclusion", _("inclusie")
    POLARISATION = "polarisation", _("polarisatie")
    PROBLEM_BEHAVIOUR = "problem_behaviour", _("problematisch gedrag")
    UNDERMINING = "undermining", _("ondermijnend gedrag")
    RADICALISATION = "radicalisation", _("radicalisering")
    EXTREMISM = "extremism", _("(gewelddadig) extremisme")


class Sector(models.TextChoices):
    """In which field of work it is used."""

    GOVERNMENT = "government", _("openbaar bestuur")
    EDUCATION = "education", _("onderwijs")
    YOUTH = "youth", _("jeugd en jongerenwerk")
    CARE = "care", _("zorg en welzijn")
    SAFETY = "safety", _("politie en justitie")
