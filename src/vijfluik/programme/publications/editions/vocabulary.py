"""The closed lists that editions are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an edition stands."""

    DRAFT = "draft", _("concept")
    PUBLISHED = "published", _("verschenen")
    SUPERSEDED = "superseded", _("opgevolgd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


OUT = (State.PUBLISHED.value, State.SUPERSEDED.value)


class Frame(models.TextChoices):
    """What an edition is to the programme on its day; most are neither."""

    THREAT = "threat", _("dreigingsbeeld van zijn dag")
    STRATEGY = "strategy", _("strategie van zijn dag")


class Level(models.TextChoices):
    """The level that a threat assessment states itself: entered by people, never computed."""

    MINIMAL = "1", _("1 minimaal")
    LIMITED = "2", _("2 beperkt")
    CONSIDERABLE = "3", _("3 aanzienlijk")
    SUBSTANTIAL = "4", _("4 substantieel")
    CRITICAL = "5", _("5 kritiek")


class ThreatTheme(models.TextChoices):
    """What a threat assessment is about; of the text, never of a person."""

    JIHADISM = "jihadism", _("jihadisme")
    RIGHT_WING = "right_wing", _("rechts-extremisme")
    LEFT_WING = "left_wing", _("links-extremisme")
    ANTI_INSTITUTIONAL = "anti_institutional", _("anti-institutioneel extremisme")
    LONE_ACTORS = "lone_actors", _("eenlingen")
    TRAVELLERS = "travellers", _("uitreizigers en terugkeerders")
    DETENTION = "detention", _("detentie en daarna")
    ONLINE = "online", _("online verspreiding")
    POLARISATION = "polarisation", _("polarisatie")
