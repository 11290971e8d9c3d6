"""Whether it was decided what a release does not show, and whether a second person signed that."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.disclosure.models import DisclosurePattern
from vijfluik.accountability.disclosure.treating import Treatment
from vijfluik.accountability.releases.checklist_finding import Code, Finding, Severity


def disclosure_findings(treatment: Treatment) -> Iterator[Finding]:
    """What stands between a release and a signed pattern; nothing when it has no such tables.

    Args:
        treatment: of the figures of the release, as of its moment.
    """
    if not treatment.pattern.tables:
        return
    if treatment.key is None:
        yield _finding(
            Code.PATTERN_UNDECIDED,
            treatment=treatment,
            message=_("Er is nog niet besloten welke kleine aantallen deze uitgave niet toont."),
            remedy=_("Laat het besluiten, met de knop bij de controlelijst."),
        )
        return
    if treatment.pattern.exposed:
        yield _finding(
            Code.PATTERN_EXPOSES,
            treatment=treatment,
            message=_("De controle vond aantallen die niet beschermd zijn: %(number)d.")
            % {"number": len(treatment.pattern.exposed)},
            remedy=_("Haal de uitsplitsing uit de tekst, of stel met de bron een aantal vrij."),
        )
    elif not treatment.adopted:
        yield _finding(
            Code.PATTERN_UNSIGNED,
            treatment=treatment,
            message=_("Wat deze uitgave niet toont, is nog niet door een tweede vastgesteld."),
            remedy=_("Vraag een collega het afschermpatroon vast te stellen."),
        )
    elif _later(treatment):
        yield _finding(
            Code.PATTERN_SUPERSEDED,
            treatment=treatment,
            severity=Severity.WARNING,
            message=_("Er is later opnieuw besloten; dat besluit is nog niet vastgesteld."),
            remedy=_("Laat het vaststellen, of zeg waarom het eerdere besluit geldt."),
        )


def _later(treatment: Treatment) -> bool:
    """Whether a decision waits that is younger than the one that was signed."""
    rows = DisclosurePattern.objects.filter(
        publication=treatment.publication, as_of=treatment.as_of
    )
    latest = rows.order_by("-revision").values_list("key", flat=True).first()
    return latest != treatment.key


def _finding(
    code: str,
    *,
    treatment: Treatment,
    message: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    key = treatment.key
    return Finding(
        severity=severity,
        code=code,
        place=_("Afscherming van kleine aantallen"),
        fact=f"{treatment.publication} {treatment.as_of.isoformat()} {key or ''}",
        message=message,
        remedy=remedy,
        url="" if key is None else reverse("disclosure:pattern", args=[key]),
    )
