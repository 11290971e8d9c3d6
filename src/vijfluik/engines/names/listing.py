"""The listed names as arrays: distinct names, their tokens, weights and postings."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.cache import Query, Seen, empty_seen, number_all, with_room
from vijfluik.engines.names.expanded import Expansion, Names, Scratch, Weighing
from vijfluik.engines.names.expansion import expand
from vijfluik.engines.names.joins import Joins, make_joins
from vijfluik.engines.names.lexicon import RULES, Lexicon, describe
from vijfluik.engines.names.tables import distinct
from vijfluik.engines.names.tokens import Tokens, read
from vijfluik.engines.names.vocabulary import Vocabulary, make_vocabulary
from vijfluik.engines.names.weights import make_weighing

CHUNK = 4096
Say = Callable[[str], None]


class Listing(NamedTuple):
    """Everything that searching needs, in arrays only. `lightest` is the least total of a name."""

    vocabulary: Vocabulary
    names: Names
    joins: Joins
    near: Joins
    weighing: Weighing
    lightest: int


def distinct_tokens(tokens: Tokens) -> tuple[Seen, NDArray[np.int32]]:
    """The distinct tokens of a batch, and the number of each token."""
    count = len(tokens.offsets) - 1
    seen = with_room(empty_seen(), count, len(tokens.data) + 64)
    numbers = np.zeros(count, np.int32)
    # Joins and titles matter in queries only: without room for them nothing is joined.
    query = Query(np.arange(count + 1, dtype=np.int32), numbers, numbers.copy(), numbers.copy())
    titles, cut = np.zeros((0, 6), np.uint8), np.zeros(count, np.uint8)
    number_all(seen, tokens.data, tokens.offsets, query, titles, cut)
    return seen, numbers


def distinct_names(
    first: NDArray[np.int32], numbers: NDArray[np.int32]
) -> tuple[NDArray[np.int32], list[int]]:
    """For each name the number of its distinct form (-1 without tokens), and which names show
    them.
    """
    form = np.full(len(first) - 1, -1, np.int32)
    shown: list[int] = []
    known: dict[bytes, int] = {}
    edges = first.tolist()
    for name in range(len(first) - 1):
        if edges[name] == edges[name + 1]:
            continue
        key = numbers[edges[name] : edges[name + 1]].tobytes()
        number = known.setdefault(key, len(shown))
        if number == len(shown):
            shown.append(name)
        form[name] = number
    return form, shown


def make_names(
    first: NDArray[np.int32], numbers: NDArray[np.int32], shown: Sequence[int], vocabulary: int
) -> Names:
    """The distinct names as arrays, still without weights."""
    sizes = np.diff(first)[shown]
    own = np.zeros(len(shown) + 1, np.int32)
    np.cumsum(sizes, out=own[1:])
    places = np.repeat(first[:-1][shown] - own[:-1], sizes) + np.arange(own[-1])
    tokens = numbers[places].astype(np.int32)
    names = np.repeat(np.arange(len(shown), dtype=np.int64), sizes)
    # A name that holds a token twice stands in its postings once.
    both = distinct((tokens.astype(np.int64) << 32) | names)
    postings = (both & 0xFFFFFFFF).astype(np.int32)
    begins = np.searchsorted(both >> 32, np.arange(vocabulary + 1)).astype(np.int32)
    return Names(
        own, tokens, begins, postings, np.zeros(vocabulary, np.int32),
        np.zeros(len(shown), np.int64),
    )  # fmt: skip


def make_expansion(tokens: int, alike: int, joins: int) -> Expansion:
    """Room for the expansion of so many tokens."""
    return Expansion(
        np.zeros(tokens + 1, np.int64), np.zeros(alike, np.int32), np.zeros(alike, np.int32),
        np.zeros(tokens + 1, np.int32), np.zeros(tokens + 1, np.int64), np.zeros(joins, np.int32),
        np.zeros(joins, np.uint8), np.zeros(joins, np.uint8), np.zeros(joins, np.int32),
        np.zeros(4, np.int64),
    )  # fmt: skip


def make_scratch(vocabulary: int) -> Scratch:
    """Room for one expansion at a time."""
    return Scratch(
        vocabulary, np.zeros(vocabulary, np.int32), np.zeros(2 * vocabulary + 64, np.int64),
        np.zeros(1024, np.int64), np.zeros(64, np.uint8),
    )  # fmt: skip


def part_of(lexicon_data: NDArray[np.uint8], offsets: NDArray[np.int32], a: int, b: int) -> Lexicon:
    """The lexicon of tokens `a` up to `b` of a larger set."""
    own = offsets[a : b + 1]
    return describe(lexicon_data[own[0] : own[-1]], (own - own[0]).astype(np.int32))


def weigh(
    seen: Seen, vocabulary: Vocabulary, names: Names, weighing: Weighing
) -> NDArray[np.int32]:
    """The weight of every list token, from how many listed names it is like."""
    total = len(vocabulary.lexicon.offsets) - 1
    weights = np.zeros(total, np.int32)
    scratch = make_scratch(total)
    none = make_joins(
        vocabulary.lexicon, np.zeros(1, np.int32), np.zeros(0, np.int32), halves=False
    )
    expansion = make_expansion(total, max(1 << 20, 4 * total), 16)
    done = 0
    while done < total:
        end = min(total, done + CHUNK)
        fresh = part_of(vocabulary.lexicon.data, vocabulary.lexicon.offsets, done, end)
        reached = expand(
            fresh,
            done,
            seen,
            vocabulary,
            names,
            none,
            none,
            weighing,
            RULES.costs,
            False,
            scratch,
            expansion,
        )
        weights[done:reached] = expansion.weights[done:reached]
        expansion.used[1] = 0
        done = reached
    return weights


def make_listing(texts: Sequence[str], say: Say) -> tuple[Listing, NDArray[np.int32]]:
    """Everything that searching these names needs, and the number of the distinct form of each."""
    tokens = read(texts)
    seen, numbers = distinct_tokens(tokens)
    form, shown = distinct_names(tokens.first, numbers)
    count, letters = seen.used.tolist()
    say(f"{len(texts)} names, {len(shown)} distinct, {count} distinct tokens")
    vocabulary = make_vocabulary(seen.data[:letters].copy(), seen.offsets[: count + 1].copy())
    names = make_names(tokens.first, numbers, shown, count)
    weighing = make_weighing(len(shown))
    weights = weigh(seen, vocabulary, names, weighing)
    totals = np.zeros(len(shown), np.int64)
    np.add.at(totals, np.repeat(np.arange(len(shown)), np.diff(names.first)), weights[names.tokens])
    names = names._replace(weights=weights, totals=totals)
    joins = make_joins(vocabulary.lexicon, names.first, names.tokens, halves=False)
    near = make_joins(vocabulary.lexicon, names.first, names.tokens, halves=True)
    lightest = int(totals.min(initial=1 << 40)) if len(shown) else 0
    return Listing(vocabulary, names, joins, near, weighing, lightest), form
