"""The tokens of a list that are like a token of a query, found through tables or by trying all."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.cache import Seen
from vijfluik.engines.names.compiled import kernel
from vijfluik.engines.names.distance import deletions, distance, most_edits
from vijfluik.engines.names.hashing import hash_bytes
from vijfluik.engines.names.joins import Joins
from vijfluik.engines.names.lexicon import Lexicon, Rules, first_at_least
from vijfluik.engines.names.likeness import joined_likeness, likeness
from vijfluik.engines.names.tables import Table, belongs, neighbourhood, start_of
from vijfluik.engines.names.vocabulary import Vocabulary

TITLE_LOSS = 97
"""Per cent that stays of a likeness found only after a glued title was taken off."""


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
    """What a token weighs: by how many listed names it is like, and at most so much by its word."""

    by_count: NDArray[np.int32]
    words: NDArray[np.int64]
    caps: NDArray[np.int32]
    short: NDArray[np.int32]


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
    """Room for one expansion: a stamp per list token, and what was found."""

    stamps: NDArray[np.int32]
    found: NDArray[np.int64]
    hashes: NDArray[np.int64]


@kernel
def add(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, token: int, rules: Rules,
) -> int:  # fmt: skip
    """Judge one list token, once; answers the new count of those found."""
    if int(scratch.stamps[token]) == stamp:
        return count
    scratch.stamps[token] = stamp
    if kind == 0:
        value = likeness(fresh, x, vocabulary.lexicon, token, rules)
    else:
        value = joined_likeness(fresh, x, vocabulary.lexicon, token, rules)
    if value > 0:
        scratch.found[count] = (token << 20) | value
        count += 1
    return count


@kernel
def add_all(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, table: Table, value: int, rules: Rules,
) -> int:  # fmt: skip
    """Judge every list token that a table has under a hash."""
    place = start_of(table, value)
    while belongs(table, place, value):
        token = int(table.values[place])
        count = add(scratch, stamp, count, fresh, x, kind, vocabulary, token, rules)
        place += 1
    return count


@kernel
def add_near(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, value: int, rules: Rules,
) -> int:  # fmt: skip
    """Judge the list tokens that meet under a hash of letters left out, where they are near enough.

    Those that are not are passed over unjudged: if they are alike by sound, another table has them.
    """
    a0 = int(fresh.offsets[x])
    an = int(fresh.offsets[x + 1]) - a0
    table = vocabulary.deletions
    lexicon = vocabulary.lexicon
    place = start_of(table, value)
    while belongs(table, place, value):
        token = int(table.values[place])
        place += 1
        if int(scratch.stamps[token]) == stamp:
            continue
        b0 = int(lexicon.offsets[token])
        bn = int(lexicon.offsets[token + 1]) - b0
        most = most_edits(max(an, bn))
        if distance(fresh.data, a0, an, lexicon.data, b0, bn, most) <= most:
            count = add(scratch, stamp, count, fresh, x, kind, vocabulary, token, rules)
    return count


@kernel
def through_tables(
    scratch: Scratch, stamp: int, fresh: Lexicon, x: int, kind: int, vocabulary: Vocabulary,
    rules: Rules,
) -> int:  # fmt: skip
    """Find every list token like fresh token `x`; answers how many stand in `scratch.found`."""
    begin = int(fresh.offsets[x])
    end = int(fresh.offsets[x + 1])
    most = deletions(end - begin)
    if kind == 1 and most > 1:
        most = 1
    count = 0
    found = neighbourhood(fresh.data, begin, end, most, scratch.hashes)
    for place in range(found):
        value = int(scratch.hashes[place])
        count = add_near(scratch, stamp, count, fresh, x, kind, vocabulary, value, rules)
    for key in range(int(fresh.key_first[x]), int(fresh.key_first[x + 1])):
        count = add_all(
            scratch, stamp, count, fresh, x, kind, vocabulary, vocabulary.keys,
            int(fresh.key_hashes[key]), rules,
        )  # fmt: skip
        if kind == 1:
            continue
        if int(fresh.skeleton_sizes[key]) >= 3:
            count = add_all(
                scratch, stamp, count, fresh, x, kind, vocabulary, vocabulary.skeletons,
                int(fresh.skeletons[key]), rules,
            )  # fmt: skip
        a = int(fresh.key_offsets[key])
        b = int(fresh.key_offsets[key + 1])
        if b - a >= 4:
            found = neighbourhood(fresh.keys, a, b, 1, scratch.hashes)
            for place in range(found):
                count = add_all(
                    scratch, stamp, count, fresh, x, kind, vocabulary, vocabulary.key_deletions,
                    int(scratch.hashes[place]), rules,
                )  # fmt: skip
    for trace in range(int(fresh.trace_first[x]), int(fresh.trace_first[x + 1])):
        count = add_across(scratch, stamp, count, fresh, x, kind, vocabulary, trace, rules)
    if kind == 0:
        count = add_related(scratch, stamp, count, fresh, x, vocabulary, rules)
    return count


@kernel
def add_across(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, trace: int, rules: Rules,
) -> int:  # fmt: skip
    """Judge the tokens of the other kind of script that share a trace."""
    value = int(fresh.traces[trace])
    if int(fresh.data[int(fresh.offsets[x])]) >= 128:
        table = vocabulary.latin_traces
    else:
        table = vocabulary.abjad_traces
    return add_all(scratch, stamp, count, fresh, x, kind, vocabulary, table, value, rules)


@kernel
def add_related(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, vocabulary: Vocabulary,
    rules: Rules,
) -> int:  # fmt: skip
    """Judge the forms of the same name, and names with or for an initial."""
    for group in range(int(fresh.group_first[x]), int(fresh.group_first[x + 1])):
        number = int(fresh.groups[group])
        if number + 1 >= len(vocabulary.by_group):
            continue
        for place in range(int(vocabulary.by_group[number]), int(vocabulary.by_group[number + 1])):
            token = int(vocabulary.group_tokens[place])
            count = add(scratch, stamp, count, fresh, x, 0, vocabulary, token, rules)
    begin = int(fresh.offsets[x])
    letter = int(fresh.data[begin])
    single = int(fresh.offsets[x + 1]) - begin == 1
    for place in range(int(vocabulary.by_initial[letter]), int(vocabulary.by_initial[letter + 1])):
        token = int(vocabulary.initial_tokens[place])
        size = int(vocabulary.lexicon.offsets[token + 1]) - int(vocabulary.lexicon.offsets[token])
        # The tokens of a letter stand by length, so the single one comes first.
        if not single and size > 1:
            break
        count = add(scratch, stamp, count, fresh, x, 0, vocabulary, token, rules)
    return count


@kernel
def by_trying_all(
    scratch: Scratch, fresh: Lexicon, x: int, kind: int, vocabulary: Vocabulary, rules: Rules
) -> int:
    """The same through no table: every list token is judged."""
    count = 0
    for token in range(len(vocabulary.lexicon.offsets) - 1):
        if kind == 0:
            value = likeness(fresh, x, vocabulary.lexicon, token, rules)
        else:
            value = joined_likeness(fresh, x, vocabulary.lexicon, token, rules)
        if value > 0:
            scratch.found[count] = (token << 20) | value
            count += 1
    return count


@kernel
def with_bare(expansion: Expansion, bare: int, scratch: Scratch, count: int) -> int:
    """Add what the word without its glued title is like, a little less; answers the new count."""
    for place in range(int(expansion.first[bare]), int(expansion.first[bare + 1])):
        value = int(expansion.alike[place])
        if value >> 4 >= 900:
            less = (value >> 4) * 97 // 100
            scratch.found[count] = (int(expansion.ids[place]) << 20) | (less << 4) | (value & 15)
            count += 1
    return count


@kernel
def weight_of(fresh: Lexicon, x: int, like: int, weighing: Weighing) -> int:
    """What a token weighs that is like so many listed names."""
    weight = int(weighing.by_count[min(like, len(weighing.by_count) - 1)])
    begin = int(fresh.offsets[x])
    end = int(fresh.offsets[x + 1])
    size = end - begin
    if int(fresh.data[begin]) >= 128:
        # Short vowels are not written, so a code tells more than a letter.
        size += 1
    if size < len(weighing.short):
        weight = min(weight, int(weighing.short[size]))
    word = hash_bytes(fresh.data, begin, end)
    at = first_at_least(weighing.words, word)
    if at < len(weighing.words) and int(weighing.words[at]) == word:
        weight = min(weight, int(weighing.caps[at]))
    return weight


@kernel
def store(expansion: Expansion, scratch: Scratch, count: int, number: int, names: Names) -> int:
    """Write what was found for a token, by ascending list token; answers how many names it is
    like.
    """
    found = np.sort(scratch.found[:count])
    used = int(expansion.used[1])
    like = 0
    for place in range(count):
        token = int(found[place]) >> 20
        value = int(found[place]) & 0xFFFFF
        # Of a token found twice, the better stands last.
        if place + 1 < count and int(found[place + 1]) >> 20 == token:
            continue
        expansion.ids[used] = token
        expansion.alike[used] = value
        used += 1
        if value >> 4 >= 700 and value & 15 != 4:
            df = int(names.posting_first[token + 1]) - int(names.posting_first[token])
            like += df * (value >> 4) // 1000
    expansion.used[1] = used
    expansion.first[number + 1] = used
    return like


@kernel
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


@kernel
def store_joins(
    expansion: Expansion, fresh: Lexicon, x: int, number: int, vocabulary: Vocabulary, names: Names,
    joins: Joins, everything: bool, bare: int, room: int,
) -> int:  # fmt: skip
    """Write the joins a word is like, by ascending name; answers -1 when there is no room left."""
    used = int(expansion.used[2])
    start = used
    for key in range(int(fresh.key_first[x]), int(fresh.key_first[x + 1])):
        value = int(fresh.key_hashes[key])
        place = 0 if everything else start_of(joins.table, value)
        while place < len(joins.table.hashes):
            fits = belongs(joins.table, place, value)
            if not fits and not everything:
                break
            if fits and int(joins.checks[place]) == value & 0xFF:
                if used >= room:
                    return -1
                name = int(joins.table.values[place])
                at = int(joins.places[place])
                many = int(joins.counts[place])
                same = same_joined(fresh, x, vocabulary, names, name, at, many)
                alike = (980 if same else 930) * 16 + 5
                used = insert_join(expansion, start, used, name, at, many, alike)
            place += 1
    if bare >= 0:
        for place in range(int(expansion.join_first[bare]), int(expansion.join_first[bare + 1])):
            if used >= room:
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


@kernel
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


@kernel
def expand(
    fresh: Lexicon, from_number: int, seen: Seen, vocabulary: Vocabulary, names: Names,
    joins: Joins, weighing: Weighing, rules: Rules, everything: bool, scratch: Scratch,
    expansion: Expansion,
) -> int:  # fmt: skip
    """Expand fresh tokens (`fresh` holds them from number `from_number` on) until room runs out.

    Answers the number of the first token that is not expanded. With `everything` no table is used.
    """
    done = int(expansion.used[0])
    total = from_number + len(fresh.offsets) - 1
    while done < total:
        if len(expansion.ids) - int(expansion.used[1]) < 2 * len(scratch.stamps):
            return done
        x = done - from_number
        kind = int(seen.kinds[done])
        if everything:
            count = by_trying_all(scratch, fresh, x, kind, vocabulary, rules)
        else:
            expansion.used[3] += 1
            stamp = int(expansion.used[3])
            count = through_tables(scratch, stamp, fresh, x, kind, vocabulary, rules)
        bare = int(seen.bare[done])
        if bare >= 0:
            count = with_bare(expansion, bare, scratch, count)
        expansion.join_first[done + 1] = expansion.used[2]
        if kind == 0 and int(fresh.offsets[x + 1]) - int(fresh.offsets[x]) >= 4:
            room = len(expansion.names) - 1
            if (
                store_joins(
                    expansion, fresh, x, done, vocabulary, names, joins, everything, bare, room
                )
                < 0
            ):
                return done
        like = store(expansion, scratch, count, done, names)
        expansion.weights[done] = weight_of(fresh, x, like, weighing)
        done += 1
        expansion.used[0] = done
    return done
