"""A report of the size of the goal in every format, beside the same pages without what they add.

    ./run bench report_formats [--rounds N] [--bundle FILE]

The report: 100 bound figures, 12 charts with their tables, 12 tables, an annex of 150 undertakings.
Goals: all formats at most 15 s, PDF at most 6 s; checking a bundle at most 10 s (`--bundle`, made
by `./run report bundle`). Needs no database.

Peer, in the same run: `untagged`, the same source compiled to PDF without tags, PDF/UA, PDF/A and
row headers.
"""

import argparse
import datetime as dt
import hashlib
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vijfluik.accountability.figures.hedges import Hedge
    from vijfluik.core.documents.structure import Chart, Document, Table

ROOT = Path(__file__).resolve().parents[1]
AS_OF = dt.datetime(2019, 4, 15, 23, 59, 59, tzinfo=dt.timezone(dt.timedelta(hours=2)))
FIGURES, CHARTS, UNDERTAKINGS = 100, 12, 150
SITE = "https://vijfluik.test"


@dataclass(frozen=True)
class Value:
    """A figure as charts and tables see it."""

    id: str
    value: int
    hedge: "Hedge"
    unit: str = "trainingen"
    url: str = "/cijfers/x/"
    receipt: str = ""
    definition: str = "trainingen"
    definition_version: str = "1"
    status: str = "gegeven"
    words: str = ""
    exact: str = ""
    supplied: str = ""


def main() -> None:
    """Write the report round after round and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bundle", type=Path, help="a bundle to check as well")
    chosen = parser.parse_args()
    sys.path.insert(0, str(ROOT / "src"))
    from vijfluik.accountability.reports.describing import written_files
    from vijfluik.accountability.reports.formats import WRITTEN, FileFormat, write

    document = report()

    def untagged() -> bytes:
        import typst

        from vijfluik.core.documents.typst import source

        made: bytes = typst.compile(
            source(document).encode(), format="pdf", ignore_system_fonts=True, pdf_tags=False
        )
        return made

    def everything() -> bytes:
        kinds = tuple(FileFormat)
        files = written_files(document, slug="bench", kinds=kinds, base_url=SITE)
        return b"".join(files.values())

    def writer(kind: FileFormat) -> Callable[[], bytes]:
        return lambda: write(document, kind=kind, base_url=SITE)

    ways: dict[str, Callable[[], bytes]] = {str(kind): writer(kind) for kind in WRITTEN}
    ways |= {"untagged": untagged, "everything": everything}
    ways["drawing"] = lambda: report().title.encode()
    if chosen.bundle:
        from vijfluik.accountability.evidence.checking import check_bundle

        content = chosen.bundle.read_bytes()
        ways["bundle"] = lambda: json.dumps(check_bundle(content).plain()).encode()
    times: dict[str, list[float]] = {name: [] for name in ways}
    seen: dict[str, set[str]] = {name: set() for name in ways}
    for _ in range(chosen.rounds):
        for name, way in ways.items():
            started = time.perf_counter()
            made = way()
            times[name].append((time.perf_counter() - started) * 1000)
            seen[name].add(hashlib.sha256(made).hexdigest())
    assert all(len(found) == 1 for name, found in seen.items() if name != "untagged"), seen
    median = {name: round(statistics.median(taken), 1) for name, taken in times.items()}
    result = {
        "rounds": chosen.rounds,
        "load_average": [round(load, 1) for load in os.getloadavg()],
        "median_ms": median,
        "slowest_ms": {name: round(max(taken), 1) for name, taken in times.items()},
        "ratio_pdf_to_untagged": round(median["pdf"] / median["untagged"], 2),
    }
    print(json.dumps(result, indent=1))


def report() -> "Document":
    """The document, its charts drawn anew."""
    from vijfluik.core.documents.structure import (
        Document,
        Language,
        Paragraph,
        Receipt,
        ReceiptAnnex,
        Section,
        Text,
    )

    parts = [
        Section(
            key=f"deel-{at}",
            title=f"Deel {at}",
            blocks=(
                Paragraph((Text("Hoeveel er zijn gegeven, en aan wie. " * 20),)),
                _chart(at),
                _table(at),
            ),
        )
        for at in range(CHARTS)
    ]
    receipts = tuple(
        Receipt(
            key=f"{at:016x}",
            figure=f"cijfer-{at}",
            label=f"Trainingen van aanbieder {at}",
            value=str(at * 37),
            details=(("Definitie", f"cijfer-{at}@1"), ("SHA-256", f"{at:064x}")),
            url=f"/cijfers/cijfer-{at}/",
            sha256=f"{at:064x}",
        )
        for at in range(FIGURES)
    )
    return Document(
        title="Rapportage",
        language=Language.DUTCH,
        as_of=AS_OF,
        subject="Zo groot als het doel",
        blocks=(
            *parts,
            Section(key="toezeggingen", title="Toezeggingen", blocks=(_undertakings(),)),
            ReceiptAnnex(title="Herkomst", introduction=(), receipts=receipts),
        ),
        publisher="Bench",
        demonstration=True,
    )


def _value(at: int) -> Value:
    from vijfluik.accountability.figures.hedges import Hedge

    place = at % FIGURES
    return Value(f"cijfer-{place}", place * 37, Hedge.EXACT, receipt=f"{place:016x}")


def _chart(at: int) -> "Chart":
    from vijfluik.accountability.reports.charts import Series, grouped_bars
    from vijfluik.core.documents.structure import Language

    return grouped_bars(
        caption=f"Trainingen van aanbieder {at}",
        measure="Trainingen",
        years=("2017", "2018"),
        series=(
            Series("gegeven", "#0b8467", (_value(8 * at + 1), _value(8 * at + 2))),
            Series("bezocht", "#7cc2b0", (_value(8 * at + 3), _value(8 * at + 4))),
        ),
        language=Language.DUTCH,
    )


def _table(at: int) -> "Table":
    from vijfluik.accountability.reports.structure import figure_table
    from vijfluik.core.documents.structure import Language

    return figure_table(
        caption=f"Tabel van aanbieder {at}",
        columns=("Wat", "2017", "2018"),
        rows=tuple(
            (f"Regel {row}", (_value(8 * at + row), _value(8 * at + row + 1))) for row in range(8)
        ),
        language=Language.DUTCH,
    )


def _undertakings() -> "Table":
    from vijfluik.core.documents.structure import Cell, Column, Row, Table, Text

    return Table(
        caption="Toezeggingen",
        columns=(Column("Omschrijving"), Column("Vindplaats"), Column("Stand van zaken")),
        rows=tuple(
            Row(
                f"De Kamer wordt geïnformeerd over onderwerp {at}",
                (Cell((Text(f"Kamerstuk 29754, nr. {at}"),)), Cell((Text("Afgedaan. " * 8),))),
            )
            for at in range(UNDERTAKINGS)
        ),
    )


if __name__ == "__main__":
    main()
