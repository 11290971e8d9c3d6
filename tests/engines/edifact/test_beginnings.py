"""Where a stream is cut: before its last message, which is read when it has ended."""

from unittest.mock import patch

import numpy as np
import pytest

from vijfluik.engines.compiling import compiled
from vijfluik.engines.edifact import Reader, tables_of
from vijfluik.engines.edifact.generating import flights, pnrgov_of
from vijfluik.engines.edifact.kernel.beginnings import last_beginning, last_beginning_compiled
from vijfluik.engines.edifact.writing import write_pnrgov


def test_a_name_with_the_letters_of_a_tag_begins_no_message() -> None:
    """Where to cut a stream is told alike by the compiled search and the plain one."""
    data = b"UNA:+.? '\nUNH+1+PNRGOV'TIF+MUNHOZ+A'TIF+UNHA'UNT+3+1'"
    held = b"'" * 128 + data + b"'" * 128
    for start, end, found in (
        (128, 128 + len(data), 128 + data.index(b"UNH")),
        (128 + data.index(b"MUN"), 128 + len(data), -1),
        (128, 128 + data.index(b"UNH") + 3, -1),
    ):
        assert last_beginning(memoryview(held), start, end) == found
        assert compiled(last_beginning_compiled)(np.frombuffer(held, np.uint8), start, end) == found


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [(b"", b"", 1.2), (b"UNH+", b"UN\r\nH+", 4), (b"'RCI", b"'IFT+4+UNH+'RCI", 4)],
)
@pytest.mark.parametrize("plain", [False, True])
def test_what_a_message_longer_than_a_chunk_costs(
    plain: bool, old: bytes, new: bytes, most: float
) -> None:
    """It is read when it has ended; where its beginning is not seen, or seen where none is, in
    time with its length."""
    flight = next(flights(count=1, seed=4, travellers=300))
    piece = write_pnrgov(pnrgov_of(flight, part_size=200))
    piece = piece.replace(old, new) if old else piece
    reader = Reader(chunk=1 << 14, plain=plain)
    given: list[int] = []
    call = reader._call

    def counted(begin: int, ready: int, *, ended: bool) -> int:
        given.append(ready - begin)
        return call(begin, ready, ended=ended)

    with patch.object(reader, "_call", counted):
        tables = tables_of(reader.batches(piece * 2))
    assert tables["traveller"].num_rows
    assert sum(given) < most * len(piece * 2)
