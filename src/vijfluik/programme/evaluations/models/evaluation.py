"""One evaluation, and its steps."""

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.law.library import library
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.fields import ItemField, OrganisationsField
from vijfluik.programme.evaluations.vocabulary import (
    DONE,
    OUT,
    EvaluationKind,
    Maturity,
    Method,
    State,
)
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.models.derived import compartment_field
from vijfluik.programme.partnerships.models import Partnership
from vijfluik.programme.publications.models import Publication
from vijfluik.programme.trainings.models import Course

# The kinds of object that stand in a register or a catalogue of their own.
LINKED = ("training", "publication", "award", "partnership")


def provision_choices() -> Iterable[tuple[str, str]]:
    """The provisions of the law by their id, as they are cited."""
    return [(slug, _cited(slug)) for slug in library()]


def of_one_thing() -> Q:
    """That exactly one kind of object is filled; an item that is not evaluated is empty text."""
    filled = {"subject_item": ~Q(subject_item="")}
    filled |= {name: Q(**{f"{name}__isnull": False}) for name in LINKED}
    of = Q()
    for name in filled:
        only = filled[name]
        for other in filled:
            only = only if other == name else only & ~filled[other]
        of |= only
    return of


def _cited(slug: str) -> str:
    version = library()[slug][-1]
    return f"{version.act.short} {version.article}"


class Evaluation(Record):
    """A study of one thing: an item of the programme, a training, a publication, an award of money,
    or a partnership.

    What came out stands in its findings, what should be done in its recommendations.
    """

    walled = "compartment"

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("coördinatie")
    )
    state = models.CharField(
        _("stand"), max_length=30, choices=State, default=State.PLANNED, editable=False
    )
    title = models.CharField(_("titel"), max_length=200)
    item = ItemField(
        _("onderdeel van het programma"),
        help_text=_("Het onderdeel waar dit onderzoek onder valt."),
    )
    subject_item = ItemField(_("geëvalueerd onderdeel"), blank=True)
    training = models.ForeignKey(
        Course,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geëvalueerde training"),
    )
    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geëvalueerde publicatie"),
    )
    award = models.ForeignKey(
        Award,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geëvalueerde toekenning"),
    )
    partnership = models.ForeignKey(
        Partnership,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geëvalueerde samenwerking"),
    )
    code = models.SlugField(
        _("vaste naam"),
        max_length=60,
        blank=True,
        db_index=False,
        help_text=_("Waaronder cijfers dit onderzoek kennen; leeg als geen cijfer ernaar vraagt."),
    )
    kind = models.CharField(_("soort evaluatie"), max_length=20, choices=EvaluationKind)
    methods = ArrayField(
        models.CharField(max_length=30, choices=Method),
        verbose_name=_("methode"),
        default=list,
        blank=True,
    )
    questions = models.TextField(_("onderzoeksvragen"), blank=True)
    commissioner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("opdrachtgever")
    )
    evaluators = OrganisationsField(verbose_name=_("uitvoerders"))
    provision = models.CharField(
        _("wetsbepaling die erom vraagt"), max_length=50, choices=provision_choices, blank=True
    )
    period_from = models.DateField(_("onderzochte periode van"), null=True, blank=True)
    period_until = models.DateField(_("onderzochte periode tot en met"), null=True, blank=True)
    commissioned_on = models.DateField(_("opdracht op"))
    due_on = models.DateField(_("uiterlijk klaar op"), null=True, blank=True)
    started_on = models.DateField(_("begonnen op"), null=True, blank=True)
    delivered_on = models.DateField(_("opgeleverd op"), null=True, blank=True)
    conclusions = models.TextField(_("conclusies"), blank=True)
    published_on = models.DateField(_("openbaar op"), null=True, blank=True)
    maturity = models.CharField(
        _("rijpheid"),
        max_length=20,
        choices=Maturity,
        blank=True,
        help_text=_("Hoe goed bekend is dat het geëvalueerde werkt, na dit onderzoek."),
    )
    followed_up_on = models.DateField(_("opgevolgd op"), null=True, blank=True)

    compartment = compartment_field()

    class Meta:
        verbose_name = _("evaluatie")
        verbose_name_plural = _("evaluaties")
        ordering = ("-commissioned_on", "key")
        indexes = record_indexes("evaluation", scope="organisation", day="commissioned_on")
        constraints = (
            *record_constraints("evaluation", scope="organisation", states=State),
            models.CheckConstraint(name="evaluation_of_one_thing", condition=of_one_thing()),
            models.CheckConstraint(
                name="evaluation_done_has_day",
                condition=~Q(state__in=DONE) | Q(delivered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="evaluation_out_has_day_and_maturity",
                condition=~Q(state__in=OUT) | (Q(published_on__isnull=False) & ~Q(maturity="")),
            ),
            models.CheckConstraint(
                name="evaluation_period",
                condition=Q(period_until__isnull=True) | Q(period_until__gte=F("period_from")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class EvaluationStep(Step):
    """One step in the life of an evaluation; rows are added and never changed."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (
            models.Index(fields=("evaluation", "registered_at"), name="evaluation_step_record"),
        )

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
