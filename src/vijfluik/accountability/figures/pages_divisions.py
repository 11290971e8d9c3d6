"""The choice between the municipalities of then and of now, in words and in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vijfluik.accountability.figures.divisions import Division, Merger, Redivided
from vijfluik.accountability.figures.pages_moment import KnownOn
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language

DIVISION = "indeling"
# The public vocabulary is Dutch, whatever the language of the screen.
WORDS = {Division.THEN: "toen", Division.NOW: "nu"}


@dataclass(frozen=True, kw_only=True)
class DivisionShown:
    """The readings of a breakdown: the choice (empty when there is none), and what it means."""

    choices: tuple[Tab, ...]
    sentences: tuple[str, ...]


def division_asked(parameters: Mapping[str, str]) -> Division:
    """The reading that the address names; that of the definition when it names none.

    Raises:
        Http404: it names another thing.
    """
    asked = parameters.get(DIVISION, "")
    if not asked:
        return Division.THEN
    for division, word in WORDS.items():
        if asked == word:
            return division
    raise Http404


def in_address(division: Division) -> dict[str, str]:
    """What an address carries to stay in a reading; nothing for that of the definition."""
    return {} if division is Division.THEN else {DIVISION: WORDS[division]}


def shown_division(found: Redivided, *, division: Division, moment: KnownOn) -> DivisionShown:
    """The choice and its sentences, for beneath a breakdown by places."""
    divided = _divided(found)
    if not found.changed:
        return DivisionShown(
            choices=(),
            sentences=(
                _(
                    "Indeling toen en indeling nu geven hetzelfde: geen van deze gemeenten is"
                    " opgegaan in een andere."
                ),
                *divided,
            ),
        )
    labels = {Division.THEN: _("Indeling toen"), Division.NOW: _("Indeling nu")}
    choices = tuple(
        Tab(
            label=labels[each],
            url=f"{moment.query(**in_address(each)) or '?'}#{DIVISION}",
            current=each is division,
        )
        for each in Division
    )
    return DivisionShown(choices=choices, sentences=(_meaning(found, division=division), *divided))


def _meaning(found: Redivided, *, division: Division) -> str:
    mergers = " ".join(merger_text(each) for each in found.mergers)
    if division is Division.THEN:
        meaning = _(
            "Elke gemeente staat er zoals zij was op de dag waar de registratie over gaat; zo telt"
            " het cijfer, en dat staat in het bewijs."
        )
    else:
        meaning = _(
            "Wat van een opgegane gemeente was, staat bij de gemeente waarin zij opging, naar de"
            " stand van %(day)s. Het cijfer en zijn bewijs blijven die van de indeling toen."
        ) % {"day": day(found.on, language=page_language())}
    return f"{meaning} {mergers}"


def _divided(found: Redivided) -> tuple[str, ...]:
    if not found.divided:
        return ()
    said = _("Verdeeld over meer gemeenten, en daarom gebleven zoals zij was: %(names)s.")
    return (said % {"names": _listed(found.divided)},)


def merger_text(merger: Merger) -> str:
    """ "Lindevoort en Meerhage zijn opgegaan in Lindehage (1 januari 2019)." """
    return ngettext(
        "%(before)s is opgegaan in %(after)s (%(day)s).",
        "%(before)s zijn opgegaan in %(after)s (%(day)s).",
        len(merger.before),
    ) % {
        "before": _listed(merger.before),
        "after": merger.after,
        "day": day(merger.on, language=page_language()),
    }


def other_value(found: Redivided | None) -> str:
    """What a number of municipalities would be by the division of now; empty for other figures."""
    if found is None or not found.counts_places or not found.changed:
        return ""
    words = {
        "value": found.now.text(language_of_page()),
        "unit": found.then.definition.unit.in_language(language_of_page()),
        "mergers": " ".join(merger_text(each) for each in found.mergers),
    }
    if found.now.value == found.then.value:
        return _("In de indeling van nu zijn dit er evenveel. %(mergers)s") % words
    return (
        _(
            "Geteld zijn de gemeenten zoals ze toen waren. In de indeling van nu:"
            " %(value)s %(unit)s. %(mergers)s"
        )
        % words
    )


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(many)s en %(last)s") % {"many": ", ".join(names[:-1]), "last": names[-1]}
