"""From a record to its content and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.kinds import kinds_of


def completed(register: Register, *, values: Mapping[str, Any]) -> Content:
    """The content with what is usual, or the model's defaults, for what is not given.

    Raises:
        ValueError: the register has no such field.
    """
    unknown = set(values) - set(register.names)
    if unknown:
        raise ValueError(f"{register.thing} has no fields named {sorted(unknown)}")
    kinds = kinds_of(register)
    content = Content(
        **{
            name: values[name] if name in values else kinds[name].default()
            for name in register.names
        }
    )
    return content.replaced(_usual(register, content=content))


def _usual(register: Register, *, content: Content) -> dict[str, Any]:
    """Field → its usual value, of those that nobody filled in."""
    return {
        each.name: each.usual(content)
        for each in register.fields
        if each.usual is not None and content[each.name] in (None, "", ())
    }


def content_of(register: Register, *, record: Any) -> Content:
    """The content that stands on a record, or on a version of one."""
    kinds = kinds_of(register)
    return Content(**{name: kinds[name].taken(record) for name in register.names})


def put_on(register: Register, *, record: Any, content: Content) -> None:
    """Write the content on a record, without saving it."""
    kinds = kinds_of(register)
    for name in register.names:
        kinds[name].put(record, content[name])


def emptied(register: Register, *, names: Iterable[str]) -> dict[str, Any]:
    """Field → what it is when nobody said."""
    kinds = kinds_of(register)
    return {name: kinds[name].default() for name in names}


def changed(register: Register, *, before: Content, after: Content) -> list[str]:
    """The names of the fields that differ, in the order of a record."""
    return [name for name in register.names if before[name] != after[name]]


def columns(register: Register) -> list[str]:
    """The columns of the record that hold the content."""
    kinds = kinds_of(register)
    return [kinds[name].column for name in register.names]
