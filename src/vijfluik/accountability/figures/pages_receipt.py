"""The receipt of a figure as the page tells it, and the outcome of checking it."""

import datetime as dt
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from vijfluik import __version__
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.queries import receipt_kept
from vijfluik.accountability.figures.receipts import content_of
from vijfluik.accountability.figures.verdicts import Verdict
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language


@dataclass(frozen=True, kw_only=True)
class ReceiptShown:
    """The proof of a figure; issued_at and issued_by are empty while it has not been kept."""

    key: str
    sha256: str
    root: str
    records: int
    issued_at: dt.datetime | None
    issued_by: str

    @property
    def kept(self) -> bool:
        """Whether it is stored, so that it can be checked later."""
        return self.issued_at is not None

    @property
    def terms(self) -> list[tuple[str, str]]:
        """Everything it says, as terms with values."""
        language = page_language()
        number = formatting.number(self.records, language=language)
        found = [
            (_("Kenmerk"), format_html('<span class="vijfluik-hash">{}</span>', self.key)),
            (
                _("Controlegetal (SHA-256)"),
                format_html('<span class="vijfluik-hash">{}</span>', self.sha256),
            ),
            (_("Registraties"), number),
            *self._fingerprint(),
            (_("Berekend met"), f"Vijfluik {__version__}"),
        ]
        if self.issued_at is None:
            return found
        return [
            *found,
            (
                _("Vastgelegd op"),
                formatting.moment(self.issued_at, language=language, seconds=True),
            ),
            (_("Vastgelegd door"), self.issued_by),
        ]

    def _fingerprint(self) -> list[tuple[str, str]]:
        if not self.root:
            return []
        root = format_html('<span class="vijfluik-hash">{}</span>', self.root)
        return [(_("Vingerafdruk van de registraties"), root)]


def receipt_of(figure: Computed, *, hides: bool = False) -> ReceiptShown:
    """The receipt of a computed figure, with who kept it first if anybody did.

    Args:
        figure: as it was counted.
        hides: whether the page does not show all of its cells. Who knows the rest of a receipt
            could find a small number by trying until its hash fits, so the root is left out then.
    """
    content = content_of(figure)
    kept = receipt_kept(content.key)
    return ReceiptShown(
        key=content.key,
        sha256=content.sha256,
        root="" if hides else figure.root.hex(),
        records=figure.records,
        issued_at=None if kept is None else kept.issued_at,
        issued_by="" if kept is None else kept.issued_by.name,
    )


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a check found, for a notice: title, text, tone, and the technical detail."""

    title: str
    text: str
    tone: str
    detail: str = ""


def outcome_of(verdict: Verdict) -> Outcome:
    """The verdict in words that a reader understands."""
    difference = verdict.difference
    if difference is None:
        return Outcome(
            tone="positive",
            title=_("Nagerekend: het cijfer klopt"),
            text=_(
                "De definitie, de registraties, elke uitsplitsing en de uitkomst zijn opnieuw"
                " berekend en zijn gelijk aan het bewijs."
            ),
            detail=verdict.note,
        )
    places = {
        "receipt": _("Het bewijs zelf past niet bij zijn controlegetal."),
        "definition": _("De definitie is niet meer die van toen."),
        "records": _("De registraties zijn niet meer die van toen."),
    }
    text = places.get(
        difference.part,
        _("Het onderdeel “%(part)s” komt anders uit dan toen.") % {"part": difference.part},
    )
    where = difference.detail
    if difference.key is not None:
        where = f"{where} ({difference.key}, {difference.version})"
    return Outcome(
        tone="negative",
        title=_("Nagerekend: het cijfer klopt niet met zijn bewijs"),
        text=text + " " + _("Gebruik het cijfer niet en meld dit aan de beheerder."),
        detail=where,
    )
