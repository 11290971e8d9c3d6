"""Batches of several streams in one: messages numbered on, so that keys stay unique."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vijfluik.engines.edifact.batching import Batches


def renumbered(batches: Batches, first: int) -> Batches:
    """The same rows, the number of every message raised by `first`."""
    if first == 0:
        return batches
    return {name: _raised(batch, first) for name, batch in batches.items()}


def _raised(batch: Any, first: int) -> Any:
    numbers = pc.add(batch.column("message"), pa.scalar(first, pa.int64()))
    return batch.set_column(
        batch.schema.get_field_index("message"), batch.schema.field("message"), numbers
    )
