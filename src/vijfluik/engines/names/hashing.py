"""A hash of bytes in 40 bits, computed the same with and without compilation."""

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.compiled import called

START = 0x1B873593
FACTOR = 1_000_003
MASK = (1 << 40) - 1


@called
def hash_bytes(data: NDArray[np.uint8], begin: int, end: int) -> int:
    """The hash of `data[begin:end]`; 40 bits times 20 bits stay below 2**63."""
    value = START
    for place in range(begin, end):
        value = ((value ^ int(data[place])) * FACTOR) & MASK
    return value ^ (value >> 17)


def hash_token(token: bytes) -> int:
    """The hash of one token, for tables made in Python."""
    value = START
    for byte in token:
        value = ((value ^ byte) * FACTOR) & MASK
    return value ^ (value >> 17)
