"""What participants thought of it: the mean mark of those who filled in the form."""

from decimal import Decimal

from vijfluik.demo.chance import Chance
from vijfluik.demo.outlines import Outline

SHARE = 0.72
FEWEST = 3


def evaluated(made: Outline, *, chance: Chance) -> None:
    """Give it a mark, unless nobody sent forms in or too few took part to stay unrecognised."""
    seats = made.row.participants or 0
    # Corrections may lower the count by a few; there are never more forms than seats.
    most = seats - 6
    if most < FEWEST or chance.random() > SHARE:
        return
    made.put(
        rating=Decimal(str(round(min(9.6, max(5.6, chance.gauss(7.9, 0.5))), 1))),
        rating_responses=chance.randint(FEWEST, most),
    )
