"""How an import looks: its numbers, its wrong cells, what differs, and the imports before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.comparing import Differing
from vijfluik.core.registers.importing.previewing import Examined
from vijfluik.core.registers.importing.quarantine import waiting_rows
from vijfluik.core.registers.importing.refusals import CellFault
from vijfluik.core.registers.models import ImportBatch
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import moment, number
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.shell import Link

# Above this a comparison takes longer than a second on a small machine.
LARGE_BYTES = 150_000
ROWS_PER_SECOND = 3_000
SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class Tally:
    """One number of an import."""

    label: str
    value: str
    tone: str


def import_frame(register: Register, *, title: str, step: int) -> dict[str, Any]:
    """The frame of a page of the import; `step` 1 to 3, 0 beside the way."""
    path = [Link(label=_("Bestand inlezen"), url=reverse(f"{register.thing}:import"))]
    steps = [_("Bestand kiezen"), _("Controleren"), _("Klaar")]
    return {
        **frame_of(register, title=title, path=[] if step == 1 else path),
        "steps": list(enumerate(steps, start=1)) if step else [],
        "step": step,
        "list_url": reverse(f"{register.thing}:list"),
        "import_url": reverse(f"{register.thing}:import"),
        "template_url": reverse(f"{register.thing}:import_template"),
        "columns_url": reverse(f"{register.thing}:import_help"),
    }


def tally_of(examined: Examined) -> list[Tally]:
    """Every row stands in one of the four."""
    counts = (
        (_("nieuw: wordt toegevoegd"), len(examined.new), "positive"),
        (_("staat er al precies zo in"), examined.known, "neutral"),
        (_("staat er al, maar anders"), len(examined.differing), "info"),
        (_("met een fout: wordt bewaard"), len(examined.held), "warning"),
    )
    return _tallies(counts)


def tally_of_batch(batch: ImportBatch) -> list[Tally]:
    """What became of the rows."""
    return _tallies(
        (
            (_("toegevoegd"), batch.added, "positive"),
            (_("stonden er al in"), batch.known, "neutral"),
            (_("gewijzigd"), batch.corrected, "info"),
            (_("anders, niet overgenomen"), batch.skipped, "neutral"),
            (_("wachten op verbetering"), len(waiting_rows(batch)), "warning"),
        )
    )


def _tallies(counts: Sequence[tuple[str, int, str]]) -> list[Tally]:
    language = page_language()
    return [
        Tally(
            label=label,
            value=number(count, language=language),
            tone=tone if count else "neutral",
        )
        for label, count, tone in counts
    ]


def faults_table(faults: Sequence[CellFault]) -> Table | None:
    """Each wrong cell: where it stands, what is in it, what is wrong, what would be right."""
    if not faults:
        return None
    return Table(
        caption=_shown_of(_("Cellen die niet kloppen"), count=len(faults)),
        columns=[
            Column(label=_("Regel"), number=True, row_header=True),
            Column(label=_("Kolom"), keep=True),
            Column(label=_("Er staat")),
            Column(label=_("Wat er niet klopt")),
            Column(label=_("Wat wel goed is")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=str(fault.line)),
                    Cell(text=f"{fault.column} {fault.heading}".strip()),
                    Cell(text=fault.value or _("(leeg)")),
                    Cell(text=capfirst(fault.wrong)),
                    Cell(text=fault.right),
                ]
            )
            for fault in faults[:SHOWN]
        ],
    )


def differences_table(register: Register, *, differing: Sequence[Differing]) -> Table | None:
    """Each field in which the file says otherwise than what is recorded."""
    if not differing:
        return None
    return Table(
        caption=_shown_of(_("Regels die afwijken van wat vastligt"), count=len(differing)),
        columns=[
            Column(label=_("Regel"), number=True),
            Column(label=_("Kenmerk"), row_header=True),
            Column(label=_("Veld")),
            Column(label=_("Ligt vast")),
            Column(label=_("In het bestand")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=str(row.line)),
                    Cell(
                        text=row.record.reference,
                        url=reverse(f"{register.thing}:detail", args=[row.record.key]),
                    ),
                    Cell(text=capfirst(difference.label)),
                    Cell(text=difference.recorded),
                    Cell(text=difference.in_file),
                ]
            )
            for row in differing[:SHOWN]
            for difference in row.differences
        ],
    )


def batches_table(register: Register, *, batches: Sequence[ImportBatch]) -> Table:
    """The imports of the reader, the latest first."""
    language = page_language()
    return Table(
        caption=_("Uw laatste bestanden"),
        hide_caption=True,
        columns=[
            Column(label=_("Bestand"), row_header=True),
            Column(label=_("Ingelezen"), keep=True),
            Column(label=_("Toegevoegd"), number=True),
            Column(label=_("Wacht op verbetering"), number=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(
                        text=batch.file_name,
                        url=reverse(f"{register.thing}:import_result", args=[batch.key]),
                    ),
                    Cell(text=moment(batch.imported_at, language=language)),
                    Cell(text=number(batch.added, language=language)),
                    Cell(text=number(len(waiting_rows(batch)), language=language)),
                ]
            )
            for batch in batches
        ],
    )


def is_large(content: bytes) -> bool:
    """Whether comparing it takes longer than a second."""
    return len(content) > LARGE_BYTES


def expected(examined: Examined) -> str:
    """How long it will take, when that is longer than a second; empty otherwise."""
    seconds = round((len(examined.new) + len(examined.differing)) / ROWS_PER_SECOND)
    if seconds < 1:
        return ""
    return ngettext(
        "Dit duurt ongeveer %(seconds)d seconde.",
        "Dit duurt ongeveer %(seconds)d seconden.",
        seconds,
    ) % {"seconds": seconds}


def _shown_of(caption: str, *, count: int) -> str:
    if count <= SHOWN:
        return caption
    return _("%(caption)s: de eerste %(shown)d van %(count)d") % {
        "caption": caption,
        "shown": SHOWN,
        "count": count,
    }
