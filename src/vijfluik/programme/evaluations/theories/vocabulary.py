"""The closed lists that theories of change are described with, and their five boxes."""

from dataclasses import dataclass
from itertools import pairwise

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Whether those who work with it agree."""

    DRAFT = "draft", _("in opbouw")
    AGREED = "agreed", _("vastgesteld")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Evidence(models.TextChoices):
    """What an arrow rests on."""

    NONE = "none", _("nog geen bewijs")
    EXPERIENCE = "experience", _("ervaring van de praktijk")
    INDICATION = "indication", _("aanwijzing uit onderzoek")
    SUPPORTED = "supported", _("meer onderzoeken")
    COMPARED = "compared", _("onderzoek met een vergelijking")


BOXES = ("problem", "target_group", "activity", "mechanism", "outcome")


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """What leads from a box to the next, by the names of the boxes and of its own two fields."""

    source: str
    target: str

    @property
    def assumption(self) -> str:
        """The field with what is assumed."""
        return f"{self.target}_assumption"

    @property
    def evidence(self) -> str:
        """The field with what that rests on."""
        return f"{self.target}_evidence"


ARROWS = tuple(Arrow(source=source, target=target) for source, target in pairwise(BOXES))
