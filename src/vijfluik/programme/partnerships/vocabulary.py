"""The closed lists of the room. Each register has its own states."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a partnership stands. That its term is over is said by the day, not by a state."""

    PREPARED = "prepared", _("in voorbereiding")
    ACTIVE = "active", _("lopend")
    EXTENDED = "extended", _("verlengd")
    ENDED = "ended", _("beëindigd")
    HANDED_OVER = "handed_over", _("overgedragen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class PartnershipKind(models.TextChoices):
    """What sort of cooperation it is (pattern P-PART)."""

    PILOT = "pilot", _("proef")
    PROJECT = "project", _("project")
    PROGRAMME = "programme", _("programma")
    TASK_FORCE = "task_force", _("taskforce")
    MISSION = "mission", _("missie")
    SERVICE = "service", _("voorziening")
    NETWORK = "network", _("netwerk")
    # Of a municipality (item VK-08): its milestones are goals, each with an owner and a day.
    ACTION_PLAN = "action_plan", _("plan van aanpak")


class PartnerState(models.TextChoices):
    """Whether somebody takes part."""

    ACTIVE = "active", _("deelnemend")
    LEFT = "left", _("uitgetreden")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Sector(models.TextChoices):
    """Public or private; a region is public."""

    PUBLIC = "public", _("publiek")
    PRIVATE = "private", _("privaat")


class PartnerKind(models.TextChoices):
    """What sort of organisation takes part."""

    MINISTRY = "ministry", _("ministerie")
    MUNICIPALITY = "municipality", _("gemeente")
    REGION = "region", _("regio")
    POLICE = "police", _("politie")
    PROSECUTION = "prosecution", _("Openbaar Ministerie")
    INVESTIGATION = "investigation", _("opsporings- of meldpunt")
    SERVICES = "services", _("inlichtingen- en veiligheidsdienst")
    DEFENCE = "defence", _("krijgsmacht")
    KNOWLEDGE = "knowledge", _("kennisinstelling")
    CARE = "care", _("zorg en welzijn")
    LARGE_BANK = "large_bank", _("grootbank")
    INSURER = "insurer", _("verzekeraar")
    COMPANY = "company", _("ander bedrijf")
    CIVIL = "civil", _("maatschappelijke organisatie")
    FOREIGN = "foreign", _("buitenlandse overheid")
    INTERNATIONAL = "international", _("internationale organisatie")


class MilestoneState(models.TextChoices):
    """Where a milestone stands. Planned, expected and reached are three days."""

    PLANNED = "planned", _("gepland")
    REACHED = "reached", _("bereikt")
    DROPPED = "dropped", _("vervallen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class PostState(models.TextChoices):
    """Where a post stands."""

    OPEN = "open", _("open")
    FILLED = "filled", _("vervuld")
    ENDED = "ended", _("opgeheven")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class PostKind(models.TextChoices):
    """What sort of post it is; an additional one does not count as a regional one."""

    REGIONAL = "regional", _("regionale post")
    ADDITIONAL = "additional", _("aanvullende post")
    BILATERAL = "bilateral", _("bilaterale post")
    ORGANISATION = "organisation", _("post bij een organisatie")
    SECONDMENT = "secondment", _("detachering")
    LIAISON = "liaison", _("liaison")


class WorldRegion(models.TextChoices):
    """Where a regional post works."""

    WESTERN_BALKANS = "western_balkans", _("Westelijke Balkan")
    NORTH_AFRICA = "north_africa", _("Noord-Afrika")
    SAHEL = "sahel", _("Sahel")
    HORN_OF_AFRICA = "horn_of_africa", _("Hoorn van Afrika")
    MIDDLE_EAST = "middle_east", _("Midden-Oosten")
    GULF = "gulf", _("Golfregio")
    SOUTH_ASIA = "south_asia", _("Zuid-Azië")
    SOUTH_EAST_ASIA = "south_east_asia", _("Zuidoost-Azië")
    CENTRAL_ASIA = "central_asia", _("Centraal-Azië")
    EUROPE = "europe", _("Europa")
    NORTH_AMERICA = "north_america", _("Noord-Amerika")


class CheckState(models.TextChoices):
    """Where a human-rights check stands. Who proposes does not decide."""

    DRAFT = "draft", _("in bewerking")
    PROPOSED = "proposed", _("voorgelegd")
    APPROVED = "approved", _("vastgesteld")
    CLOSED = "closed", _("gesloten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Conclusion(models.TextChoices):
    """What the check comes to; only the first two let anything be delivered."""

    POSITIVE = "positive", _("geen bezwaar")
    CONDITIONAL = "conditional", _("alleen onder voorwaarden")
    NEGATIVE = "negative", _("niet leveren")


class DeliveryState(models.TextChoices):
    """Where a delivery stands."""

    PLANNED = "planned", _("voorgenomen")
    DELIVERED = "delivered", _("geleverd")
    CANCELLED = "cancelled", _("afgezegd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class DeliveryKind(models.TextChoices):
    """What is delivered."""

    MONEY = "money", _("geld")
    TRAINING = "training", _("training")
    DATA = "data", _("informatie")


class TalkState(models.TextChoices):
    """Where a meeting abroad or with a partner stands."""

    PLANNED = "planned", _("gepland")
    HELD = "held", _("gehouden")
    CANCELLED = "cancelled", _("afgezegd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class TalkKind(models.TextChoices):
    """What sort of meeting it is."""

    DIALOGUE = "dialogue", _("dialoog")
    FORUM = "forum", _("bijeenkomst van een forum")
    EXPERTS = "experts", _("overleg van deskundigen")
    VISIT = "visit", _("bezoek")
    CONTACT = "contact", _("contact")


class StructureState(models.TextChoices):
    """Whether a structure stands. That nobody confirmed it for long is said by the day."""

    ACTIVE = "active", _("staat")
    ENDED = "ended", _("opgeheven")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class StructureKind(models.TextChoices):
    """What sort of structure it is."""

    CONSULTATION = "consultation", _("overleg")
    DESK = "desk", _("meld- of adviespunt")
    TEAM = "team", _("team")
    HOUSE = "house", _("zorg- en veiligheidshuis")
    NETWORK = "network", _("netwerk")
    CRISIS = "crisis", _("crisisstructuur")
