"""A page of what somebody looks for, found in the table where finding it costs the least."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import OrderBy

from vijfluik.core.access.decisions import Reach
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.filtering import Wanted, ordering
from vijfluik.core.registers.paging import ListPage, page_of
from vijfluik.core.registers.walls import reachable
from vijfluik.core.search.rows import carried, search_model


def look(
    register: Register,
    *,
    rows: QuerySet[Any],
    where: Reach,
    wanted: Wanted,
    sort: str = "",
    page: int = 1,
    size: int | None = None,
    bound: int | None = None,
) -> ListPage:
    """The page of that number, with what its rows refer to.

    Args:
        rows: the records within reach.
        where: the reach.
        wanted: what narrows.
        sort: the word in the address for the order.
        page: from 1.
        size: how many records stand on a page; as usual when None.
        bound: up to how many are counted; as usual when None.
    """
    order = ordering(register, sort=sort)
    words = wanted.search.split()
    found = wanted.apply(register, rows=rows)
    if words and answers_alone(register, wanted=wanted, order=order):
        found = _in_search_table(register, where=where, wanted=wanted, words=words)
    return page_of(
        register,
        rows=found,
        order=order,
        page=page,
        near=wanted.narrow(register, rows=rows) if words else None,
        words=words,
        size=size,
        bound=bound,
    )


def answers_alone(register: Register, *, wanted: Wanted, order: Sequence[str | OrderBy]) -> bool:
    """Whether the search table holds all that is asked: no other filter, and the usual order."""
    if wanted.used() != ["search"] or not all(isinstance(each, str) for each in order):
        return False
    needed = {"state", register.scope, *(str(each).lstrip("-") for each in order)}
    if register.walled:
        needed.add(register.walled)
    return needed <= carried(register.model)


def _in_search_table(
    register: Register, *, where: Reach, wanted: Wanted, words: Sequence[str]
) -> QuerySet[Any]:
    """What says each of the words, within the same reach; row-level security says it once more."""
    rows = search_model(register.model)._default_manager.all()
    rows = wanted.narrow(register, rows=reachable(register, rows=rows, where=where))
    for word in words:
        rows = rows.filter(words__says=word)
    return rows
