"""A page of a long list without counting it to the end.

Row-level security makes PostgreSQL visit every row that it counts, so beyond `COUNTED` rows the
list says "meer dan"; the narrower the filter, the exacter the number.

A word that is common stands on the first page after a few rows, and a rare one is found by one
look at all of them, which counts them as well: nothing is looked through twice.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window
from django.db.models.expressions import OrderBy

from vijfluik.core.registers.access import by_key
from vijfluik.core.registers.declaration import Register
from vijfluik.core.search.matching import nearest

if TYPE_CHECKING:
    _Paginator = Paginator[Any]
    _Page = Page[Any]
else:
    # Generic for the type checker only.
    _Paginator, _Page = Paginator, Page

SIZE = 50
COUNTED = 10_000
# How many rows of the list are looked at one by one for a word: a millisecond. A word that is not
# found a page full among these is so rare that the one look at all of them counts to the end.
NEAR = 600


class ListPage(_Page):
    """A page; `paginator.count` is at most `COUNTED`, and `more` tells that there are more."""

    paginator: "BoundedPaginator"

    @property
    def more(self) -> bool:
        """Whether the list is longer than was counted."""
        return self.paginator.more


class BoundedPaginator(_Paginator):
    """Counts up to a bound."""

    def __init__(
        self,
        rows: QuerySet[Any],
        *,
        order: tuple[str | OrderBy, ...],
        size: int | None = None,
        bound: int | None = None,
    ) -> None:
        self._ordered = rows.order_by(*order).only("key")
        super().__init__(self._ordered, SIZE if size is None else size)
        self._order = order
        self._bound = COUNTED if bound is None else bound
        self._unordered = rows.order_by()

    def first_page(self) -> ListPage:
        """The first page; when everything fits on it, that is the count."""
        rows = list(self.object_list[: self.per_page + 1])
        if len(rows) <= self.per_page:
            self._counted = len(rows)
        # Counted here, in the transaction: to a template that asks later nobody acts any more.
        self.count  # noqa: B018 - a cached property
        return ListPage(rows[: self.per_page], 1, self)

    def first_page_of_search(self, near: QuerySet[Any], *, words: Sequence[str]) -> ListPage:
        """The first page of what says the words; `near` is the list without the search."""
        keys = nearest(near.order_by(*self._order)[:NEAR], words=words, limit=self.per_page)
        if len(keys) == self.per_page:
            self.count  # noqa: B018 - a cached property
            return ListPage([near.model(pk=key) for key in keys], 1, self)
        rows = list(self._ordered.annotate(counted=Window(Count("*")))[: self.per_page])
        self._counted = rows[0].counted if rows else 0
        return ListPage(rows, 1, self)

    @cached_property
    def _counted(self) -> int:
        # A bound on the rows, not on the count: the inner query stops there.
        return self._unordered.values("key")[: self._bound + 1].count()

    @cached_property
    def count(self) -> int:
        """The number of rows, at most the bound."""
        return min(self._counted, self._bound)

    @property
    def more(self) -> bool:
        """Whether there are more rows than `count`."""
        return self._counted > self._bound

    def _get_page(self, *args: Any, **kwargs: Any) -> ListPage:
        return ListPage(*args, **kwargs)


def page_of(
    register: Register,
    *,
    rows: QuerySet[Any],
    order: tuple[str | OrderBy, ...],
    page: int,
    near: QuerySet[Any] | None = None,
    words: Sequence[str] = (),
    size: int | None = None,
    bound: int | None = None,
) -> ListPage:
    """The page of that number, or the nearest that there is.

    The keys are found first and the rows, with what they refer to, fetched by key: a sort then
    carries 16 bytes per row instead of the whole of it.

    Args:
        rows: what passes.
        order: a total one.
        page: from 1.
        near: of a search, the list before it.
        words: of a search, its words.
        size: how many records stand on a page; as usual when None.
        bound: up to how many are counted; as usual when None.
    """
    paginator = BoundedPaginator(rows, order=order, size=size, bound=bound)
    if page > 1:
        found = paginator.get_page(page)
    elif near is None or not words:
        found = paginator.first_page()
    else:
        found = paginator.first_page_of_search(near, words=words)
    keys = [row.key for row in found.object_list]
    about = by_key(register, rows=register.model._default_manager.all(), keys=keys)
    found.object_list = [about[key] for key in keys]
    assert isinstance(found, ListPage)  # noqa: S101 - for the type only
    return found
