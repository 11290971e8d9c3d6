"""Reading and joining on Apache Spark: the functions of `distribution`, and nothing beside them.

Needs the extra `spark` (pyspark) and Java 17.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from vijfluik.engines.edifact.distribution import RAW, join_rows, read_rows, wide_schema


def _read(batches: Iterable[Any]) -> Iterator[Any]:
    yield from read_rows(batches)


def _join(rows: Any) -> Any:
    return join_rows(rows)


def spark_schema(arrow: Any) -> Any:
    """An Arrow schema in Spark's types."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(arrow, prefer_timestamp_ntz=True)


def frame(session: Any, contents: list[bytes], *, partitions: int) -> Any:
    """Interchanges as a data frame of so many partitions."""
    rows = [(stream, bytearray(content)) for stream, content in enumerate(contents)]
    return session.createDataFrame(rows, spark_schema(RAW)).repartition(partitions)


def read_frame(frame: Any) -> Any:
    """A data frame under `RAW` into one under `wide_schema`."""
    return frame.mapInArrow(_read, spark_schema(wide_schema()))


def join_frame(frame: Any) -> Any:
    """A data frame of rows into one with the newest view of each flight."""
    grouped = frame.groupBy("flight_key")
    return grouped.applyInArrow(_join, spark_schema(wide_schema()))


def collected(frame: Any) -> Any:
    """The rows of a data frame as an Arrow table under `wide_schema`."""
    return frame.toArrow().cast(wide_schema()) if frame is not None else pa.table({})
