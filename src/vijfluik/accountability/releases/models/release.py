"""A release of a report: its text and figures as of one closed moment."""

from collections.abc import Iterator

from django.db import models
from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.accountability.reports.library import reports
from vijfluik.core.documents.structure import Language
from vijfluik.core.lifecycle.models import ApprovedStep
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.models import Record, record_constraints, record_indexes


def report_choices() -> Iterator[tuple[str, str]]:
    """The reports that the platform carries: slug and title."""
    return ((slug, _title(slug)) for slug in reports())


def _title_now(slug: str) -> str:
    english = (get_language() or "nl").startswith("en")
    return reports()[slug].title.in_language(Language.ENGLISH if english else Language.DUTCH)


_title = lazy(_title_now, str)


class Release(Record):
    """What is published of a report: both editions, as of one closed moment.

    From the check on its content is fixed; a trigger holds that, and that nobody publishes what
    another person did not adopt. A rectification is a release that names its predecessor.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("ministerie")
    )
    state = models.CharField(
        _("stand"),
        max_length=30,
        choices=ReleaseState,
        default=ReleaseState.DRAFT,
        editable=False,
    )
    title = models.CharField(_("naam van de uitgave"), max_length=200)
    report = models.CharField(_("rapportage"), max_length=100, choices=report_choices)
    as_of = models.DateTimeField(
        _("zoals bekend op"),
        help_text=_(
            "Alle cijfers van beide talen zijn die van dit ene moment. Leeg laten bij een nieuwe"
            " uitgave: dan het laatste afgesloten moment."
        ),
    )
    period_until = models.DateField(_("einde van de verslagperiode"))
    drafted_on = models.DateField(_("opgesteld op"))
    check_by = models.DateField(_("controleren uiterlijk op"), null=True, blank=True)
    embargo_until = models.DateTimeField(
        _("embargo tot"),
        null=True,
        blank=True,
        help_text=_(
            "Tot dit moment lezen alleen makers en vooraf toegelaten lezers de uitgave, ook als zij"
            " al is gepubliceerd. Leeg: geen embargo."
        ),
    )
    notes = models.TextField(
        _("toelichting bij de uitgave"),
        blank=True,
        help_text=_("Wat lezers moeten weten; staat boven de tekst."),
    )
    notes_en = models.TextField(_("toelichting bij de uitgave, in het Engels"), blank=True)
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("rectificeert"),
        help_text=_("De gepubliceerde uitgave die door deze wordt vervangen."),
    )
    rectified_because = models.TextField(_("reden van de rectificatie"), blank=True)
    rectified_because_en = models.TextField(
        _("reden van de rectificatie, in het Engels"), blank=True
    )
    changed = models.TextField(
        _("wat er is veranderd"),
        blank=True,
        help_text=_("Per cijfer of passage; staat in de nieuwe uitgave en haar bestanden."),
    )
    changed_en = models.TextField(_("wat er is veranderd, in het Engels"), blank=True)

    class Meta:
        verbose_name = _("uitgave van een rapportage")
        verbose_name_plural = _("uitgaven van rapportages")
        ordering = ("-drafted_on", "key")
        indexes = record_indexes("release", scope="organisation", day="drafted_on")
        constraints = (
            *record_constraints("release", scope="organisation", states=ReleaseState),
            models.CheckConstraint(
                name="release_rectifies_with_reason",
                condition=Q(predecessor__isnull=True) | (~Q(rectified_because="") & ~Q(changed="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.reference})"

    def said(self, name: str, *, language: Language) -> str:
        """What is said of it in a language: its notes, why it rectifies, or what changed."""
        english = language is Language.ENGLISH
        return str(getattr(self, f"{name}_en" if english else name))


class ReleaseStep(ApprovedStep):
    """One step in the life of a release; rows are added and never changed."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="steps")

    class Meta:
        ordering = ("registered_at", "key")
        indexes = (models.Index(fields=("release", "registered_at"), name="release_step_record"),)
        constraints = (ApprovedStep.constraint("release_step"),)

    def __str__(self) -> str:
        return f"{self.edge} {self.business_date}"
