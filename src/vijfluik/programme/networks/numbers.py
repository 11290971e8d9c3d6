"""What the ministry sees of the networks: numbers, from a function of the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from vijfluik.core.access.gate import listing

THING = "network_numbers"


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Of one municipality.

    Attributes:
        networks: that are active.
        meetings: of the last year.
        members_at_least: rounded down to tens; None for fewer than ten, none included.
    """

    municipality: str
    name: str
    networks: int
    meetings: int
    members_at_least: int | None


def numbers() -> Sequence[Numbers]:
    """The municipalities with a network, by name. Call it inside `acting(who)`.

    Raises:
        Refused: the actor may see none.
    """
    with listing(thing=THING) as made:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM networks.numbers()")
            names = [column.name for column in cursor.description or ()]
            rows = [Numbers(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
        made.showed([], rows=len(rows))
    return rows
