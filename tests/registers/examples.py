"""For every declared register a right record, and people who may and may not touch it.

The content is that of the file that people start from, so that a register brings its own example.
"""

import csv
import io
from functools import cache
from typing import Any

from tests.site.people import somebody

from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Organisation
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.reading import read_file
from vijfluik.core.registers.importing.values import Reader
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.references import OtherRecord
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.registry import register_of
from vijfluik.core.registers.sample import sample_csv
from vijfluik.core.registers.words import words_of
from vijfluik.demo.people import accounts


def keeper(register: Register) -> Acting:
    """Somebody who records at one organisation only; with rules for all when there is no such.

    What a record must belong to is there afterwards.
    """
    who = _keeper(register)
    prepare(register, who=who)
    return who


def prepare(register: Register, *, who: Acting) -> None:
    """Let what a record must belong to be there: of this person, or of who keeps that."""
    for parent, reference in parents_of(register):
        may = not reach(who=who, thing=parent.thing, action="create").nowhere
        maker = who if may else _keeper(parent)
        prepare(parent, who=maker)
        with acting(maker):
            there = parent.model._default_manager.filter(reference=reference).exists()
        if not there:
            made(parent, who=maker, reference=reference)


def parents_of(register: Register) -> list[tuple[Register, str]]:
    """The registers that each of its records must belong to, with the reference in its example."""
    found = []
    for name, kind in kinds_of(register).items():
        parent = register_of(kind.target) if isinstance(kind, OtherRecord) else None
        if parent is not None and register.by_name[name].example:
            found.append((parent, register.by_name[name].example))
    return found


def _keeper(register: Register) -> Acting:
    return somebody(_keeper_of(register.thing))


@cache
def _keeper_of(thing: str) -> str:
    """Their name; asking all the accounts takes longer than what most tests do with the answer."""
    everywhere = None
    for username in accounts():
        where = reach(who=somebody(username), thing=thing, action="create")
        if not where.nowhere and not where.everywhere:
            return username
        everywhere = everywhere or (None if where.nowhere else username)
    assert everywhere is not None, f"nobody of the demonstration records in {thing}"
    return everywhere


def outsider(register: Register) -> Acting:
    """Somebody with a mandate, none of whose rules is about this register."""
    return somebody(_outsider_of(register.thing))


@cache
def _outsider_of(thing: str) -> str:
    for username in accounts():
        who = somebody(username)
        grants = [grant for grant in who.actor.grants if grant.purpose == who.purpose]
        if grants and reach(who=who, thing=thing, action="read").nowhere:
            return username
    raise AssertionError(f"everybody reads {thing}")


def owner_for(register: Register, who: Acting) -> str:
    """An organisation at which this person records."""
    where = reach(who=who, thing=register.thing, action="create")
    if where.organisations:
        return sorted(where.organisations)[0]
    example = register.by_name[register.scope].example
    if Organisation.objects.filter(code=example).exists():
        return example
    return str(Organisation.objects.order_by("code").values_list("code", flat=True)[0])


def reason_for(register: Register, *, edge: str) -> str:
    """A reason that the register takes."""
    return str(register.reasons[edge].values[0]) if register.reasons else "R"


def file_of(register: Register, *, references: list[str], owner: str) -> bytes:
    """The file that people start from, with a row for each reference."""
    header, example = list(csv.reader(io.StringIO(sample_csv(register).decode("utf-8-sig")),
                                      delimiter=";"))  # fmt: skip
    words = words_of(register)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(header)
    for reference in references:
        changes = {words["reference"].heading: reference, words[register.scope].heading: owner}
        writer.writerow([changes.get(h, v) for h, v in zip(header, example, strict=True)])
    return text.getvalue().encode()


def content_for(register: Register, *, reference: str, owner: str) -> dict[str, Any]:
    """What a person fills in on the form of a new record."""
    sheet = read_file(file_of(register, references=[reference], owner=owner))
    words = words_of(register)
    heading_to_name = {word.heading: name for name, word in words.items()}
    cells = {
        heading_to_name[heading]: cell
        for heading, cell in zip(sheet.header, sheet.rows[0].cells, strict=True)
        if register.by_name[heading_to_name[heading]].entered
        and heading_to_name[heading] != "state"
    }
    reader = Reader(register, lookups=Lookups(), owner=owner)
    _owner, _state, content, faults = reader.read(cells)
    assert content is not None, faults
    entered = {each.name for each in register.fields if each.entered}
    given = {name: value for name, value in content.items() if name in entered}
    day = register.lifecycle.opened_on
    return {**given, day: today()} if day else given


def made(register: Register, *, who: Acting, reference: str = "V-1") -> Any:
    """A record, recorded by this person."""
    owner = owner_for(register, who)
    with acting(who):
        content = content_for(register, reference=reference, owner=owner)
    return actions.create(register, who=who, owner=owner, content=content)
