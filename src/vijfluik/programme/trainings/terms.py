"""When something must be done about a training: working agreements, read from `terms.toml`."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

_FILE = Path(__file__).with_name("terms.toml")


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
            provision=content["provision"],
            reason=content["reason"],
        )
        for kind, content in read.items()
    )


def term_of_state(state: str) -> Term | None:
    """The term that runs while a record is in a state; None when nothing is due."""
    return next((term for term in terms() if term.state == state), None)


def term_label(kind: str) -> str:
    """What must be done, in the language of the reader."""
    labels = {
        "respond": _("reageren op de aanvraag"),
        "register_result": _("resultaat vastleggen"),
    }
    return labels[kind]
