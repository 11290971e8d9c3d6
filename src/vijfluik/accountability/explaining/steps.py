"""One step of the way from a figure to what it became: what changes, and by which table of records.

The way is always the same: the days of the period move on; then records change, counted by the
definition of before; then the definition changes, over the records of after. So a record that came
in is never told as a change of the definition.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vijfluik.accountability.explaining.causes import Cause
from vijfluik.accountability.figures.definition import Definition
from vijfluik.core.facts import compiling_changes
from vijfluik.core.facts.compiling_changes import Changes
from vijfluik.core.facts.periods import Since
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.core.registers.declaration import WITHDRAWN

OF_RECORDS = (Cause.NEW, Cause.STATE, Cause.CORRECTED, Cause.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Way:
    """From a definition as of one moment to a definition of the same figure as of another.

    into: place → the place that it went into by the first moment, when places are carried.
    """

    before: Definition
    after: Definition
    since: dt.datetime
    until: dt.datetime
    into: Mapping[int, int] | None = None

    @property
    def source(self) -> Source:
        """Whose records are counted, by both definitions."""
        return source_named(self.before.query.source)

    @property
    def moves_on(self) -> bool:
        """Whether the days of the period follow the moment."""
        return isinstance(self.before.query.period, Since)

    @property
    def redefined(self) -> bool:
        """Whether the definitions differ."""
        return self.before.sha256 != self.after.sha256

    def changes(self, cause: Cause) -> Changes:
        """The records of the step that a cause belongs to.

        Raises:
            ValueError: no records stand behind that cause.
        """
        if cause in OF_RECORDS:
            return compiling_changes.of_records(
                self.before.query,
                source=self.source,
                since=self.since,
                until=self.until,
                withdrawn=WITHDRAWN,
                into=self.into,
            )
        if cause is Cause.PERIOD:
            return compiling_changes.of_queries(
                self.before.query,
                self.before.query,
                source=self.source,
                known=self.since,
                days=(self.since, self.until),
                into=self.into,
            )
        if cause is Cause.DEFINITION:
            return compiling_changes.of_queries(
                self.before.query,
                self.after.query,
                source=self.source,
                known=self.until,
                days=(self.until, self.until),
                into=self.into,
            )
        raise ValueError(f"no step of its own has the cause {cause}")

    @property
    def steps(self) -> tuple[Cause, ...]:
        """A cause of each step that there is; all causes of records are one step."""
        first = (Cause.PERIOD,) if self.moves_on else ()
        last = (Cause.DEFINITION,) if self.redefined else ()
        return (*first, Cause.NEW, *last)
