"""When something must be done about a training: working agreements, read from `terms.toml`."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term as RegisterTerm
from vijfluik.core.registers.kinds.plain import in_dutch

_FILE = Path(__file__).with_name("terms.toml")
# On what ground, in the language of who reads it.
_GROUNDS = {
    "respond": _(
        "Werkafspraak trainingen: binnen 14 dagen na de aanvraag een dag afspreken of afzien."
    ),
    "register_result": _(
        "Werkafspraak trainingen: binnen 7 dagen na de geplande dag het resultaat vastleggen."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Term:
    """So many days after the day on the field `start`, while the record is in `state`."""

    kind: str
    days: int
    start: str
    state: str
    provision: str
    reason: str

    def ends(self, start: dt.date) -> dt.date:
        """The last day on which it is in time."""
        return start + dt.timedelta(days=self.days)


@cache
def terms() -> tuple[Term, ...]:
    """The terms in force; a process reads them once.

    Raises:
        KeyError: a term in the file is incomplete.
    """
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Term(
            kind=kind,
            days=content["days"],
            start=content["from"],
            state=content["state"],
            provision=in_dutch(_GROUNDS[kind]),
            reason=content["reason"],
        )
        for kind, content in read.items()
    )


def term_of_state(state: str) -> Term | None:
    """The term that runs while a record is in a state; None when nothing is due."""
    return next((term for term in terms() if term.state == state), None)


# What must be done, and the edge that does it.
_LABELS = {
    "respond": (_("reageren op de aanvraag"), "plan"),
    "register_result": (_("resultaat vastleggen"), "hold"),
}


def register_terms() -> tuple[RegisterTerm, ...]:
    """The same, as the register declares them."""
    return tuple(
        RegisterTerm(
            kind=term.kind,
            label=_LABELS[term.kind][0],
            state=term.state,
            ends=lambda record, term=term: _ends(term, record),  # type: ignore[misc]
            provision=_GROUNDS[term.kind],
            answer=_LABELS[term.kind][1],
        )
        for term in terms()
    )


def _ends(term: Term, record: Any) -> dt.date:
    return term.ends(getattr(record, term.start))
