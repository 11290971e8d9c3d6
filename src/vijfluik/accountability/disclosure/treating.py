"""The treatment of the figures of a publication: read when it was decided, or as it would be.

`publishing.published` applies it to a figure; `actions.decide` keeps it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from vijfluik.accountability.disclosure.cells import VALUE
from vijfluik.accountability.disclosure.composing import compose
from vijfluik.accountability.disclosure.pattern import HIDDEN, Pattern, State, parsed
from vijfluik.accountability.disclosure.stored import (
    earlier,
    exempt_names,
    exemptions_of,
    parameters_of,
    standing,
    standing_with,
)
from vijfluik.accountability.disclosure.tables import THEN, Table, tables_of
from vijfluik.accountability.disclosure.words import hidden_text, note_text
from vijfluik.accountability.figures.computed import Computed
from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """How the numbers of a publication are shown. key: of the stored pattern, if it is stored."""

    pattern: Pattern
    publication: str
    as_of: dt.datetime
    key: UUID | None = None
    adopted: bool = False

    def state(
        self,
        *,
        figure: str,
        dimension: str,
        member: str | None,
        plane: str = VALUE,
        reading: str = THEN,
    ) -> State:
        """What is done with one number; what no rule protects is shown."""
        found = self._found(figure, dimension, reading, plane, member)
        return State.SHOWN if found is None else found[0]

    def text(
        self,
        *,
        figure: str,
        dimension: str,
        member: str | None,
        language: Language,
        plane: str = VALUE,
        reading: str = THEN,
    ) -> str | None:
        """What stands in the place of a number that is hidden; None when it is shown.

        Args:
            figure: its id.
            dimension: the breakdown.
            member: the part; None for what records do not state.
            language: of the words.
            plane: of the value, or of the records behind it.
            reading: of places, as they were then or as they are now.
        """
        found = self._found(figure, dimension, reading, plane, member)
        if found is None or found[0] not in HIDDEN:
            return None
        state, value = found
        return hidden_text(state=state, value=value, limits=self.pattern.limits, language=language)

    def note(self, *, figure: str, dimension: str, language: Language) -> str:
        """What stands under a table in which something is hidden; empty when nothing is."""
        pattern = self.pattern
        hides = any(
            pattern.state(at=at, number=number) in HIDDEN
            for at, table in enumerate(pattern.tables)
            if table.figure == figure and table.dimension == dimension
            for number in table.numbers
        )
        return note_text(language) if hides else ""

    def protects(self, figure: str, dimension: str) -> bool:
        """Whether a breakdown is protected at all."""
        return bool(self._planes(figure, dimension))

    def counts_records(self, figure: str, dimension: str) -> bool:
        """Whether the values of a breakdown are numbers of records themselves."""
        return self._planes(figure, dimension) == {VALUE}

    def _planes(self, figure: str, dimension: str) -> set[str]:
        return {
            table.plane
            for table in self.pattern.tables
            if table.figure == figure and table.dimension == dimension
        }

    def _found(
        self, figure: str, dimension: str, reading: str, plane: str, member: str | None
    ) -> tuple[State, int] | None:
        # A place that went into no other is the same in both readings.
        for each in (reading, THEN):
            found = self.pattern.treatment((figure, dimension, each, plane, member))
            if found is not None:
                return found
        return None


REPORT, FIGURE = "rapportage:", "cijfer:"


def report_name(slug: str) -> str:
    """The name of a report as a publication."""
    return f"{REPORT}{slug}"


def figure_name(figure: str) -> str:
    """The name of a figure that is a publication by itself: a file of it."""
    return f"{FIGURE}{figure}"


def stored_treatment(
    figures: Sequence[Computed], *, publication: str, as_of: dt.datetime
) -> Treatment | None:
    """The treatment that was decided, if it was: it is read and never worked out again."""
    ids = [each.definition.id for each in figures]
    row = standing(publication=publication, as_of=as_of, figures=ids)
    if row is None and publication.startswith(FIGURE) and len(figures) == 1:
        row = standing_with(figure=figures[0].definition.id, as_of=as_of)
    if row is None or not {each.definition.id for each in figures} <= {*row.figures}:
        return None
    return Treatment(
        pattern=parsed(row.content),
        publication=row.publication,
        as_of=as_of,
        key=row.key,
        adopted=row.approved_by_id is not None,
    )


def treatment_of(figures: Sequence[Computed], *, publication: str, as_of: dt.datetime) -> Treatment:
    """The treatment that was decided; before anything was published, as it would be decided now.

    It stores nothing: `actions.decide` does, for what leaves the platform.

    Args:
        figures: all of the publication, as of the moment.
        publication: `report_name` or `figure_name`.
        as_of: the closed moment.
    """
    found = stored_treatment(figures, publication=publication, as_of=as_of)
    return found or composed(figures, publication=publication, as_of=as_of)


def composed(figures: Sequence[Computed], *, publication: str, as_of: dt.datetime) -> Treatment:
    """The treatment as it is decided now, by the parameters of the day and what came before."""
    parameters = parameters_of(as_of)
    tables: list[Table] = tables_of(figures, parameters=parameters)
    pattern = compose(
        tables,
        parameters=parameters,
        exempt=exempt_names(tables, exemptions=exemptions_of(publication)),
        earlier=earlier(
            tables,
            publication=publication,
            as_of=as_of,
            number=parameters.value("looking_back").value,
        )
        if tables
        else {},
    )
    return Treatment(pattern=pattern, publication=publication, as_of=as_of)
