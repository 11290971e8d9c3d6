"""The filter: Annex I only; what reveals health or religion leaves a count and nothing else."""

from typing import Any

import pytest
from tests.engines.edifact import samples

from vijfluik.engines.edifact import DEFAULT, Kind, Policy, Reader, TooLoose, tables_of
from vijfluik.engines.edifact.policy import MEALS, MEDICAL
from vijfluik.engines.edifact.tables import TABLES

HEAD = (
    b"UNB+IATA:1+XX+YY+260504:0500+1'UNH+1+PNRGOV:18:1:IA'MSG+:22'TVL+040526:0500+AMS+LHR+KL+1'"
    b"EQN+1'SRC'RCI+KL:ABCDEF'TIF+JANSEN+PIET:A:1'"
)
TAIL = b"UNT+%d+1'UNZ+1+1'"


def read(*segments: bytes, policy: Policy = DEFAULT) -> dict[str, Any]:
    """A message with these segments about its traveller."""
    data = HEAD + b"".join(segments) + TAIL % (9 + len(segments))
    return tables_of(Reader(policy=policy).batches(data))


def contains(tables: dict[str, Any], secret: bytes) -> bool:
    """Whether any buffer of any column holds the bytes, shown or not."""
    for table in tables.values():
        for column in table.columns:
            for chunk in column.chunks:
                if any(secret in bytes(buffer) for buffer in chunk.buffers() if buffer is not None):
                    return True
    return False


@pytest.mark.parametrize("code", sorted(MEALS | MEDICAL))
def test_meals_and_medical_codes_leave_a_count_only(code: str) -> None:
    tables = read(b"SSR+%s:HK:1:KL:::AMS:LHR:SECRET+::1'" % code.encode())
    message = tables["message"].to_pylist()[0]
    kind = "meal" if code in MEALS else "medical"
    assert message[f"filtered_{kind}"] == 1
    assert not contains(tables, code.encode())
    assert not contains(tables, b"SECRET")


@pytest.mark.parametrize(
    ("segment", "kind"),
    [
        (b"IFT+4:28::KL+SECRET WISH'", "text"),
        (b"LTS+SECRET'", "text"),
        (b"OSI+SECRET'", "text"),
        (b"SSR+OTHS:HK:1:KL:::::SECRET'", "text"),
        (b"SSR+PETC:HK:1:KL:::::SECRET'", "service"),
        (b"MSG+8'TVL+040526:1500+SECRET'", "product"),
        (b"TKT+0741:T'TXD++3.10:::SECRET'", "amount"),
        (b"XYZ+SECRET'", "other"),
    ],
)
def test_what_no_heading_permits_is_counted_and_gone(segment: bytes, kind: str) -> None:
    tables = read(segment)
    assert tables["message"].to_pylist()[0][f"filtered_{kind}"] >= 1
    assert not contains(tables, b"SECRET")


def test_ways_to_reach_somebody_and_who_pays_are_kept() -> None:
    tables = read(
        b"IFT+4:28::KL+CTCE A//POST.EXAMPLE'",
        b"TKT+0741:T'FOP+CC:::VI:XXXX1:0127'IFT+4:43+P JANSEN+LAAN 1+316'",
    )
    assert tables["contact"]["value"].to_pylist() == [b"A//POST.EXAMPLE"]
    assert tables["payment"]["payer"].to_pylist() == [b"P JANSEN"]


@pytest.mark.parametrize("heading", range(1, 20))
def test_a_heading_that_the_policy_leaves_out_is_in_no_buffer(heading: int) -> None:
    full = tables_of(Reader().batches(samples.pnrgov()))
    policy = DEFAULT.tightened(headings=DEFAULT.headings - {heading})
    tables = tables_of(Reader(policy=policy).batches(samples.pnrgov()))
    for table in TABLES:
        for name, of in table.texts:
            values = [value for value in full[table.name][name].to_pylist() if value]
            kept = [value for value in tables[table.name][name].to_pylist() if value]
            assert kept == ([] if of == heading else values)


def test_a_role_that_the_policy_leaves_out_is_counted_as_filtered() -> None:
    data = samples.paxlst().replace(b"NAD+FL", b"NAD+FM", 1)
    policy = DEFAULT.tightened(roles=DEFAULT.roles - {Kind.CREW})
    tables = tables_of(Reader(policy=policy).batches(data))
    message = tables["message"].to_pylist()[0]
    assert message["traveller_filtered"] == 1
    assert message["traveller_in"] == message["traveller_out"] + 1
    assert message["document_in"] == message["document_out"] + message["document_filtered"]


def test_a_dropped_code_is_counted() -> None:
    policy = DEFAULT.tightened(dropped=frozenset({"DOCA"}))
    tables = read(b"SSR+DOCA:HK:1:KL:::::/R/NL/SECRET+::1'", policy=policy)
    assert tables["message"].to_pylist()[0]["filtered_service"] == 1
    assert not contains(tables, b"SECRET")


def test_nobody_can_loosen_a_policy() -> None:
    narrow = DEFAULT.tightened(headings=frozenset({1, 4}))
    with pytest.raises(TooLoose, match="18"):
        narrow.tightened(headings=frozenset({1, 4, 18}))
    with pytest.raises(TooLoose, match="20"):
        Policy(headings=frozenset({20}))
    with pytest.raises(TooLoose, match="role"):
        DEFAULT.tightened(roles=frozenset()).tightened(roles=frozenset({Kind.CREW}))


def test_findings_hold_no_content() -> None:
    tables = read(b"ZZZ+SECRET'")
    assert tables["finding"].column_names == [
        "message",
        "position",
        "kind",
        "severity",
    ]
