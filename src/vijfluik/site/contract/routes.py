"""The table of addresses, by name, and how an address is written in the description."""

import re
from collections.abc import Iterator
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

from vijfluik.site.contract.operation import Operation
from vijfluik.site.contract.shapes import KEY, TEXT, Schema

_WORD = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
KINDS: dict[str, Schema] = {
    "slug": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"},
    "uuid": KEY,
    "int": {"type": "integer", "minimum": 0},
    # Anything but a slash, and no part that a browser takes for a step up.
    "str": {"type": "string", "pattern": "^[^/.]+$"},
}


@cache
def routes() -> dict[str, str]:
    """Name of the address, as `reverse` takes it → route, in Django's own notation."""
    return dict(_within(get_resolver(), prefix="", space=""))


def template(operation: Operation) -> str:
    """The address of an operation: `/trainingen/uitvoer/json/`, `/cijfers/{figure}.json`.

    Raises:
        KeyError: there is no address of that name.
    """
    return "/" + _WORD.sub(
        lambda found: operation.fixed.get(found["name"], f"{{{found['name']}}}"),
        routes()[operation.view],
    )


def words_in(operation: Operation) -> dict[str, Schema]:
    """The words of its address that whoever asks fills in, each with its shape."""
    return {
        found["name"]: KINDS.get(found["kind"] or "str", TEXT)
        for found in _WORD.finditer(routes()[operation.view])
        if found["name"] not in operation.fixed
    }


def _within(resolver: URLResolver, *, prefix: str, space: str) -> Iterator[tuple[str, str]]:
    for found in resolver.url_patterns:
        route = prefix + str(found.pattern)
        if isinstance(found, URLPattern):
            if found.name:
                yield space + found.name, route
        else:
            inner = f"{space}{found.namespace}:" if found.namespace else space
            yield from _within(found, prefix=route, space=inner)
