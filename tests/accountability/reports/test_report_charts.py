"""Charts come out everywhere the same, readable without colour, with words made from the data."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from vijfluik.accountability.reports.charts import (
    ChartError,
    Series,
    bars_spec,
    grouped_bars,
    line,
    line_spec,
    shades,
)
from vijfluik.accountability.reports.charts_drawing import draw
from vijfluik.accountability.reports.charts_spec import lightness
from vijfluik.accountability.reports.structure import FigureValue
from vijfluik.core.documents.inline import figures_in, plain_text
from vijfluik.core.documents.structure import Chart, Language
from vijfluik.core.documents.svg import read_svg

MakeFigure = Callable[..., FigureValue]
YEARS = ("2017", "2018", "2019")


def series(
    figure: MakeFigure, *, colours: tuple[str, ...], rows: dict[str, tuple[int | None, ...]]
) -> tuple[Series, ...]:
    return tuple(
        Series(
            label,
            colour,
            tuple(figure(f"f-{label}-{i}".lower(), value) for i, value in enumerate(values)),
        )
        for colour, (label, values) in zip(colours, rows.items(), strict=True)
    )


ROWS: dict[str, tuple[int | None, ...]] = {
    "ROR": (460, 406, 389),
    "SSV": (None, 38, 1250),
    "<JEP>": (0, None, None),
}


@pytest.fixture(params=[grouped_bars, line])
def chart(request: pytest.FixtureRequest, figure: MakeFigure) -> Chart:
    """A chart of each kind."""
    lightest = 0.85 if request.param is grouped_bars else 0.2
    made = request.param(
        caption="Trainingen per jaar",
        measure="Trainingen per jaar",
        years=YEARS,
        series=series(figure, colours=shades("#1f7a5c", number=3, lightest=lightest), rows=ROWS),
        language=Language.DUTCH,
    )
    assert isinstance(made, Chart)
    return made


def drawn_words(chart: Chart) -> list[str]:
    return [element.text or "" for element in read_svg(chart.svg).iter() if element.text]


def test_drawing_shows_its_text_and_values(chart: Chart) -> None:
    words = drawn_words(chart)
    assert {"2017", "2018", "2019", "ROR", "SSV", "<JEP>", "460", "1.250"} <= set(words)


def test_sentence_is_made_from_the_data_with_bound_figures(chart: Chart) -> None:
    assert plain_text(chart.sentence) == (
        "Trainingen per jaar: ROR daalde van 460 in 2017 naar 389 in 2019; "
        "SSV steeg van 38 in 2018 naar 1.250 in 2019; <JEP> was 0 in 2017."
    )
    assert [found.value for found in figures_in(chart.sentence)] == [
        "460",
        "389",
        "38",
        "1250",
        "0",
    ]


def test_table_and_alternative_hold_every_value(chart: Chart) -> None:
    cells = [plain_text(cell.content) for row in chart.table.rows for cell in row.cells]
    none = "geen gegevens"
    assert cells == ["460", "406", "389", none, "38", "1.250", "0", none, none]
    assert "SSV: geen gegevens in 2017, 38 in 2018, 1.250 in 2019" in chart.alternative


def test_english_words_and_numbers(figure: MakeFigure) -> None:
    rows: dict[str, tuple[int | None, ...]] = {"ROR": (1250, 1250, 1250)}
    chart = line(
        caption="Trainings per year",
        measure="Trainings",
        years=YEARS,
        series=series(figure, colours=("#1f7a5c",), rows=rows),
        language=Language.ENGLISH,
    )
    assert plain_text(chart.sentence) == (
        "Trainings: ROR stayed the same: 1,250 in 2017 to 1,250 in 2019."
    )
    assert chart.alternative.startswith("Line chart. Trainings per year. ROR: 1,250 in 2017")
    assert "1,250" in drawn_words(chart)


def test_series_without_any_data_is_still_a_chart(figure: MakeFigure) -> None:
    rows: dict[str, tuple[int | None, ...]] = {"ROR": (None, None, None)}
    chart = grouped_bars(
        caption="Trainingen",
        measure="Trainingen",
        years=YEARS,
        series=series(figure, colours=("#1f7a5c",), rows=rows),
        language=Language.DUTCH,
    )
    assert plain_text(chart.sentence) == "Trainingen: ROR geen gegevens."
    assert "2018" in drawn_words(chart)


def test_same_bytes_in_two_processes(figure: MakeFigure) -> None:
    made = series(figure, colours=shades("#1f7a5c", number=3), rows=ROWS)
    spec = bars_spec(years=YEARS, series=made, language=Language.DUTCH)
    program = (
        "import sys, json, hashlib\n"
        "from vijfluik.accountability.reports.charts_drawing import draw\n"
        "from vijfluik.core.documents.structure import Language\n"
        "svg = draw(json.load(sys.stdin), language=Language.DUTCH)\n"
        "print(hashlib.sha256(svg).hexdigest())\n"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(spec),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path("src").resolve()), "HOME": "/nonexistent"},
    ).stdout.strip()
    mine = [draw(spec, language=Language.DUTCH) for _ in range(2)]
    assert {hashlib.sha256(svg).hexdigest() for svg in mine} == {other}


def test_bars_that_look_the_same_in_grey_are_refused(figure: MakeFigure) -> None:
    rows: dict[str, tuple[int | None, ...]] = {"ROR": (1,), "SSV": (2,)}
    same = series(figure, colours=("#1f7a5c", "#b5532b"), rows=rows)
    with pytest.raises(ChartError, match="look the same in grey"):
        bars_spec(years=("2018",), series=same, language=Language.DUTCH)


def test_line_too_light_for_paper_is_refused(figure: MakeFigure) -> None:
    rows: dict[str, tuple[int | None, ...]] = {"ROR": (1,)}
    light = series(figure, colours=("#d5e3de",), rows=rows)
    with pytest.raises(ChartError, match="too light"):
        line_spec(years=("2018",), series=light, language=Language.DUTCH)


def test_widths_and_names_must_agree(figure: MakeFigure) -> None:
    short = series(figure, colours=("#1f7a5c",), rows={"ROR": (1,)})
    with pytest.raises(ChartError, match="has 1 figures"):
        bars_spec(years=YEARS, series=short, language=Language.DUTCH)
    with pytest.raises(ChartError, match="same name"):
        bars_spec(years=("2018",), series=short * 2, language=Language.DUTCH)
    with pytest.raises(ChartError, match="at least one"):
        line_spec(years=(), series=(), language=Language.DUTCH)
    with pytest.raises(ChartError, match="more than 5"):
        line_spec(years=("2018",), series=short * 6, language=Language.DUTCH)


def test_lines_differ_in_dash_and_shape(figure: MakeFigure) -> None:
    made = series(figure, colours=shades("#1f7a5c", number=3, lightest=0.2), rows=ROWS)
    spec = line_spec(years=YEARS, series=made, language=Language.DUTCH)
    dashes = spec["layer"][0]["encoding"]["strokeDash"]["scale"]["range"]
    shapes = spec["layer"][1]["encoding"]["shape"]["scale"]["range"]
    assert len({tuple(dash) for dash in dashes}) == len(set(shapes)) == 3


@pytest.mark.parametrize("number", [1, 2, 3])
def test_shades_of_every_panel_are_apart_in_grey(number: int) -> None:
    for colour in ("#5b4b9a", "#1f7a5c", "#b5532b", "#8a2846"):
        light = [lightness(shade) for shade in shades(colour, number=number)]
        assert light == sorted(light)
        assert all(b - a >= 0.06 for a, b in pairwise(light))
