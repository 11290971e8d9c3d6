"""What each character becomes in a token: a table that grows with the characters it meets."""

import threading
import unicodedata

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.abjad import ARABIC, ARABIC_SILENT, HEBREW
from vijfluik.engines.names.scripts import CYRILLIC, GREEK, LATIN

SIZE = 0x30000
"""Characters from here on are read as separators: no living script for names stands there."""

LONGEST = 8
SEPARATOR, DROPPED, SYLLABLE, UPPER, LOWER, UNKNOWN = 1, 2, 4, 8, 16, 128
SILENT = set("'`’ʿʾ‘‛ʻʼ´ʹʺ״׳\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff") | set(ARABIC_SILENT)
OWN = CYRILLIC | GREEK | LATIN
CODES = ARABIC | HEBREW

# Ideographs and Korean syllables are names or parts of names by themselves.
SYLLABLES = ((0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x2FFFF))


class Codepoints:
    """Readings as arrays: `flag` and `length` per character, and the bytes in `reading`."""

    def __init__(self) -> None:
        """Start with ASCII known and everything else still to be looked up."""
        self.flag: NDArray[np.uint8] = np.full(SIZE, UNKNOWN, np.uint8)
        self.length: NDArray[np.uint8] = np.zeros(SIZE, np.uint8)
        self.reading: NDArray[np.uint8] = np.zeros((SIZE, LONGEST), np.uint8)
        self.lock = threading.Lock()
        for number in range(0x80):
            self.learn(number)

    def know(self, text: NDArray[np.uint32]) -> None:
        """Look up every character of `text` (numbers below `SIZE`) that is not yet known."""
        if self.flag[text].max(initial=0) < UNKNOWN:
            return
        with self.lock:
            for number in np.unique(text[self.flag[text] >= UNKNOWN]).tolist():
                self.learn(number)

    def learn(self, number: int) -> None:
        """Put one character in the table; its flag comes last, for readers in other threads."""
        flag, reading = read_character(chr(number))
        if any(low <= number <= high for low, high in SYLLABLES) and reading:
            flag |= SYLLABLE
        self.length[number] = len(reading)
        self.reading[number, : len(reading)] = np.frombuffer(reading, np.uint8)
        self.flag[number] = flag


def read_character(character: str) -> tuple[int, bytes]:
    """The flags and the bytes of one character."""
    if character in SILENT or unicodedata.combining(character):
        return DROPPED, b""
    if character in CODES:
        return 0, bytes([CODES[character]])
    lower = character.lower()
    case = UPPER if character != lower else LOWER if character != character.upper() else 0
    reading = OWN.get(lower)
    if reading is None:
        from anyascii import anyascii

        reading = anyascii(character).lower()
    if reading == "" and lower in OWN:
        return DROPPED, b""
    kept = "".join(letter for letter in reading if letter.isascii() and letter.isalnum())
    if not kept:
        return SEPARATOR, b""
    return case, kept.encode("ascii")[:LONGEST]
