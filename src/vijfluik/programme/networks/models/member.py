"""Somebody who takes part in a network, with consent: the only citizen whom this wing names."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.programme.networks.models.columns import (
    chosen_reasons,
    municipality_column,
    network_column,
    number_column,
)
from vijfluik.programme.networks.vocabulary import (
    Given,
    MemberChange,
    MemberRole,
    MemberState,
    Months,
    Use,
)
from vijfluik.programme.networks.wordings import latest, wording_choices


class Member(Record):
    """A name, one way to be reached, a task in the network, and the consent. Nothing else.

    Faith, origin, community, nationality, politics and health have no place here, and nothing that
    somebody said has. Whoever withdraws consent, or lets it lapse, is destroyed (`core.retention`).
    """

    reference = number_column()
    name = models.CharField(
        _("naam"), max_length=100, help_text=_("Zoals het lid zelf genoemd wil worden.")
    )
    contact = models.CharField(
        _("te bereiken via"),
        max_length=150,
        help_text=_("Eén e-mailadres of telefoonnummer, gekozen door het lid."),
    )
    network = network_column("members")
    municipality = municipality_column()
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=MemberState,
        default=MemberState.CONSENTED,
        editable=False,
    )
    role = models.CharField(
        _("taak in het netwerk"), max_length=20, choices=MemberRole, default=MemberRole.MEMBER
    )
    consent_on = models.DateField(_("toestemming gegeven op"))
    consent_how = models.CharField(_("hoe gegeven"), max_length=20, choices=Given)
    consent_for: "models.Field[list[str], list[str]]" = ArrayField(
        models.CharField(max_length=20, choices=Use), verbose_name=_("waarvoor")
    )
    wording = models.CharField(
        _("getoonde tekst"),
        max_length=10,
        choices=wording_choices,
        default=latest,
        help_text=_("De versie van het informatieblad die het lid heeft gezien."),
    )
    consent_months = models.CharField(
        _("duur"),
        max_length=2,
        choices=Months,
        default=Months.TWELVE,
        help_text=_("Daarna vervalt de toestemming vanzelf."),
    )
    # From the day and the duration, by a trigger and a constraint.
    consent_until = models.DateField(_("toestemming tot en met"), editable=False)

    class Meta:
        verbose_name = _("netwerklid")
        verbose_name_plural = _("netwerkleden")
        ordering = ("-consent_until", "key")
        indexes = record_indexes("network_member", scope="municipality", day="consent_until")
        constraints = (
            *record_constraints("network_member", scope="municipality", states=MemberState),
            # Whoever is withdrawn is no row any more, and none comes out of a file.
            models.CheckConstraint(
                name="network_member_with_consent", condition=Q(state=MemberState.CONSENTED)
            ),
            models.CheckConstraint(
                name="network_member_of_no_file", condition=Q(batch__isnull=True)
            ),
            models.CheckConstraint(
                name="network_member_consent_for_something", condition=Q(consent_for__len__gt=0)
            ),
        )

    def __str__(self) -> str:
        return self.name


class MemberStep(Step):
    """One step of a member; it goes with the member."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("member", "registered_at"), name="network_member_step_record"),
        )
        constraints = (chosen_reasons("network_member_step_reason", among=(MemberChange,)),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
