"""Finding words in the reference, the title or the requester: `core.search` over trainings."""

from vijfluik.core.search.matching import Says
from vijfluik.programme.trainings.models import Training


def says(text: str) -> Says:
    """The condition that a training's texts hold each word, whatever its capitals and accents."""
    return Says(Training, text.split())
