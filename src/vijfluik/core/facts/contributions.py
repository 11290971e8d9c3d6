"""What one version brings into a figure, as SQL: whether it counts, and how much it adds."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vijfluik.core.facts.compiling import Conditions, amount, things_of
from vijfluik.core.facts.compiling_ratio import divided
from vijfluik.core.facts.measures import Distinct, Ratio, Sum
from vijfluik.core.facts.queries import FigureQuery
from vijfluik.core.facts.sources import Source
from vijfluik.core.facts.statements import Parameter

NOTHING = "NULL::bigint"
NO_THINGS = "NULL::text[]"
INTO = "into"


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """SQL expressions over a version and what fills their places.

    counted: whether it counts, never NULL. number: what it adds to a count, a sum or a numerator;
    base: to a denominator; things: which different things it names. Of these the ones that the
    measure has no use for are NULL, and so is what the version does not state.
    """

    counted: str
    number: str
    base: str
    things: str
    parameters: Mapping[str, Parameter]

    def columns(self) -> str:
        """The four as columns `counted`, `number`, `base` and `things`, empty when not counted."""
        return (
            f'{self.counted} AS "counted",'
            f' CASE WHEN {self.counted} THEN {self.number} END AS "number",'
            f' CASE WHEN {self.counted} THEN {self.base} END AS "base",'
            f' CASE WHEN {self.counted} THEN {self.things} END AS "things"'
        )


def contribution(
    query: FigureQuery,
    *,
    source: Source,
    as_of: dt.datetime,
    prefix: str,
    carried: bool = False,
) -> Contribution:
    """What a version brings into a query whose period is that of a moment.

    Args:
        query: what is counted.
        source: where.
        as_of: decides the days of the period; which versions are looked at is not said here.
        prefix: put before the names of the parameters, so that two queries share a statement.
        carried: whether things are places that are looked up in the parameter `into`.

    Raises:
        QueryError, UnknownName: the query cannot be counted.
    """
    where = Conditions(query, source=source, as_of=as_of)
    number, base, things = "1::bigint", NOTHING, NO_THINGS
    match query.measure:
        case Sum():
            number = f"({amount(query)})::bigint"
        case Ratio() as measure:
            base, number = divided(measure, where=where)
        case Distinct() as measure:
            things = things_of(measure, source=source)
            number = NOTHING
        case _:
            pass
    if carried:
        each = f'coalesce(%({INTO})s::jsonb ->> "place", "place")'
        things = f'ARRAY(SELECT DISTINCT {each} FROM unnest({things}) AS "place")'
    own = {name: value for name, value in where.parameters.items() if name != "as_of"}
    return Contribution(
        counted=_named(f"(({where.counting}) IS TRUE)", prefix=prefix),
        number=_named(number, prefix=prefix),
        base=_named(base, prefix=prefix),
        things=_named(things, prefix=prefix),
        parameters={f"{prefix}{name}": value for name, value in own.items()},
    )


def _named(sql: str, *, prefix: str) -> str:
    """The SQL with its own parameters under the prefix."""
    kept = f"%({INTO})s"
    return sql.replace(kept, "\0").replace("%(", f"%({prefix}").replace("\0", kept)
