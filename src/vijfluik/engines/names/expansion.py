"""The tokens of a list that are like a token of a query, found through tables or by trying all."""

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.compiling import pointer, pointers
from vijfluik.engines.names.cache import Seen
from vijfluik.engines.names.compiled import called, kernel
from vijfluik.engines.names.distance import Bytes, deletions, distance, most_edits
from vijfluik.engines.names.expanded import Expansion, Names, Scratch, Weighing
from vijfluik.engines.names.hashing import hash_bytes
from vijfluik.engines.names.joining import store_joins
from vijfluik.engines.names.joins import Joins
from vijfluik.engines.names.lexicon import Lexicon, first_at_least
from vijfluik.engines.names.likeness import cut_likeness, joined_likeness, likeness
from vijfluik.engines.names.tables import Table, bucket, neighbourhood
from vijfluik.engines.names.vocabulary import Vocabulary

TITLE_LOSS = 97
"""Per cent that stays of a likeness found only after a glued title was taken off."""


@called
def judged(
    fresh: Lexicon, x: int, kind: int, vocabulary: Vocabulary, token: int, costs: Bytes
) -> int:
    """How alike a fresh token of a kind (word, join, cut off) and a list token are; packed."""
    if kind == 1:
        return joined_likeness(fresh, x, vocabulary.lexicon, token, costs)
    value = likeness(fresh, x, vocabulary.lexicon, token, costs)
    if kind == 2:
        value = max(value, cut_likeness(fresh, x, vocabulary.lexicon, token))
    return value


@called
def add(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, token: int, costs: Bytes,
) -> int:  # fmt: skip
    """Judge one list token, once; answers the new count of those found."""
    if int(scratch.stamps[token]) == stamp:
        return count
    scratch.stamps[token] = stamp
    value = judged(fresh, x, kind, vocabulary, token, costs)
    if value > 0:
        scratch.found[count] = (token << 20) | value
        count += 1
    return count


@called
def add_all(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, table: Table, value: int, costs: Bytes,
) -> int:  # fmt: skip
    """Judge every list token that a table has under a hash."""
    wanted = value >> 8
    begin, end = bucket(table, value)
    for place in range(begin, end):
        if int(table.hashes[place]) == wanted:
            token = int(table.values[place])
            count = add(scratch, stamp, count, fresh, x, kind, vocabulary, token, costs)
    return count


@called
def add_near(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, value: int, costs: Bytes,
) -> int:  # fmt: skip
    """Judge the list tokens that meet under a hash of letters left out, where they are near enough.

    Those that are not are passed over unjudged: if they are alike by sound, another table has them.
    """
    a0 = int(fresh.offsets[x])
    an = int(fresh.offsets[x + 1]) - a0
    table = vocabulary.deletions
    lexicon = vocabulary.lexicon
    wanted = value >> 8
    begin, end = bucket(table, value)
    for place in range(begin, end):
        if int(table.hashes[place]) != wanted:
            continue
        token = int(table.values[place])
        if int(scratch.stamps[token]) == stamp:
            continue
        b0 = int(lexicon.offsets[token])
        bn = int(lexicon.offsets[token + 1]) - b0
        most = most_edits(max(an, bn))
        if distance(fresh.data, a0, an, lexicon.data, b0, bn, most) <= most:
            count = add(scratch, stamp, count, fresh, x, kind, vocabulary, token, costs)
    return count


@called
def through_tables(
    scratch: Scratch, stamp: int, fresh: Lexicon, x: int, kind: int, vocabulary: Vocabulary,
    costs: Bytes,
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
        count = add_near(scratch, stamp, count, fresh, x, kind, vocabulary, value, costs)
    for key in range(int(fresh.key_first[x]), int(fresh.key_first[x + 1])):
        count = add_all(
            scratch, stamp, count, fresh, x, kind, vocabulary, vocabulary.keys,
            int(fresh.key_hashes[key]), costs,
        )  # fmt: skip
        if kind == 1:
            continue
        if int(fresh.skeleton_sizes[key]) >= 3:
            count = add_all(
                scratch, stamp, count, fresh, x, kind, vocabulary, vocabulary.skeletons,
                int(fresh.skeletons[key]), costs,
            )  # fmt: skip
        a = int(fresh.key_offsets[key])
        b = int(fresh.key_offsets[key + 1])
        if b - a >= 4:
            found = neighbourhood(fresh.keys, a, b, 1, scratch.hashes)
            for place in range(found):
                count = add_all(
                    scratch, stamp, count, fresh, x, kind, vocabulary, vocabulary.key_deletions,
                    int(scratch.hashes[place]), costs,
                )  # fmt: skip
    for trace in range(int(fresh.trace_first[x]), int(fresh.trace_first[x + 1])):
        count = add_across(scratch, stamp, count, fresh, x, kind, vocabulary, trace, costs)
    if kind != 1:
        count = add_related(scratch, stamp, count, fresh, x, kind, vocabulary, costs)
    return count


@called
def add_across(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, trace: int, costs: Bytes,
) -> int:  # fmt: skip
    """Judge the tokens of the other kind of script that share a trace."""
    value = int(fresh.traces[trace])
    if int(fresh.data[int(fresh.offsets[x])]) >= 128:
        table = vocabulary.latin_traces
    else:
        table = vocabulary.abjad_traces
    return add_all(scratch, stamp, count, fresh, x, kind, vocabulary, table, value, costs)


@called
def add_related(
    scratch: Scratch, stamp: int, count: int, fresh: Lexicon, x: int, kind: int,
    vocabulary: Vocabulary, costs: Bytes,
) -> int:  # fmt: skip
    """Judge the forms of the same name, names with or for an initial, and names that may begin as
    one that was cut off does.
    """
    for group in range(int(fresh.group_first[x]), int(fresh.group_first[x + 1])):
        number = int(fresh.groups[group])
        if number > vocabulary.last_group:
            continue
        for place in range(int(vocabulary.by_group[number]), int(vocabulary.by_group[number + 1])):
            token = int(vocabulary.group_tokens[place])
            count = add(scratch, stamp, count, fresh, x, kind, vocabulary, token, costs)
    begin = int(fresh.offsets[x])
    letter = int(fresh.data[begin])
    single = int(fresh.offsets[x + 1]) - begin == 1
    for place in range(int(vocabulary.by_initial[letter]), int(vocabulary.by_initial[letter + 1])):
        token = int(vocabulary.initial_tokens[place])
        size = int(vocabulary.lexicon.offsets[token + 1]) - int(vocabulary.lexicon.offsets[token])
        # The tokens of a letter stand by length, so the single one comes first.
        if not single and size > 1 and kind != 2:
            break
        count = add(scratch, stamp, count, fresh, x, kind, vocabulary, token, costs)
    return count


@called
def by_trying_all(
    scratch: Scratch, fresh: Lexicon, x: int, kind: int, vocabulary: Vocabulary, costs: Bytes
) -> int:
    """The same through no table: every list token is judged."""
    count = 0
    for token in range(scratch.size):
        value = judged(fresh, x, kind, vocabulary, token, costs)
        if value > 0:
            scratch.found[count] = (token << 20) | value
            count += 1
    return count


@called
def with_bare(expansion: Expansion, bare: int, scratch: Scratch, count: int) -> int:
    """Add what the word without its glued title is like, a little less; answers the new count."""
    for place in range(int(expansion.first[bare]), int(expansion.first[bare + 1])):
        value = int(expansion.alike[place])
        if value >> 4 >= 900:
            less = (value >> 4) * 97 // 100
            scratch.found[count] = (int(expansion.ids[place]) << 20) | (less << 4) | (value & 15)
            count += 1
    return count


@called
def weight_of(fresh: Lexicon, x: int, like: int, weighing: Weighing) -> int:
    """What a token weighs that is like so many listed names."""
    weight = int(weighing.by_count[min(like, int(weighing.sizes[0]) - 1)])
    begin = int(fresh.offsets[x])
    end = int(fresh.offsets[x + 1])
    size = end - begin
    if int(fresh.data[begin]) >= 128:
        # Short vowels are not written, so a code tells more than a letter.
        size += 1
    if size < int(weighing.sizes[3]):
        weight = min(weight, int(weighing.short[size]))
    word = hash_bytes(fresh.data, begin, end)
    known = int(weighing.sizes[1])
    at = first_at_least(weighing.words, known, word)
    if at < known and int(weighing.words[at]) == word:
        weight = min(weight, int(weighing.caps[at]))
    return weight


@called
def ascending(values: NDArray[np.int64], count: int) -> None:
    """Sort the first values in place (Shell's way: mostly they are few)."""
    gap = count
    while gap > 1:
        gap = gap * 5 // 11 if gap > 2 else 1
        for place in range(gap, count):
            value = int(values[place])
            at = place
            while at >= gap and int(values[at - gap]) > value:
                values[at] = values[at - gap]
                at -= gap
            values[at] = value


@called
def store(expansion: Expansion, scratch: Scratch, count: int, number: int, names: Names) -> int:
    """Write what was found for a token, by ascending list token; answers how many names it is
    like.
    """
    ascending(scratch.found, count)
    found = scratch.found
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
def expand(
    lexicon: Lexicon, from_number: int, tokens: Seen, words: Vocabulary, listed: Names,
    joined: Joins, nearly: Joins, measures: Weighing, losses: Bytes, everything: bool,
    work: Scratch, room: Expansion,
) -> int:  # fmt: skip
    """Expand fresh tokens (`lexicon` holds them from number `from_number` on) until room runs out.

    Answers the number of the first token that is not expanded. With `everything` no table is used.
    """
    total = from_number + len(lexicon.offsets) - 1
    most = len(room.ids) - 2 * work.size
    most_joins = len(room.names) - 1
    fresh, seen, vocabulary = pointers(lexicon), pointers(tokens), pointers(words)
    names, weighing = pointers(listed), pointers(measures)
    joins, near = pointers(joined), pointers(nearly)
    scratch, expansion, costs = pointers(work), pointers(room), pointer(losses)
    done = int(expansion.used[0])
    while done < total and int(expansion.used[1]) <= most:
        x = done - from_number
        kind = int(seen.kinds[done])
        if everything:
            count = by_trying_all(scratch, fresh, x, kind, vocabulary, costs)
        else:
            expansion.used[3] += 1
            stamp = int(expansion.used[3])
            count = through_tables(scratch, stamp, fresh, x, kind, vocabulary, costs)
        bare = int(seen.bare[done])
        if bare >= 0:
            count = with_bare(expansion, bare, scratch, count)
        expansion.join_first[done + 1] = expansion.used[2]
        if kind == 0 and int(fresh.offsets[x + 1]) - int(fresh.offsets[x]) >= 4:
            held = store_joins(
                expansion, fresh, x, done, vocabulary, names, joins, near, everything, bare,
                most_joins, scratch.letters,
            )  # fmt: skip
            if held < 0:
                return done
        like = store(expansion, scratch, count, done, names)
        expansion.weights[done] = weight_of(fresh, x, like, weighing)
        done += 1
        expansion.used[0] = done
    return done
