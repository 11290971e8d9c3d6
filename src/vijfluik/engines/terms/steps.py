"""The steps by which an end was found; `words` says them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class StepKind(StrEnum):
    """What happened in a step."""

    EVENT = "event"
    COUNTED = "counted"
    COUNTED_BACK = "counted_back"
    MONTH_END = "month_end"
    EXTENDED = "extended"
    PAUSED = "paused"
    PAUSED_NOW = "paused_now"
    PAUSE_OUTSIDE = "pause_outside"
    TWO_WORKING_DAYS = "two_working_days"
    MOVED = "moved"
    STAYS = "stays"
    NOT_GOVERNED = "not_governed"
    DECREES_UNKNOWN = "decrees_unknown"


Value = str | int | dt.date | object


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step and what it needs to be said: days, durations, holidays, articles."""

    kind: StepKind
    values: Mapping[str, Value] = field(default_factory=dict)
