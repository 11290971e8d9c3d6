"""The steps with which a record of a file begins."""

import datetime as dt
import uuid
from typing import Any

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.actions import opened_on
from vijfluik.core.registers.bulk import row_of
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.changing import day_of
from vijfluik.core.registers.importing.comparing import opening_edge
from vijfluik.core.registers.stepping import step_row


class FirstSteps:
    """Makes the first steps of many records, as rows: they differ in their key, record and day."""

    def __init__(self, register: Register, *, who: Acting) -> None:
        self.register = register
        self.who = who
        self._edges: dict[str, str] = {}
        self._alike: dict[tuple[str, str], dict[str, Any]] = {}
        self._key = str(register.steps._meta.pk.column)
        self._link = str(register.steps._meta.get_field(register.step_link).column)  # type: ignore[union-attr]

    def of(self, record: Any) -> list[dict[str, Any]]:
        """The first step on its day, and the step to the state in the file.

        A file does not tell when a thing was agreed or called off; it was so at the latest when
        read.
        """
        lifecycle = self.register.lifecycle
        first = self._step(
            record,
            edge=lifecycle.opening,
            from_state="",
            to_state=lifecycle.initial,
            day=opened_on(self.register, record=record),
        )
        edge = self._edge_to(record.state)
        if not edge:
            return [first]
        second = self._step(
            record,
            edge=edge,
            from_state=lifecycle.initial,
            to_state=record.state,
            day=day_of(self.register, edge=edge, record=record),
        )
        return [first, second]

    def _edge_to(self, state: str) -> str:
        if state not in self._edges:
            self._edges[state] = opening_edge(self.register, state=state) or ""
        return self._edges[state]

    def _step(
        self, record: Any, *, edge: str, from_state: str, to_state: str, day: dt.date
    ) -> dict[str, Any]:
        if (edge, to_state) not in self._alike:
            example = step_row(
                self.register,
                who=self.who,
                record=record,
                edge=edge,
                from_state=from_state,
                to_state=to_state,
                business_date=day,
                reason=self.who.reason,
            )
            self._alike[edge, to_state] = row_of(example)
        changes = {self._key: uuid.uuid4(), self._link: record.key, "business_date": day}
        return {**self._alike[edge, to_state], **changes}
