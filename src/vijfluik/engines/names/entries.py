"""Entries of lists: what a list says of one person, organisation or thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vijfluik.engines.names.attributes import Attributes

PERSON = "Person"
WEAK = "weak"
"""The kind of a name that the list itself calls weak: kept and searched, as any other."""


@dataclass(frozen=True, kw_only=True)
class Name:
    """One name of an entry as the list writes it, and its kind: primary, alias, weak, original."""

    text: str
    kind: str = "alias"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a list; `schema` in the words of FollowTheMoney (Person, Organization, …)."""

    id: str
    list: str
    schema: str
    names: tuple[Name, ...]
    attributes: Attributes = field(default_factory=Attributes)

    def as_json(self) -> dict[str, Any]:
        """The entry as it is kept in an index."""
        known = {
            name: list(values)
            for name in ("dob", "pob", "nationality", "document")
            if (values := getattr(self.attributes, name))
        }
        names = [[name.text, name.kind] for name in self.names]
        return {"id": self.id, "list": self.list, "schema": self.schema, "names": names} | known


def strings(values: object) -> tuple[str, ...]:
    """The texts among some values, without the empty ones."""
    if isinstance(values, str):
        values = [values]
    if not isinstance(values, list | tuple):
        return ()
    return tuple(str(value).strip() for value in values if value and str(value).strip())


def entry_from(record: Mapping[str, Any]) -> Entry:
    """An entry from the JSON of an index or of a list of lines (`cc` is another word there).

    Raises:
        ValueError: it has no id, or no name.
    """
    identity = record.get("id")
    if not isinstance(identity, str | int) or str(identity) == "":
        raise ValueError("it has no id")
    names = []
    given = record.get("names")
    for name in given if isinstance(given, list) else []:
        text, kind = (name, "alias") if isinstance(name, str) else (*name, "alias")[:2]
        if isinstance(text, str) and text.strip():
            names.append(Name(text=text, kind=str(kind)))
    if not names:
        raise ValueError("it has no name")
    return Entry(
        id=str(identity),
        list=str(record.get("list") or ""),
        schema=str(record.get("schema") or "LegalEntity"),
        names=tuple(names),
        attributes=Attributes(
            dob=strings(record.get("dob")),
            pob=strings(record.get("pob")),
            nationality=strings(record.get("nationality") or record.get("cc")),
            document=strings(record.get("document")),
        ),
    )
