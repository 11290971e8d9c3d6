"""How often signing in may be tried: per name and per address, counted in the database."""

import contextlib
import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from vijfluik.core.accounts.limits import LIMITS, Limits
from vijfluik.core.accounts.sealing import blurred


class TooOften(Exception):
    """It was tried too often; `again` is the moment from which it may be tried once more."""

    def __init__(self, again: dt.datetime) -> None:
        super().__init__(f"again from {again.isoformat()}")
        self.again = again


@dataclass(kw_only=True)
class Trying:
    """One attempt; set `succeeded` when it was right, and it does not count."""

    succeeded: bool = False


@contextlib.contextmanager
def trying(
    *, at: dt.datetime, name: str = "", address: str = "", limits: Limits = LIMITS
) -> Iterator[Trying]:
    """Around one attempt, outside any transaction: it is counted before it is looked at.

    Args:
        name: the name that was typed; empty where none is (a passkey).
        address: where the attempt comes from; empty when nobody knows.

    Raises:
        TooOften: before anything is looked at.
    """
    counted = [
        (blurred(text, use=use), most)
        for use, text, most in (
            ("name", name, limits.per_account),
            ("address", address, limits.per_address),
        )
        if text
    ]
    noted = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT accounts.attempt(%s::bytea[], %s::integer[], %s, %s::interval, %s)",
            [
                [each for each, _ in counted],
                [most for _, most in counted],
                at,
                str(limits.window),
                noted,
            ],
        )
        ((again,),) = cursor.fetchall()
    if again is not None:
        raise TooOften(again)
    attempt = Trying()
    yield attempt
    if attempt.succeeded and counted:
        with connection.cursor() as cursor:
            account = blurred(name, use="name") if name else b""
            cursor.execute("SELECT accounts.succeeded(%s, %s, %s)", [account, noted, len(counted)])
