"""The five panels by name and place: the order of the painting is the same on every page."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Panel(StrEnum):
    """One of the five areas of the approach, as the interface shows it."""

    VERWERVEN = "verwerven"
    VOORKOMEN = "voorkomen"
    VERDEDIGEN = "verdedigen"
    VOORBEREIDEN = "voorbereiden"
    VERVOLGEN = "vervolgen"

    @property
    def position(self) -> int:
        """Its place in the painting, 1 (left) to 5 (right)."""
        return list(Panel).index(self) + 1

    @property
    def label(self) -> str | Promise:
        """Its name with a capital, in the language of the page."""
        return LABELS[self]

    @property
    def purpose(self) -> str | Promise:
        """What the area is for, in one plain line."""
        return PURPOSES[self]


LABELS = {
    Panel.VERWERVEN: _("Verwerven"),
    Panel.VOORKOMEN: _("Voorkomen"),
    Panel.VERDEDIGEN: _("Verdedigen"),
    Panel.VOORBEREIDEN: _("Voorbereiden"),
    Panel.VERVOLGEN: _("Vervolgen"),
}

PURPOSES = {
    Panel.VERWERVEN: _("Dreiging tijdig zien en duiden."),
    Panel.VOORKOMEN: _("Radicalisering en aanslagen voorkomen."),
    Panel.VERDEDIGEN: _("Mensen, objecten en grenzen beschermen."),
    Panel.VOORBEREIDEN: _("Gereedstaan voor als het toch gebeurt."),
    Panel.VERVOLGEN: _("Opsporen, berechten en begeleid terugkeren."),
}
