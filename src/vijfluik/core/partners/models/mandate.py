"""A mandate: the role of a professional at an organisation, for a purpose, from–until.

All rights come from mandates. Somebody else grants them (a constraint, not a habit), they end by
themselves, and the day of their last review stands on them (BIO2 5.18.02).
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models.organisation import Organisation
from vijfluik.core.partners.models.professional import Professional


class Role(models.TextChoices):
    """What somebody is at an organisation; `vijfluik.core.access.policy` says what it may do."""

    POLICY_OFFICER = "policy_officer", _("beleidsmedewerker")
    TRAINING_PROVIDER = "training_provider", _("opleidingscoördinator")
    PRIVACY_OFFICER = "privacy_officer", _("functionaris gegevensbescherming")
    AUDITOR = "auditor", _("toezichthouder")
    MANDATE_ADMINISTRATOR = "mandate_administrator", _("mandaatbeheerder")


class Purpose(models.TextChoices):
    """What the access is for; each act carries one (purpose limitation, AVG 5(1)(b))."""

    PROGRAMME = "programme", _("uitvoeren en verantwoorden van het programma")
    OVERSIGHT = "oversight", _("toezicht op de rechtmatigheid")
    ADMINISTRATION = "administration", _("beheer van mandaten")


class Mandate(models.Model):
    """The ground on which a professional does anything at all."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    role = models.CharField(_("rol"), max_length=30, choices=Role)
    purpose = models.CharField(_("doel"), max_length=30, choices=Purpose)
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"))
    granted_by = models.ForeignKey(Professional, models.PROTECT, related_name="mandates_granted")
    granted_at = models.DateTimeField(_("verleend op"), auto_now_add=True)
    reviewed_on = models.DateField(_("laatst beoordeeld op"))

    class Meta:
        verbose_name = _("mandaat")
        verbose_name_plural = _("mandaten")
        ordering = ("professional", "valid_from")
        indexes = (models.Index(fields=("professional", "valid_until")),)
        constraints = (
            models.CheckConstraint(
                name="mandate_granted_by_someone_else",
                condition=~models.Q(granted_by=models.F("professional")),
            ),
            models.CheckConstraint(
                name="mandate_in_order", condition=models.Q(valid_until__gt=models.F("valid_from"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.professional} · {self.get_role_display()} · {self.organisation}"
