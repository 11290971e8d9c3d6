"""Text that a definition carries in both languages of the platform."""

from dataclasses import dataclass

from vijfluik.accountability.figures.reading import Reader
from vijfluik.core.documents.structure import Language


@dataclass(frozen=True, kw_only=True)
class Words:
    """The same text in Dutch and English."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in that language."""
        return self.en if language is Language.ENGLISH else self.nl

    def plain(self) -> dict[str, str]:
        """As the canonical JSON holds it."""
        return {"nl": self.nl, "en": self.en}


def words_from(reader: Reader) -> Words:
    """Read both languages; neither may be missing.

    Raises:
        DefinitionError: one is missing or empty, or there is a third.
    """
    words = Words(nl=reader.text("nl"), en=reader.text("en"))
    reader.finish()
    return words
