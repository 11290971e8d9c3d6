"""The closed words of the law: how sure we are, and what a provision may carry."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How sure we are of a provision. Only a confirmed one carries anything."""

    CONFIRMED = "confirmed", _("bevestigd")
    REPORTED = "reported", _("overgenomen, niet bevestigd")
    MEMORY = "memory", _("uit het geheugen, niet bevestigd")


class Certainty(models.TextChoices):
    """Where the text comes from, as the rule table of the source says it."""

    READ = "V", _("de tekst of de officiële samenvatting is gelezen")
    SECONDARY = "V-sec", _("alleen bij anderen gelezen")
    SURE = "M+", _("uit het geheugen, met zekerheid")
    UNSURE = "M", _("uit het geheugen, tamelijk zeker")


class Claim(models.TextChoices):
    """What a provision carries once it is confirmed."""

    TERM = "term", _("een termijn")
    GROUND = "ground", _("een grond")
    REFUSAL = "refusal", _("een weigering")


class Start(models.TextChoices):
    """What is known of the first day of a validity."""

    EXACT = "exact", _("vanaf deze dag")
    AT_LEAST = "at-least", _("ten minste vanaf deze dag; een eerdere tekst is niet gelezen")


class StatedUnit(models.TextChoices):
    """In what a text states a number."""

    HOURS = "hours", _("uur")
    DAYS = "days", _("dagen")
    MONTHS = "months", _("maanden")
    YEARS = "years", _("jaren")


class Currency(models.TextChoices):
    """Whether a version is of the last revision that was known."""

    CURRENT = "current", _("laatst bekende tekst")
    SUPERSEDED = "superseded", _("vervangen door een latere tekst")


# Standing of a text that no two lawyers have confirmed.
UNCONFIRMED = {
    Certainty.READ: Standing.REPORTED,
    Certainty.SECONDARY: Standing.REPORTED,
    Certainty.SURE: Standing.MEMORY,
    Certainty.UNSURE: Standing.MEMORY,
}
