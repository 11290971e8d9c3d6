"""The neighbouring parts of listed names that one word of a query runs together."""

from vijfluik.engines.names.compiled import called
from vijfluik.engines.names.distance import Bytes, distance
from vijfluik.engines.names.expanded import Expansion, Names
from vijfluik.engines.names.joins import LEAST_NEAR, Joins, half_hash, write_joined
from vijfluik.engines.names.lexicon import Lexicon
from vijfluik.engines.names.likeness import edited
from vijfluik.engines.names.tables import bucket
from vijfluik.engines.names.vocabulary import Vocabulary


@called
def same_joined(
    fresh: Lexicon, x: int, vocabulary: Vocabulary, names: Names, name: int, place: int, count: int
) -> bool:
    """Whether a token is exactly these neighbouring tokens of a name written as one."""
    at = int(fresh.offsets[x])
    end = int(fresh.offsets[x + 1])
    for step in range(count):
        token = int(names.tokens[int(names.first[name]) + place + step])
        for letter in range(
            int(vocabulary.lexicon.offsets[token]), int(vocabulary.lexicon.offsets[token + 1])
        ):
            if at >= end or fresh.data[at] != vocabulary.lexicon.data[letter]:
                return False
            at += 1
    return at == end


@called
def store_joins(
    expansion: Expansion, fresh: Lexicon, x: int, number: int, vocabulary: Vocabulary, names: Names,
    joins: Joins, near: Joins, everything: bool, bare: int, room: int, letters: Bytes,
) -> int:  # fmt: skip
    """Write the joins a word is like, by ascending name; answers -1 when there is no room left."""
    used = int(expansion.used[2])
    start = used
    for key in range(int(fresh.key_first[x]), int(fresh.key_first[x + 1])):
        value = int(fresh.key_hashes[key])
        begin, end = bucket(joins.table, value)
        if everything:
            begin, end = 0, joins.size
        for place in range(begin, end):
            if (
                int(joins.table.hashes[place]) == value >> 8
                and int(joins.checks[place]) == value & 0xFF
            ):
                if used >= room:
                    return -1
                name = int(joins.table.values[place])
                at = int(joins.places[place])
                many = int(joins.counts[place])
                same = same_joined(fresh, x, vocabulary, names, name, at, many)
                alike = (980 if same else 930) * 16 + 5
                used = insert_join(expansion, start, used, name, at, many, alike)
    expansion.used[2] = used
    used = store_near(
        expansion, fresh, x, vocabulary, names, near, everything, start, room, letters
    )
    if used < 0:
        expansion.used[2] = start
        return -1
    if bare >= 0:
        for place in range(int(expansion.join_first[bare]), int(expansion.join_first[bare + 1])):
            if used >= room:
                expansion.used[2] = start
                return -1
            value = int(expansion.join_alike[place])
            alike = ((value >> 4) * 97 // 100) * 16 + (value & 15)
            used = insert_join(
                expansion, start, used, int(expansion.names[place]), int(expansion.places[place]),
                int(expansion.counts[place]), alike,
            )  # fmt: skip
    expansion.used[2] = used
    expansion.join_first[number + 1] = used
    return used


@called
def insert_join(
    expansion: Expansion, start: int, used: int, name: int, at: int, many: int, alike: int
) -> int:
    """Put a join in its place by name, position and number; a second one keeps the better."""
    place = used
    while place > start:
        before = place - 1
        there = (int(expansion.names[before]) << 16) | (int(expansion.places[before]) << 8)
        there |= int(expansion.counts[before])
        here = (name << 16) | (at << 8) | many
        if there == here:
            # Undo the shift that made room.
            for step in range(place, used):
                expansion.names[step] = expansion.names[step + 1]
                expansion.places[step] = expansion.places[step + 1]
                expansion.counts[step] = expansion.counts[step + 1]
                expansion.join_alike[step] = expansion.join_alike[step + 1]
            expansion.join_alike[before] = max(int(expansion.join_alike[before]), alike)
            return used
        if there < here:
            break
        expansion.names[place] = expansion.names[before]
        expansion.places[place] = expansion.places[before]
        expansion.counts[place] = expansion.counts[before]
        expansion.join_alike[place] = expansion.join_alike[before]
        place -= 1
    expansion.names[place] = name
    expansion.places[place] = at
    expansion.counts[place] = many
    expansion.join_alike[place] = alike
    return used + 1


@called
def store_near(
    expansion: Expansion, fresh: Lexicon, x: int, vocabulary: Vocabulary, names: Names, near: Joins,
    everything: bool, start: int, room: int, letters: Bytes,
) -> int:  # fmt: skip
    """Add the joins that a long word is one slip away from; answers as `store_joins`.

    A slip leaves the first half or the last half as it is, and changes the length by one at most.
    """
    used = int(expansion.used[2])
    begin = int(fresh.offsets[x])
    size = int(fresh.offsets[x + 1]) - begin
    if size < LEAST_NEAR:
        return used
    for other in range(size - 1, size + 2):
        for side in range(2):
            half = (other - 2) // 2
            from_letter = begin if side == 0 else begin + size - half
            value = half_hash(fresh.data, from_letter, from_letter + half, other, side)
            low, high = bucket(near.table, value)
            if everything:
                low, high = 0, near.size if other == size and side == 0 else 0
            for place in range(low, high):
                if not everything and (
                    int(near.table.hashes[place]) != value >> 8
                    or int(near.checks[place]) != value & 0xFF
                ):
                    continue
                name = int(near.table.values[place])
                at = int(near.places[place])
                many = int(near.counts[place])
                token = int(names.first[name]) + at
                longer = write_joined(vocabulary.lexicon, names.tokens, token, many, letters)
                if distance(fresh.data, begin, size, letters, 0, longer, 1) != 1:
                    continue
                if used >= room:
                    return -1
                longer = max(size, longer)
                alike = edited(1, longer, letters[0] == fresh.data[begin]) * 98 // 100
                used = insert_join(expansion, start, used, name, at, many, alike * 16 + 5)
    expansion.used[2] = used
    return used
