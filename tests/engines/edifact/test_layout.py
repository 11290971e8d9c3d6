"""The kernel's own numbers are those of the tables, the kinds and the records."""

import pytest

from vijfluik.engines.edifact import records
from vijfluik.engines.edifact.grammar.compiling import GRAMMARS, tag_names
from vijfluik.engines.edifact.grammar.rules import State
from vijfluik.engines.edifact.kernel import api, layout
from vijfluik.engines.edifact.kinds import SEVERITY, Finding, Format
from vijfluik.engines.edifact.tables import BY_NAME, KEYS, TABLES

FINDINGS = {
    "F_OUTSIDE": Finding.OUTSIDE,
    "F_NO_INTERCHANGE": Finding.NO_INTERCHANGE,
    "F_UNTERMINATED": Finding.UNTERMINATED,
    "F_TRUNCATED": Finding.TRUNCATED,
    "F_NOT_ENDED": Finding.MESSAGE_NOT_ENDED,
    "F_SEGMENTS": Finding.SEGMENT_COUNT,
    "F_REFERENCE": Finding.MESSAGE_REFERENCE,
    "F_MESSAGES": Finding.MESSAGE_COUNT,
    "F_UNZ": Finding.INTERCHANGE_REFERENCE,
    "F_UNKNOWN_MESSAGE": Finding.UNKNOWN_MESSAGE,
    "F_UNKNOWN_SEGMENT": Finding.UNKNOWN_SEGMENT,
    "F_MISPLACED": Finding.MISPLACED_SEGMENT,
    "F_OVERSIZED": Finding.OVERSIZED_SEGMENT,
    "F_REPEATED": Finding.REPEATED_VALUE,
    "F_DATE": Finding.BAD_DATE,
    "F_NAME": Finding.NO_NAME,
    "F_LOCATOR": Finding.NO_LOCATOR,
    "F_NO_START": Finding.NO_BOOKING_START,
    "F_FLIGHT": Finding.NO_FLIGHT,
    "F_RECORDS": Finding.RECORD_COUNT,
    "F_QUALIFIER": Finding.UNKNOWN_QUALIFIER,
    "F_CHECK_IN": Finding.ONLY_AT_CHECK_IN,
    "F_INFANT": Finding.ONLY_AS_INFANT_OF,
    "F_UNLINKED": Finding.UNLINKED,
    "F_WRAPPED": Finding.WRAPPED,
    "F_CONTROL": Finding.CONTROL_BYTES,
    "F_LOST": Finding.LOST,
    "F_SEPARATORS": Finding.UNKNOWN_SEPARATORS,
    "F_NO_COUNT": Finding.NO_COUNT,
}
COLUMNS = {
    "traveller": {
        "C_SURNAME": "surname",
        "C_GIVEN": "given",
        "C_REF": "ref",
        "C_BIRTH": "birth_text",
    },
    "document": {
        "D_SOURCE": "source",
        "D_KIND": "kind",
        "D_NUMBER": "number",
        "D_BIRTH": "birth_text",
        "D_SEX": "sex",
        "D_EXPIRY": "expiry_text",
        "D_SURNAME": "surname",
        "D_SECOND": "second",
        "D_PLACE": "place",
        "D_APPLIES": "applies_to",
        "D_REF": "ref",
    },
}


@pytest.mark.parametrize(("name", "finding"), FINDINGS.items())
def test_findings_have_the_same_numbers(name: str, finding: Finding) -> None:
    assert getattr(layout, name) == finding


def test_every_finding_has_a_severity() -> None:
    assert set(SEVERITY) == set(Finding)


def test_tables_stand_in_the_same_order() -> None:
    for place, table in enumerate(TABLES):
        assert getattr(layout, f"T_{table.name.upper()}") == place
    assert len(TABLES) == layout.TABLES


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_that_the_kernel_names_stand_where_it_thinks(table: str) -> None:
    for constant, column in COLUMNS[table].items():
        assert getattr(layout, constant) == BY_NAME[table].text(column)


def test_numbers_that_the_kernel_names_stand_where_it_thinks() -> None:
    message = BY_NAME["message"]
    assert message.number("end") == layout.M_END
    assert message.number("declared_segments") == layout.M_DECLARED
    assert message.number("filtered_meal") == layout.M_FILTERED
    assert BY_NAME["traveller"].number("kind") == layout.N_KIND
    assert BY_NAME["traveller"].number("birth") == layout.N_BIRTH
    assert BY_NAME["document"].number("infant") == layout.N_INFANT
    assert BY_NAME["document"].number("expiry") == layout.N_PAPER_EXPIRY


def test_there_is_room_for_every_tag_state_and_format() -> None:
    names = tag_names()
    assert len(names) <= layout.TAGS
    assert max(State) < layout.STATES
    assert names.index("TIF") == layout.TIF
    assert names.index("TDT") == layout.TDT
    assert set(GRAMMARS) == set(Format)
    assert (api.SUBJECT, api.GONE) == (State.SUBJECT, State.GONE)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_records_have_the_columns_of_their_table(table: object) -> None:
    from vijfluik.engines.edifact.tables import Table

    assert isinstance(table, Table)
    renamed = {"class": "class_", "count": "count_"}
    columns = tuple(renamed.get(name, name) for name in table.columns)
    assert getattr(records.RECORDS[table.name], "_fields", None) == columns
    assert table.keys == KEYS[: len(table.keys)]


def test_the_document_shows_the_schema_as_it_is() -> None:
    from vijfluik.cli.checkout import root
    from vijfluik.engines.edifact.schema_page import placed

    document = (root() / "docs" / "passenger-messages.md").read_text("utf-8")
    assert placed(document) == document


def test_the_document_names_only_findings_that_there_are() -> None:
    import re

    from vijfluik.cli.checkout import root
    from vijfluik.engines.edifact.kinds import label

    document = (root() / "docs" / "passenger-messages.md").read_text("utf-8")
    section = document.split("## Findings")[1].split("## The account")[0]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", section))
    assert named <= {label(kind) for kind in Finding}
    assert len(named) > 10
