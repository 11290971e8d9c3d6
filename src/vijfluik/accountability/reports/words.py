"""The fixed words that building adds to a report, in the language of the report."""

from dataclasses import dataclass
from types import MappingProxyType

from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, slots=True)
class BuildingWords:
    """Words of the front and of the annex in one language."""

    period: str
    annex: str
    introduction: str
    meaning: str
    counting: str
    definition: str
    records: str
    known_on: str
    receipt: str
    hash: str
    no_promises: str


_WORDS = MappingProxyType(
    {
        Language.DUTCH: BuildingWords(
            period="Verslagperiode",
            annex="Herkomst van de cijfers",
            introduction=(
                "Alle cijfers zijn berekend naar de stand van één moment. Elk cijfer heeft een"
                " bewijs. Wie het later opnieuw berekent, moet op hetzelfde controlegetal uitkomen."
            ),
            meaning="Wat het telt",
            counting="Hoe het telt",
            definition="Definitie",
            records="Registraties",
            known_on="Kennisdatum",
            receipt="Bewijs",
            hash="SHA-256",
            no_promises="Op dit moment staat er geen toezegging open.",
        ),
        Language.ENGLISH: BuildingWords(
            period="Period reported",
            annex="Provenance of the figures",
            introduction=(
                "All figures are computed as of one moment. Each figure has a receipt. Whoever"
                " computes it again later must arrive at the same check value."
            ),
            meaning="What it counts",
            counting="How it counts",
            definition="Definition",
            records="Records",
            known_on="As known on",
            receipt="Receipt",
            hash="SHA-256",
            no_promises="No undertaking is open at this moment.",
        ),
    }
)


def building_words(language: Language) -> BuildingWords:
    """The words of a language."""
    return _WORDS[language]
