"""From prose to web page and paper in one go, with figures that follow their values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import page as validator

from vijfluik.accountability.reports.charts import Series, grouped_bars
from vijfluik.accountability.reports.linter import require_clean
from vijfluik.accountability.reports.prose import bind, parse
from vijfluik.accountability.reports.prose_binding import Sources
from vijfluik.accountability.reports.structure import FigureValue, annex
from vijfluik.core.documents.html import page
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.structure import Accent, Document, Language, Receipt
from vijfluik.core.documents.validation import figures_of

MakeSources = Callable[..., Sources]
MakeFigure = Callable[..., FigureValue]

SOURCE = """\
# Voorkomen

In 2018 zijn [[ror-trainings-2018]] trainingen gegeven aan [[ror-participants-2018]] mensen.

[[[trainingen]]]
"""


def built(sources: Sources) -> Document:
    """The report on ``sources``, linted, with its annex."""
    figures = sources.figures
    chart = grouped_bars(
        caption="Trainingen per jaar",
        measure="Trainingen per jaar",
        years=("2017", "2018"),
        series=(
            Series(
                "ROR",
                "#1f7a5c",
                (figures["ror-trainings-2017"], figures["ror-trainings-2018"]),
            ),
        ),
        language=sources.language,
    )
    accents = {"voorkomen": Accent("voorkomen", "#1f7a5c")}
    whole = replace(sources, inserts={"trainingen": (chart,)}, accents=accents)
    prose = parse(SOURCE)
    require_clean(prose, sources=whole)
    document = Document(
        title="Rapportage",
        language=sources.language,
        as_of=datetime(2019, 4, 15, tzinfo=UTC),
        subject="Trainingen",
        blocks=bind(prose, sources=whole),
        demonstration=True,
        palette=tuple(accents.values()),
    )
    receipts = [
        Receipt("r1", "trainingen", "Trainingen", "4823", (("Kenmerk", "3f9a"),), "/cijfers/x/")
    ]
    provenance = annex(
        receipts,
        title="Herkomst van de cijfers",
        introduction="Elk cijfer is berekend.",
        used=figures_of(document),
    )
    return replace(document, blocks=(*document.blocks, provenance))


def printed(markup: str) -> list[tuple[str, str, str]]:
    """The id, value and text of each bound figure in ``markup``."""
    return re.findall(
        r'data-figure="([^"]*)" data-value="([^"]*)" href="[^"]*">([^<]*)</a>', markup
    )


def test_report_is_valid_stable_and_bound(sources: MakeSources) -> None:
    document = built(sources())
    assert printed(page(document))[:2] == [
        ("ror-trainings-2018", "406", "406"),
        ("ror-participants-2018", "4823", "ruim 4.800"),
    ]
    content = pdf(document)
    assert content == pdf(built(sources()))
    assert validator.is_pdf_compliant_bytes(content, profile=validator.ValidationProfile.PDF_UA_1)


def test_report_follows_changed_values_in_words_chart_and_table(
    sources: MakeSources, figure: MakeFigure
) -> None:
    changed = {key: figure(key, 7) for key in sources().figures}
    markup = page(built(replace(sources(), figures=changed)))
    assert {(value, text) for _, value, text in printed(markup)} == {("7", "7")}
    assert "bleef gelijk" in markup


def test_report_without_records_says_so_everywhere(
    sources: MakeSources, figure: MakeFigure
) -> None:
    empty = {key: figure(key, None) for key in sources().figures}
    document = built(replace(sources(), figures=empty, language=Language.DUTCH))
    texts = {(value, text.lower()) for _, value, text in printed(page(document))}
    assert texts == {("", "geen gegevens")}
    assert pdf(document).startswith(b"%PDF-1.7")
