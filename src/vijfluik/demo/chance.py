"""Chance that repeats itself: every part of the demonstration draws from a stream of its own.

A stream is named, so that a changed target of one provider leaves the records of others alone.
"""

import random
import uuid

Chance = random.Random


def stream(seed: int, *names: object) -> Chance:
    """A generator of pseudo-random numbers that depends on the seed and the names only."""
    words = ":".join(str(name) for name in (seed, *names))
    return random.Random(words)  # noqa: S311 (invented data, no secret)


def key(chance: Chance) -> uuid.UUID:
    """A random key; the same one for the same stream at the same place."""
    return uuid.UUID(int=chance.getrandbits(128), version=4)
