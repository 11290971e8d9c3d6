"""Reading a document back from its JSON, so that others can write it again and compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from vijfluik.core.documents import structure
from vijfluik.core.documents.plain import FORMAT
from vijfluik.core.documents.structure import CellKind, Document, Language

_NODES = (
    *(structure.Accent, structure.BulletList, structure.Cell, structure.Chart, structure.Column),
    *(structure.Definition, structure.DefinitionList, structure.Document, structure.Emphasis),
    *(structure.Figure, structure.Link, structure.Note, structure.Notice, structure.NumberedList),
    *(structure.Paragraph, structure.Receipt, structure.ReceiptAnnex, structure.Row),
    *(structure.Section, structure.Strong, structure.Table, structure.Text),
)
_BY_NAME: Mapping[str, type[Any]] = {node.__name__: node for node in _NODES}
_TYPED: Mapping[str, type[Any]] = {"language": Language, "kind": CellKind}
# What the JSON says for its readers and a node does not hold.
_SAID = frozenset({"type", "shown_as"})


class PlainError(ValueError):
    """Raised for JSON that is not a document of this format; says where."""


def from_json(content: bytes) -> Document:
    """Return the document that ``content`` holds. Raises ``PlainError`` for anything else."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise PlainError(f"it is no JSON: {error}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise PlainError(f"it is no {FORMAT}")
    found = _node({name: data[name] for name in data if name not in {"format", "notice"}}, at="")
    if not isinstance(found, Document):
        raise PlainError("it holds no document")
    return found


def _node(data: Mapping[str, Any], *, at: str) -> Any:
    made = _BY_NAME.get(str(data.get("type")))
    if made is None:
        raise PlainError(f"{at or 'document'}: {data.get('type')!r} is no part of a document")
    names = {field.name for field in fields(made)}
    if names != data.keys() - _SAID:
        odd = sorted(names ^ (data.keys() - _SAID))
        raise PlainError(f"{at or 'document'}: missing or unknown: {', '.join(odd)}")
    return made(**{name: _value(data[name], name=name, at=f"{at}/{name}") for name in names})


def _value(value: Any, *, name: str, at: str) -> Any:
    if isinstance(value, list):
        return tuple(
            _value(each, name="", at=f"{at}/{place}") for place, each in enumerate(value, start=1)
        )
    if isinstance(value, dict):
        return _node(value, at=at)
    if isinstance(value, bool) or value is None:
        return value
    if not isinstance(value, str):
        raise PlainError(f"{at}: {value!r} is no text")
    try:
        if name == "as_of":
            return datetime.fromisoformat(value)
        if name == "svg":
            return value.encode()
        return _TYPED[name](value) if name in _TYPED else value
    except ValueError as error:
        raise PlainError(f"{at}: {error}") from None
