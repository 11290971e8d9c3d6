"""A figure as one paragraph that is ready to be taken along."""

from dataclasses import replace

from vijfluik.accountability.embedding.taking import Taken
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.presentation import shown
from vijfluik.accountability.reports.building import as_published
from vijfluik.accountability.reports.structure import bound, phrase_of
from vijfluik.core.documents.inline import Inline, Text
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.ui import formatting

_KNOWN = {
    Language.DUTCH: "zoals bekend op {day}",
    Language.ENGLISH: "as known on {day}",
}


def paragraph_of(figure: Computed, *, receipt: str, language: Language, site: str) -> Taken:
    """What a figure is called, what it says and as of which day, in one sentence.

    Args:
        figure: in its published form.
        receipt: the key of its receipt, which is kept.
        language: of the sentence.
        site: where its link leads, such as https://vijfluik.example.
    """
    said = replace(
        as_published(shown(figure, language=language), of=figure, language=language),
        receipt=receipt,
    )
    day = formatting.day(figure.as_of.astimezone(AMSTERDAM), language=str(language))
    parts: list[Inline] = [
        Text(f"{said.name}: "),
        bound(said, text=phrase_of(said, language=language)),
    ]
    if figure.number is not None and not said.words and figure.definition.kind is not Kind.RATIO:
        parts.append(Text(f" {said.unit}"))
    status = f" ({said.status})" if said.status else ""
    parts.append(Text(f"{status}, {_KNOWN[language].format(day=day)}."))
    return Taken(
        key=f"{figure.definition.id}-{language}",
        content=tuple(parts),
        language=language,
        site=site,
    )
