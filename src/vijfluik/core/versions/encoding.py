"""The canonical form of a version and its hash: one rule, in SQL and in Python.

A version is written as a row of counted texts: `<bytes>:<text>`, bytes in UTF-8. First the name of
this rule and the name of the table, then, ordered by name, the name and the value of each column
that is not null. A null column is left out, so that an empty text differs from none and a column
added later changes no older hash. The hash is SHA-256 over the 16 bytes of the salt and this form.

Values:
    text as it is; numbers in decimal notation with the digits that are stored; `true` or `false`;
    uuid in lower case with hyphens; date `2018-11-23 AD`; moment `2018-11-23T10:00:00.000000Z AD`
    in UTC; jsonb, arrays of text and of numbers in PostgreSQL's own text form; bytes in
    hexadecimal. None of them depends on a setting of the session.

The columns are those of the table and `tx_from`, `op`, `actor`, `mandate`, `purpose`, `reason`.
`tx_to` is not among them, because it becomes known later; nor is `vid`.
"""

import datetime as dt
import hashlib
import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal

RULE = "vijfluik version 1"

# PostgreSQL's type → its value as text, independent of the session.
FORMS = {
    "text": "{0}",
    "character varying": "{0}::text",
    "smallint": "{0}::text",
    "integer": "{0}::text",
    "bigint": "{0}::text",
    "numeric": "{0}::text",
    "boolean": "{0}::text",
    "uuid": "{0}::text",
    "jsonb": "{0}::text",
    "text[]": "{0}::text",
    "character varying[]": "{0}::text",
    "integer[]": "{0}::text",
    "uuid[]": "{0}::text",
    "bytea": "encode({0}, 'hex')",
    # An infinite date has no year to write; its plain text form is the same in every session.
    "date": "coalesce(to_char({0}::timestamp, 'YYYY-MM-DD AD'), {0}::text)",
    "timestamp with time zone": (
        "coalesce(to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\" AD'),"
        " {0}::text)"
    ),
}


def counted(text: str) -> bytes:
    """One part of a canonical form."""
    data = text.encode()
    return b"%d:%b" % (len(data), data)


def canonical_row(*, table: str, values: Mapping[str, object]) -> bytes:
    """The canonical form of a version.

    Args:
        table: the business table.
        values: column → value as psycopg gives it, but jsonb as text (`column::text`): Python's
            numbers do not keep the digits, and its None would be null as well as JSON's null.

    Raises:
        TypeError: a value of a type that has no canonical form, such as a float or a naive moment.
    """
    parts = [counted(RULE), counted(table)]
    for name in sorted(values):
        value = values[name]
        if value is not None:
            parts += (counted(name), counted(text_of(value)))
    return b"".join(parts)


def row_hash(*, table: str, values: Mapping[str, object], salt: uuid.UUID) -> bytes:
    """The 32 bytes that `row_hash` of a version must hold; see `canonical_row`."""
    return hashlib.sha256(salt.bytes + canonical_row(table=table, values=values)).digest()


def text_of(value: object) -> str:
    """A value that is not null in its canonical form.

    Raises:
        TypeError: as `canonical_row`.
    """
    # bool is an int and datetime is a date: the narrower types come first.
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return str(value)
        case int():
            return str(int(value))
        case Decimal():
            return f"{value:f}" if value.is_finite() else str(value)
        case dt.datetime() if value.tzinfo is not None:
            moment = value.astimezone(dt.UTC)
            return f"{moment.year:04d}-{moment:%m-%dT%H:%M:%S.%f}Z AD"
        case dt.date() if not isinstance(value, dt.datetime):
            return f"{value.year:04d}-{value:%m-%d} AD"
        case uuid.UUID():
            return str(value)
        case bytes() | memoryview():
            return bytes(value).hex()
        case list() | tuple():
            return _array(value)
    raise TypeError(f"{type(value).__name__} has no canonical form; fetch jsonb as text.")


def _array(value: Sequence[object]) -> str:
    """PostgreSQL's text form of an array."""
    return "{" + ",".join(_element(element) for element in value) + "}"


def _element(element: object) -> str:
    if element is None:
        return "NULL"
    if isinstance(element, list | tuple):
        return _array(element)
    text = text_of(element)
    plain = text != "" and text.upper() != "NULL" and not set(text) & set('{}",\\ \t\n\r\v\f')
    if plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def sql_hash(*, table: str, expressions: Mapping[str, tuple[str, str]], salt: str) -> str:
    """The SQL expression that computes the hash.

    Args:
        table: the business table.
        expressions: column → (SQL of its value, its type as in `FORMS`).
        salt: SQL of the salt, a uuid.
    """
    head = (counted(RULE) + counted(table)).decode()
    parts = [_literal(head)]
    for name in sorted(expressions):
        value, kind = expressions[name]
        text = FORMS[kind].format(value)
        before = _literal(counted(name).decode())
        parts.append(f"coalesce({before} || octet_length({text})::text || ':' || {text}, '')")
    joined = "\n      || ".join(parts)
    return f"sha256(uuid_send({salt}) || convert_to({joined}, 'UTF8'))"


def _literal(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
