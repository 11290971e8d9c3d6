"""Everything is read, nobody is lost, compiled and plain alike, however the stream is cut."""

import re
from typing import Any

import pytest
from tests.engines.edifact import samples

from vijfluik.engines.edifact import Finding, Reader, read_messages, tables_of
from vijfluik.engines.edifact.generating import FAULTS, broken
from vijfluik.engines.edifact.generating.breaking import LOSSLESS
from vijfluik.engines.edifact.tables import TABLES

CORPUS = samples.corpus()
# An independent count: names by splitting, without any of our grammar.
NAMES = re.compile(rb"(?:^|['#\x1c\s])(?:TIF[+*\x1d-]|NAD[+*-](?:FL|FM|DDU|DDT|ZZZ)|PDT\+|ERP\+)")


def everything(data: bytes, **options: Any) -> dict[str, Any]:
    """All tables of a stream."""
    return tables_of(Reader(**options).batches(data))


@pytest.mark.parametrize("name", CORPUS)
def test_plain_and_compiled_give_the_same(name: str) -> None:
    plain, compiled = everything(CORPUS[name], plain=True), everything(CORPUS[name])
    for table in TABLES:
        assert plain[table.name].equals(compiled[table.name]), table.name


@pytest.mark.parametrize("size", [64, 997, 4096])
@pytest.mark.parametrize("name", CORPUS)
def test_a_stream_may_be_cut_anywhere(name: str, size: int) -> None:
    whole, cut = everything(CORPUS[name]), everything(CORPUS[name], chunk=size)
    for table in TABLES:
        if table.name != "finding":
            assert whole[table.name].equals(cut[table.name]), table.name
    rows = [sorted(map(str, made["finding"].to_pylist())) for made in (whole, cut)]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("name", CORPUS)
def test_in_is_out_plus_what_is_accounted_for(name: str) -> None:
    tables = everything(CORPUS[name])
    for message in tables["message"].to_pylist():
        for of in ("traveller", "document", "leg"):
            came, out, filtered, repeated = (
                message[f"{of}_{column}"] for column in ("in", "out", "filtered", "duplicates")
            )
            assert came == out + filtered + repeated
    assert Finding.LOST not in tables["finding"]["kind"].to_pylist()
    assert sum(tables["message"]["traveller_out"].to_pylist()) == tables["traveller"].num_rows
    assert sum(tables["message"]["document_out"].to_pylist()) == tables["document"].num_rows


@pytest.mark.parametrize("name", [name for name in CORPUS if "wrapped" not in name])
def test_whoever_is_named_is_in_the_rows(name: str) -> None:
    data = CORPUS[name].replace(b"\r", b"").replace(b"\n", b"").replace(b"\0", b"")
    named = len(NAMES.findall(data))
    tables = everything(CORPUS[name])
    rows = tables["traveller"].num_rows
    again = sum(tables["message"]["traveller_duplicates"].to_pylist())
    mentioned = named - rows - again
    # The rest are mentions at check-in or in the history of somebody who has a row.
    assert mentioned >= -rows
    if named:
        assert rows > 0


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_takes_nobody_away(fault: str) -> None:
    expected = {
        row.ref for contents in read_messages(samples.pnrgov()) for row in contents.travellers
    }
    data = broken(samples.pnrgov(), fault=fault, seed=11)
    contents = list(read_messages(data))
    seen = {row.ref for one in contents for row in one.travellers}
    findings = everything(data)["finding"].num_rows
    if fault in LOSSLESS:
        assert seen == expected
    else:
        assert seen <= expected
    assert findings > 0 or fault in {"twice", "latin", "unknown-version", "unescaped"}


def test_positions_lead_to_the_segment() -> None:
    data = samples.pnrgov()
    for contents in read_messages(data):
        for row in contents.travellers:
            assert data[row.position :].startswith(b"TIF+")
        for leg in contents.legs:
            assert data[leg.position :].startswith(b"TVL+")


def test_release_characters_are_taken_out_and_bytes_kept() -> None:
    data = (
        b"UNB+IATA:1+XX+YY+260504:0500+1'UNH+1+PNRGOV:18:1:IA'MSG+:22'"
        b"TVL+040526:0500+AMS+LHR+KL+1'EQN+1'SRC'RCI+KL:ABCDEF'"
        b"TIF+O?'NEIL?+?:X:I+\xc3\x89VA\xff:A:1'UNT+8+1'UNZ+1+1'"
    )
    row = everything(data)["traveller"].to_pylist()[0]
    assert row["surname"] == b"O'NEIL+:X"
    assert row["given"] == b"\xc3\x89VA\xff"


@pytest.mark.parametrize(
    "data", [b" ", b"\n\n", b"no message", b"UNA:+.? '", b"UNB+UNOA:4+A+B'", b"UNH"]
)
def test_what_is_no_message_is_a_finding(data: bytes) -> None:
    tables = everything(data)
    assert tables["message"].num_rows == 0
    assert Finding.NO_MESSAGE in tables["finding"]["kind"].to_pylist()


def test_a_segment_without_an_end_does_not_fill_the_memory() -> None:
    data = samples.pnrgov() + b"UNB+IATA:1+A+B'UNH+1+PNRGOV:18:1:IA'TIF+" + b"A" * (3 << 20)
    tables = everything(data + b"\n" + samples.paxlst(), chunk=1 << 16)
    assert Finding.OVERSIZED_SEGMENT in tables["finding"]["kind"].to_pylist()
    assert 2 in tables["message"]["format"].to_pylist()


def test_a_message_that_fills_a_table_is_read_all_the_same() -> None:
    names = b"".join(b"TIF+A:I+B:A:%d'" % number for number in range(5000))
    data = (
        b"UNB+IATA:1+A+B+260504:0500+1'UNH+1+PNRGOV:18:1:IA'SRC'" + names + b"UNT+5003+1'UNZ+1+1'"
    )
    assert everything(data)["traveller"].num_rows == 5000
