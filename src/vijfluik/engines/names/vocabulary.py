"""The distinct tokens of a list, with every table by which tokens like them are found."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.abjad import FIRST
from vijfluik.engines.names.lexicon import Lexicon, describe
from vijfluik.engines.names.tables import Table, deletion_table, key_deletion_table, make_table


class Vocabulary(NamedTuple):
    """Tables from what tokens have in common to the tokens.

    `by_group` and `by_initial` are counted lists: the tokens of group g are
    `group_tokens[by_group[g]:by_group[g + 1]]`.
    """

    lexicon: Lexicon
    deletions: Table
    keys: Table
    key_deletions: Table
    skeletons: Table
    abjad_traces: Table
    latin_traces: Table
    last_group: int
    by_group: NDArray[np.int32]
    group_tokens: NDArray[np.int32]
    by_initial: NDArray[np.int32]
    initial_tokens: NDArray[np.int32]


def counted(
    numbers: NDArray[np.int32], tokens: NDArray[np.int32], size: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Counted lists of tokens by number, for numbers below `size`."""
    order = np.argsort(numbers, kind="stable")
    first = np.searchsorted(numbers[order], np.arange(size + 1)).astype(np.int32)
    return first, tokens[order].astype(np.int32)


def repeated(first: NDArray[np.int32]) -> NDArray[np.int32]:
    """For each element of a flat array the token it belongs to."""
    return np.repeat(np.arange(len(first) - 1, dtype=np.int32), np.diff(first))


def make_vocabulary(data: NDArray[np.uint8], offsets: NDArray[np.int32]) -> Vocabulary:
    """The vocabulary of distinct tokens; `data` and `offsets` as in `tokens.Tokens`."""
    lexicon = describe(data, offsets)
    of_key = repeated(lexicon.key_first)
    of_trace = repeated(lexicon.trace_first)
    abjad = (data[offsets[:-1]] >= FIRST)[of_trace]
    long_bones = lexicon.skeleton_sizes >= 3
    groups = int(lexicon.groups.max(initial=0)) + 1
    by_group, group_tokens = counted(lexicon.groups, repeated(lexicon.group_first), groups)
    # Within a letter the shortest come first, so that an initial finds itself at once.
    tokens = np.argsort(np.diff(offsets), kind="stable").astype(np.int32)
    by_initial, initial_tokens = counted(data[offsets[:-1]][tokens].astype(np.int32), tokens, 256)
    return Vocabulary(
        lexicon,
        deletion_table(lexicon),
        make_table(lexicon.key_hashes, of_key),
        key_deletion_table(lexicon),
        make_table(lexicon.skeletons[long_bones], of_key[long_bones]),
        make_table(lexicon.traces[abjad], of_trace[abjad]),
        make_table(lexicon.traces[~abjad], of_trace[~abjad]),
        groups - 1, by_group, group_tokens, by_initial, initial_tokens,
    )  # fmt: skip
