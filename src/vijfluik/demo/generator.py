"""All records of the demonstration, from the targets, the seed and the day of loading."""

import datetime as dt
from collections.abc import Iterator

from vijfluik.demo.beside import records_beside
from vijfluik.demo.current import current_records
from vijfluik.demo.knowledge import EARLIEST_LOADING
from vijfluik.demo.numbering import Numbering
from vijfluik.demo.records import Batch, Record
from vijfluik.demo.series import batch_of, records_of
from vijfluik.demo.targets import Targets, TargetsRefused


def generate(*, targets: Targets, day: dt.date) -> Iterator[Record]:
    """The records, `targets.size(day=day)` of them; the same ones for the same arguments.

    Args:
        targets: what the figures must be.
        day: the Dutch day of loading; nothing is known from that day or later.

    Raises:
        TargetsRefused: the day lies before the years of the report are complete.
    """
    if day < EARLIEST_LOADING:
        raise TargetsRefused(
            f"The demonstration tells of 2019, so it can be loaded from {EARLIEST_LOADING} on;"
            f" this machine says it is {day}."
        )
    numbering = Numbering()
    for series in targets.series:
        yield from records_of(series, targets=targets, numbering=numbering)
    yield from records_beside(targets=targets, day=day, numbering=numbering)
    yield from current_records(targets=targets, day=day, numbering=numbering)


def batches(targets: Targets) -> list[Batch]:
    """The files that some of the records came from."""
    found = (batch_of(series, targets=targets) for series in targets.series)
    return [batch for batch in found if batch is not None]
