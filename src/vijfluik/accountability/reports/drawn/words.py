"""The fixed words of the charts of a report, in the language of the report."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """Words in one language. The kinds open the alternative text."""

    what: str
    status: str
    part: str
    multiples: str
    share: str
    timeline: str
    money: str
    tiles: str
    flow: str
    hedged: str
    change: str
    largest: str
    of_whole: str
    first_last: str
    highest: str
    goes: str
    widest: str
    was: str
    inside: str
    became: str
    region: str
    neither: str
    said: str
    least: str
    most: str
    exact: str
    unknown: str
    open: str
    only_largest: str
    overlap: str


_WORDS = MappingProxyType(
    {
        Language.DUTCH: KindWords(
            what="Wat",
            status="Stand",
            part="Deel",
            multiples="Kleine staafdiagrammen naast elkaar",
            share="Verdeling van een geheel",
            timeline="Tijdlijn",
            money="Staafdiagram van bedragen",
            tiles="Tegelkaart met een tegel per gemeente",
            flow="Stroomdiagram",
            hedged="Bandbreedte van afgeronde getallen",
            change="Voor en na",
            largest="het meest",
            of_whole="het grootste deel van",
            first_last="van {first} tot {last}",
            highest="het hoogste bedrag is dat voor",
            goes="de breedste stroom gaat van",
            widest="naar",
            was="was",
            inside="in",
            became="en werd",
            region="Regio",
            neither="Overige gemeenten",
            said="Zoals in de tekst",
            least="Ten minste",
            most="Ten hoogste",
            exact="Precies",
            unknown="niet bekend",
            open="geen grens",
            only_largest="De figuur toont de grootste groepen; de tabel toont ze alle.",
            overlap="Wie bij meer dan één groep hoort, telt bij elke groep mee. De rijen zijn"
            " daarom samen meer dan het geheel.",
        ),
        Language.ENGLISH: KindWords(
            what="What",
            status="State",
            part="Part",
            multiples="Small bar charts side by side",
            share="Parts of a whole",
            timeline="Timeline",
            money="Bar chart of amounts",
            tiles="Tile map with one tile per municipality",
            flow="Flow diagram",
            hedged="Range of rounded numbers",
            change="Before and after",
            largest="most",
            of_whole="the largest part of",
            first_last="from {first} to {last}",
            highest="the highest amount is that for",
            goes="the widest flow goes from",
            widest="to",
            was="was",
            inside="in",
            became="and became",
            region="Region",
            neither="Other municipalities",
            said="As in the text",
            least="At least",
            most="At most",
            exact="Exactly",
            unknown="not known",
            open="no limit",
            only_largest="The chart shows the largest groups; the table shows all of them.",
            overlap="Whoever belongs to more than one group counts in each. The rows therefore add"
            " up to more than the whole.",
        ),
    }
)


def words_for(language: Language) -> KindWords:
    """The words of a language."""
    return _WORDS[language]
