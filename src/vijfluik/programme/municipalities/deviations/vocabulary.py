"""The closed lists that a deviation is described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Whether it holds."""

    IN_FORCE = "in_force", _("geldt")
    ENDED = "ended", _("beëindigd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


ENDED = (State.ENDED.value,)


class Question(models.TextChoices):
    """Of the questions that are asked of every municipality alike, the one answered otherwise."""

    MONEY = "money", _("geld")
    ADVICE = "advice", _("advies")
    TRAININGS = "trainings", _("trainingen")
    PLANS = "plans", _("plannen")


class Ground(models.TextChoices):
    """What the reason rests on. Who lives in a municipality is no ground, so it is not here."""

    REQUEST = "request", _("de gemeente vroeg erom")
    SITUATION = "situation", _("wat er is gebeurd of speelt")
    ROLE = "role", _("een taak die de gemeente voor andere doet")
    CAPACITY = "capacity", _("wat de gemeente zelf kan")
    TEMPORARY = "temporary", _("een proef of een overgang")
