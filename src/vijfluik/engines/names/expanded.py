"""What searching works on, as arrays: listed names, weights, and what is known of seen tokens."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Names(NamedTuple):
    """The distinct listed names: tokens of name n are `tokens[first[n]:first[n + 1]]`.

    Names that hold token t are `postings[posting_first[t]:posting_first[t + 1]]`; `weights` are
    those of the tokens, `totals` those of all tokens of a name together.
    """

    first: NDArray[np.int32]
    tokens: NDArray[np.int32]
    posting_first: NDArray[np.int32]
    postings: NDArray[np.int32]
    weights: NDArray[np.int32]
    totals: NDArray[np.int64]


class Weighing(NamedTuple):
    """What a token weighs: by how many listed names it is like, and at most so much by its word.

    `sizes` says how many places each of the others has.
    """

    by_count: NDArray[np.int32]
    words: NDArray[np.int64]
    caps: NDArray[np.int32]
    short: NDArray[np.int32]
    sizes: NDArray[np.int64]


class Expansion(NamedTuple):
    """What is known of seen tokens. `used` holds tokens, like tokens, joins and stamps so far.

    The list tokens like seen token s are `ids[first[s]:first[s + 1]]`, ascending, each with its
    packed likeness; the joins it is like are `names[join_first[s]:join_first[s + 1]]`, ascending.
    """

    first: NDArray[np.int64]
    ids: NDArray[np.int32]
    alike: NDArray[np.int32]
    weights: NDArray[np.int32]
    join_first: NDArray[np.int64]
    names: NDArray[np.int32]
    places: NDArray[np.uint8]
    counts: NDArray[np.uint8]
    join_alike: NDArray[np.int32]
    used: NDArray[np.int64]


class Scratch(NamedTuple):
    """Room for one expansion: a stamp for each of `size` list tokens, what was found, and letters
    of names written as one.
    """

    size: int
    stamps: NDArray[np.int32]
    found: NDArray[np.int64]
    hashes: NDArray[np.int64]
    letters: NDArray[np.uint8]
