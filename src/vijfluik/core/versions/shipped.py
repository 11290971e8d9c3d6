"""Tables whose rows come with the software: a migration fills them in every database.

Such rows are nobody's, so a database that holds no others may still become a demonstration.
"""

_shipped: set[str] = set()


def ship(table: str) -> None:
    """Declare, at start-up, that a migration fills this table."""
    _shipped.add(table)


def shipped() -> frozenset[str]:
    """The declared tables."""
    return frozenset(_shipped)
