"""A figure in words: "406", "ruim 4.800", "ten minste € 6,3 miljoen", "februari 2018"."""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from babel.dates import format_date

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.hedges import Hedge, first_word, rounded_phrase
from vijfluik.accountability.figures.hedges_numbers import Number, euro_text, number_text
from vijfluik.accountability.figures.official.wording import parts_in
from vijfluik.accountability.figures.values import Read, Single, Supplied, Value
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import READ, Kind
from vijfluik.core.facts.measures import Field, Joining

NO_DATA = {Language.DUTCH: "geen gegevens", Language.ENGLISH: "no data"}
NO_VALUE = {Language.DUTCH: "geen gegeven", Language.ENGLISH: "no value recorded"}
SEVERAL = {Language.DUTCH: "geen eenduidig gegeven", Language.ENGLISH: "no single value"}
PER_HUNDRED = {Language.DUTCH: "procent", Language.ENGLISH: "per cent"}
PLANNED = {Language.DUTCH: "gepland", Language.ENGLISH: "planned"}
AND = {Language.DUTCH: "en", Language.ENGLISH: "and"}
UNSTATED = {
    Language.DUTCH: ("registratie zonder bedrag", "registraties zonder bedrag"),
    Language.ENGLISH: ("record without an amount", "records without an amount"),
}
DAY, MONTH = 10, 7


class Worded(Protocol):
    """A figure as far as its words need it."""

    @property
    def definition(self) -> Definition: ...
    @property
    def value(self) -> Value | None: ...
    @property
    def number(self) -> Number | None: ...
    @property
    def hedge(self) -> Hedge: ...
    @property
    def unstated(self) -> int: ...
    @property
    def read(self) -> Read | None: ...
    @property
    def supplied(self) -> Supplied | None: ...


def text_of(figure: Worded, *, language: Language) -> str:
    """The value in words, with its hedge; why there is none when there is none."""
    definition = figure.definition
    if definition.official:
        return _supplied_text(figure, language=language)
    if definition.kind in READ:
        return _read_text(figure, language=language)
    if isinstance(figure.value, Mapping):
        return parts_text(figure.value, language=language)
    if figure.number is None:
        return NO_DATA[language]
    return _number_phrase(figure, number=figure.number, language=language)


def parts_text(parts: Mapping[str, int | str | None], *, language: Language) -> str:
    """Values of parts in their order: "forsa 90, fsp 74"; nothing to divide is no data."""
    if not parts:
        return NO_DATA[language]
    return ", ".join(
        f"{name} {_part_text(value, language=language)}" for name, value in parts.items()
    )


def _part_text(value: int | str | None, *, language: Language) -> str:
    """What one part comes to; a sign that stands in its place, such as "<5", as it is."""
    if isinstance(value, str):
        return value
    return NO_DATA[language] if value is None else number_text(value, language=language)


def single_text(value: Single, *, language: Language) -> str:
    """One value of a record: a day, a month, a number or a word."""
    if isinstance(value, int):
        return str(value)
    locale = "en_GB" if language is Language.ENGLISH else "nl"
    try:
        if len(value) == DAY:
            day = dt.date.fromisoformat(value)
            return format_date(day, format="d MMMM y", locale=locale)
        if len(value) == MONTH:
            return format_date(dt.date.fromisoformat(f"{value}-01"), format="MMMM y", locale=locale)
    except ValueError:
        return value
    return value


def written(definition: Definition, value: Number, *, language: Language) -> str:
    """A number in the unit of its figure: euros, a percentage or a plain number."""
    if definition.kind is Kind.MONEY:
        return euro_text(value, language=language)
    if definition.kind is Kind.RATIO:
        return f"{number_text(value, language=language)} {PER_HUNDRED[language]}"
    return number_text(value, language=language)


def exact_text(figure: Worded, *, language: Language) -> str:
    """The value to the last digit, "ten minste" kept; the words of what is no number."""
    if figure.definition.official or isinstance(figure.value, Mapping) or figure.number is None:
        return text_of(figure, language=language)
    if figure.definition.kind in READ and figure.hedge is Hedge.EXACT:
        return text_of(figure, language=language)
    return written(figure.definition, figure.number, language=language)


def _number_phrase(figure: Worded, *, number: Number, language: Language) -> str:
    definition = figure.definition
    word = definition.hedge_word
    phrase = rounded_phrase(
        number,
        hedge=figure.hedge,
        language=language,
        word="" if word is None else word.in_language(language),
        shown=lambda value, spoken: written(definition, value, language=spoken),
    )
    if definition.kind is not Kind.MONEY or not figure.unstated:
        return phrase
    one, more = UNSTATED[language]
    return f"{phrase} ({figure.unstated} {one if figure.unstated == 1 else more})"


def _read_text(figure: Worded, *, language: Language) -> str:
    found = figure.read
    if found is None or not found.values:
        return SEVERAL[language] if found is not None and found.several else NO_VALUE[language]
    if figure.hedge is not Hedge.EXACT and figure.number is not None and not found.planned:
        # A number that a record states is softened as one that is counted.
        return _number_phrase(figure, number=figure.number, language=language)
    said = [single_text(value, language=language) for value in found.values]
    measure = figure.definition.query.measure
    both = isinstance(measure, Field) and measure.joining is Joining.BOTH
    text = f" {AND[language]} ".join(said) if both else "\N{EN DASH}".join(said)
    if found.planned:
        return f"{PLANNED[language]}: {text}"
    if found.beside is not None and found.beside != found.values[0]:
        planned = single_text(found.beside, language=language)
        text = f"{text} ({PLANNED[language]}: {planned})"
    return _worded(figure, text=text, language=language)


def _worded(figure: Worded, *, text: str, language: Language) -> str:
    """A date or a term with the word by which the source softens it."""
    word = figure.definition.hedge_word
    return text if word is None else f"{word.in_language(language)} {text}"


def _supplied_text(figure: Worded, *, language: Language) -> str:
    if figure.supplied is None:
        return NO_VALUE[language]
    return stated_text(figure.supplied, definition=figure.definition, language=language)


def stated_text(stated: Supplied, *, definition: Definition, language: Language) -> str:
    """What an organisation stated, in its own words: "ruim 20", "enkele tientallen"."""
    if stated.words is not None:
        return stated.words.in_language(language)
    if isinstance(stated.parts, Mapping):
        return parts_text(parts_in(stated.parts, language=language), language=language)
    if stated.parts is not None:
        return f" {AND[language]} ".join(str(part) for part in stated.parts)
    if stated.number is None:
        return NO_VALUE[language]
    text = written(definition, stated.number, language=language)
    if stated.hedge is Hedge.EXACT:
        return text
    if stated.word is not None:
        return f"{stated.word.in_language(language)} {text}"
    return f"{first_word(stated.hedge, language=language)} {text}"
