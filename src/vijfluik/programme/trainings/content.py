"""What is recorded of a training, apart from the database row it stands on."""

import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal

from vijfluik.core.versions.rows import VersionRow
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind


@dataclass(frozen=True, kw_only=True)
class Content:
    """The values that a person gives. `course` is a code, `place` the number of a municipality."""

    reference: str
    title: str
    requested_on: dt.date
    wanted_on: dt.date
    kind: str = ActivityKind.TRAINING.value
    course: str | None = None
    requester: str = ""
    planned_on: dt.date | None = None
    held_on: dt.date | None = None
    place: int | None = None
    audience: tuple[str, ...] = ()
    participants: int | None = None
    participants_primary: int | None = None
    participants_secondary: int | None = None
    participants_vocational: int | None = None
    rating: Decimal | None = None
    rating_responses: int | None = None


NAMES = tuple(field.name for field in fields(Content))
_COLUMN = {"course": "course_id", "place": "place_id"}
# The columns of the record that hold the content.
COLUMNS = tuple(_COLUMN.get(name, name) for name in NAMES)


def content_of(training: Training | VersionRow) -> Content:
    """The content that stands on a record, or on a version of one."""
    values = {name: getattr(training, _COLUMN.get(name, name)) for name in NAMES}
    values["audience"] = tuple(values["audience"])
    return Content(**values)


def put_on(training: Training, *, content: Content) -> None:
    """Write the content on a record, without saving it."""
    for name in NAMES:
        value = getattr(content, name)
        setattr(training, _COLUMN.get(name, name), list(value) if name == "audience" else value)


def changed(*, before: Content, after: Content) -> list[str]:
    """The names of the fields that differ, in the order of a record."""
    return [name for name in NAMES if getattr(before, name) != getattr(after, name)]
