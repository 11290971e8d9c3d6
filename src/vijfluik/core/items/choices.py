"""The items as something to choose from, in a form, a filter or a file."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import get_language

from vijfluik.core.items.register import Item, items
from vijfluik.core.promised import promised


def item_choices() -> list[tuple[str, Promise]]:
    """Key → key and name in the language of the page, in the order of the programme."""
    return [(key, promised(_Named(item))) for key, item in items().items()]


def served_choices(keys: Iterable[str]) -> list[tuple[str, str]]:
    """The same of some items, under the keys that stand in addresses."""
    return [(key.lower(), str(_Named(items()[key]))) for key in keys]


class _Named:
    """An item whose words follow the language in which they are read."""

    def __init__(self, item: Item) -> None:
        self.item = item

    def __str__(self) -> str:
        return f"{self.item.key} {self.item.name(get_language() or 'nl')}"
