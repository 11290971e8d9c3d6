"""With which methods an address can be asked for, as the decorator of its view says."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import resolve
from django.views.i18n import set_language

# Django's own, which answers every other method by leading back and changes nothing then.
WITHOUT = {set_language: ("GET", "POST")}


def methods_of(view: Callable[..., Any]) -> tuple[str, ...]:
    """The methods that the view takes; empty where it does not say."""
    for each in _wrapped(view):
        if each in WITHOUT:
            return WITHOUT[each]
        told = _told(each)
        if told:
            return told
    return ()


def takes_forms(path: str) -> bool:
    """Whether a form can be sent to the address."""
    return "POST" in methods_of(resolve(path.partition("?")[0]).func)


def _wrapped(view: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """The view and what it wraps, from without to within."""
    found: Callable[..., Any] | None = view
    while found is not None:
        yield found
        found = getattr(found, "__wrapped__", None)


def _told(view: Any) -> tuple[str, ...]:
    """What Django's `require_http_methods` holds, where this is its wrapper."""
    names = view.__code__.co_freevars if hasattr(view, "__code__") else ()
    if "request_method_list" not in names:
        return ()
    return tuple(view.__closure__[names.index("request_method_list")].cell_contents)
