"""The same two functions over many processes or machines: streams in, rows out, rows joined.

`read_rows` and `join_rows` take and give Arrow record batches and know nothing of who calls them:
this process, a pool, or Spark (`mapInArrow`, and `applyInArrow` grouped by flight). One schema
holds the rows of all tables: a column per table, of which one is filled.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pyarrow as pa

from vijfluik.engines.edifact.batching import Batches, schema
from vijfluik.engines.edifact.joining import join_flight, key_of
from vijfluik.engines.edifact.policy import DEFAULT, Policy
from vijfluik.engines.edifact.pooling import MESSAGES_A_STREAM
from vijfluik.engines.edifact.reading import Reader, Source, pieces
from vijfluik.engines.edifact.tables import TABLES

# Whole interchanges: `stream` numbers them, so that numbers of messages stay unique.
RAW = pa.schema([pa.field("stream", pa.int64()), pa.field("content", pa.binary())])
OWN_HEAD = re.compile(rb"\s*(?:UNA[^\w]{6}\s*)?")
# Where an interchange begins, when the one before it was ended.
BEGINNING = re.compile(rb"(?<=[^\w\s])\s*((?:UNA[^\w]{6}\s{0,2})?UNB[^\w\s])")


@cache
def wide_schema() -> Any:
    """A row of any table: its flight, the table's name, and the row in the column of that name."""
    columns = [
        pa.field(table.name, pa.struct(list(_spark_types(schema(table.name))))) for table in TABLES
    ]
    return pa.schema(
        [pa.field("flight_key", pa.string()), pa.field("table", pa.string()), *columns]
    )


def _spark_types(fields: Any) -> Iterator[Any]:
    """Moments in microseconds: Spark knows no others."""
    for field in fields:
        kind = pa.timestamp("us") if field.type == pa.timestamp("s") else field.type
        yield pa.field(field.name, kind)


def interchanges(source: Source, *, at_least: int = 1 << 20) -> Iterator[bytes]:
    """A stream cut between interchanges into pieces of about that size."""
    held = bytearray()
    seen = 1
    for piece in pieces(source, at_least):
        held += piece
        if len(held) < at_least:
            continue
        last = None
        for found in BEGINNING.finditer(held, seen):
            # Behind its own UNA an interchange does not begin anew.
            if not OWN_HEAD.fullmatch(held[: found.start(1)]):
                last = found.start(1)
        seen = max(1, len(held) - 64)
        if last is not None:
            yield bytes(held[:last])
            del held[:last]
            seen = 1
    if held:
        yield bytes(held)


def raw(contents: Iterable[bytes], *, first: int = 0) -> Any:
    """Contents as one batch under `RAW`, numbered on from `first`."""
    values = list(contents)
    return pa.RecordBatch.from_arrays(
        [
            pa.array(range(first, first + len(values)), pa.int64()),
            pa.array(values, pa.binary()),
        ],
        schema=RAW,
    )


def read_rows(batches: Iterable[Any], *, policy: Policy = DEFAULT) -> Iterator[Any]:
    """Batches under `RAW` into batches under `wide_schema`. Pure: no message knows another."""
    for batch in batches:
        streams = batch.column("stream").to_pylist()
        for stream, content in zip(streams, batch.column("content"), strict=True):
            reader = Reader(policy=policy, first_message=stream * MESSAGES_A_STREAM)
            for made in reader.batches(memoryview(content.as_buffer())):
                yield from widened(made)


def widened(batches: Batches) -> Iterator[Any]:
    """The rows of all tables under the one schema, with the flight of their message."""
    messages = batches["message"].column("message").to_numpy(zero_copy_only=False)
    first = int(messages[0]) if len(messages) else 0
    # One place more, for findings that belong to no message.
    keys = [""] * (len(messages) + 1)
    flights = batches["flight"]
    columns = flights.select(["message", "carrier", "number", "departure"]).to_pylist()
    for row in reversed(columns):
        carrier, number, day = key_of(row)
        words = f"{carrier.decode('iso8859-1')}{number.decode('iso8859-1')}/{day}"
        keys[row["message"] - first] = words
    named = pa.array([key or "/-1" for key in keys[:-1]] + [""], pa.string())
    for table in TABLES:
        rows = batches[table.name]
        if rows.num_rows:
            places = rows.column("message").fill_null(first + len(messages))
            which = places.to_numpy(zero_copy_only=False) - first
            yield _wide(table.name, rows, named.take(pa.array(which)))


def _wide(name: str, rows: Any, flights: Any) -> Any:
    fields = list(wide_schema().field(name).type)
    struct = pa.StructArray.from_arrays(
        [rows.column(field.name).cast(field.type) for field in fields], fields=fields
    )
    count = rows.num_rows
    columns = [flights, pa.repeat(pa.scalar(name), count)]
    columns += [
        struct if field.name == name else pa.nulls(count, field.type)
        for field in list(wide_schema())[2:]
    ]
    return pa.RecordBatch.from_arrays(columns, schema=wide_schema())


def narrowed(batches: Iterable[Any]) -> Batches:
    """Rows under the one schema as a table each, in the order of message and position."""
    whole = pa.Table.from_batches(list(batches), wide_schema())
    made = {}
    for table in TABLES:
        fields = schema(table.name)
        own = whole.filter(pa.compute.equal(whole["table"], table.name))
        struct = own[table.name].combine_chunks()
        parts = struct.chunks if isinstance(struct, pa.ChunkedArray) else [struct]
        columns = [
            pa.chunked_array(
                [part.field(place).cast(field.type) for part in parts], type=field.type
            )
            for place, field in enumerate(fields)
        ]
        rows = pa.Table.from_arrays(columns, schema=fields)
        keys = [("message", "ascending"), ("position", "ascending")]
        if rows.num_rows:
            rows = rows.sort_by([*keys, *_further(table.keys)])
        made[table.name] = rows.combine_chunks()
    return made


def _further(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(key, "ascending") for key in keys[2:]]


def join_rows(rows: Any) -> Any:
    """All rows of one flight, as one table under the one schema, into those of its newest view."""
    batches = narrowed(rows.to_batches())
    flight = rows["flight_key"][0].as_py() if rows.num_rows else ""
    if batches["message"].num_rows == 0:
        return rows
    joined = join_flight([batches])
    made = [
        _wide(name, batch, pa.repeat(pa.scalar(flight), batch.num_rows))
        for name, batch in joined.batches.items()
        if batch.num_rows
    ]
    return pa.Table.from_batches(made, wide_schema())
