"""Several statements that answer with one row each, as one question to the database.

Of a small source the way there and back, twice through the queue for a processor, takes longer than
the counting; a page asks a score of sources.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from vijfluik.core.facts.statements import Parameter, Statement

SHARED = "as_of"


def as_one(statements: Sequence[Statement]) -> Statement:
    """One question for all of them, for `answers` to take apart.

    Args:
        statements: one or more, of the same moment, each with one row of which all columns have
            different names.

    Raises:
        ValueError: they are of different moments.
    """
    if len({each.parameters[SHARED] for each in statements}) != 1:
        raise ValueError("statements of different moments are not one question")
    parameters: dict[str, Parameter] = {SHARED: statements[0].parameters[SHARED]}
    parts = []
    for number, each in enumerate(statements):
        prefix = f"part_{number}_"
        sql = each.sql.replace("%(", f"%({prefix}")
        parts.append(
            f'SELECT {number} AS "part", to_jsonb("answers") FROM (\n'
            f'{sql.replace(f"%({prefix}{SHARED})", f"%({SHARED})")}\n) AS "answers"'
        )
        own = {name: value for name, value in each.parameters.items() if name != SHARED}
        parameters |= {f"{prefix}{name}": value for name, value in own.items()}
    return Statement(sql="\nUNION ALL\n".join(parts), parameters=parameters)


def answers(rows: Sequence[tuple[int, str]]) -> list[Mapping[str, Any]]:
    """Column → value per statement, in their order.

    Args:
        rows: of the question; Django hands over jsonb as the text that PostgreSQL gives.
    """
    return [json.loads(text) for _part, text in sorted(rows)]
