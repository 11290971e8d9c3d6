"""The closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TemplateKind(models.TextChoices):
    """What a template is for."""

    DECISION = "decision", _("besluit")
    LETTER = "letter", _("brief")
    FORM = "form", _("formulier")
    TEXT = "text", _("voorlichting")


class TemplateState(models.TextChoices):
    """Where a version of a template stands."""

    DRAFT = "draft", _("in bewerking")
    IN_USE = "in_use", _("in gebruik")
    REPLACED = "replaced", _("vervangen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ReviewState(models.TextChoices):
    """Where the review of a provision stands."""

    PLANNED = "planned", _("gepland")
    REVIEWED = "reviewed", _("nagelopen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Outcome(models.TextChoices):
    """What a review of a provision came to."""

    KEEP = "keep", _("voldoet")
    AMEND = "amend", _("wijzigen")
    LAPSE = "lapse", _("laten vervallen")


class ZoneKind(models.TextChoices):
    """What stands on the list."""

    AREA = "area", _("aangewezen gebied")
    CONSENT = "consent", _("toestemming")


class ZoneState(models.TextChoices):
    """Where an area or a consent stands; that its days are over is said by the day."""

    PREPARED = "prepared", _("in voorbereiding")
    IN_EFFECT = "in_effect", _("van kracht")
    ENDED = "ended", _("beëindigd")
    WITHDRAWN = "withdrawn", _("ingetrokken")
