"""The figures of a letter, made again as they were known at the end of their day."""

from collections.abc import Sequence

from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.pages_moment import KnownOn, moment_asked
from vijfluik.accountability.figures.queries import headlines
from vijfluik.accountability.undertakings.models import Paper


def made_again(paper: Paper) -> tuple[KnownOn, Sequence[Valued]]:
    """The moment and the figures in the order of the letter; none where it names none.

    Raises:
        Refused: the actor may not read figures.
    """
    moment = moment_asked("" if paper.figures_on is None else paper.figures_on.isoformat())
    if not paper.figures or moment.fault:
        return moment, ()
    found = {
        each.definition.id: each for each in headlines(names=paper.figures, as_of=moment.as_of)
    }
    return moment, [found[name] for name in paper.figures]
