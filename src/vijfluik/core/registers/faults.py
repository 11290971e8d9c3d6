"""What can stand in the way of an act, as types that pages and commands can show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One field that is not right: what is wrong with it and what would be right.

    `field` is the name of the field; empty when it concerns the whole record.
    """

    field: str
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right}" if self.right else self.wrong


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What people read when a constraint of the database refuses a row."""

    field: str
    wrong: str | Promise
    right: str | Promise

    def fault(self) -> Fault:
        """As a fault of its field, in the reader's language."""
        return Fault(field=self.field, wrong=str(self.wrong), right=str(self.right))


class Invalid(Exception):
    """The values do not make a right record; nothing was written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault}" for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A field that somebody changed since the page was opened: was, theirs and yours, as text.

    `clash` is true when both changed it, to different values.
    """

    field: str
    label: str
    was: str
    theirs: str
    yours: str
    clash: bool


class Conflict(Exception):
    """Somebody else changed the record after it was seen; nothing was written.

    Attributes:
        differences: the fields that either of the two changed.
        changed_by: the name of who changed it last.
        seen: the token to send along to go on with the record as it is now.
        merged: field → value for the fields of either: yours, and theirs where you changed
            nothing. A form shows these when it is shown again.
    """

    def __init__(
        self,
        *,
        differences: Sequence[Difference],
        changed_by: str,
        seen: str,
        merged: Mapping[str, object],
    ) -> None:
        self.differences = tuple(differences)
        self.changed_by = changed_by
        self.seen = seen
        self.merged = dict(merged)
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """What happened and what can be done, in one sentence."""
        clashing = [difference.label for difference in self.differences if difference.clash]
        if clashing:
            return _(
                "%(name)s wijzigde dit terwijl u bezig was. U beiden wijzigde: "
                "%(fields)s. Kies wat er moet staan en bewaar opnieuw."
            ) % {"name": self.changed_by, "fields": ", ".join(clashing)}
        return _(
            "%(name)s wijzigde dit terwijl u bezig was, in andere velden dan u. Bewaar "
            "opnieuw om uw wijziging erbij te zetten."
        ) % {"name": self.changed_by}
