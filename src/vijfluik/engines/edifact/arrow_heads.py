"""The head of an Arrow message of one record batch, with its numbers left to be filled in.

Arrow's own format between processes is a head (a FlatBuffer that says how many rows there are and
which bytes each column has) and the bytes. A table becomes such a message in one piece of memory;
Arrow then makes all columns over it at once and copies nothing. The head of a schema is always the
same but for the numbers, so it is made once, by Arrow itself.
"""

import struct
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa


class Head(NamedTuple):
    """Numbers of 64 bits, and at which of them what stands; see `kernel.gathering`."""

    content: npt.NDArray[np.int64]
    rows: int
    body: int
    columns: int
    buffers: int


@cache
def head_of(schema: Any) -> Head:
    """The head for batches of a schema."""
    columns = [pa.nulls(1, field.type) for field in schema]
    # Without the test of what is null: Arrow then looks at the numbers only.
    fields = [pa.field(field.name, field.type) for field in schema]
    message = pa.RecordBatch.from_arrays(columns, schema=pa.schema(fields)).serialize().to_pybytes()
    (length,) = struct.unpack_from("<i", message, 4)
    # Behind the mark and the length stands the root: Message, whose header is a RecordBatch.
    root = _led(message, 8)
    batch = _led(message, _field(message, root, 2))
    places = (
        _field(message, batch, 0),
        _field(message, root, 3),
        _led(message, _field(message, batch, 1)) + 4,
        _led(message, _field(message, batch, 2)) + 4,
    )
    rows, body, nodes, buffers = (place // 8 for place in places)
    return Head(np.frombuffer(message[: 8 + length], np.int64), rows, body, nodes, buffers)


def _led(message: bytes, place: int) -> int:
    """Where an offset of a FlatBuffer leads to."""
    return place + int(struct.unpack_from("<I", message, place)[0])


def _field(message: bytes, table: int, number: int) -> int:
    """Where a field of a table of a FlatBuffer stands."""
    (back,) = struct.unpack_from("<i", message, table)
    return table + int(struct.unpack_from("<H", message, table - back + 4 + 2 * number)[0])
