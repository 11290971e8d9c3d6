"""The figures as something to choose from, in the reader's language."""

from collections.abc import Iterator

from django.utils.functional import lazy
from django.utils.translation import get_language

from vijfluik.accountability.figures.library import library
from vijfluik.core.documents.structure import Language


def figure_choices() -> Iterator[tuple[str, str]]:
    """The figures that are computed or supplied: id and name of the latest version."""
    return ((figure, _figure_name(figure)) for figure in library())


def _figure(figure: str) -> str:
    english = (get_language() or "nl").startswith("en")
    names = library()[figure][-1].name
    return names.in_language(Language.ENGLISH if english else Language.DUTCH)


_figure_name = lazy(_figure, str)
