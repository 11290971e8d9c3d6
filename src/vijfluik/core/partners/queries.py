"""Reading partners."""

import calendar
import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from vijfluik.core.partners.acting import Actor, Grant
from vijfluik.core.partners.models import Organisation, Professional, Purpose, Role

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def today() -> dt.date:
    """The day it is in the Netherlands."""
    return timezone.now().astimezone(AMSTERDAM).date()


def account(key: uuid.UUID) -> Professional | None:
    """The account of a session, with its employer; None for nobody and for somebody who left.

    Row-level security shows no accounts while nobody acts; a function of the database shows one.
    """
    return _account("partners.account", key)


def account_named(username: str) -> Professional | None:
    """The account of whoever signs in under this name; None as in `account`."""
    # PostgreSQL takes no NUL in a text; no name has one.
    return _account("partners.account_named", username.replace("\0", ""))


def _account(function: str, wanted: object) -> Professional | None:
    columns = ", ".join(
        f"employer.{field.column} AS employer_{field.attname}"
        for field in Organisation._meta.concrete_fields
    )
    rows = Professional.objects.raw(
        f"SELECT found.*, {columns} FROM {function}(%s) found"
        " JOIN partners_organisation employer ON employer.code = found.organisation_id",
        [wanted],
    )
    for found in rows:
        names = [field.attname for field in Organisation._meta.concrete_fields]
        # Columns beyond the model's become attributes of the row.
        values = [vars(found)[f"employer_{name}"] for name in names]
        found.organisation = Organisation.from_db(None, names, values)
        return found
    return None


def grants_of(professional: uuid.UUID) -> tuple[Grant, ...]:
    """What somebody may act on today: mandates in force, and those of whom one replaces."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, role, organisation, purpose, in_place_of FROM partners.grants(%s)",
            [professional],
        )
        rows = cursor.fetchall()
    return tuple(
        Grant(
            key=key,
            role=Role(role),
            organisation=organisation,
            purpose=Purpose(purpose),
            in_place_of=in_place_of,
        )
        for key, role, organisation, purpose, in_place_of in rows
    )


def one_pair_of_eyes(*, one: uuid.UUID, other: uuid.UUID, since: dt.datetime) -> bool:
    """Whether two are the same person, or one replaces the other now or did so since then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT partners.one_pair_of_eyes(%s, %s, %s)", [one, other, since])
        return bool(cursor.fetchone()[0])


def actor_for(professional: Professional) -> Actor:
    """The actor that a signed-in professional is now; without mandates it may do nothing.

    Somebody who left keeps no mandate: access ends with the next request.
    """
    return Actor(
        key=professional.key,
        name=professional.name,
        organisation=professional.organisation_id,
        grants=grants_of(professional.key),
    )


@dataclass(frozen=True, kw_only=True)
class DemonstrationAccount:
    """An account to choose: its sign-in name, name, employer and the roles it has today."""

    username: str
    name: str
    organisation: str
    roles: tuple[Role, ...]


def demonstration_accounts() -> list[DemonstrationAccount]:
    """The accounts of a demonstration, to sign in on; none in any other database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT username, name, organisation, roles FROM partners.demonstration_accounts()"
        )
        rows = cursor.fetchall()
    return [
        DemonstrationAccount(
            username=username,
            name=name,
            organisation=organisation,
            roles=tuple(Role(role) for role in roles),
        )
        for username, name, organisation, roles in rows
    ]


# BIO2 5.18.02: rights are reviewed at least every half year.
REVIEW_MONTHS = 6


def months_after(day: dt.date, *, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def organisation_of(code: str) -> Organisation:
    """The organisation of a mandate, with its place."""
    return Organisation.objects.select_related("place").get(code=code)


def organisations() -> list[tuple[str, str]]:
    """Code and name of every organisation within reach, by name."""
    return list(Organisation.objects.order_by("name").values_list("code", "name"))


def professionals() -> QuerySet[Professional]:
    """The people within reach."""
    return Professional.objects.all()


def names_of(keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The names of these people, as far as they are within reach."""
    return dict(Professional.objects.filter(key__in=keys).values_list("key", "name"))
