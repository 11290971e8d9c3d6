"""One request for advice."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField
from vijfluik.programme.advice.vocabulary import (
    AdviceKind,
    Outcome,
    RequesterKind,
    Service,
    State,
    Theme,
)

_NO_CITIZENS = _("Zonder namen, adressen of andere gegevens van burgers.")


class Advice(Record):
    """A question of an organisation to an expertise unit, from request to answer.

    It is about an organisation's work, never about a citizen: there is no field for one, and
    `rules` refuses texts that carry what identifies one.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("adviesorganisatie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.REQUESTED, editable=False
    )
    item = ItemField(
        _("onderdeel van het programma"),
        help_text=_("Leeg laten bij een nieuwe vraag: dan wordt het dat van de dienst."),
    )
    kind = models.CharField(_("soort"), max_length=20, choices=AdviceKind)
    service = models.CharField(_("dienst"), max_length=30, choices=Service)
    theme = models.CharField(_("thema"), max_length=30, choices=Theme)
    subject = models.CharField(_("onderwerp"), max_length=200, help_text=_NO_CITIZENS)
    requester = models.CharField(
        _("aanvrager"),
        max_length=200,
        help_text=_("De organisatie die erom vroeg; geen naam van een persoon."),
    )
    requester_kind = models.CharField(
        _("soort aanvrager"), max_length=20, choices=RequesterKind, default=RequesterKind.OTHER
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gemeente"),
        help_text=_("De gemeente waar de aanvrager werkt."),
    )
    need = models.ForeignKey(
        "needs.Need",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("behoefte uit een peiling"),
        help_text=_("Waar de vraag uit volgt, als zij uit een peiling komt."),
    )
    requested_on = models.DateField(_("aangevraagd op"))
    answer_by = models.DateField(_("antwoord toegezegd voor"), null=True, blank=True)
    started_on = models.DateField(_("begonnen op"), null=True, blank=True)
    closed_on = models.DateField(_("afgerond op"), null=True, blank=True)
    outcome = models.CharField(_("uitkomst"), max_length=20, choices=Outcome, blank=True)
    answer = models.TextField(_("advies in het kort"), blank=True, help_text=_NO_CITIZENS)

    class Meta:
        verbose_name = _("adviesvraag")
        verbose_name_plural = _("adviesvragen")
        ordering = ("-requested_on", "key")
        indexes = record_indexes("advice", scope="organisation", day="requested_on")
        constraints = (
            *record_constraints("advice", scope="organisation", states=State),
            models.CheckConstraint(name="advice_serves_an_item", condition=~Q(item="")),
            models.CheckConstraint(
                name="advice_closed_has_date_and_outcome",
                condition=~Q(state=State.CLOSED) | (Q(closed_on__isnull=False) & ~Q(outcome="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.subject}"
