"""From names as written to tokens that can be compared: letters, digits and abjad codes only."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.codepoints import SIZE, Codepoints
from vijfluik.engines.names.phrases import PHRASES, unite
from vijfluik.engines.names.scripts import GREEK_PAIRS
from vijfluik.engines.names.splitting import tokenise

LONGEST_TOKEN = 40
MOST_TOKENS = 60
NEWLINE = 10
ZONES = (39, 31, 30)
"""How many places a name has in the zone of a passport, and of cards of two and three lines."""

GREEK_PAIR = re.compile("|".join(GREEK_PAIRS), re.IGNORECASE)
TABLE = Codepoints()


@dataclass(frozen=True)
class Tokens:
    """The tokens of a batch of names.

    `data[offsets[k]:offsets[k + 1]]` are the bytes of token k; the tokens of name n are
    `first[n]` up to `first[n + 1]`; `spans[k]` is where the token stands in `text`, the batch in
    its normal form. A name has at most `MOST_TOKENS` tokens, a token at most `LONGEST_TOKEN` bytes;
    what is longer is cut. `cut` marks names whose last token was cut off by the field they come
    from.
    """

    data: NDArray[np.uint8]
    offsets: NDArray[np.int32]
    first: NDArray[np.int32]
    spans: NDArray[np.int32]
    text: str
    cut: NDArray[np.uint8]

    def of(self, name: int) -> list[bytes]:
        """The tokens of one name."""
        return [self.token(place) for place in range(self.first[name], self.first[name + 1])]

    def token(self, place: int) -> bytes:
        """One token of the batch."""
        return self.data[self.offsets[place] : self.offsets[place + 1]].tobytes()

    def written(self, place: int) -> str:
        """The characters that a token was read from."""
        begin, end = self.spans[place].tolist()
        return self.text[begin:end]


def one_text(names: Sequence[str]) -> str:
    """The names in Unicode's normal form KC, one on a line."""
    text = "\n".join(names)
    if text.count("\n") != len(names) - 1:
        text = "\n".join(name.replace("\n", " ") for name in names)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    return GREEK_PAIR.sub(lambda match: GREEK_PAIRS[match.group().lower()], text)


def cut_off(names: Sequence[str], text: str) -> NDArray[np.uint8]:
    """Which names fill the field of a machine-readable zone to its last place with a letter.

    By ICAO 9303 that says that there may be more of the name than the document shows.
    """
    marks = np.zeros(len(names), np.uint8)
    if "<" in text:
        for place, name in enumerate(names):
            field = name.strip()
            marks[place] = "<" in field and len(field) in ZONES and field[-1].isalpha()
    return marks


def read(names: Sequence[str]) -> Tokens:
    """Cut names into tokens.

    Accents, apostrophes and vowel signs are dropped; other scripts are read in Latin letters,
    Arabic and Hebrew as codes of `abjad`. Servant names ("abdulrahman") and Arabic articles come
    apart.
    """
    text = one_text(names)
    numbers = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    wide = 1 if text.isascii() else 8
    if wide > 1:
        numbers = np.where(numbers < SIZE, numbers, 32)
        TABLE.know(numbers)
    room = len(numbers) + len(names) + 1
    data = np.empty(room * wide * 2 + 64, np.uint8)
    # A servant name gives two tokens for one word, and "abdullah" writes one letter more.
    offsets = np.empty(room * 2 + 2, np.int32)
    spans = np.empty((room * 2 + 2, 2), np.int32)
    first = np.empty(len(names) + 1, np.int32)
    count = tokenise(
        numbers, TABLE.flag, TABLE.length, TABLE.reading, data, offsets, spans, first,
        LONGEST_TOKEN, MOST_TOKENS,
    )  # fmt: skip
    count = unite(data, offsets, spans, first, PHRASES)
    return Tokens(
        data[: offsets[count]], offsets[: count + 1], first, spans[:count], text,
        cut_off(names, text),
    )  # fmt: skip
