"""Whoever takes a turn holds it until the transaction ends, and nobody else's thing."""

from django.db import transaction
from tests.core.versions.scratch import connect

from vijfluik.core.versions.turns import SEED, take_turn


def free(*what: str, database: str) -> bool:
    """Whether somebody else could take this turn now."""
    with connect(database=database) as other:
        sql = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, %s))"
        found = other.execute(sql, ["\n".join(what), SEED]).fetchone()
    assert found is not None
    return bool(found[0])


def test_a_turn_is_held_until_the_transaction_ends_and_holds_up_nothing_else(things: str) -> None:
    with transaction.atomic():
        take_turn("figure", "one")
        # Who has it has it, however often it is asked.
        take_turn("figure", "one")
        assert not free("figure", "one", database=things)
        assert free("figure", "another", database=things)
    assert free("figure", "one", database=things)
