"""A mandate: the role of a professional at an organisation, for a purpose, from–until.

All rights come from mandates. One administrator proposes and another approves (a constraint, not a
habit), they end by themselves or by an act with a reason, and the day of their last review stands
on them (BIO2 5.18.02).
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models.four_eyes import FourEyes
from vijfluik.core.partners.models.organisation import Organisation
from vijfluik.core.partners.models.professional import Professional


def _by_somebody_else(name: str, *, field: str) -> models.CheckConstraint:
    """Whose mandate it is has no hand in it."""
    return models.CheckConstraint(
        name=name,
        condition=models.Q(**{f"{field}__isnull": True})
        | ~models.Q(**{field: models.F("professional")}),
    )


class Role(models.TextChoices):
    """What somebody is at an organisation; `vijfluik.core.access.policy` says what it may do."""

    POLICY_OFFICER = "policy_officer", _("beleidsmedewerker")
    TRAINING_PROVIDER = "training_provider", _("opleidingscoördinator")
    ADVISER = "adviser", _("adviseur")
    NEEDS_RESEARCHER = "needs_researcher", _("behoefteonderzoeker")
    MUNICIPAL_OFFICER = "municipal_officer", _("gemeenteambtenaar")
    FUND_MANAGER = "fund_manager", _("fondsbeheerder")
    KNOWLEDGE_EDITOR = "knowledge_editor", _("kennisredacteur")
    EVALUATION_COORDINATOR = "evaluation_coordinator", _("evaluatiecoördinator")
    PARTNERSHIP_COORDINATOR = "partnership_coordinator", _("samenwerkingscoördinator")
    PARLIAMENTARY_OFFICER = "parliamentary_officer", _("parlementair medewerker")
    PRIVACY_OFFICER = "privacy_officer", _("functionaris gegevensbescherming")
    AUDITOR = "auditor", _("toezichthouder")
    MANDATE_ADMINISTRATOR = "mandate_administrator", _("mandaatbeheerder")
    ACCOUNT_ADMINISTRATOR = "account_administrator", _("accountbeheerder")


class Purpose(models.TextChoices):
    """What the access is for; each act carries one (purpose limitation, AVG 5(1)(b))."""

    PROGRAMME = "programme", _("uitvoeren en verantwoorden van het programma")
    OVERSIGHT = "oversight", _("toezicht op de rechtmatigheid")
    ADMINISTRATION = "administration", _("beheer van mandaten en accounts")


class Mandate(FourEyes):
    """The ground on which a professional does anything at all.

    It works from the moment that somebody else approved it, between its days (half-open), until
    somebody ends it. Nobody proposes, approves or reviews a mandate of their own.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")
    role = models.CharField(_("rol"), max_length=30, choices=Role)
    # A version tells the purpose of the act that made it under the name `purpose`.
    purpose = models.CharField(_("doel"), max_length=30, choices=Purpose, db_column="for_purpose")
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"))
    reviewed_on = models.DateField(_("laatst beoordeeld op"))
    reviewed_by = models.ForeignKey(
        Professional,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("laatst beoordeeld door"),
    )
    ended_at = models.DateTimeField(_("beëindigd op"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Professional,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beëindigd door"),
    )
    end_reason = models.CharField(_("reden van beëindiging"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("mandaat")
        verbose_name_plural = _("mandaten")
        ordering = ("professional", "valid_from")
        indexes = (models.Index(fields=("professional", "valid_until")),)
        constraints = (
            *FourEyes.constraints("partners_mandate"),
            _by_somebody_else("mandate_granted_by_someone_else", field="proposed_by"),
            _by_somebody_else("mandate_approved_by_someone_else", field="approved_by"),
            _by_somebody_else("mandate_reviewed_by_someone_else", field="reviewed_by"),
            models.CheckConstraint(
                name="mandate_in_order", condition=models.Q(valid_until__gt=models.F("valid_from"))
            ),
            models.CheckConstraint(
                name="mandate_ends_with_a_reason",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True, end_reason="")
                | (
                    models.Q(ended_at__isnull=False, ended_by__isnull=False)
                    & ~models.Q(end_reason="")
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.professional} · {self.get_role_display()} · {self.organisation}"
