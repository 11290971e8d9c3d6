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

from vijfluik.engines.compiling import pointer, pointers
from vijfluik.engines.names.alignment import Costs, Room, align, alike_to
from vijfluik.engines.names.cache import Query
from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.expanded import Expansion, Names


class Collected(NamedTuple):
    """What each listed name collected for the query at hand, and which names may reach the bound.

    Name n has four places from `cells[4 * n]` on, side by side as memory is slow: for which query
    and token it collected last, its sum, the part of that token, and the weight of the name.
    """

    cells: NDArray[np.int64]
    likely: NDArray[np.int32]


class Sought(NamedTuple):
    """The query at hand. A name reaches the bound when its sum reaches `least` and `each` per
    weight of the name; `stamp` is the number of the query with ten bits for a token.
    """

    stamp: int
    threshold: int
    least: int
    each: int


class Found(NamedTuple):
    """Pairs at or above the threshold, with their aligned parts.

    The parts of pair p are `part_first[p]` up to `part_first[p + 1]`, each six places in `parts`:
    begin and end in the query, begin and end in the name, packed likeness, mean weight. `used`
    holds the number of pairs and of parts, and for how many of both there is room.
    """

    query: NDArray[np.int32]
    name: NDArray[np.int32]
    agree: NDArray[np.int64]
    whole: NDArray[np.int64]
    told: NDArray[np.int32]
    part_first: NDArray[np.int64]
    parts: NDArray[np.int32]
    used: NDArray[np.int64]


def make_collected(names: Names) -> Collected:
    """Room for one search at a time over these names."""
    cells = np.zeros((len(names.totals), 4), np.int64)
    cells[:, 3] = names.totals
    return Collected(cells.reshape(-1), np.zeros(len(names.totals), np.int32))


def make_found(pairs: int, parts: int) -> Found:
    """Room for so many pairs and parts."""
    return Found(
        np.zeros(pairs, np.int32), np.zeros(pairs, np.int32), np.zeros(pairs, np.int64),
        np.zeros(pairs, np.int64), np.zeros(pairs, np.int32), np.zeros(pairs + 1, np.int64),
        np.zeros(6 * parts, np.int32), np.array((0, 0, pairs, parts), np.int64),
    )  # fmt: skip


@called
def potential(own: int, other: int, value: int, threshold: int, costs: Costs) -> int:
    """What a pair of parts contributes to reaching the threshold."""
    share = costs.initial if value & 15 == 4 else 100
    gained = (own + other) * share * (10 * (value >> 4) - threshold)
    return gained + threshold * 2 * (costs.query * own + costs.listed * other)


@called
def keep(
    found: Found, room: Room, number: int, name: int, agree: int, whole: int, told: int, parts: int
) -> bool:
    """Write a pair that reaches the threshold; False when there is no room."""
    pair = int(found.used[0])
    part = int(found.used[1])
    if pair >= int(found.used[2]) or part + parts > int(found.used[3]):
        return False
    found.query[pair] = number
    found.name[pair] = name
    found.agree[pair] = agree
    found.whole[pair] = whole
    found.told[pair] = told
    for place in range(6 * parts):
        found.parts[6 * part + place] = room.parts[place]
    found.part_first[pair + 1] = part + parts
    found.used[0] = pair + 1
    found.used[1] = part + parts
    return True


@called
def collect(
    collected: Collected, name: int, sought: Sought, token: int, value: int, likely: int
) -> int:
    """Let a name collect a potential for a token, of which the best one counts.

    A sum only grows, so a name is noted once: when its sum reaches the bound. Answers how many
    are.
    """
    at = 4 * name
    tag = sought.stamp | token
    held = int(collected.cells[at])
    if held >> 10 != tag >> 10:
        before = -1
        after = value
        collected.cells[at] = tag
        collected.cells[at + 2] = value
    else:
        before = int(collected.cells[at + 1])
        more = value
        if held == tag:
            more = value - int(collected.cells[at + 2])
            if more <= 0:
                return likely
        after = before + more
        collected.cells[at] = tag
        collected.cells[at + 2] = value
    collected.cells[at + 1] = after
    bound = sought.least + sought.each * int(collected.cells[at + 3])
    if before < bound <= after:
        collected.likely[likely] = name
        likely += 1
    return likely


@called
def join_weight(names: Names, name: int, place: int, count: int) -> int:
    """The weight of neighbouring parts of a name."""
    start = int(names.first[name]) + place
    weight = 0
    for step in range(count):
        weight += int(names.weights[int(names.tokens[start + step])])
    return weight


@called
def survey(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, threshold: int,
    costs: Costs, room: Room,
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
        room.best[i] = most
        room.length[i] = size
    return weight


@called
def leave_out(room: Room, many: int, need: int) -> int:
    """Mark (by a negative length) the longest tokens that together cannot reach the bound alone.

    Their postings need not be walked: a name that agrees only with them stays below. Answers the
    potential they may still add.
    """
    left = 0
    for _ in range(many):
        chosen = -1
        for i in range(many):
            if int(room.length[i]) < 0 or left + int(room.best[i]) >= need:
                continue
            if chosen < 0 or int(room.length[i]) > int(room.length[chosen]):
                chosen = i
        if chosen < 0:
            break
        left += int(room.best[chosen])
        room.length[chosen] = -1
    return left


@called
def walk(
    seen: int, own: int, i: int, expansion: Expansion, names: Names, sought: Sought, costs: Costs,
    collected: Collected, likely: int,
) -> int:  # fmt: skip
    """Let every name that agrees with a token collect its potential; answers how many are likely
    now.
    """
    for place in range(int(expansion.first[seen]), int(expansion.first[seen + 1])):
        token = int(expansion.ids[place])
        value = potential(
            own, int(names.weights[token]), int(expansion.alike[place]), sought.threshold, costs
        )
        if value <= 0:
            continue
        for posting in range(int(names.posting_first[token]), int(names.posting_first[token + 1])):
            likely = collect(collected, int(names.postings[posting]), sought, i, value, likely)
    for place in range(int(expansion.join_first[seen]), int(expansion.join_first[seen + 1])):
        name = int(expansion.names[place])
        other = join_weight(names, name, int(expansion.places[place]), int(expansion.counts[place]))
        value = potential(own, other, int(expansion.join_alike[place]), sought.threshold, costs)
        if value > 0:
            likely = collect(collected, name, sought, i, value, likely)
    return likely


@called
def walk_joined(
    joined: int, own: int, tag: int, expansion: Expansion, names: Names, sought: Sought,
    costs: Costs, collected: Collected, likely: int,
) -> int:  # fmt: skip
    """The same for two or three tokens of the query read as one; it comes on top."""
    for place in range(int(expansion.first[joined]), int(expansion.first[joined + 1])):
        token = int(expansion.ids[place])
        alike = (int(expansion.alike[place]) >> 4) * costs.apart // 100
        value = potential(own, int(names.weights[token]), alike * 16 + 5, sought.threshold, costs)
        if value <= 0:
            continue
        for posting in range(int(names.posting_first[token]), int(names.posting_first[token + 1])):
            likely = collect(collected, int(names.postings[posting]), sought, tag, value, likely)
    return likely


@called
def walk_all(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, sought: Sought,
    costs: Costs, collected: Collected, room: Room,
) -> int:  # fmt: skip
    """Let names collect for every token that was not left out, and for tokens read as one."""
    likely = 0
    for i in range(end - begin):
        if int(room.length[i]) >= 0:
            seen = int(query.tokens[begin + i])
            own = int(expansion.weights[seen])
            likely = walk(seen, own, i, expansion, names, sought, costs, collected, likely)
    for i in range(end - begin):
        own = int(expansion.weights[int(query.tokens[begin + i])])
        for width in range(2, 4):
            joined = int(query.pairs[begin + i]) if width == 2 else int(query.triples[begin + i])
            if i + width <= end - begin:
                own += int(expansion.weights[int(query.tokens[begin + i + width - 1])])
            if joined >= 0:
                likely = walk_joined(
                    joined, own, 64 * width + i, expansion, names, sought, costs, collected, likely
                )
    return likely


@called
def refined(
    query: Query, begin: int, end: int, expansion: Expansion, names: Names, name: int,
    threshold: int, costs: Costs, room: Room,
) -> int:  # fmt: skip
    """What the tokens that were left out really add for one name; joins count as the best."""
    total = 0
    for i in range(end - begin):
        if int(room.length[i]) >= 0:
            continue
        seen = int(query.tokens[begin + i])
        if int(expansion.join_first[seen + 1]) > int(expansion.join_first[seen]):
            total += int(room.best[i])
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


@called
def judge(
    query: Query, number: int, expansion: Expansion, names: Names, name: int, threshold: int,
    costs: Costs, room: Room, found: Found,
) -> bool:  # fmt: skip
    """Score a name and keep the pair when it reaches the threshold; False when there is no room."""
    begin = int(query.first[number])
    end = int(query.first[number + 1])
    agree, whole, told, parts = align(query, begin, end, expansion, names, name, room, costs)
    if agree == 0 or agree * 10 < threshold * whole:
        return True
    return keep(found, room, number, name, agree, whole, told, parts)


@kernel
def search(
    asked: Query, start: int, expanded: Expansion, listed: Names, thresholds: NDArray[np.int64],
    costs: Costs, lightest: int, cells: Collected, work: Room, answers: Found,
    counts: NDArray[np.int64],
) -> int:  # fmt: skip
    """Search queries from `start` on until `answers` is full; answers the first one not finished.

    `counts` adds up the queries and the names scored.
    """
    many = len(asked.first) - 1
    query, expansion, names = pointers(asked), pointers(expanded), pointers(listed)
    collected, room, found = pointers(cells), pointers(work), pointers(answers)
    for number in range(start, many):
        begin = int(query.first[number])
        end = int(query.first[number + 1])
        if begin == end:
            continue
        threshold = int(thresholds[number])
        weight = survey(query, begin, end, expansion, names, threshold, costs, room)
        least = threshold * 2 * costs.query * weight
        each = threshold * 2 * costs.listed
        left = leave_out(room, end - begin, least + each * lightest)
        counts[0] += 1
        sought = Sought(int(counts[0]) << 10, threshold, least - left, each)
        likely = walk_all(query, begin, end, expansion, names, sought, costs, collected, room)
        before_pairs = int(found.used[0])
        before_parts = int(found.used[1])
        for place in range(likely):
            name = int(collected.likely[place])
            if left > 0:
                more = refined(query, begin, end, expansion, names, name, threshold, costs, room)
                if int(collected.cells[4 * name + 1]) + more < least + each * int(
                    names.totals[name]
                ):
                    continue
            counts[1] += 1
            if not judge(query, number, expansion, names, name, threshold, costs, room, found):
                found.used[0] = before_pairs
                found.used[1] = before_parts
                return number
    return many


@called
def mark(
    query: Query, begin: int, end: int, expansion: Expansion, marks: NDArray[np.int64],
    stamp: int, tokens: int,
) -> None:  # fmt: skip
    """Mark every list token, and every name by its joins, that is like a part of a query."""
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


@kernel
def score_all(
    asked: Query, start: int, expanded: Expansion, listed: Names, thresholds: NDArray[np.int64],
    costs: Costs, marks: NDArray[np.int64], work: Room, answers: Found, counts: NDArray[np.int64],
) -> int:  # fmt: skip
    """The same by scoring every listed name that has a part like any of the query's: no bound.

    `marks` has a place per list token and one per name.
    """
    tokens = len(listed.posting_first) - 1
    many = len(asked.first) - 1
    size = len(listed.first) - 1
    query, expansion, names = pointers(asked), pointers(expanded), pointers(listed)
    room, found = pointers(work), pointers(answers)
    for number in range(start, many):
        begin = int(query.first[number])
        end = int(query.first[number + 1])
        counts[0] += 1
        stamp = int(counts[0])
        mark(query, begin, end, expansion, pointer(marks), stamp, tokens)
        before_pairs = int(found.used[0])
        before_parts = int(found.used[1])
        for name in range(size):
            agrees = int(marks[tokens + name]) == stamp
            for place in range(int(names.first[name]), int(names.first[name + 1])):
                if int(marks[int(names.tokens[place])]) == stamp:
                    agrees = True
                    break
            if not agrees:
                continue
            counts[1] += 1
            threshold = int(thresholds[number])
            if not judge(query, number, expansion, names, name, threshold, costs, room, found):
                found.used[0] = before_pairs
                found.used[1] = before_parts
                return number
    return many
