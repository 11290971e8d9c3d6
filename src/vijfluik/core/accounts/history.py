"""What was done to an account, by whom and when: from the journal, and nothing else of it."""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from vijfluik.core.accounts.access import OBJECT_TYPE, access_account
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import JOURNAL_READ

MOST = 200


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One act: when, by whom, what (the name of its kind, with its details), and why.

    `reason` is empty for whoever does not administer accounts.
    """

    at: dt.datetime
    actor: str
    kind: str
    details: Mapping[str, object]
    reason: str


def of_account(key: uuid.UUID) -> list[Happened]:
    """What was done to somebody's account, the latest first, for who administers accounts.

    Raises:
        Refused: whoever acts may not, or there is no such account.
    """
    access_account(key=key)
    return of_oneself(key)


def of_oneself(key: uuid.UUID) -> list[Happened]:
    """What was done to one's own account, the latest first: `MOST` acts at most. The database
    answers nothing about another's to who does not administer accounts.

    Args:
        key: of who acts.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT moment, actor_name, action, details, reason FROM accounts.history(%s, %s)",
            [key, MOST],
        )
        rows = cursor.fetchall()
    record(
        action=JOURNAL_READ,
        object_type=OBJECT_TYPE,
        object_key=key,
        details={"rows": len(rows)},
    )
    return [
        Happened(at=at, actor=actor, kind=kind, details=json.loads(details), reason=reason)
        for at, actor, kind, details, reason in rows
    ]
