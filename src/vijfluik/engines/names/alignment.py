"""One query beside one listed name: which parts belong together, and what that is worth."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.cache import Query
from vijfluik.engines.names.compiled import called
from vijfluik.engines.names.expanded import Expansion, Names

MOST_PAIRS = 4096
MOST_PARTS = 64
INITIAL, JOINED = 4, 5


class Costs(NamedTuple):
    """What parts that are left over cost, in per cent of their weight.

    `query` for parts of the query, `listed` for parts of the listed name, `initial` is the share of
    its weight that an initial counts for, `apart` the share of a likeness that stays when two parts
    of the query were read as one. `conflict` comes on top where both sides have something left:
    that contradicts, while a part more on one side may only be a name that the other leaves out.
    """

    query: int
    listed: int
    initial: int
    apart: int
    conflict: int


class Room(NamedTuple):
    """Room for one search and one alignment at a time.

    `pairs` has six places for each: begin and end in query and name, likeness, gain; `parts`
    receives the chosen ones. `taken` marks the parts of the query, and from place 64 on those of
    the name, that are spoken for. `best` and `length` are per token of the query what it may add
    and how many postings it has.
    """

    pairs: NDArray[np.int64]
    parts: NDArray[np.int64]
    taken: NDArray[np.uint8]
    best: NDArray[np.int64]
    length: NDArray[np.int64]


def make_room() -> Room:
    """Room for one alignment at a time."""
    return Room(
        np.zeros(6 * MOST_PAIRS, np.int64), np.zeros(6 * MOST_PARTS, np.int64),
        np.zeros(2 * MOST_PARTS, np.uint8), np.zeros(MOST_PARTS, np.int64),
        np.zeros(MOST_PARTS, np.int64),
    )  # fmt: skip


@called
def alike_to(expansion: Expansion, seen: int, token: int) -> int:
    """The packed likeness of a seen token and a list token; 0 for strangers."""
    low = int(expansion.first[seen])
    end = int(expansion.first[seen + 1])
    high = end
    while low < high:
        middle = (low + high) >> 1
        if int(expansion.ids[middle]) < token:
            low = middle + 1
        else:
            high = middle
    if low < end and int(expansion.ids[low]) == token:
        return int(expansion.alike[low])
    return 0


@called
def put(
    room: Room, count: int, i: int, i2: int, j: int, j2: int, value: int, weight: int, costs: Costs
) -> int:
    """Note a pair of parts that may belong together; answers the new count."""
    if count >= MOST_PAIRS:
        return count
    share = costs.initial if value & 15 == 4 else 100
    at = 6 * count
    room.pairs[at] = i
    room.pairs[at + 1] = i2
    room.pairs[at + 2] = j
    room.pairs[at + 3] = j2
    room.pairs[at + 4] = value
    room.pairs[at + 5] = (value >> 4) * weight * share
    return count + 1


@called
def gather(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, name: int, room: Room,
    costs: Costs,
) -> int:  # fmt: skip
    """Note every pair of parts of query and name that are alike; answers how many."""
    start = int(names.first[name])
    many = int(names.first[name + 1]) - start
    count = 0
    for i in range(end - begin):
        seen = int(query.tokens[begin + i])
        own = int(expansion.weights[seen])
        for j in range(many):
            token = int(names.tokens[start + j])
            value = alike_to(expansion, seen, token)
            if value > 0:
                weight = own + int(names.weights[token])
                count = put(room, count, i, i + 1, j, j + 1, value, weight, costs)
        count = gather_joins(expansion, seen, own, names, name, i, room, count, costs)
        for width in range(2, 4):
            joined = int(query.pairs[begin + i]) if width == 2 else int(query.triples[begin + i])
            if joined < 0:
                continue
            both = 0
            for step in range(width):
                both += int(expansion.weights[int(query.tokens[begin + i + step])])
            for j in range(many):
                token = int(names.tokens[start + j])
                value = alike_to(expansion, joined, token)
                if value > 0:
                    alike = (value >> 4) * costs.apart // 100
                    weight = both + int(names.weights[token])
                    count = put(room, count, i, i + width, j, j + 1, alike * 16 + 5, weight, costs)
    return count


@called
def gather_joins(
    expansion: Expansion, seen: int, own: int, names: Names, name: int, i: int, room: Room,
    count: int, costs: Costs,
) -> int:  # fmt: skip
    """Note the neighbouring parts of the name that one part of the query runs together."""
    low = int(expansion.join_first[seen])
    end = int(expansion.join_first[seen + 1])
    high = end
    while low < high:
        middle = (low + high) >> 1
        if int(expansion.names[middle]) < name:
            low = middle + 1
        else:
            high = middle
    while low < end and int(expansion.names[low]) == name:
        j = int(expansion.places[low])
        j2 = j + int(expansion.counts[low])
        weight = own
        for step in range(j, j2):
            weight += int(names.weights[int(names.tokens[int(names.first[name]) + step])])
        count = put(room, count, i, i + 1, j, j2, int(expansion.join_alike[low]), weight, costs)
        low += 1
    return count


@called
def free(taken: NDArray[np.uint8], begin: int, end: int) -> bool:
    """Whether none of these parts is spoken for."""
    for place in range(begin, end):  # noqa: SIM110 - a generator is not compiled
        if int(taken[place]) != 0:
            return False
    return True


@called
def choose(room: Room, count: int) -> int:
    """Where in `room.pairs` the pair of free parts with most to gain begins; -1 without one."""
    best = -1
    gain = 0
    for pair in range(0, 6 * count, 6):
        if int(room.pairs[pair + 5]) <= gain:
            continue
        if free(room.taken, int(room.pairs[pair]), int(room.pairs[pair + 1])) and free(
            room.taken, 64 + int(room.pairs[pair + 2]), 64 + int(room.pairs[pair + 3])
        ):
            best = pair
            gain = int(room.pairs[pair + 5])
        else:
            room.pairs[pair + 5] = 0
    return best


@called
def align(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, name: int, room: Room,
    costs: Costs,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Lay query tokens `begin` to `end` beside a name, best pair first.

    Answers what agrees and all there is (their quotient over 1000 is the score), how much the parts
    that agree tell beyond what the query has left (in thousandths of a rare token), and the number
    of parts.
    """
    count = gather(query, begin, end, expansion, names, name, room, costs)
    start = int(names.first[name])
    many = int(names.first[name + 1]) - start
    for place in range(end - begin):
        room.taken[place] = 0
    for place in range(many):
        room.taken[64 + place] = 0
    agree = 0
    all_of_it = 0
    told = 0
    parts = 0
    while parts < 64:
        best = choose(room, count)
        if best < 0:
            break
        own = 0
        for place in range(int(room.pairs[best]), int(room.pairs[best + 1])):
            room.taken[place] = 1
            own += int(expansion.weights[int(query.tokens[begin + place])])
        other = 0
        for place in range(int(room.pairs[best + 2]), int(room.pairs[best + 3])):
            room.taken[64 + place] = 1
            other += int(names.weights[int(names.tokens[start + place])])
        value = int(room.pairs[best + 4])
        share = costs.initial if value & 15 == 4 else 100
        agree += (own + other) * share * (value >> 4)
        all_of_it += (own + other) * share
        # What is only alike tells less: a little more than in proportion.
        alike = value >> 4
        told += min(own, other) * share // 100 * alike * (1000 + alike) // 2_000_000
        for place in range(5):
            room.parts[6 * parts + place] = room.pairs[best + place]
        room.parts[6 * parts + 5] = (own + other) // 2
        parts += 1
        room.pairs[best + 5] = 0
    left = 0
    for i in range(end - begin):
        if int(room.taken[i]) == 0:
            left += int(expansion.weights[int(query.tokens[begin + i])])
    other_left = 0
    for j in range(many):
        if int(room.taken[64 + j]) == 0:
            other_left += int(names.weights[int(names.tokens[start + j])])
    all_of_it += 2 * (costs.query * left + costs.listed * other_left)
    all_of_it += 2 * costs.conflict * min(left, other_left)
    # What the query has more speaks against what agrees, by half.
    told = max(0, told - left // 2)
    return agree, all_of_it, told, parts
