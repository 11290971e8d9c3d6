"""Watch a test from outside: which declared addresses and functions really ran, with whose data.

A function that is watched keeps its identity and gets other code, which tells that it runs and
runs the real one: so it is seen however it is imported or decorated. Addresses are seen by the
request that Django resolved. While one of them runs, every record that is made or read, and every
figure that is computed over records, tells its item.
"""

import contextlib
import functools
import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from django.core.handlers.base import BaseHandler
from django.db.models import Model
from django.db.models.signals import post_init
from django.http import HttpRequest, HttpResponseBase

from vijfluik.accountability.catalogue.evidence import Called
from vijfluik.accountability.catalogue.records import way_to_item
from vijfluik.accountability.figures.computed import Computed, Valued
from vijfluik.accountability.figures.library import library
from vijfluik.core.items.register import items

OWNER = "owner"
Answering = Callable[[BaseHandler, HttpRequest], HttpResponseBase]
Call = Callable[..., Any]


def function_of(target: str) -> FunctionType:
    """The function that `vijfluik.….module:Class.name` names, without its decorators.

    Raises:
        LookupError: there is no such function.
    """
    module, _, path = target.removeprefix("action:").partition(":")
    found: object = importlib.import_module(module)
    for name in path.split("."):
        try:
            found = inspect.getattr_static(found, name)
        except AttributeError:
            raise LookupError(f"{target} is not there") from None
    found = found.fget if isinstance(found, property) else found
    found = found.__func__ if isinstance(found, (classmethod, staticmethod)) else found
    found = inspect.unwrap(found) if callable(found) else found
    if not isinstance(found, FunctionType):
        raise LookupError(f"{target} is no function written in Python")
    return found


@dataclass(eq=False, kw_only=True)
class Window:
    """The time in which one address or function ran."""

    target: str
    records: list[Model] = field(default_factory=list)
    items: set[str] = field(default_factory=set)


class Recorder:
    """Records one test."""

    def __init__(self, targets: tuple[str, ...]) -> None:
        """Watch for `targets`; addresses are all seen, functions only when they are named."""
        self._targets = [each for each in targets if each.startswith("action:")]
        self._open: list[Window] = []
        self._done: list[Window] = []

    @contextlib.contextmanager
    def recording(self) -> Iterator[None]:
        """Watch what runs inside.

        Raises:
            ValueError: the code of a target holds on to something outside it and cannot be
                replaced.
        """
        post_init.connect(self._made, weak=False)
        _watching.append(self)
        try:
            with contextlib.ExitStack() as stack:
                for target in self._targets:
                    stack.enter_context(
                        instead_of(function_of(target), functools.partial(self._run, target))
                    )
                for kind in (Valued, Computed):
                    stack.enter_context(told_when_made(kind, self._computed))
                yield
        finally:
            _watching.remove(self)
            post_init.disconnect(self._made)

    def called(self) -> list[Called]:
        """What ran, once per target, with the items of all its times."""
        found: dict[str, set[str]] = {}
        for window in self._done:
            told = {item for record in window.records if (item := item_of(record))}
            found.setdefault(window.target, set()).update(window.items | told)
        return [
            Called(target=target, items=frozenset(met & set(items())))
            for target, met in sorted(found.items())
        ]

    def _made(self, sender: type[Model], instance: Model, **_: object) -> None:
        way = way_to_item(sender)
        if self._open and way is not None:
            first = way.partition("__")[0]
            field = sender._meta.get_field(first)
            # A list that fetches few columns met the record as well: ask for the one it left out.
            if field.attname in instance.get_deferred_fields():  # type: ignore[union-attr]
                getattr(instance, first)
            for window in self._open:
                window.records.append(instance)

    def _computed(self, figure: Valued) -> None:
        if figure.records:
            for window in self._open:
                window.items.add(figure.definition.register_item)

    def _run(self, target: str, real: Call, values: tuple[Any, ...], named: dict[str, Any]) -> Any:
        window = Window(target=target)
        self._open.append(window)
        try:
            return real(*values, **named)
        finally:
            self._open.remove(window)
            self._done.append(window)

    @contextlib.contextmanager
    def answering(self, request: HttpRequest) -> Iterator[None]:
        """Watch an address from its request to its answer, also one that is a refusal."""
        window = Window(target="")
        self._open.append(window)
        try:
            yield
        finally:
            self._open.remove(window)
            match = request.resolver_match
            if match is not None:
                window.target = f"route:{match.view_name}"
                named = [named_item(value) for value in match.kwargs.values()]
                window.items |= {item for item in named if item}
                self._done.append(window)


_watching: list[Recorder] = []


def _stand_in(*values: Any, **named: Any) -> Any:
    run: Any = "what runs instead"
    return run(values, named)


@contextlib.contextmanager
def instead_of(
    function: FunctionType, run: Callable[[Call, tuple[Any, ...], dict[str, Any]], Any]
) -> Iterator[None]:
    """Inside, whoever calls `function` calls `run` with the real one and what it was given.

    Raises:
        ValueError: its code holds on to something outside it and cannot be replaced.
    """
    kept = function.__code__, function.__defaults__, function.__kwdefaults__
    real = FunctionType(kept[0], function.__globals__, function.__name__, kept[1])
    real.__kwdefaults__ = kept[2]
    placed = functools.partial(run, real)
    code = _stand_in.__code__
    consts = tuple(placed if each == "what runs instead" else each for each in code.co_consts)
    function.__code__ = code.replace(co_consts=consts)
    function.__defaults__, function.__kwdefaults__ = None, None
    try:
        yield
    finally:
        function.__code__, function.__defaults__, function.__kwdefaults__ = kept


@contextlib.contextmanager
def told_when_made(kind: type[Valued], tell: Callable[[Valued], None]) -> Iterator[None]:
    """Inside, `tell` is told every figure of this very kind that is made."""
    real: Call = kind.__init__

    def made(figure: Valued, *values: Any, **named: Any) -> None:
        real(figure, *values, **named)
        tell(figure)

    kind.__init__ = made  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        kind.__init__ = real  # type: ignore[method-assign]


def install() -> None:
    """Let every request pass those who watch. Once per process and for good: a test client keeps
    the handler that it began with, also when it was made before anybody watched."""
    real: Answering = BaseHandler._get_response  # type: ignore[attr-defined]
    if getattr(real, "watched", False):
        return

    def watched(handler: BaseHandler, request: HttpRequest) -> HttpResponseBase:
        with contextlib.ExitStack() as stack:
            for recorder in _watching:
                stack.enter_context(recorder.answering(request))
            return real(handler, request)

    watched.watched = True  # type: ignore[attr-defined]
    BaseHandler._get_response = watched  # type: ignore[attr-defined]


def named_item(value: object) -> str | None:
    """The item whose page an address is of, by its key or by the figure it names."""
    text = str(value)
    versions = library().get(text)
    if versions:
        return versions[-1].register_item
    return text.upper() if text.upper() in items() else None


def item_of(record: Model) -> str | None:
    """The item that a record belongs to; asked of the owner, who may ask at any time."""
    way = way_to_item(type(record))
    if way is None:
        return None
    first, _, rest = way.partition("__")
    if not rest:
        return str(record.__dict__.get(first) or "") or None
    held = record._meta.get_field(first)
    key = record.__dict__.get(held.attname)  # type: ignore[union-attr]
    if key is None:
        return None
    near = record._state.fields_cache.get(first)
    if near is None:
        model = held.related_model
        assert isinstance(model, type)  # for the type only
        near = model._default_manager.using(OWNER).filter(pk=key).first()
    return None if near is None else str(getattr(near, rest))
