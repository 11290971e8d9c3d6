"""Numbers in words, from two upward, and the numbers that are names rather than counts."""

from __future__ import annotations

import re
from types import MappingProxyType

from vijfluik.core.documents.structure import Language

_YEAR = r"(?:19|20)\d\d"
_MONTH_NL = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_MONTH_EN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)

_NOUNS_NL = (
    "gemeenten|trainingen|deelnemers|personen|mensen|bijeenkomsten|scholen|professionals|jongeren|"
    "gezinnen|meldingen|keer|euro|adviezen|gesprekken|bezoeken|organisaties|docenten|zaken|"
    "casussen|subsidies|projecten|oefeningen"
)
_NOUNS_EN = (
    "municipalities|trainings|participants|persons|people|meetings|schools|professionals|families|"
    "reports|times|euros?|visits|organisations|teachers|cases|grants|projects|exercises"
)


def _dutch() -> str:
    ones = "twee|drie|vier|vijf|zes|zeven|acht|negen"
    teens = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
    decades = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
    below = rf"(?:(?:[eé][eé]n|{ones})[eë]n(?:{decades})|{decades}|{teens}|{ones})"
    tail = rf"(?:en)?(?:[eé][eé]n|{below})"
    hundred = rf"(?:(?:{teens}|{ones})?honderd(?:{tail})?)"
    thousand = rf"(?:(?:{hundred}|{below})?duizend(?:{hundred}|{tail})?)"
    vague = (
        rf"tientallen|honderden|duizenden|tienduizenden|miljoenen|dozijn(?:en)?|(?:{ones}|{teens}|"
        r"twintig|dertig|veertig|vijftig|honderd)tal|anderhal(?:f|ve)|driekwart|"
        r"(?:de )?helft van|een (?:kwart|derde|vijfde|tiende) (?:van|deel)|"
        r"verdubbel(?:d|de|den|ing)|verdrievoudig(?:d|de|den)|gehalveerd"
    )
    return rf"(?<![\w-])(?:{vague}|{thousand}|{hundred}|{below}|miljoen|miljard)(?![\w-])"


def _english() -> str:
    ones = "two|three|four|five|six|seven|eight|nine"
    teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    decades = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    below = rf"(?:(?:{decades})(?:-(?:one|{ones}))?|{teens}|{ones})"
    vague = (
        r"dozens?|hundreds?|thousands?|millions?|billions?|half of|"
        r"an? (?:quarter|third|fifth|tenth) of|doubled|tripled|halved"
    )
    return rf"(?<![\w-])(?:{vague}|{below})(?![\w-])"


NUMBER_WORDS = MappingProxyType(
    {
        Language.DUTCH: re.compile(_dutch(), re.IGNORECASE),
        Language.ENGLISH: re.compile(_english(), re.IGNORECASE),
    }
)
"""Counts, parts and multiples in words."""

_BOTH = (
    rf"\b{_YEAR}-\d\d-\d\d(?:T[\d:.+Z-]+)?\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]{_YEAR}\b",
    rf"\b{_YEAR}[-/\u2013](?:{_YEAR}|\d\d)\b",
    r"\b\d{1,2}:\d\d\b",
    r"\b[^\W\d]\w*[-/]\d+\w*\b",  # codes: UA-1, Covid-19
    r"(?-i:\b(?:ISO|EN|NEN|RFC)[ -]\d[\d -]*\d\b)",
    r"(?-i:\((?:EU|EG|EC)\) (?:nr\. |No )?\d+/\d+|\b(?:EU|EG|EC) \d{4}/\d+)",
    r"\b24/7\b",
)

NAMES = MappingProxyType(
    {
        Language.DUTCH: re.compile(
            "|".join(
                (
                    rf"\b\d{{1,2}} {_MONTH_NL}(?: {_YEAR})?\b",
                    r"\bKamerstuk(?:ken)?(?: II?)?(?: \d{4}[/-]\d{2,4},?)? ?\d\d ?\d{3}"
                    r"(?:-[IVX]+)?(?:,? nrs?\. ?\d+(?:(?:,| en) \d+)*)?",
                    r"\b(?:dossier|Kamerdossier)(?:nummer)? \d\d ?\d{3}",
                    r"\b\d\d ?\d{3},? nr\. ?\d+",
                    r"\b(?:Stcrt|Stb|Trb)\. \d{4}(?:, (?:nr\. )?\d+)?",
                    r"\bnrs?\. ?\d+|\bnummer \d+",
                    r"\b(?:artikel(?:en)?|art\.|lid|leden|hoofdstuk|paragraaf|bijlage|tabel|"
                    r"figuur|pagina|blz\.|p\.|versie|fase|deel|titel|afdeling|boek) "
                    r"\d+(?:[.:]\d+)*[a-z]?°?(?:(?:, | en | tot en met |-)\d+(?:[.:]\d+)*[a-z]?\b"
                    rf"(?! (?:\w+e )?(?:{_NOUNS_NL})\b))*(?: lid \d+)?",
                    r"\bonder \d+°",
                    r"\b\d{1,2}(?:e|de|ste)\b|\b\d+-(?:jarigen?|uurs)\b",
                    r"\b\d{1,2}\.\d\d uur\b",
                    *_BOTH,
                )
            ),
            re.IGNORECASE,
        ),
        Language.ENGLISH: re.compile(
            "|".join(
                (
                    rf"\b\d{{1,2}} {_MONTH_EN}(?: {_YEAR})?\b",
                    rf"\b{_MONTH_EN} \d{{1,2}}(?:, {_YEAR})?\b",
                    r"\b(?:Parliamentary [Pp]aper|Kamerstuk(?:ken)?|file) (?:II? )?\d\d ?\d{3}"
                    r"(?:, (?:no|nr)\. ?\d+)?",
                    r"\b(?:Stcrt|Stb|Trb)\. \d{4}(?:, \d+)?",
                    r"\b[Nn](?:o|r)\. ?\d+",
                    r"\b(?:[Aa]rticles?|[Aa]rt\.|[Ss]ection|[Pp]aragraph|[Cc]hapter|[Aa]nnex|"
                    r"[Tt]able|[Ff]igure|[Pp]age|[Vv]ersion|[Pp]hase|[Pp]art) "
                    r"\d+(?:\.\d+)*(?:\(\d+\))?[a-z]?(?:(?:, | and |-)\d+[a-z]?\b"
                    rf"(?! (?:\w+ )?(?:{_NOUNS_EN})\b))*",
                    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d+-year-olds?\b",
                    *_BOTH,
                )
            ),
            re.IGNORECASE,
        ),
    }
)
"""Digits that are a date, a reference, a code or an order, not a count."""

DIGITS = re.compile(r"(?<![\w.,])(?:€ ?)?\d+(?:[.,]\d+)*(?: ?%| procent| percent)?")
"""A number in digits."""

YEAR = re.compile(rf"{_YEAR}\Z")
"""A number that may be a year."""

BEFORE_YEAR = MappingProxyType(
    {
        Language.DUTCH: re.compile(
            r"(?:\b(?:in|sinds|vanaf|tot|eind|begin|medio|van|over|voor|uit|na|en|of|jaar|jaren|"
            rf"met|per|najaar|voorjaar|zomer|{_MONTH_NL})|[(,/\u2013-]) ?\Z",
            re.IGNORECASE,
        ),
        Language.ENGLISH: re.compile(
            r"(?:\b(?:in|since|from|to|until|by|of|for|after|before|during|and|or|year|years|"
            rf"late|early|mid|through|{_MONTH_EN})|[(,/\u2013-]) ?\Z",
            re.IGNORECASE,
        ),
    }
)
"""What stands in front of a year; without it a year before something countable is a count."""

COUNTABLE = MappingProxyType(
    {
        Language.DUTCH: re.compile(rf" (?:\w+e )?(?:{_NOUNS_NL})\b"),
        Language.ENGLISH: re.compile(rf" (?:\w+ )?(?:{_NOUNS_EN})\b"),
    }
)
"""Nouns that are counted: with nothing to make it a year, a year before one is a count."""

_ACHT_VERB = (
    r"(?:de|het|een|dit|dat|deze|die|zich|ik|hij|zij|men|wij|slaan|slaat|geen|niet|samen|daarom|"
    r"derhalve|ook|voorts|eveneens|echter|hiervoor|daarvoor|hebben|worden|te)"
)
NO_COUNT = MappingProxyType(
    {
        # "acht" is also to consider, and "in acht nemen" is to observe.
        Language.DUTCH: re.compile(
            rf"(?i:(?<=in )acht\b|\bacht(?= {_ACHT_VERB}\b)|\bacht(?= (?:\w+ ){{0,6}}"
            r"(?:noodzakelijk|nodig|wenselijk|belangrijk|passend|aangewezen|onwenselijk|van belang|"
            r"proportioneel))|(?:\w*minister\w*|kabinet|regering|raad|Kamer|hij|zij|ik|"
            r"coördinator|commissie) acht\b|\bvier(?= ogen\b))"
        ),
        Language.ENGLISH: re.compile(r"(?i:\bfour(?= eyes\b))"),
    }
)
"""Words that look like a number and are none."""
