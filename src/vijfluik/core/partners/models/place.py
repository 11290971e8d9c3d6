"""Municipalities and regions through time.

A municipality merges, splits and changes its name; its statistical code may survive a merger. Code
equality is therefore no identity over time: a place is one municipality under one code during one
half-open interval [valid_from, valid_until) of Dutch days, and a succession says what came of it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceKind(models.TextChoices):
    """The level of a place."""

    MUNICIPALITY = "municipality", _("gemeente")
    SAFETY_REGION = "safety_region", _("veiligheidsregio")
    PROVINCE = "province", _("provincie")


class Place(models.Model):
    """A municipality, safety region or province during its life under one code."""

    code = models.CharField(_("code"), max_length=10)
    kind = models.CharField(_("soort"), max_length=20, choices=PlaceKind)
    name = models.CharField(_("naam"), max_length=100)
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("plaats")
        verbose_name_plural = _("plaatsen")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint("code", "valid_from", name="place_code_once_per_start"),
            models.CheckConstraint(
                name="place_valid_in_order",
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.name


class PlaceMembership(models.Model):
    """A place lies in a larger one during a half-open interval of days."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="memberships")
    within = models.ForeignKey(Place, models.PROTECT, related_name="members")
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                "place", "within", "valid_from", name="place_membership_once_per_start"
            ),
            models.CheckConstraint(
                name="place_membership_in_order",
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.place} in {self.within}"


class PlaceSuccession(models.Model):
    """On this day (part of) one place went into another."""

    before = models.ForeignKey(Place, models.PROTECT, related_name="successions")
    after = models.ForeignKey(Place, models.PROTECT, related_name="predecessions")
    on = models.DateField(_("ingangsdatum"))

    class Meta:
        constraints = (
            models.UniqueConstraint("before", "after", name="place_succession_once"),
            models.CheckConstraint(
                name="place_succession_of_another", condition=~models.Q(before=models.F("after"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
