"""The invented life of a record of any register: told step by step, written with its versions."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.models import Purpose
from vijfluik.core.registers.contents import completed, emptied, put_on
from vijfluik.core.registers.declaration import CORRECT, Register
from vijfluik.core.registers.stepping import due_row
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.demo.chance import Chance, key
from vijfluik.demo.owner import OWNER, copied, opened
from vijfluik.demo.people import key_of
from vijfluik.demo.workdays import moment, working_day

DUE_FIELDS = [
    "key", "register", "object_key", "kind", "due_on", "provision", "organisation_id",
]  # fmt: skip
STEP_FIELDS = [
    "key", "edge", "from_state", "to_state", "business_date", "registered_at", "taken_by_id",
    "reason",
]  # fmt: skip


class Life:
    """A record while it is being told, from the first moment on.

    `Life(REGISTER, owner="ess", by="wietske", chance=chance, on=day, reference=…, …)` records it;
    `step` and `correct` go on. Each is registered on the first working day from its day on, unless
    `known` says on which. `columns` are those that the database fills when people record.
    """

    def __init__(
        self,
        register: Register,
        *,
        owner: str,
        by: str,
        chance: Chance,
        on: dt.date,
        known: dt.date | None = None,
        columns: Mapping[str, Any] | None = None,
        **values: Any,
    ) -> None:
        self.register, self.by, self.chance = register, by, chance
        record: Any = register.model(**{f"{register.scope}_id": owner})
        record.key, record.state = key(chance), register.lifecycle.initial
        for name, value in (columns or {}).items():
            setattr(record, name, value)
        self.record = record
        self._content = completed(register, values=values)
        self._versions: list[tuple[dt.datetime, dict[str, Any], str, str]] = []
        self.steps: list[tuple[Any, ...]] = []
        self._tell(edge=register.lifecycle.opening, before="", on=on, known=known, by=by, reason="")

    def step(
        self,
        edge: str,
        *,
        on: dt.date,
        known: dt.date | None = None,
        by: str = "",
        reason: str = "",
        **changes: Any,
    ) -> "Life":
        """Take an edge; for one of four eyes `by` is another person than before.

        Raises:
            EdgeRefused: the edge does not start in the state it is in.
        """
        before = self.record.state
        self.record.state = self.register.lifecycle.target(name=edge, state=before)
        cleared = emptied(self.register, names=self.register.edge(edge).clears)
        self._content = self._content.replaced({**cleared, **changes})
        self._tell(edge=edge, before=before, on=on, known=known, by=by or self.by, reason=reason)
        return self

    def correct(self, *, known: dt.date, reason: str, by: str = "", **changes: Any) -> "Life":
        """Put values right on a later day."""
        self._content = self._content.replaced(changes)
        self._tell(
            edge=CORRECT,
            before=self.record.state,
            on=known,
            known=known,
            by=by or self.by,
            reason=reason,
        )
        return self

    def _tell(
        self, *, edge: str, before: str, on: dt.date, known: dt.date | None, by: str, reason: str
    ) -> None:
        put_on(self.register, record=self.record, content=self._content)
        at = self._at(working_day(known or on))
        columns = self.record._meta.local_concrete_fields
        values = {field.attname: getattr(self.record, field.attname) for field in columns}
        self._versions.append((at, values, by, reason))
        proposed: tuple[Any, ...] = ()
        if hasattr(self.register.steps, "proposed_by_id"):
            four_eyes = edge != CORRECT and edge in {
                each.name for each in self.register.lifecycle.edges if each.four_eyes
            }
            proposed = (self.steps[-1][6] if four_eyes else None,)
        self.steps.append(
            (key(self.chance), edge, before, self.record.state, on, at, key_of(by), reason,
             self.record.key, *proposed)
        )  # fmt: skip

    def _at(self, day: dt.date) -> dt.datetime:
        """A moment on a day, later than the last one and not still to come."""
        found = moment(day, chance=self.chance)
        last = self._versions[-1][0] if self._versions else None
        if last is not None and found <= last:
            found = last + dt.timedelta(minutes=7)
        latest = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=5)
        return found if found < latest else max(latest, (last or latest) + dt.timedelta(seconds=1))

    def versions(self) -> Iterator[PastVersion]:
        """Its versions, the first first."""
        for number, (at, values, by, reason) in enumerate(self._versions):
            last = number == len(self._versions) - 1
            yield PastVersion(
                values=values,
                tx_from=at,
                tx_to=None if last else self._versions[number + 1][0],
                actor=key_of(by),
                purpose=Purpose.PROGRAMME.value,
                reason=reason,
            )


def load_lives(register: Register, lives: Iterable[Life]) -> int:
    """Write them with steps and due dates, in the transaction that the caller opened.

    Returns:
        The number of records.
    """
    told = list(lives)
    link = f"{register.step_link}_id"
    fields = [*STEP_FIELDS, link]
    if hasattr(register.steps, "proposed_by_id"):
        fields.append("proposed_by_id")
    with opened(register.steps, Due):
        load_history(register.model, (row for life in told for row in life.versions()), using=OWNER)
        with opened(register.model):
            copied(register.steps, [step for life in told for step in life.steps], fields=fields)
            copied(Due, [row for life in told for row in _due(life)], fields=DUE_FIELDS)
    return len(told)


def _due(life: Life) -> list[tuple[Any, ...]]:
    due = due_row(life.register, record=life.record)
    if due is None:
        return []
    return [
        (uuid.uuid4(), due.register, due.object_key, due.kind, due.due_on, due.provision,
         due.organisation_id)
    ]  # fmt: skip
