"""What was and what is: the timeline of a record, and lists of terms with their values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from vijfluik.ui.components.library import register
from vijfluik.ui.shell import Link


class EventKind(StrEnum):
    """What a moment on a timeline is; each has its own icon."""

    VERSION = "version"
    JOURNAL = "journal"
    DECISION = "decision"
    REFUSAL = "refusal"


EVENT_TONES = {
    EventKind.VERSION: "info",
    EventKind.JOURNAL: "neutral",
    EventKind.DECISION: "positive",
    EventKind.REFUSAL: "negative",
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """One value that changed; an empty `before` is a new value, an empty `after` a removed one."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class TimelineEvent:
    """A moment: what happened, when (aware), by whom, why, and which values changed.

    link: for instance to the record as it was, or to the event in the journal.
    """

    title: str
    at: datetime
    actor: str
    kind: EventKind = EventKind.JOURNAL
    reason: str = ""
    changes: Sequence[Change] = field(default=())
    link: Link | None = None

    @property
    def tone(self) -> str:
        """The tone of its sign."""
        return EVENT_TONES[self.kind]


@register.inclusion_tag("ui/timeline.html")
def timeline(events: Sequence[TimelineEvent]) -> dict[str, object]:
    """Versions and events in the order given, mostly the newest first.

    events: the moments.
    """
    return {"events": events}


@register.inclusion_tag("ui/definitions.html")
def definitions(items: Sequence[tuple[str, str]]) -> dict[str, object]:
    """Terms with their values, two columns, one on a narrow screen.

    items: pairs of term and value; a value may be SafeString, an empty one shows "niet ingevuld".
    """
    return {"items": items}
