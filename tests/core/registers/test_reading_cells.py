"""From a cell to a value, and what would be right when it is none."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vijfluik.core.registers.exporting.separated import as_cell
from vijfluik.core.registers.importing import cells
from vijfluik.core.registers.importing.choices import ChoiceTable, vocabulary
from vijfluik.core.registers.importing.columns import column_letter, match_header
from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.importing.sheets import CellValue
from vijfluik.programme.trainings.vocabulary import Audience

DAY = dt.date(2018, 3, 15)


@pytest.mark.parametrize("value", ["15-03-2018", "15-3-2018", "15/3/2018", "2018-03-15", DAY])
def test_a_day_is_read_in_each_form(value: CellValue) -> None:
    assert cells.read_day(value) == DAY


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("31-02-2018", "15-03-2018"),
        ("15-3-18", "15-03-2018"),
        ("maart", "dd-mm-jjjj"),
        (43174, "dd"),
    ],
)
def test_no_day_says_what_would_be_right(value: CellValue, right: str) -> None:
    with pytest.raises(Unreadable) as caught:
        cells.read_day(value)
    assert right in caught.value.right


@pytest.mark.parametrize(("value", "number"), [("12", 12), (12, 12), (12.0, 12), ("1.250", 1250)])
def test_a_count_is_read(value: CellValue, number: int) -> None:
    assert cells.read_count(value) == number


@pytest.mark.parametrize("value", ["twaalf", "1,5", 1.5, "-1", "9999999999", "NaN", "Infinity", ""])
def test_no_count_is_refused(value: CellValue) -> None:
    with pytest.raises(Unreadable):
        cells.read_count(value)


@pytest.mark.parametrize(
    ("value", "number"), [("7,8", "7.8"), ("7.8", "7.8"), (7.8, "7.8"), (8, "8")]
)
def test_a_mark_is_read(value: CellValue, number: str) -> None:
    assert cells.read_decimal(value, places=1) == Decimal(number)


def test_too_many_decimals_are_not_rounded_in_silence() -> None:
    with pytest.raises(Unreadable) as caught:
        cells.read_decimal("7,85", places=1)
    assert caught.value.right == "7,8"


@pytest.mark.parametrize("word", ["jongerenwerk", "Jongerenwerk ", "youth_work", "YOUTH WORK"])
def test_a_word_of_a_list_is_read_by_label_and_identifier(word: str) -> None:
    assert vocabulary(Audience).read(word) == Audience.YOUTH_WORK


def test_the_nearest_word_is_suggested() -> None:
    with pytest.raises(Unreadable) as caught:
        vocabulary(Audience).read("jongerewerk")
    assert caught.value.right == "jongerenwerk"


def test_a_word_near_to_none_gets_the_whole_list() -> None:
    table = ChoiceTable.of_names([("rood", 1), ("blauw", 2)])
    with pytest.raises(Unreadable) as caught:
        table.read("xyz")
    assert caught.value.right == "een van: rood, blauw"


def test_several_words_are_read_once_each_in_their_order() -> None:
    found = vocabulary(Audience).read_several("politie; gemeente / politie")
    assert found == [Audience.POLICE, Audience.MUNICIPALITY]


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_letters_of_a_spreadsheet(index: int, letter: str) -> None:
    assert column_letter(index) == letter


def test_headings_are_matched_as_people_write_them() -> None:
    match = match_header(
        ["Gepland_op", " KENMERK", "kenmrk", "fout", "Kenmerk"],
        headings={"planned_on": ["gepland op"], "reference": ["kenmerk"], "title": ["titel"]},
        required=["title"],
        ignored=["fout"],
    )
    assert match.positions == {"planned_on": 0, "reference": 1}
    assert [(column.letter, column.nearest) for column in match.unknown] == [("C", "kenmerk")]
    assert [column.letter for column in match.twice] == ["E"]
    assert match.missing == ["title"]


@example("0'@")
@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Z")), max_size=60))
def test_a_text_that_was_written_is_read_as_it_was(text: str) -> None:
    if not text.startswith("'"):
        assert cells.read_text(as_cell(text), longest=100) == text


@pytest.mark.parametrize("text", ["=1+1", "+31", "-x", "@SUM(A1)"])
def test_a_text_that_looks_like_a_formula_is_disarmed(text: str) -> None:
    assert as_cell(text).startswith("'")
    assert cells.read_text(as_cell(text), longest=100) == text


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    with pytest.raises(Unreadable) as caught:
        cells.read_text("x" * 41, longest=40)
    assert "41" in caught.value.wrong
