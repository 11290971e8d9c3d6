"""The law of the demonstration: confirmed by lawyers who are invented, and say so."""

from vijfluik.core.law.loading import load_past
from vijfluik.demo.owner import OWNER

LAWYERS = ("mr. V. Verzonnen (verzonnen jurist)", "mr. D. Denkbeeldig (verzonnen jurist)")


def load_law() -> int:
    """Load the law with its past; answer the number of versions, 0 when it was there already."""
    return load_past(lawyers=LAWYERS, using=OWNER)
