"""Every listed name that scores at least a threshold, found without scoring all of them.

That a score reaches threshold t is linear in the pairs that agree: with w the mean weight of a
pair, x its likeness, u and v the costs of a part left over in the query (weight a) and in the name
(weight b), it says  sum of w(x - t) + t(u a + v b) over the pairs >= t(u A + v B),  with A and B
the weights of all parts. So each listed name collects, over the query's tokens, the best such
potential it may have; a name whose sum stays below its bound cannot reach the threshold and is
never scored.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.alignment import Costs, Room, align, alike_to
from vijfluik.engines.names.cache import Query
from vijfluik.engines.names.compiled import kernel
from vijfluik.engines.names.expansion import Expansion, Names


class Collected(NamedTuple):
    """Per listed name what it collected for the query at hand; `stamp` tells which that was."""

    total: NDArray[np.int64]
    current: NDArray[np.int64]
    stamp: NDArray[np.int64]
    token: NDArray[np.int32]
    touched: NDArray[np.int32]


class Found(NamedTuple):
    """Pairs at or above the threshold, with their aligned parts. `used` holds pairs and parts.

    The parts of pair p are `parts[part_first[p]:part_first[p + 1]]`: begin and end in the query,
    begin and end in the name, packed likeness, mean weight.
    """

    query: NDArray[np.int32]
    name: NDArray[np.int32]
    agree: NDArray[np.int64]
    whole: NDArray[np.int64]
    told: NDArray[np.int32]
    part_first: NDArray[np.int64]
    parts: NDArray[np.int32]
    used: NDArray[np.int64]


def make_collected(names: int) -> Collected:
    """Room for one search at a time over so many names."""
    return Collected(
        np.zeros(names, np.int64), np.zeros(names, np.int64), np.full(names, -1, np.int64),
        np.zeros(names, np.int32), np.zeros(names, np.int32),
    )  # fmt: skip


def make_found(pairs: int, parts: int) -> Found:
    """Room for so many pairs and parts."""
    return Found(
        np.zeros(pairs, np.int32), np.zeros(pairs, np.int32), np.zeros(pairs, np.int64),
        np.zeros(pairs, np.int64), np.zeros(pairs, np.int32), np.zeros(pairs + 1, np.int64),
        np.zeros((parts, 6), np.int32), np.zeros(2, np.int64),
    )  # fmt: skip


@kernel
def potential(own: int, other: int, value: int, threshold: int, costs: Costs) -> int:
    """What a pair of parts contributes to reaching the threshold."""
    share = costs.initial if value & 15 == 4 else 100
    gained = (own + other) * share * (10 * (value >> 4) - threshold)
    return gained + threshold * 2 * (costs.query * own + costs.listed * other)


@kernel
def keep(
    found: Found, room: Room, number: int, name: int, agree: int, whole: int, told: int, parts: int
) -> bool:
    """Write a pair that reaches the threshold; False when there is no room."""
    pair = int(found.used[0])
    part = int(found.used[1])
    if pair >= len(found.query) or part + parts > len(found.parts):
        return False
    found.query[pair] = number
    found.name[pair] = name
    found.agree[pair] = agree
    found.whole[pair] = whole
    found.told[pair] = told
    for place in range(parts):
        for column in range(6):
            found.parts[part + place, column] = room.parts[place, column]
    found.part_first[pair + 1] = part + parts
    found.used[0] = pair + 1
    found.used[1] = part + parts
    return True


@kernel
def collect(
    collected: Collected, name: int, stamp: int, token: int, value: int, touched: int
) -> int:
    """Let a name collect a potential for a token: the best one counts; answers how many touched."""
    if int(collected.stamp[name]) != stamp:
        collected.stamp[name] = stamp
        collected.total[name] = value
        collected.current[name] = value
        collected.token[name] = token
        collected.touched[touched] = name
        return touched + 1
    if int(collected.token[name]) != token:
        collected.total[name] += value
        collected.current[name] = value
        collected.token[name] = token
    elif value > int(collected.current[name]):
        collected.total[name] += value - int(collected.current[name])
        collected.current[name] = value
    return touched


@kernel
def join_weight(names: Names, name: int, place: int, count: int) -> int:
    """The weight of neighbouring parts of a name."""
    start = int(names.first[name]) + place
    weight = 0
    for step in range(count):
        weight += int(names.weights[int(names.tokens[start + step])])
    return weight


@kernel
def survey(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, threshold: int,
    costs: Costs, best: NDArray[np.int64], length: NDArray[np.int64],
) -> int:  # fmt: skip
    """Per token the best potential and how many postings it has; answers the query's weight."""
    weight = 0
    for i in range(end - begin):
        seen = int(query.tokens[begin + i])
        own = int(expansion.weights[seen])
        weight += own
        most = 0
        size = 0
        for place in range(int(expansion.first[seen]), int(expansion.first[seen + 1])):
            token = int(expansion.ids[place])
            size += int(names.posting_first[token + 1]) - int(names.posting_first[token])
            value = potential(
                own, int(names.weights[token]), int(expansion.alike[place]), threshold, costs
            )
            if value > most:
                most = value
        for place in range(int(expansion.join_first[seen]), int(expansion.join_first[seen + 1])):
            other = join_weight(
                names, int(expansion.names[place]), int(expansion.places[place]),
                int(expansion.counts[place]),
            )  # fmt: skip
            value = potential(own, other, int(expansion.join_alike[place]), threshold, costs)
            size += 1
            if value > most:
                most = value
        best[i] = most
        length[i] = size
    return weight


@kernel
def leave_out(best: NDArray[np.int64], length: NDArray[np.int64], many: int, need: int) -> int:
    """Mark (by a negative length) the longest tokens that together cannot reach the bound alone.

    Their postings need not be walked: a name that agrees only with them stays below. Answers the
    potential they may still add.
    """
    left = 0
    for _ in range(many):
        chosen = -1
        for i in range(many):
            if int(length[i]) < 0 or left + int(best[i]) >= need:
                continue
            if chosen < 0 or int(length[i]) > int(length[chosen]):
                chosen = i
        if chosen < 0:
            break
        left += int(best[chosen])
        length[chosen] = -1
    return left


@kernel
def walk(
    query: Query, begin: int, i: int, expansion: Expansion, names: Names, threshold: int,
    costs: Costs, collected: Collected, stamp: int, touched: int,
) -> int:  # fmt: skip
    """Let every name that agrees with a token collect its potential; answers how many touched."""
    seen = int(query.tokens[begin + i])
    own = int(expansion.weights[seen])
    for place in range(int(expansion.first[seen]), int(expansion.first[seen + 1])):
        token = int(expansion.ids[place])
        value = potential(
            own, int(names.weights[token]), int(expansion.alike[place]), threshold, costs
        )
        if value <= 0:
            continue
        for posting in range(int(names.posting_first[token]), int(names.posting_first[token + 1])):
            touched = collect(collected, int(names.postings[posting]), stamp, i, value, touched)
    for place in range(int(expansion.join_first[seen]), int(expansion.join_first[seen + 1])):
        name = int(expansion.names[place])
        other = join_weight(names, name, int(expansion.places[place]), int(expansion.counts[place]))
        value = potential(own, other, int(expansion.join_alike[place]), threshold, costs)
        if value > 0:
            touched = collect(collected, name, stamp, i, value, touched)
    return touched


@kernel
def walk_joined(
    query: Query, begin: int, i: int, width: int, joined: int, expansion: Expansion, names: Names,
    threshold: int, costs: Costs, collected: Collected, stamp: int, touched: int,
) -> int:  # fmt: skip
    """The same for two or three tokens of the query read as one; it comes on top."""
    own = 0
    for step in range(width):
        own += int(expansion.weights[int(query.tokens[begin + i + step])])
    for place in range(int(expansion.first[joined]), int(expansion.first[joined + 1])):
        token = int(expansion.ids[place])
        alike = (int(expansion.alike[place]) >> 4) * costs.apart // 100
        value = potential(own, int(names.weights[token]), alike * 16 + 5, threshold, costs)
        if value <= 0:
            continue
        for posting in range(int(names.posting_first[token]), int(names.posting_first[token + 1])):
            name = int(names.postings[posting])
            touched = collect(collected, name, stamp, 64 * width + i, value, touched)
    return touched


@kernel
def refined(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, name: int,
    threshold: int, costs: Costs, best: NDArray[np.int64], length: NDArray[np.int64],
) -> int:  # fmt: skip
    """What the tokens that were left out really add for one name; joins count as the best."""
    total = 0
    for i in range(end - begin):
        if int(length[i]) >= 0:
            continue
        seen = int(query.tokens[begin + i])
        if int(expansion.join_first[seen + 1]) > int(expansion.join_first[seen]):
            total += int(best[i])
            continue
        own = int(expansion.weights[seen])
        most = 0
        for place in range(int(names.first[name]), int(names.first[name + 1])):
            token = int(names.tokens[place])
            value = alike_to(expansion, seen, token)
            if value > 0:
                most = max(most, potential(own, int(names.weights[token]), value, threshold, costs))
        total += most
    return total


@kernel
def search(
    query: Query, start: int, expansion: Expansion, names: Names, thresholds: NDArray[np.int64],
    costs: Costs, lightest: int, collected: Collected, room: Room, found: Found,
    counts: NDArray[np.int64],
) -> int:  # fmt: skip
    """Search queries from `start` on until `found` is full; answers the first one not finished.

    `counts` adds up the names touched and the names scored.
    """
    best = np.zeros(64, np.int64)
    length = np.zeros(64, np.int64)
    for number in range(start, len(query.first) - 1):
        begin = int(query.first[number])
        end = int(query.first[number + 1])
        if begin == end:
            continue
        threshold = int(thresholds[number])
        weight = survey(query, begin, end, expansion, names, threshold, costs, best, length)
        need = threshold * 2 * (costs.query * weight + costs.listed * lightest)
        left = leave_out(best, length, end - begin, need)
        counts[2] += 1
        stamp = int(counts[2])
        touched = 0
        for i in range(end - begin):
            if int(length[i]) >= 0:
                touched = walk(
                    query, begin, i, expansion, names, threshold, costs, collected, stamp, touched
                )
        for i in range(end - begin):
            for width in range(2, 4):
                joined = (
                    int(query.pairs[begin + i]) if width == 2 else int(query.triples[begin + i])
                )
                if joined >= 0:
                    touched = walk_joined(
                        query, begin, i, width, joined, expansion, names, threshold, costs,
                        collected, stamp, touched,
                    )  # fmt: skip
        before_pairs = int(found.used[0])
        before_parts = int(found.used[1])
        counts[0] += touched
        for place in range(touched):
            name = int(collected.touched[place])
            bound = threshold * 2 * (costs.query * weight + costs.listed * int(names.totals[name]))
            if int(collected.total[name]) + left < bound:
                continue
            if left > 0:
                more = refined(
                    query, begin, end, expansion, names, name, threshold, costs, best, length
                )
                if int(collected.total[name]) + more < bound:
                    continue
            counts[1] += 1
            agree, whole, told, parts = align(
                query, begin, end, expansion, names, name, room, costs
            )
            if agree == 0 or agree * 10 < threshold * whole:
                continue
            if not keep(found, room, number, name, agree, whole, told, parts):
                found.used[0] = before_pairs
                found.used[1] = before_parts
                return number
    return len(query.first) - 1


@kernel
def score_all(
    query: Query, start: int, expansion: Expansion, names: Names, thresholds: NDArray[np.int64],
    costs: Costs, marks: NDArray[np.int64], room: Room, found: Found, counts: NDArray[np.int64],
) -> int:  # fmt: skip
    """The same by scoring every listed name that has a part like any of the query's: no bound.

    `marks` has a place per list token and one per name.
    """
    tokens = len(names.posting_first) - 1
    for number in range(start, len(query.first) - 1):
        begin = int(query.first[number])
        end = int(query.first[number + 1])
        counts[2] += 1
        stamp = int(counts[2])
        for i in range(begin, end):
            for kind in range(3):
                seen = int(query.tokens[i])
                if kind == 1:
                    seen = int(query.pairs[i])
                elif kind == 2:
                    seen = int(query.triples[i])
                if seen < 0:
                    continue
                for place in range(int(expansion.first[seen]), int(expansion.first[seen + 1])):
                    marks[int(expansion.ids[place])] = stamp
                if kind == 0:
                    for place in range(
                        int(expansion.join_first[seen]), int(expansion.join_first[seen + 1])
                    ):
                        marks[tokens + int(expansion.names[place])] = stamp
        before_pairs = int(found.used[0])
        before_parts = int(found.used[1])
        for name in range(len(names.first) - 1):
            agrees = int(marks[tokens + name]) == stamp
            for place in range(int(names.first[name]), int(names.first[name + 1])):
                if int(marks[int(names.tokens[place])]) == stamp:
                    agrees = True
                    break
            if not agrees:
                continue
            counts[1] += 1
            agree, whole, told, parts = align(
                query, begin, end, expansion, names, name, room, costs
            )
            if agree == 0 or agree * 10 < int(thresholds[number]) * whole:
                continue
            if not keep(found, room, number, name, agree, whole, told, parts):
                found.used[0] = before_pairs
                found.used[1] = before_parts
                return number
    return len(query.first) - 1
