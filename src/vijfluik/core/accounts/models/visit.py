"""A visit: from signing in until it ends. The cookie's session names it, and cannot outlive it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class ProvenBy(models.TextChoices):
    """What somebody signed in with."""

    NOTHING = "nothing", _("keuze in de demonstratie")
    PASSWORD = "password", _("wachtwoord en code")
    PASSKEY = "passkey", _("toegangssleutel")
    PROVIDER = "provider", _("aanbieder van de organisatie")


class EndedBecause(models.TextChoices):
    """Why a visit ended."""

    SIGNED_OUT = "signed_out", _("afgemeld")
    BY_ONESELF = "by_oneself", _("door uzelf beëindigd")
    BY_ADMINISTRATOR = "by_administrator", _("door een beheerder beëindigd")
    LEFT = "left", _("vertrokken")
    RECOVERED = "recovered", _("toegang hersteld")
    UNLINKED = "unlinked", _("koppeling verbroken")
    IDLE = "idle", _("te lang niets gedaan")
    OVER = "over", _("de langste duur was om")


class Visit(models.Model):
    """One signing in on one device.

    `proven_at` is the moment of the last second factor; `limits` the version of what held when it
    began (`core.accounts.limits`).
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    proven_by = models.CharField(_("aangemeld met"), max_length=20, choices=ProvenBy)
    device = models.CharField(_("apparaat"), max_length=60, blank=True)
    limits = models.CharField(max_length=20)
    started_at = models.DateTimeField(_("begonnen"))
    seen_at = models.DateTimeField(_("laatst gebruikt"))
    proven_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(_("beëindigd"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_because = models.CharField(max_length=20, choices=EndedBecause, blank=True)

    class Meta:
        verbose_name = _("sessie")
        verbose_name_plural = _("sessies")
        ordering = ("-seen_at",)
        indexes = (
            models.Index(
                fields=("professional", "-seen_at"),
                condition=models.Q(ended_at__isnull=True),
                name="accounts_visit_open",
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="visit_ends_for_a_reason",
                condition=models.Q(ended_at__isnull=True, ended_because="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_because="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.professional_id} {self.started_at:%Y-%m-%d %H:%M}"
