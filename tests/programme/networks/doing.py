"""Shorthand for the tests of the room: networks, meetings and members, and acts on them."""

import datetime as dt
from typing import Any

from django.db import connection
from django.test import Client
from tests.browser.reading import filled
from tests.core.journal.making import as_administrator
from tests.site.people import somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.networks.members.terms import last_day
from vijfluik.programme.networks.registers import MEETINGS, MEMBERS, NETWORKS

OWN, OTHER, MINISTRY = "daan", "femke", "noor"
AT = {"daan": "wolverdam", "femke": "duinmeer"}
# A name that nobody has and no word of the platform contains.
CANARY = "Quibbelaar"
ADDRESS = "zwertsma@quibb.example"


def in_days(number: int) -> dt.date:
    return today() + dt.timedelta(days=number)


def network(username: str = OWN, **values: Any) -> Any:
    """A network of this officer's municipality, in which members may be recorded."""
    content = {
        "name": "Buurtkring", "reference": "N-1", "aim": "Elkaar kennen", "contact": "team buurt",
        "themes": ("living_together",), "started_on": in_days(-400),
        "assessed_on": in_days(-300), "confirmed_on": in_days(-20),
    }  # fmt: skip
    return actions.create(
        NETWORKS, who=somebody(username), owner=AT[username], content={**content, **values}
    )


def meeting(of: Any, username: str = OWN, **values: Any) -> Any:
    """A meeting of a network."""
    content = {
        "reference": "B-1", "network": of.key, "met_on": in_days(-10),
        "themes": ("resilience",), "present": 12,
    }  # fmt: skip
    return actions.create(
        MEETINGS, who=somebody(username), owner=AT[username], content={**content, **values}
    )


def member(of: Any, username: str = OWN, **values: Any) -> Any:
    """Somebody who consented yesterday, for a year."""
    content = {
        "name": f"Tjaldine {CANARY}", "reference": "L-1", "network": of.key, "role": "member",
        "contact": ADDRESS, "consent_on": in_days(-1), "consent_how": "written",
        "consent_for": ("invite",), "wording": "2", "consent_months": "12",
    }  # fmt: skip
    return actions.create(
        MEMBERS, who=somebody(username), owner=AT[username], content={**content, **values}
    )


def correct(record: Any, register: Any = MEMBERS, username: str = OWN, **changes: Any) -> Any:
    who = somebody(username)
    with acting(who):
        seen = token_of(register, key=record.key)
    reason = "verschreven"
    return actions.correct(
        register, who=who, key=record.key, changes=changes, reason=reason, seen=seen
    )


def withdraw(record: Any, username: str = OWN, reason: str = "toestemming ingetrokken") -> Any:
    return actions.withdraw(MEMBERS, who=somebody(username), key=record.key, reason=reason)


def rows(statement: str, *values: Any) -> list[Any]:
    """What raw SQL of the application's role shows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall())


def dated_back(database: str, record: Any, *, days_over: int) -> None:
    """Let the consent of a member have ended so many days ago, as nobody of the platform can."""
    until = in_days(-days_over)
    given, months = next(
        (given, months)
        for months in ("6", "12", "24")
        for given in (until - dt.timedelta(days=number) for number in range(180, 735))
        if last_day(given=given, months=months) == until
    )
    with as_administrator(database, unguarded=False) as admin:
        admin.execute(
            "UPDATE networks_member SET consent_on = %s, consent_months = %s, consent_until = %s"
            " WHERE key = %s",
            [given, months, until, record.key],
        )


def posted(visitor: Client, address: str, **values: object) -> Any:
    """The answer to the form of a page with these values."""
    return visitor.post(address, filled(visitor.get(address), **values), follow=True)
