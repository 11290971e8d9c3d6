"""One searcher: its memory of tokens and its room to work in. Each thread has its own."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.alignment import Costs, make_room
from vijfluik.engines.names.cache import TITLES as TITLE_TABLE
from vijfluik.engines.names.cache import Query, empty_seen, grown, number_all, with_room
from vijfluik.engines.names.expanded import Expansion
from vijfluik.engines.names.expansion import expand
from vijfluik.engines.names.lexicon import RULES
from vijfluik.engines.names.listing import Listing, make_expansion, make_scratch, part_of
from vijfluik.engines.names.scales import THRESHOLD
from vijfluik.engines.names.search import Found, make_collected, make_found, score_all, search
from vijfluik.engines.names.tokens import Tokens, read

COSTS = Costs(query=80, listed=25, initial=50, apart=98, conflict=20)
BATCH = 4096
MOST_REMEMBERED = 400_000
"""A searcher that has seen more tokens than this starts afresh, so that its memory stays
bounded.
"""


class Pairs(NamedTuple):
    """Pairs of query and listed name at or above the threshold, of one batch.

    `score` lies between 0 and 1; `told` is in thousandths of a rare token; `parts` as in
    `search.Found`; `tokens` are the batch's tokens, which the parts count from the query's first.
    """

    query: NDArray[np.int32]
    name: NDArray[np.int32]
    score: NDArray[np.float64]
    told: NDArray[np.int32]
    part_first: NDArray[np.int64]
    parts: NDArray[np.int32]
    tokens: Tokens


class Searcher:
    """Searches one listing; not to be used by two threads at once."""

    def __init__(self, listing: Listing, *, everything: bool = False, costs: Costs = COSTS) -> None:
        """Start with an empty memory; with `everything` no table and no bound is used."""
        self.listing = listing
        self.everything = everything
        self.costs = costs
        self.counts = np.zeros(2, np.int64)
        names = len(listing.names.totals)
        self.vocabulary_size = len(listing.names.weights)
        self.collected = make_collected(listing.names)
        self.marks = np.zeros(self.vocabulary_size + names if everything else 0, np.int64)
        self.room = make_room()
        self.found = make_found(1 << 14, 1 << 16)
        self.forget()

    def forget(self) -> None:
        """Forget every token seen."""
        self.seen = empty_seen()
        # Its stamps count along with the expansion, so they begin anew together.
        self.scratch = make_scratch(self.vocabulary_size)
        self.expansion = make_expansion(4096, 4 * self.vocabulary_size + (1 << 16), 1 << 12)

    def search(self, texts: Sequence[str], thresholds: NDArray[np.float64]) -> list[Pairs]:
        """All pairs of a query and a listed name that reach the query's threshold, in batches."""
        found = []
        for start in range(0, len(texts), BATCH):
            part = texts[start : start + BATCH]
            found += self.batch(part, start, thresholds[start : start + BATCH])
        return found

    def number(self, tokens: Tokens) -> Query:
        """The batch in numbers of seen tokens, every one of them expanded."""
        count = len(tokens.offsets) - 1
        if int(self.seen.used[0]) > MOST_REMEMBERED:
            self.forget()
        self.seen = with_room(self.seen, 4 * count, 8 * len(tokens.data) + 64)
        query = Query(tokens.first, *(np.zeros(count, np.int32) for _ in range(3)))
        number_all(self.seen, tokens.data, tokens.offsets, query, TITLE_TABLE, tokens.cut)
        self.expand()
        return query

    def expand(self) -> None:
        """Expand every token seen since the last time."""
        done, total = int(self.expansion.used[0]), int(self.seen.used[0])
        if done == total:
            return
        fresh = part_of(self.seen.data, self.seen.offsets, done, total)
        listing = self.listing
        while True:
            self.make_room(total)
            reached = expand(
                fresh, done, self.seen, listing.vocabulary, listing.names, listing.joins,
                listing.near, listing.weighing, RULES.costs, self.everything, self.scratch,
                self.expansion,
            )  # fmt: skip
            if reached == total:
                return

    def make_room(self, tokens: int) -> None:
        """Let every array of the expansion have room for more."""
        held = self.expansion
        alike = int(held.used[1]) + 3 * self.vocabulary_size + 1024
        joins = int(held.used[2]) + 4096
        sizes = (tokens + 1, alike, alike, tokens + 1, tokens + 1, joins, joins, joins, joins, 4)
        self.expansion = Expansion(
            *(grown(array, size) for array, size in zip(held, sizes, strict=True))  # type: ignore[arg-type]
        )

    def batch(
        self, texts: Sequence[str], start: int, thresholds: NDArray[np.float64]
    ) -> list[Pairs]:
        """Search one batch; more than one answer when there are many pairs."""
        tokens = read(texts)
        query = self.number(tokens)
        whole = np.round(thresholds * THRESHOLD).astype(np.int64)
        answers = []
        done = 0
        while done < len(texts):
            self.found.used[:2] = 0
            reached = self.run(query, done, whole)
            if reached == done:
                self.found = make_found(*(4 * self.found.used[2:]).tolist())
                continue
            answers.append(self.copy(start, tokens))
            done = reached
        return answers

    def run(self, query: Query, start: int, thresholds: NDArray[np.int64]) -> int:
        """Run the kernel from a query on; answers the first one not finished."""
        names = self.listing.names
        if self.everything:
            return score_all(
                query, start, self.expansion, names, thresholds, self.costs, self.marks, self.room,
                self.found, self.counts,
            )  # fmt: skip
        return search(
            query, start, self.expansion, names, thresholds, self.costs, self.listing.lightest,
            self.collected, self.room, self.found, self.counts,
        )  # fmt: skip

    def copy(self, start: int, tokens: Tokens) -> Pairs:
        """What was found, taken out of the room that is used again."""
        found: Found = self.found
        pairs, parts = found.used[:2].tolist()
        return Pairs(
            found.query[:pairs] + np.int32(start), found.name[:pairs].copy(),
            found.agree[:pairs] / (1000 * np.maximum(found.whole[:pairs], 1)),
            found.told[:pairs].copy(), found.part_first[: pairs + 1].copy(),
            found.parts[: 6 * parts].reshape(-1, 6).copy(), tokens,
        )  # fmt: skip
