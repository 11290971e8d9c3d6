"""How two names are alike, in sentences a person can judge by; Dutch and English."""

import numpy as np

from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.index import Index
from vijfluik.engines.names.pairs import score
from vijfluik.engines.names.policy import LEAST_THRESHOLD, Policy
from vijfluik.engines.names.screening import Hit

WORDS = {
    "nl": {
        "same": "“{q}” is gelijk aan “{l}”",
        "spelling": "“{q}” lijkt op “{l}”: een andere spelling of een schrijffout ({p}%)",
        "transliteration": "“{q}” klinkt als “{l}”: een andere omzetting naar dit schrift ({p}%)",
        "initial": "“{q}” en “{l}” delen alleen de voorletter",
        "joined": "“{q}” en “{l}” zijn hetzelfde, aaneen of los geschreven ({p}%)",
        "cut": "“{q}” is het begin van “{l}”: het paspoort breekt de naam af ({p}%)",
        "form": "“{q}” en “{l}” zijn vormen van dezelfde naam",
        "missing query": "“{q}” komt in de vermelde naam niet voor",
        "missing listed": "“{l}” komt in de gevraagde naam niet voor",
        "weight": " (gewicht {w})",
        "agrees": "{a}: komt overeen",
        "contradicts": "{a}: spreekt tegen",
        "dob": "geboortedatum", "pob": "geboorteplaats", "nationality": "nationaliteit",
        "document": "documentnummer",
        "score": "Score {s}; drempel {t}. Lijst: {v}.",
        "sufficient": "De overeenkomst zegt genoeg om te laten beoordelen.",
        "insufficient": "De overeenkomst zegt te weinig voor een melding: een korte of"
        " veelvoorkomende naam zonder ander gegeven dat klopt.",
    },
    "en": {
        "same": "“{q}” is the same as “{l}”",
        "spelling": "“{q}” resembles “{l}”: another spelling or a slip ({p}%)",
        "transliteration": "“{q}” sounds like “{l}”: another way into this script ({p}%)",
        "initial": "“{q}” and “{l}” share only the initial",
        "joined": "“{q}” and “{l}” are the same, written as one or apart ({p}%)",
        "cut": "“{q}” is the beginning of “{l}”: the passport cuts the name off ({p}%)",
        "form": "“{q}” and “{l}” are forms of the same name",
        "missing query": "“{q}” does not occur in the listed name",
        "missing listed": "“{l}” does not occur in the name asked for",
        "weight": " (weight {w})",
        "agrees": "{a}: agrees",
        "contradicts": "{a}: contradicts",
        "dob": "date of birth", "pob": "place of birth", "nationality": "nationality",
        "document": "document number",
        "score": "Score {s}; threshold {t}. List: {v}.",
        "sufficient": "What agrees tells enough to have a person judge it.",
        "insufficient": "What agrees tells too little for an alert: a short or common name without"
        " anything else that agrees.",
    },
}  # fmt: skip


def sentences(
    hit: Hit, *, language: str, policy: Policy | None = None, version: str = "-"
) -> list[str]:
    """The explanation of a hit: its parts, its attributes, the score with threshold and list
    version.

    Raises:
        KeyError: the language is neither nl nor en.
    """
    words = WORDS[language]
    made = []
    for part in hit.parts:
        reason = part.reason
        if reason == "missing":
            reason = "missing query" if part.query else "missing listed"
        line = words[reason].format(q=part.query, l=part.listed, p=round(100 * part.likeness))
        made.append(line + words["weight"].format(w=part.weight) + ".")
    for name, state in hit.attributes.items():
        made.append(words[state].format(a=words[name]).capitalize() + ".")
    threshold = (policy or Policy()).threshold
    made.append(words["score"].format(s=hit.score, t=threshold, v=version))
    made.append(words[hit.evidence])
    return made


def explain_pair(first: str, second: str, *, schema: str = "Person") -> Hit:
    """How two names are alike, as a hit on a list with the second name alone.

    The score is that of `pairs.score`. Names that have nothing alike give a hit with score 0.
    """
    entry = Entry(id="-", list="-", schema=schema, names=(Name(text=second),))
    found = Index.build([entry]).screen([first], Policy(threshold=LEAST_THRESHOLD))[0]
    value = float(np.round(score([first], [second], [schema])[0], 4))
    if not found:
        return Hit(
            entry="-", name=second, score=value, evidence="insufficient", name_score=value,
            tells=0.0, parts=(), attributes={},
        )  # fmt: skip
    hit = found[0]
    return Hit(
        entry=hit.entry, name=hit.name, score=value, evidence=hit.evidence, name_score=value,
        tells=hit.tells, parts=hit.parts, attributes={},
    )  # fmt: skip
