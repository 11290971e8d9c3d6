"""The drawn kinds of charts: readable in grey, on a telephone, in the dark, without any data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tests.accountability.reports.conftest import Value

from vijfluik.accountability import reports
from vijfluik.accountability.figures.computed import Cell, Computed
from vijfluik.accountability.figures.hedges import Claim, Hedge, holds
from vijfluik.accountability.figures.hedges_numbers import Number
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.values import Read
from vijfluik.accountability.figures.values import Value as Read_
from vijfluik.accountability.figures.words import Words
from vijfluik.accountability.reports import cells
from vijfluik.accountability.reports.charts_spec import ChartError
from vijfluik.accountability.reports.drawn import tiles
from vijfluik.accountability.reports.drawn.asked import Asked
from vijfluik.accountability.reports.drawn.canvas import HAIR, INK, WIDTH, width_of
from vijfluik.accountability.reports.drawn.fills import MOST
from vijfluik.accountability.reports.drawn.hedged import range_of
from vijfluik.accountability.reports.drawn.making import KINDS, chart_of
from vijfluik.accountability.reports.inserting import COLOURS
from vijfluik.accountability.reports.inserting import INK as NO_AREA
from vijfluik.accountability.reports.parts import base_of
from vijfluik.accountability.reports.source import Insert, InsertKind, InsertRow
from vijfluik.core.documents.inline import figures_in, plain_text
from vijfluik.core.documents.structure import Chart, Language
from vijfluik.core.documents.svg import read_svg
from vijfluik.core.facts.statements import Statement
from vijfluik.core.items.areas import Area
from vijfluik.ui.contrast import contrast, palette

MOMENT = dt.datetime(2019, 4, 15, 21, 59, tzinfo=dt.UTC)
SHEET = Path(reports.__file__).parent / "static" / "reports" / "reports.css"
AUDIENCES = {"police": 63, "youth_work": 95, "teachers": 19}
REGIONS = {"Duinrand": ((1, "Duinmeer"), (2, "Zandwijk")), "Maashoek": ((3, "Maasrade"),)}

# Kind → the figures of its rows with their values, the columns, the breakdown and its cells.
ROWS: Mapping[InsertKind, tuple[dict[str, int | str], int, str, dict[str, int]]] = {
    InsertKind.MULTIPLES: (
        {"ror-trainings-2017": 460, "ror-trainings-2018": 406}, 2, "audience", AUDIENCES,
    ),
    InsertKind.SHARE: (
        {"ror-trainings-requested-2019": 389}, 1, "state",
        {"cancelled": 21, "held": 84, "planned": 276, "requested": 8},
    ),
    InsertKind.TIMELINE: (
        {"twbmt-first-period-report": "2019-03", "fund-start": 2017, "lse-evaluation-date":
         "2018-11-20"}, 1, "", {},
    ),
    InsertKind.MONEY: ({"fec-tf-money": 1_400_000, "cter-capacity-money": 500_000}, 1, "", {}),
    InsertKind.TILES: (
        {"versterkingsgelden-2018-municipalities": 1, "versterkingsgelden-2018-reached": 2},
        1, "lead", {"1": 1},
    ),
    InsertKind.FLOW: (
        {"lse-information-requests-total": 164, "lse-consultation-questions-total": 188},
        1, "service", {"family_support": 74, "forsa": 90},
    ),
    InsertKind.HEDGED: (
        {"jep-online-visits-2018": 10_412, "ror-participants-2018": 4811}, 1, "", {},
    ),
    InsertKind.CHANGE: ({"ror-trainings-2017": 460, "ror-trainings-2018": 406}, 2, "", {}),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _regions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Municipalities without a database."""

    def known(*, on: dt.date) -> object:
        assert on == dt.date(2018, 12, 31), "the division of the last day that is counted"
        return REGIONS

    monkeypatch.setattr(tiles, "municipalities_by_region", known)
    words = cells.labels_of
    monkeypatch.setattr(
        cells,
        "labels_of",
        lambda definition, *, by: {} if by == "lead" else words(definition, by=by),
    )


def computed(name: str, value: Read_ | None, *, by: str, parts: Mapping[str, int]) -> Computed:
    """A figure of the library with a value and cells of our own."""
    return Computed(
        definition=library()[name][-1],
        as_of=MOMENT,
        records=1,
        unstated=0,
        value=value,
        read=Read(values=(value,)) if isinstance(value, int | str) else Read(),
        statement=Statement(sql="", parameters={}),
        cells=tuple(
            Cell(dimension=by, member=member, records=number, value=number)
            for member, number in parts.items()
        ),
        root=b"",
        fingerprints=b"",
    )


def asked(kind: InsertKind, *, language: Language = Language.DUTCH, nothing: bool = False) -> Asked:
    """An insertion of a kind with its figures; nothing: as it is over no records."""
    values, width, by, parts = ROWS[kind]
    figures = {
        name: Value(
            name,
            None if nothing or isinstance(value, str) else value,
            hedge=library()[name][-1].hedge,
            words="geen gegevens" if nothing else value if isinstance(value, str) else "",
        )
        for name, value in values.items()
    }
    names = list(values)
    grouped = [names] if width > 1 else [[name] for name in names]
    insert = Insert(
        name="proef",
        kind=kind,
        caption=Words(nl="Een proef", en="A trial"),
        columns=dict.fromkeys(Language, ("2017", "2018")[:width]),
        rows=tuple(
            InsertRow(label=Words(nl=f"Rij {at} van alles", en=f"Row {at}"), figures=tuple(row))
            for at, row in enumerate(grouped)
        ),
        breaks=(),
        area=Area.PREVENT,
        measure=None,
        first=None,
        sentence=None,
        by=by,
        labels={},
        status=None,
    )
    return Asked(
        insert=insert,
        figures=figures,
        computed={
            name: computed(
                name, None if nothing else value, by=by, parts={} if nothing else parts
            )
            for name, value in values.items()
        },
        language=language,
        colour=COLOURS[Area.PREVENT],
    )  # fmt: skip


def texts(chart: Chart) -> list[Element]:
    return [each for each in read_svg(chart.svg).iter() if each.tag.endswith("text")]


def shapes(chart: Chart) -> list[Element]:
    """What is filled: boxes, points and closed paths outside patterns."""
    root = read_svg(chart.svg)
    hatching = {id(part) for each in root.iter() if each.tag.endswith("pattern") for part in each}
    return [
        each
        for each in root.iter()
        if each.tag.rpartition("}")[2] in {"rect", "circle", "path"}
        and id(each) not in hatching
        and each.get("fill") != "none"
    ]


def bound_in(chart: Chart) -> dict[str, str]:
    """Every bound number of the table: its key and its text."""
    return {
        node.key: node.text
        for row in chart.table.rows
        for cell in row.cells
        for node in figures_in(cell.content)
    }


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(KINDS))
def test_each_kind_has_its_table_its_sentence_and_its_alternative_text(
    kind: InsertKind, language: Language
) -> None:
    one = asked(kind, language=language)
    chart = chart_of(one)
    assert chart == chart_of(one)
    numbers = bound_in(chart)
    assert {base_of(key) for key in numbers} == set(one.figures)
    assert figures_in(chart.sentence)
    assert plain_text(chart.sentence).endswith(".")
    words: str = getattr(one.words, kind)
    assert chart.alternative.startswith(f"{words}. {one.caption}. ")
    for name, number in numbers.items():
        if "least" not in name and "most" not in name:
            assert number in chart.alternative, name
    parts = ROWS[kind][3]
    if parts and kind is not InsertKind.TILES:
        assert {key.partition("/")[2] for key in numbers} >= {
            f"{one.insert.by}/{member}" for member in parts
        }


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_kind_without_data_says_so_and_is_still_a_chart(kind: InsertKind) -> None:
    chart = chart_of(asked(kind, nothing=True))
    assert "geen gegevens" in f"{plain_text(chart.sentence)} {chart.alternative}"
    assert texts(chart)
    assert chart.table.rows


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_word_runs_out_of_the_drawing(kind: InsertKind) -> None:
    for text in texts(chart_of(asked(kind))):
        words, x = text.text or "", float(text.get("x", ""))
        wide = width_of(words)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "")]
        assert left >= -1, words
        assert left + wide <= WIDTH + 1, words


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_shape_has_an_outline_in_the_ink_of_the_theme(kind: InsertKind) -> None:
    chart = chart_of(asked(kind))
    assert shapes(chart)
    for shape in shapes(chart):
        assert shape.get("stroke") == INK
    colours = set(re.findall(rb"#[0-9a-f]{6}", chart.svg))
    assert {each.decode() for each in colours} <= {INK, HAIR, COLOURS[Area.PREVENT]}


def test_the_colours_stand_out_from_paper_and_from_both_themes() -> None:
    for colour in (*COLOURS.values(), NO_AREA, INK):
        assert contrast(colour, "#ffffff") >= 3
    sheet = SHEET.read_text("utf-8")
    rules = dict(
        re.findall(
            r'"-1"\] \[fill="(#[0-9a-f]{6})"\] \{\s*fill: var\(--vijfluik-color-([a-z-]+)\)', sheet
        )
    )
    assert set(rules) == {*COLOURS.values(), NO_AREA}
    for theme in ("light", "dark"):
        tokens = palette(theme)
        for token in (*rules.values(), "text"):
            assert contrast(tokens[token], tokens["ground"]) >= 3, (theme, token)
            assert contrast(tokens[token], tokens["surface"]) >= 3, (theme, token)


@pytest.mark.parametrize("kind", [InsertKind.SHARE, InsertKind.FLOW, InsertKind.TILES])
def test_parts_differ_in_filling_and_not_in_colour_alone(kind: InsertKind) -> None:
    chart = chart_of(asked(kind))
    kinds = {each.get("fill", "") for each in read_svg(chart.svg).iter()} - {""}
    solid = {each for each in kinds if each.startswith("#")} - {INK}
    hatched = {each for each in kinds if each.startswith("url(#")}
    assert solid == {COLOURS[Area.PREVENT]}
    assert hatched
    if kind is InsertKind.SHARE:
        assert len(solid | hatched) == len(ROWS[kind][3])


def test_more_parts_than_fillings_are_refused() -> None:
    one = asked(InsertKind.SHARE)
    [name] = one.figures
    many = {f"deel{number}": number + 1 for number in range(MOST + 1)}
    figure = computed(name, sum(many.values()), by="state", parts=many)
    with pytest.raises(ChartError, match="cannot be told apart"):
        chart_of(replace(one, computed={name: figure}))


def test_a_breakdown_that_a_figure_does_not_have_is_refused() -> None:
    one = asked(InsertKind.SHARE)
    with pytest.raises(ChartError, match="not broken down by 'weather'"):
        chart_of(replace(one, insert=replace(one.insert, by="weather")))


def test_a_timeline_stands_in_the_order_of_time_whatever_the_order_of_writing() -> None:
    chart = chart_of(asked(InsertKind.TIMELINE))
    order = ["Rij 1 van alles", "Rij 2 van alles", "Rij 0 van alles"]
    drawn = [text.text for text in texts(chart) if text.text in order]
    assert drawn == order
    places = [float(each.get("x", "nan")) for each in shapes(chart) if each.get("x")]
    assert places == sorted(places)


def test_bars_of_money_are_as_long_as_their_amounts() -> None:
    long, short = (
        float(each.get("width", "")) for each in shapes(chart_of(asked(InsertKind.MONEY)))
    )
    assert short / long == pytest.approx(500_000 / 1_400_000, abs=0.001)


def test_flows_and_shares_are_as_wide_as_their_numbers() -> None:
    chart = chart_of(asked(InsertKind.SHARE))
    bars = [each for each in shapes(chart) if each.get("height") == "26"]
    widths = [float(each.get("width", "")) for each in bars]
    assert sum(widths) == pytest.approx(WIDTH, abs=1)
    assert widths == sorted(widths, reverse=True)
    for (first, one), (second, other) in pairwise(
        zip(widths, sorted(ROWS[InsertKind.SHARE][3].values(), reverse=True), strict=True)
    ):
        assert first / second == pytest.approx(one / other, rel=0.05)


@pytest.mark.parametrize("hedge", list(Hedge))
@pytest.mark.parametrize("number", [7, 20, 105, 250, 5537])
@pytest.mark.parametrize("supplied", ["", "opgegeven door de bron"])
def test_the_ends_of_a_range_are_what_the_words_still_allow(
    hedge: Hedge, number: Number, supplied: str
) -> None:
    found = range_of(Value("x", number, hedge=hedge, supplied=supplied))
    assert found is not None
    assert found.least <= number
    assert found.most is None or number <= found.most
    if supplied and hedge is not Hedge.EXACT:
        claim = Claim(hedge=hedge, stated=found.least)
        assert found.exact is None
        if hedge in {Hedge.JUST_OVER, Hedge.AT_LEAST}:
            assert holds(claim, value=found.least)
            assert found.most is None or holds(claim, value=found.most)
    else:
        assert found.exact == number


def test_a_tile_per_municipality_and_the_numbers_per_region() -> None:
    chart = chart_of(asked(InsertKind.TILES))
    titles = [each.text for each in read_svg(chart.svg).iter() if each.tag.endswith("title")]
    assert titles == ["Duinmeer", "Zandwijk", "Maasrade"]
    regions = {
        row.header: [plain_text(cell.content) for cell in row.cells] for row in chart.table.rows
    }
    assert regions == {
        "2017": ["1", "2"],
        "Duinrand": ["Duinmeer", "Duinmeer"],
        "Maashoek": ["–", "–"],
    }
