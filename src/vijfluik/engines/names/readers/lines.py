"""Lists of one JSON record on a line: our own, and FollowTheMoney."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, Name, entry_from, strings
from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.problems import Problems
from vijfluik.engines.names.readers.text import lines

KINDS = {"name": "primary", "alias": "alias", "weakAlias": "weak", "previousName": "alias"}
PIECE = 1 << 16
NAMED = frozenset({
    "Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane",
    "Security", "CryptoWallet", "Vehicle", "Asset",
})  # fmt: skip


def read_lines(file: Path, problems: Problems) -> Iterator[Entry]:
    """The entries of a file with a record on each line, or one array of records over all."""
    for place, record in records(file, problems):
        try:
            if not isinstance(record, dict):
                raise ValueError("it is not a record")
            if "properties" in record:
                entry = follow_the_money(record)
                if entry is None:
                    continue
            else:
                entry = entry_from(record)
        except (ValueError, TypeError, KeyError) as error:
            problems.add(file=file.name, place=place, message=str(error))
            continue
        problems.read += 1
        yield entry


def records(file: Path, problems: Problems) -> Iterator[tuple[str, Any]]:
    """The records with their place; what is no JSON is reported."""
    for number, line in lines(file, problems):
        text = line.strip()
        if number == 1 and text.startswith("["):
            yield from array(file, problems)
            return
        try:
            yield f"line {number}", json.loads(text)
        except (ValueError, RecursionError) as error:
            problems.add(file=file.name, place=f"line {number}", message=f"no JSON: {error}")


def array(file: Path, problems: Problems) -> Iterator[tuple[str, Any]]:
    """The records of a file that is one JSON array, read in pieces; where it breaks off is told."""
    decode = json.JSONDecoder().raw_decode
    number = 0
    try:
        with file.open(encoding="utf-8-sig") as stream:
            held = stream.read(PIECE).lstrip()[1:]
            while True:
                held = held.lstrip().removeprefix("," if number else "").lstrip()
                if held.startswith("]"):
                    return
                try:
                    record, end = decode(held)
                except ValueError:
                    more = stream.read(max(PIECE, len(held)))
                    if not more:
                        raise
                    held += more
                    continue
                number += 1
                yield f"record {number}", record
                held = held[end:]
    except (ValueError, RecursionError) as error:
        place = f"after record {number}" if number else "the whole file"
        problems.add(file=file.name, place=place, message=f"no JSON: {error}")


def follow_the_money(record: Mapping[str, Any]) -> Entry | None:
    """An entry from an entity of FollowTheMoney; None for kinds that bear no name to look up.

    Raises:
        ValueError: it has no id, or no name.
    """
    schema = str(record.get("schema") or "")
    if schema not in NAMED:
        return None
    held = record["properties"]
    if not isinstance(held, dict):
        raise ValueError("its properties are no record")
    names = tuple(
        Name(text=text, kind=kind) for key, kind in KINDS.items() for text in strings(held.get(key))
    )
    if not record.get("id"):
        raise ValueError("it has no id")
    if not names:
        raise ValueError("it has no name")
    datasets = strings(record.get("datasets"))
    return Entry(
        id=str(record["id"]),
        list=datasets[0] if datasets else "ftm",
        schema=schema,
        names=names,
        attributes=Attributes(
            dob=tuple(date for text in strings(held.get("birthDate")) if (date := iso(text))),
            pob=strings(held.get("birthPlace")),
            nationality=strings(held.get("nationality")) + strings(held.get("citizenship")),
            document=strings(held.get("passportNumber")) + strings(held.get("idNumber")),
        ),
    )
