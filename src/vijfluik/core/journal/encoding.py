"""The canonical encoding of an event: what its hash is taken over.

It is the line that PostgreSQL's `COPY … TO` writes (text format) of the columns in `EXPRESSIONS`:
separated by tabs, escaped, `\\N` for null. So verification hashes what the server sends, byte for
byte, and no row is decoded in Python. Inserting encodes the same here, and the trigger of the table
a third time in SQL (`journal.line`); an event on which they differ is refused.

The first field is the version of the encoding; events keep the version that they were written
with. Version 2 added `objects`, the manifest of a list. The server sends the columns of version 2
of every event, and `hashed` leaves out what an event of version 1 did not cover. Knows no Django.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

VERSION = 2
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
# Moment and id come first and have a fixed width: a slice of the line sorts as the pair does.
KEY = slice(2, 55)
EXPRESSIONS = (
    "e.encoding, (extract(epoch FROM e.moment) * 1000000)::bigint, e.id, e.actor, e.actor_name,"
    " e.organisation, e.mandate, e.purpose, e.action, e.object_type, e.object_key, e.result,"
    " e.rule, e.policy_version, e.reason, e.origin, e.trace, e.span, e.details, e.objects,"
    " e.subjects"
)
_FIRST = b"1"
_NO_OBJECTS = b"\t{}"
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        "\b": "\\b",
        "\t": "\\t",
        "\n": "\\n",
        "\v": "\\v",
        "\f": "\\f",
        "\r": "\\r",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One event as it is written.

    Attributes:
        moment: with a time zone; microseconds count.
        subjects: sorted, each once.
        trace: W3C trace id, 32 hexadecimal digits.
        span: W3C span id, 16 hexadecimal digits.
        details: canonical JSON of an object.
        objects: random keys of the records that a list showed; sorted, each once.
    """

    moment: dt.datetime
    id: uuid.UUID
    actor: uuid.UUID | None
    actor_name: str
    organisation: str
    mandate: uuid.UUID | None
    purpose: str
    action: str
    object_type: str
    object_key: str
    result: str
    rule: str
    policy_version: str
    reason: str
    origin: str
    trace: str
    span: str
    details: str
    subjects: tuple[uuid.UUID, ...]
    objects: tuple[uuid.UUID, ...] = ()

    def line(self) -> bytes:
        """The canonical encoding, without a line end."""
        fields = (
            str(VERSION),
            str(microseconds(self.moment)),
            str(self.id),
            _key(self.actor),
            self.actor_name.translate(_ESCAPES),
            self.organisation.translate(_ESCAPES),
            _key(self.mandate),
            self.purpose.translate(_ESCAPES),
            self.action.translate(_ESCAPES),
            self.object_type.translate(_ESCAPES),
            self.object_key.translate(_ESCAPES),
            self.result,
            self.rule.translate(_ESCAPES),
            self.policy_version.translate(_ESCAPES),
            self.reason.translate(_ESCAPES),
            self.origin,
            self.trace,
            self.span,
            self.details.translate(_ESCAPES),
            "{" + ",".join(map(str, self.objects)) + "}",
            "{" + ",".join(map(str, self.subjects)) + "}",
        )
        return "\t".join(fields).encode()


def hashed(line: bytes) -> bytes:
    """What the hash of an event is taken over, from the line that the server sends.

    An event of version 1 that has a manifest all the same is left as it is, so that its hash
    differs: version 1 knows none.
    """
    if line[:1] != _FIRST:
        return line
    head, tab, subjects = line.rpartition(b"\t")
    if not head.endswith(_NO_OBJECTS):
        return line
    return head[: -len(_NO_OBJECTS)] + tab + subjects


def microseconds(moment: dt.datetime) -> int:
    """Whole microseconds since 1970 in UTC."""
    return (moment - EPOCH) // dt.timedelta(microseconds=1)


def moment_of(micros: int) -> dt.datetime:
    """The moment that many microseconds after 1970 in UTC."""
    return EPOCH + dt.timedelta(microseconds=micros)


def month_of(moment: dt.datetime) -> dt.date:
    """The first day of the month, in UTC, that the moment lies in: its partition."""
    return moment.astimezone(dt.UTC).date().replace(day=1)


def month_bounds(month: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """The half-open interval of a month in UTC."""
    since = dt.datetime(month.year, month.month, 1, tzinfo=dt.UTC)
    return since, (since + dt.timedelta(days=32)).replace(day=1)


def _key(key: uuid.UUID | None) -> str:
    return r"\N" if key is None else str(key)
