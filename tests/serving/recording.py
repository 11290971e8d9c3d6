"""Watch a test from outside: which declared addresses and functions really ran, with whose data.

Functions are recognised by their code, however they are imported or decorated; addresses by the
request that Django resolved. While one of them runs, every record that is made or read, and every
figure that is computed over records, tells its item.
"""

import contextlib
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType, FrameType, FunctionType

from django.core.handlers.base import BaseHandler
from django.db.models import Model
from django.db.models.signals import post_init
from django.http import HttpRequest, HttpResponseBase

from vijfluik.accountability.catalogue.evidence import Called
from vijfluik.accountability.catalogue.records import way_to_item
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.library import library
from vijfluik.core.items.register import items

OWNER = "owner"
Answering = Callable[[BaseHandler, HttpRequest], HttpResponseBase]


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
    frame: FrameType | None = None
    records: list[Model] = field(default_factory=list)
    items: set[str] = field(default_factory=set)


class Recorder:
    """Records one test."""

    def __init__(self, targets: tuple[str, ...]) -> None:
        """Watch for `targets`; addresses are all seen, functions only when they are named."""
        self._codes: Mapping[CodeType, str] = {
            function_of(each).__code__: each for each in targets if each.startswith("action:")
        }
        self._open: list[Window] = []
        self._done: list[Window] = []

    @contextlib.contextmanager
    def recording(self) -> Iterator[None]:
        """Watch what runs inside."""
        before = sys.getprofile()
        post_init.connect(self._made, weak=False)
        _watching.append(self)
        sys.setprofile(self._profile)
        try:
            yield
        finally:
            sys.setprofile(before)
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
        if self._open and way_to_item(sender) is not None:
            for window in self._open:
                window.records.append(instance)

    def _profile(self, frame: FrameType, event: str, arg: object) -> None:
        if event == "call":
            target = self._codes.get(frame.f_code)
            if target is not None:
                self._open.append(Window(target=target, frame=frame))
        elif event == "return":
            if isinstance(arg, Valued) and arg.records:
                for window in self._open:
                    window.items.add(arg.definition.register_item)
            if self._open and self._open[-1].frame is frame:
                self._done.append(self._open.pop())

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
