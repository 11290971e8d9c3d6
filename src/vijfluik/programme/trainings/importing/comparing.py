"""What a file says against what is recorded already."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.refusals import CellFault
from vijfluik.programme.trainings.content import NAMES, Content, content_of
from vijfluik.programme.trainings.importing.interpreting import Candidate
from vijfluik.programme.trainings.lookups import Lookups
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.rules import check
from vijfluik.programme.trainings.showing import field_label, shown
from vijfluik.programme.trainings.vocabulary import State
from vijfluik.programme.trainings.words import WORD

Identity = tuple[str, str]

# How a file may move a record on; everything else is decided by hand.
FORWARD = {
    (State.REQUESTED.value, State.PLANNED.value): "plan",
    (State.REQUESTED.value, State.HELD.value): "hold",
    (State.PLANNED.value, State.HELD.value): "hold",
    (State.REQUESTED.value, State.CANCELLED.value): "cancel",
    (State.PLANNED.value, State.CANCELLED.value): "cancel",
}


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
    training: Training
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


def recorded(
    rows: QuerySet[Training], *, candidates: Iterable[Candidate]
) -> dict[Identity, Training]:
    """The records that the rows are about: one query per provider and five thousand references."""
    wanted: dict[str, list[str]] = {}
    for candidate in candidates:
        wanted.setdefault(candidate.provider, []).append(candidate.content.reference)
    found: dict[Identity, Training] = {}
    for provider, references in wanted.items():
        for start in range(0, len(references), 5000):
            part = references[start : start + 5000]
            for training in rows.filter(provider=provider, reference__in=part):
                found[training.provider_id, training.reference] = training
    return found


def compare(
    candidates: Iterable[Candidate],
    *,
    existing: Mapping[Identity, Training],
    lookups: Lookups,
    today: dt.date,
) -> Comparison:
    """Sort the rows."""
    new: list[Candidate] = []
    same: list[Candidate] = []
    differing: list[Differing] = []
    barred: list[tuple[Candidate, CellFault]] = []
    for candidate in candidates:
        training = existing.get((candidate.provider, candidate.content.reference))
        if training is None:
            fault = _new_fault(candidate)
            if fault is None:
                new.append(candidate)
            else:
                barred.append((candidate, fault))
            continue
        found = difference(candidate, training=training, lookups=lookups, today=today)
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
    candidate: Candidate, *, training: Training, lookups: Lookups, today: dt.date
) -> Differing | CellFault | None:
    """What the row says otherwise than the record; a fault when a file may not bring that about.

    A field without a column in the file says nothing.
    """
    before = content_of(training)
    told = {name: getattr(candidate.content, name) for name in NAMES if name in candidate.given}
    after = dataclasses.replace(before, **told)
    fields = tuple(name for name in told if getattr(before, name) != getattr(after, name))
    stands = candidate.given & {"state", "planned_on", "held_on"}
    moved = bool(stands) and candidate.state != training.state
    if not fields and not moved:
        return None
    edge = "correct" if not moved else FORWARD.get((training.state, candidate.state), "")
    if training.state == State.WITHDRAWN or not edge:
        return _state_fault(candidate, training=training)
    state = candidate.state if moved else training.state
    faults = check(after, state=state, provider=training.provider_id, lookups=lookups, today=today)
    if faults:
        first = faults[0]
        return _fault(candidate, name=first.field, wrong=first.wrong, right=first.right)
    names = lookups.place_names
    differences = [
        FieldDifference(
            label=field_label(name),
            recorded=shown(name, getattr(before, name), places=names),
            in_file=shown(name, getattr(after, name), places=names),
        )
        for name in fields
    ]
    if moved:
        differences.insert(
            0,
            FieldDifference(
                label=field_label("state"),
                recorded=shown("state", training.state, places={}),
                in_file=shown("state", candidate.state, places={}),
            ),
        )
    return Differing(
        candidate=candidate,
        training=training,
        content=after,
        fields=fields,
        edge=edge,
        differences=tuple(differences),
    )


def _new_fault(candidate: Candidate) -> CellFault | None:
    if candidate.state != State.WITHDRAWN:
        return None
    return _fault(
        candidate,
        wrong=_("een nieuwe training kan niet ingetrokken beginnen"),
        right=_("laat de regel weg"),
    )


def _state_fault(candidate: Candidate, *, training: Training) -> CellFault:
    return _fault(
        candidate,
        wrong=_("deze training is %(now)s; een bestand kan haar niet op %(then)s zetten")
        % {"now": State(training.state).label, "then": State(candidate.state).label},
        right=_("doe dit op de pagina van de training zelf"),
    )


def _fault(candidate: Candidate, *, wrong: str, right: str, name: str = "state") -> CellFault:
    heading = WORD[name].heading
    return CellFault(
        line=candidate.line,
        column="",
        heading=heading,
        value=candidate.cells.get(heading, ""),
        wrong=wrong,
        right=right,
    )
