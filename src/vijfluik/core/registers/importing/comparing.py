"""What a file says against what is recorded already."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vijfluik.core.registers.checking import agreed_faults, check
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import CORRECT, WITHDRAW, WITHDRAWN, About, Register
from vijfluik.core.registers.importing.interpreting import Candidate
from vijfluik.core.registers.importing.refusals import CellFault
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.words import words_of

Identity = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class FieldDifference:
    """A field in which the file and the record differ, as text."""

    label: str
    recorded: str
    in_file: str


@dataclass(frozen=True, kw_only=True)
class Differing:
    """A row about a record that is there already and says something else."""

    candidate: Candidate
    record: Any
    content: Content
    fields: tuple[str, ...]
    edge: str
    differences: tuple[FieldDifference, ...]

    @property
    def line(self) -> int:
        """Where it stands in the file."""
        return self.candidate.line


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The rows of a file sorted by what they would do. `barred` cannot be done by a file."""

    new: tuple[Candidate, ...]
    same: tuple[Candidate, ...]
    differing: tuple[Differing, ...]
    barred: tuple[tuple[Candidate, CellFault], ...]


# What the policy calls a step for which it has no name apart.
STEP = "step"


def forward(register: Register, *, before: str, after: str) -> str:
    """The edge by which a file may move a record on; empty when it is decided by hand.

    Never back to a state from which there is a way here, never with four eyes, never withdrawing,
    and never by an act that the policy names apart: reading a file in is no right to decide.
    """
    for edge in register.lifecycle.edges:
        if edge.target != after or before not in edge.sources or before == after:
            continue
        if edge.name == WITHDRAW or edge.four_eyes or edge.clears or edge.action != STEP:
            continue
        return edge.name
    return ""


def recorded(
    register: Register, *, rows: QuerySet[Any], candidates: Iterable[Candidate]
) -> dict[Identity, Any]:
    """The records that the rows are about: one query per owner and five thousand references."""
    wanted: dict[str, list[str]] = {}
    for candidate in candidates:
        wanted.setdefault(candidate.owner, []).append(candidate.content.reference)
    found: dict[Identity, Any] = {}
    for owner, references in wanted.items():
        for start in range(0, len(references), 5000):
            part = references[start : start + 5000]
            for record in rows.filter(**{register.scope: owner}, reference__in=part):
                found[owner, record.reference] = record
    return found


def compare(
    register: Register,
    *,
    candidates: Iterable[Candidate],
    existing: Mapping[Identity, Any],
    lookups: Lookups,
    today: dt.date,
) -> Comparison:
    """Sort the rows."""
    new: list[Candidate] = []
    same: list[Candidate] = []
    differing: list[Differing] = []
    barred: list[tuple[Candidate, CellFault]] = []
    for candidate in candidates:
        record = existing.get((candidate.owner, candidate.content.reference))
        if record is None:
            fault = _new_fault(register, candidate=candidate)
            if fault is None:
                new.append(candidate)
            else:
                barred.append((candidate, fault))
            continue
        found = difference(
            register, candidate=candidate, record=record, lookups=lookups, today=today
        )
        if found is None:
            same.append(candidate)
        elif isinstance(found, CellFault):
            barred.append((candidate, found))
        else:
            differing.append(found)
    return Comparison(
        new=tuple(new), same=tuple(same), differing=tuple(differing), barred=tuple(barred)
    )


def difference(
    register: Register, *, candidate: Candidate, record: Any, lookups: Lookups, today: dt.date
) -> Differing | CellFault | None:
    """What the row says otherwise than the record; a fault when a file may not bring that about.

    A field without a column in the file says nothing.
    """
    before = content_of(register, record=record)
    told = {name: candidate.content[name] for name in register.names if name in candidate.given}
    after = before.replaced(told)
    fields = tuple(name for name in told if before[name] != after[name])
    moved = bool(candidate.given & _telling(register)) and candidate.state != record.state
    if not fields and not moved:
        return None
    edge = CORRECT
    if moved:
        edge = forward(register, before=record.state, after=candidate.state)
    if record.state == WITHDRAWN or not edge:
        return _state_fault(register, candidate=candidate, record=record)
    state = candidate.state if moved else record.state
    about = About(
        state=state,
        owner=register.owner_of(record),
        today=today,
        lookups=lookups,
        key=record.key,
    )
    asked = () if edge == CORRECT else register.act(edge).asks
    faults = agreed_faults(register, names=[name for name in fields if name not in asked])
    faults = faults or check(register, content=after, about=about)
    if faults:
        first = faults[0]
        return _fault(
            register, candidate=candidate, name=first.field, wrong=first.wrong, right=first.right
        )
    kinds = kinds_of(register)
    differences = [
        FieldDifference(
            label=kinds[name].label,
            recorded=kinds[name].shown(before[name], lookups=lookups),
            in_file=kinds[name].shown(after[name], lookups=lookups),
        )
        for name in fields
    ]
    if moved:
        differences.insert(
            0,
            FieldDifference(
                label=kinds["state"].label,
                recorded=str(register.state_label(record.state)),
                in_file=str(register.state_label(candidate.state)),
            ),
        )
    return Differing(
        candidate=candidate,
        record=record,
        content=after,
        fields=fields,
        edge=edge,
        differences=tuple(differences),
    )


def opening_edge(register: Register, *, state: str) -> str | None:
    """The step from the first state to one in which a file may bring something new.

    Empty for the first state itself, None for a state that a file cannot begin with.
    """
    initial = register.lifecycle.initial
    if state == initial:
        return ""
    return forward(register, before=initial, after=state) or None


def _telling(register: Register) -> set[str]:
    """The columns from which a row tells its state."""
    days = {name for act in register.acts for name in (act.day, act.recorded_on) if name}
    return {"state", *days}


def _new_fault(register: Register, *, candidate: Candidate) -> CellFault | None:
    if opening_edge(register, state=candidate.state) is not None:
        return None
    return _fault(
        register,
        candidate=candidate,
        wrong=_("een nieuwe registratie kan niet beginnen als %(state)s")
        % {"state": register.state_label(candidate.state)},
        right=_("laat de regel weg, of geef een eerdere stand"),
    )


def _state_fault(register: Register, *, candidate: Candidate, record: Any) -> CellFault:
    return _fault(
        register,
        candidate=candidate,
        wrong=_("de stand is %(now)s; een bestand kan die niet op %(then)s zetten")
        % {
            "now": register.state_label(record.state),
            "then": register.state_label(candidate.state),
        },
        right=_("doe dit op de pagina van de registratie zelf"),
    )


def _fault(
    register: Register, *, candidate: Candidate, wrong: str, right: str, name: str = "state"
) -> CellFault:
    words = words_of(register)
    heading = words[name].heading if name in words else ""
    return CellFault(
        line=candidate.line,
        column="",
        heading=heading,
        value=candidate.cells.get(heading, ""),
        wrong=wrong,
        right=right,
    )
