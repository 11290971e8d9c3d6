"""The fixed words of a sheet, in the language of the sheet rather than of the reader."""

from dataclasses import dataclass
from types import MappingProxyType

from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Words of a sheet in one language; what has a name in braces is filled in."""

    title: str
    subject: str
    publisher: str
    code: str
    region: str
    introduction: str
    activities: str
    money: str
    counted: str
    what: str
    country: str
    status: str
    counts: str
    yes: str
    no: str
    nothing: str
    none: str
    reading: str
    rules: tuple[str, ...]
    annex: str
    annex_introduction: str


_WORDS = MappingProxyType(
    {
        Language.DUTCH: SheetWords(
            title="Gemeenteblad {name}",
            subject="Wat landelijke partners in {name} deden, en wat daarvoor is toegekend",
            publisher="Ministerie van Justitie en Veiligheid",
            code="Gemeentecode",
            region="Veiligheidsregio",
            introduction=(
                "Dit blad toont voor elke gemeente hetzelfde: wat landelijke partners er deden en"
                " wat daarvoor is toegekend. Het gaat over activiteiten en geld, niet over"
                " personen, en het zegt niet of een gemeente het goed of slecht doet."
            ),
            activities="Trainingen, bijeenkomsten en advies",
            money="Geld",
            counted="Waarin de gemeente meetelt",
            what="Wat",
            country="Heel Nederland",
            status="Geteld is wat is",
            counts="Telt mee",
            yes="ja",
            no="nee",
            nothing="Hierover staat op dit moment niets in de registers.",
            none="geen",
            reading="Hoe dit blad te lezen",
            rules=(
                "Alle bladen zijn gemaakt naar de stand van hetzelfde moment. Wat later is"
                " vastgelegd of verbeterd, staat er niet in.",
                "Wat er was van een gemeente die is opgegaan in deze, telt hier mee.",
                "Kleine aantallen zijn afgeschermd; een grens of “niet getoond” staat op hun"
                " plaats. Dat geldt op elk blad op dezelfde manier.",
                "“geen” betekent dat er niets is vastgelegd. Klopt dat niet, vraag dan de partner"
                " die het deed om het vast te leggen.",
            ),
            annex="Herkomst van de cijfers",
            annex_introduction=(
                "Elk cijfer heeft een bewijs. Wie het later opnieuw berekent, moet op hetzelfde"
                " controlegetal uitkomen."
            ),
        ),
        Language.ENGLISH: SheetWords(
            title="Municipal sheet {name}",
            subject="What national partners did in {name}, and what was awarded for it",
            publisher="Ministry of Justice and Security",
            code="Code of the municipality",
            region="Safety region",
            introduction=(
                "This sheet shows the same for every municipality: what national partners did"
                " there and what was awarded for it. It is about activities and money, not about"
                " persons, and it does not say whether a municipality does well or badly."
            ),
            activities="Trainings, meetings and advice",
            money="Money",
            counted="In what the municipality counts",
            what="What",
            country="The whole country",
            status="Counted is what was",
            counts="Counts",
            yes="yes",
            no="no",
            nothing="At this moment the registers hold nothing about this.",
            none="none",
            reading="How to read this sheet",
            rules=(
                "All sheets were made as of the same moment. What was recorded or put right later"
                " is not in them.",
                "What there was of a municipality that merged into this one counts here.",
                "Small numbers are hidden; a limit or “not shown” stands in their place. That"
                " holds on every sheet in the same way.",
                "“none” means that nothing was recorded. If that is not right, ask the partner"
                " who did it to record it.",
            ),
            annex="Provenance of the figures",
            annex_introduction=(
                "Each figure has a receipt. Whoever computes it again later must arrive at the"
                " same check value."
            ),
        ),
    }
)


def sheet_words(language: Language) -> SheetWords:
    """The words of a language."""
    return _WORDS[language]
