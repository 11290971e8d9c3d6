"""Two names beside each other, without a list: how alike they are as names of one thing."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.compiling import pointers
from vijfluik.engines.names.alignment import Costs, Room, align, make_room
from vijfluik.engines.names.cache import Query
from vijfluik.engines.names.compiled import kernel
from vijfluik.engines.names.expanded import Expansion, Names
from vijfluik.engines.names.listing import make_listing
from vijfluik.engines.names.searcher import Searcher
from vijfluik.engines.names.tokens import read

PERSON_COSTS = Costs(query=20, listed=15, initial=50, apart=98, conflict=400)
ORGANISATION_COSTS = Costs(query=90, listed=90, initial=50, apart=98, conflict=60)
PERSON = frozenset({"", "person"})


@kernel
def score_pairs(
    asked: Query, expanded: Expansion, listed: Names, forms: NDArray[np.int32], chosen: bool,
    persons: NDArray[np.bool_], costs: Costs, work: Room, agree: NDArray[np.int64],
    whole: NDArray[np.int64], parts: NDArray[np.int32], part_first: NDArray[np.int64],
) -> None:  # fmt: skip
    """Score query n beside name `forms[n]` (-1 has no tokens), for persons or for the others."""
    used = 0
    query, expansion, names, room = (
        pointers(asked), pointers(expanded), pointers(listed), pointers(work),
    )  # fmt: skip
    for pair in range(len(forms)):
        part_first[pair] = used
        begin = int(query.first[pair])
        end = int(query.first[pair + 1])
        if persons[pair] == chosen and int(forms[pair]) >= 0 and begin < end:
            agreed, all_of_it, _, count = align(
                query, begin, end, expansion, names, int(forms[pair]), room, costs
            )
            agree[pair] = agreed
            whole[pair] = all_of_it
            for part in range(count):
                for column in range(6):
                    parts[used, column] = room.parts[6 * part + column]
                used += 1
    part_first[len(forms)] = used


def score(
    first: Sequence[str], second: Sequence[str], schemas: Sequence[str] | None = None
) -> NDArray[np.float64]:
    """The score of each pair of names, between 0 and 1.

    Neither name is the query, so each is laid beside the other and the mean counts: which one is
    named first makes no difference.

    `schemas` says per pair what is named: `Person` or nothing for people, anything else is an
    organisation or a thing. Words weigh by their kind and length, as no list tells how common they
    are.

    Raises:
        ValueError: the lengths differ.
    """
    if len(first) != len(second) or (schemas is not None and len(schemas) != len(first)):
        raise ValueError("give as many first names as second ones, and a schema for each or none")
    if not first:
        return np.zeros(0)
    persons = np.array(
        [schema.strip().lower() in PERSON for schema in schemas or [""] * len(first)]
    )
    return (one_way(first, second, persons) + one_way(second, first, persons)) / 2


def one_way(
    first: Sequence[str], second: Sequence[str], persons: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The score of each pair with the first name as the query and the second as the listed one."""
    listing, forms = make_listing(second, lambda _: None)
    searcher = Searcher(listing)
    query = searcher.number(read(first))
    agree, whole = np.zeros(len(first), np.int64), np.zeros(len(first), np.int64)
    part_first = np.zeros(len(first) + 1, np.int64)
    parts = np.zeros((len(query.tokens) + 64, 6), np.int32)
    for chosen, costs in ((True, PERSON_COSTS), (False, ORGANISATION_COSTS)):
        score_pairs(
            query, searcher.expansion, listing.names, forms, chosen, persons, costs, make_room(),
            agree, whole, parts, part_first,
        )  # fmt: skip
    scores: NDArray[np.float64] = agree / (1000 * np.maximum(whole, 1))
    return scores
