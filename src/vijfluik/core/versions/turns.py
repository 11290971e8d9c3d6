"""Taking turns at what no single row stands for, such as whether something is proposed already."""

from django.db import connections

# Apart from what other code locks by a hash.
SEED = 11


def take_turn(*what: object, using: str = "default") -> None:
    """Wait until nobody else is at the same thing, and hold it until the transaction ends.

    What is read after it holds what the one before wrote. Ask it inside a transaction, before
    reading what decides.

    Args:
        what: words and keys that name the thing, the same for everybody who is at it.
        using: the connection of the transaction.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, %s))",
            ["\n".join(map(str, what)), SEED],
        )
