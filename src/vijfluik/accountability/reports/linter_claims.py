"""The rules against claims: effects without an effect study, and investigations that still run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from vijfluik.accountability.reports.linter_finding import Saying
from vijfluik.core.documents.structure import Language

_FLAGS = re.IGNORECASE

_EFFECT = MappingProxyType(
    {
        Language.DUTCH: re.compile(
            r"\b(?:leidt|leidde|leidden|geleid) (?:\w+ ){0,4}?tot\b|\bleiden tot\b"
            r"|\b(?:zorgt|zorgen|zorgde|zorgden|gezorgd) (?:\w+ ){0,3}?voor (?:\w+ ){0,2}?"
            r"(?:minder|meer|afname|daling|toename|stijging|verbetering|vermindering)\b"
            r"|\b(?:draagt|dragen|droeg|droegen) (?:\w+ ){0,4}?bij aan\b|\bbijgedragen aan\b"
            r"|\bbijdragen aan\b|\bbijdraagt aan\b|\bbijdroeg(?:en)? aan\b"
            r"|\b(?:aantoonbaar |bewezen )?effectie(?:f|ve|ver|vere)\b"
            r"|\b(?:resulteert|resulteerde|geresulteerd|resulteren) in\b|\bdankzij\b"
            r"|\b(?:vermindert|verminderde|verkleint|verkleinde) (?:\w+ ){0,4}?"
            r"(?:radicalisering|dreiging|risico|extremisme|recidive)\b"
            r"|\b(?:heeft|hebben|had) (?:\w+ ){0,4}?(?:effect|impact) (?:gehad )?op\b",
            _FLAGS,
        ),
        Language.ENGLISH: re.compile(
            r"\b(?:leads|led) to\b|\blead to\b|\bresult(?:s|ed)? in\b|\bcontribut(?:es|ed|e) to\b"
            r"|\b(?:ensures?|ensured|causes?|caused) (?:\w+ ){0,3}?(?:less|fewer|more|a decrease|"
            r"a reduction|an increase)\b|\b(?:proven |demonstrably )?effective(?:ly)?\b"
            r"|\bthanks to\b|\b(?:reduces?|reduced) (?:\w+ ){0,4}?"
            r"(?:radicalisation|threat|risk|extremism|recidivism)\b"
            r"|\b(?:has|have|had) (?:\w+ ){0,3}?(?:effect|impact) on\b",
            _FLAGS,
        ),
    }
)

_CLAUSE_END = re.compile(r"[,;:]")

# A wish, a task, a possibility or an open question claims no effect.
_NO_CLAIM = MappingProxyType(
    {
        Language.DUTCH: re.compile(
            r"\b(?:kan|kunnen|kon|konden|moet|moeten|moest|zou|zouden|wil|willen|mag|"
            r"beoogt|beogen|beoogde|doel|doelen|gericht op|bedoeld|bedoeling|om|teneinde|opdat|"
            r"of|hoe|welke|wat|wanneer|onderzoekt|onderzocht|nagegaan|verwachting|streeft|streven)\b"
            r"|\bzo effectief mogelijk\b",
            _FLAGS,
        ),
        Language.ENGLISH: re.compile(
            r"\b(?:can|could|may|might|must|should|would|aims?|aimed|goal|intended|in order|"
            r"whether|how|what|which|when|examines?|examined|expected|seeks?)\b"
            r"|\bas effectively as\b",
            _FLAGS,
        ),
    }
)

_INVESTIGATION = MappingProxyType(
    {
        Language.DUTCH: re.compile(
            r"\blopende? (?:\w+ )?(?:\w*onderzoek(?:en)?|strafza(?:ak|ken)|vervolging)\b"
            r"|\bloopt (?:nog |er )*(?:momenteel |thans |nu )?(?:een |het )?(?:\w+ )?"
            r"(?:\w*onderzoek|strafzaak)(?: tegen| naar (?:een |de |het |twee )?(?:\w+ )?"
            r"(?:verdachten?|m[ae]n(?:nen)?|vrouw(?:en)?|personen|persoon|aanslag|betrokkenen?))?\b"
            r"|\b(?:onderzoek|strafzaak) (?:\w+ ){0,3}?loopt\b"
            r"|\b(?:onderzoek|opsporingsonderzoek) (?:ingesteld|gestart|gaande)\b"
            r"|\bonder de rechter\b|\bwordt (?:nog )?vervolgd\b|\bin hechtenis\b"
            r"|\bis (?:als )?verdachte\b",
            _FLAGS,
        ),
        Language.ENGLISH: re.compile(
            r"\b(?:ongoing|running|pending|current) (?:criminal |police )?"
            r"(?:investigations?|prosecutions?|case|trial|proceedings)\b"
            r"|\bunder (?:criminal )?investigation\b|\bis being (?:investigated|prosecuted)\b"
            r"|\binvestigation (?:\w+ ){0,4}?is (?:ongoing|under way|underway)\b"
            r"|\bsub judice\b|\bis a suspect\b",
            _FLAGS,
        ),
    }
)

# Research and audits are no investigations of persons.
_RESEARCH = MappingProxyType(
    {
        Language.DUTCH: re.compile(
            r"\b(?:WODC|wetenschappelijk\w*|evaluatie\w*|universiteit\w*|hogeschool|Rekenkamer|"
            r"literatuuronderzoek|effectonderzoek|onderzoeksprogramma|promotieonderzoek|"
            r"onderzoek naar de (?:werking|effectiviteit|effecten|aanpak|kwaliteit|behoefte))\b",
            _FLAGS,
        ),
        Language.ENGLISH: re.compile(
            r"\b(?:research|scientific|evaluation|university|academic|audit|WODC)\b", _FLAGS
        ),
    }
)

EFFECT = Saying(
    dutch="Deze zin beweert een effect zonder effectonderzoek.",
    english="This sentence claims an effect without an effect study.",
)
PROVE = Saying(
    dutch="Bind een effectonderzoek met '[[effect:id]]', of schrijf wat er is gedaan.",
    english="Bind an effect study with '[[effect:id]]', or write what was done.",
)
INVESTIGATION = Saying(
    dutch="Over een onderzoek dat nog loopt, doet een rapport geen mededelingen.",
    english="A report says nothing about an investigation that still runs.",
)
LEAVE_OUT = Saying(
    dutch="Haal de mededeling weg; gaat het om wetenschappelijk onderzoek, "
    "zeg dat dan of schrijf '{{woorden|reden}}'.",
    english="Leave it out; if it is scientific research, say so or write '{{words|reason}}'.",
)


def effect_claims(text: str, *, language: Language) -> Iterator[re.Match[str]]:
    """Yield each claim of an effect in ``text``, one sentence."""
    for match in _EFFECT[language].finditer(text):
        clause = _CLAUSE_END.split(text[: match.start()])[-1] + match[0]
        if not _NO_CLAIM[language].search(clause):
            yield match


def investigations(text: str, *, language: Language) -> Iterator[re.Match[str]]:
    """Yield each statement about a running investigation in ``text``, one sentence."""
    if not _RESEARCH[language].search(text):
        yield from _INVESTIGATION[language].finditer(text)
