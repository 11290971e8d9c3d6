"""What somebody writes down of an official value, and the rules for it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.hedges import Hedge, hedge_of
from vijfluik.accountability.figures.library import library
from vijfluik.core.documents.structure import Language

Parts = Mapping[str, int] | list[int]


class Invalid(Exception):
    """The values are not right; nothing was written. faults: field → what is wrong, and right."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in faults.items()))
        self.faults = dict(faults)


@dataclass(frozen=True, kw_only=True)
class Content:
    """A value as its source states it, and where that stands."""

    figure: str
    supplied_by: str
    document: str
    place: str
    valid_from: dt.date
    number: int | None = None
    parts: Parts | None = None
    words_nl: str = ""
    words_en: str = ""
    hedge: Hedge = Hedge.EXACT
    hedge_word_nl: str = ""
    hedge_word_en: str = ""
    valid_until: dt.date | None = None


def official_definitions() -> dict[str, Definition]:
    """The figures that take an official value, by id; the newest version of each."""
    newest = (versions[-1] for versions in library().values())
    return {each.id: each for each in newest if each.official}


def require_right(content: Content) -> None:
    """Refuse what cannot be an official value.

    Raises:
        Invalid: with a fault per field.
    """
    faults: dict[str, str] = {}
    if content.figure not in official_definitions():
        faults["figure"] = _(
            "Dit cijfer wordt berekend of bestaat niet. Kies een opgegeven cijfer."
        )
    faults |= _of_value(content)
    faults |= _of_words(content)
    for name in ("supplied_by", "document", "place"):
        if not getattr(content, name).strip():
            faults[name] = _("Vul in waar deze waarde vandaan komt.")
    if content.valid_until is not None and content.valid_until <= content.valid_from:
        faults["valid_until"] = _("Het einde ligt niet na het begin. Kies een latere dag.")
    if faults:
        raise Invalid(faults)


def _of_value(content: Content) -> dict[str, str]:
    if content.number is None and not content.parts and not content.words_nl.strip():
        return {"number": _("Noem een getal, getallen per deel of, als er geen getal is, woorden.")}
    if content.number is not None and content.parts:
        return {"parts": _("Noem het getal of de delen, niet allebei.")}
    numbers = list(content.parts.values()) if isinstance(content.parts, Mapping) else content.parts
    stated = [*(numbers or []), *([] if content.number is None else [content.number])]
    if any(number < 0 for number in stated):
        return {"number": _("Een aantal is nul of meer.")}
    return {}


def _of_words(content: Content) -> dict[str, str]:
    faults = {}
    if bool(content.words_nl.strip()) is not bool(content.words_en.strip()):
        faults["words_en"] = _("Noem de woorden in beide talen, of in geen van beide.")
    if bool(content.hedge_word_nl) is not bool(content.hedge_word_en):
        faults["hedge_word_en"] = _("Noem het woord in beide talen, of in geen van beide.")
    for name, language in (
        ("hedge_word_nl", Language.DUTCH),
        ("hedge_word_en", Language.ENGLISH),
    ):
        word = getattr(content, name)
        if word and hedge_of(word, language=language) is not content.hedge:
            faults[name] = _("“%(word)s” betekent iets anders dan de keuze bij “afgezwakt”.") % {
                "word": word
            }
    return faults
