"""What tokens weigh: rare ones much, common ones little, particles and legal forms least."""

import math

import numpy as np

from vijfluik.engines.names.equivalents import groups
from vijfluik.engines.names.expanded import Weighing
from vijfluik.engines.names.hashing import hash_token
from vijfluik.engines.names.scales import WEIGHT
from vijfluik.engines.names.words import (
    ARABIC_PARTICLES,
    COMMON_FORM_WEIGHT,
    EVERYDAY,
    EVERYDAY_WEIGHT,
    SHORT_WEIGHTS,
    WEIGHTS,
)

LEAST = 350
LEAST_NAMES = 20_000
"""A short list says little about how common a name is; it is weighed as one of this length."""


def word_caps() -> dict[bytes, int]:
    """The most that words may weigh which are common whatever the list."""
    common = {word: COMMON_FORM_WEIGHT for group in groups() for word in group}
    everyday = dict.fromkeys(EVERYDAY.split(), EVERYDAY_WEIGHT)
    caps = {word.encode("ascii"): cap for word, cap in (common | everyday | WEIGHTS).items()}
    return caps | ARABIC_PARTICLES


def make_weighing(names: int, *, least: int = LEAST) -> Weighing:
    """The weights for a list of so many distinct names.

    A token like c of N names weighs 1 - ln(1 + c) / ln(1 + N), and at least `least` thousandths.
    """
    size = max(names, LEAST_NAMES)
    counts = np.arange(size + 1)
    by_count = np.clip(WEIGHT - WEIGHT * np.log1p(counts) / math.log1p(size), least, WEIGHT)
    words = sorted((hash_token(word), cap) for word, cap in word_caps().items())
    sizes = (len(by_count), len(words), len(words), len(SHORT_WEIGHTS))
    return Weighing(
        np.floor(by_count).astype(np.int32),
        np.array([word for word, _ in words], np.int64),
        np.array([cap for _, cap in words], np.int32),
        np.array(SHORT_WEIGHTS, np.int32),
        np.array(sizes, np.int64),
    )
