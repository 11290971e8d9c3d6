"""A document that could not be read by everybody is refused, with all reasons at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from vijfluik.core.documents.structure import (
    Accent,
    Block,
    BulletList,
    Cell,
    Chart,
    Column,
    Document,
    Figure,
    Link,
    Note,
    Paragraph,
    ReceiptAnnex,
    Row,
    Section,
    Table,
    Text,
)
from vijfluik.core.documents.validation import DocumentError, check, figures_of

Make = Callable[..., Document]


def refusal(document: Document) -> str:
    with pytest.raises(DocumentError) as caught:
        check(document)
    return str(caught.value)


def test_full_document_is_accepted_and_its_figures_are_found(full: Document) -> None:
    check(full)
    assert [figure.key for figure in figures_of(full)] == ["ror-participants-2018"] * 4


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"caption": " "}, "has no caption"),
        ({"columns": (Column("Aanbieder"),)}, "at least one column of data"),
        ({"rows": ()}, "has no rows"),
        ({"rows": (Row("ROR", (Cell((Text("1"),)),)),)}, "row 1 has 2 cells, not 3"),
        ({"rows": (Row("", (Cell(()), Cell(()))),)}, "row 1 has no header"),
        ({"columns": (Column("a"), Column(""), Column("c"))}, "column 2 has no header"),
        ({"notes": ()}, "refers to note '*'"),
        ({"notes": (Note("*", "a"), Note("*", "b"))}, "stands there twice"),
    ],
)
def test_table_that_cannot_be_read_is_refused(
    make: Make, table: Table, change: dict[str, object], reason: str
) -> None:
    assert reason in refusal(make(replace(table, **change)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"alternative": ""}, "no alternative text"),
        ({"sentence": ()}, "no sentence"),
        ({"caption": ""}, "no caption"),
        ({"svg": b"<svg/>"}, "no SVG with a viewBox"),
        ({"svg": b"<svg"}, "not well-formed"),
    ],
)
def test_chart_without_its_words_is_refused(
    make: Make, chart: Chart, change: dict[str, object], reason: str
) -> None:
    assert reason in refusal(make(replace(chart, **change)))  # type: ignore[arg-type]


def test_chart_with_a_broken_table_is_refused(make: Make, chart: Chart) -> None:
    broken = replace(chart, table=replace(chart.table, rows=()))
    assert "has no rows" in refusal(make(broken))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//elders.nl",
        "/\\elders.nl",
        "https://a b",
        "",
        "JAVASCRIPT:x",
        "/a\n",
    ],
)
def test_address_that_could_run_or_lead_astray_is_refused(make: Make, url: str) -> None:
    assert "not allowed" in refusal(make(Paragraph((Link("hier", url),))))


def test_figure_without_a_row_in_the_annex_is_refused(make: Make, annex: ReceiptAnnex) -> None:
    figure = Figure("jep", "45", "45", "elders", "/cijfers/jep/")
    assert "'jep' has no row in the annex" in refusal(make(Paragraph((figure,)), annex))


def test_sections_deeper_than_headings_exist_are_refused(make: Make) -> None:
    block: Block = Paragraph((Text("diep"),))
    for depth in range(6):
        block = Section(f"deel-{depth}", "Deel", (block,))
    assert "deeper than 5 levels" in refusal(make(block))


def test_two_sections_with_one_anchor_are_refused(make: Make) -> None:
    part = Section("deel", "Deel", ())
    assert "2 sections have the key 'deel'" in refusal(make(part, part))


def test_everything_wrong_is_told_at_once(make: Make) -> None:
    document = make(
        Section("Deel 1", "", (BulletList(()),), Accent("groen", "green")),
        title="",
        as_of=datetime(2019, 4, 15),  # noqa: DTZ001 - the point of the test
    )
    with pytest.raises(DocumentError) as caught:
        check(document)
    assert len(caught.value.problems) == 6
