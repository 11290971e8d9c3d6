"""Sending to an address what may not be sent there, and what was written meanwhile."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from tests.site import people
from tests.site.absent import Answer, asked
from tests.site.addressing import Address
from tests.sizes import sized

TOKEN = "csrfmiddlewaretoken"
# The methods that no page takes; what is kept of a page changes by POST alone.
NEVER = ("PUT", "PATCH", "DELETE")
UNKNOWN = {"naam": "x", "name": "x", "title": "x", "reden": "x", "reason": "x", "file": "x"}
# The journal holds that it was asked for.
WRITTEN = r"""
    SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables
    WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
      AND relname !~ '^journal_'
"""


def strict(username: str) -> tuple[Client, str]:
    """A browser of this person that is asked for the token of a form, and a token that is right."""
    client = people.browser(username)
    client.get("/bestaat-niet/")
    client.handler.enforce_csrf_checks = True
    return client, client.cookies["csrftoken"].value


def first_of(address: Address) -> str:
    """Who may come here; the policy officer where nobody may."""
    return min(address.allowed & set(people.EVERYBODY), default=people.POLICY_OFFICER)


def sent(client: Client, path: str, *, address: Address, token: str) -> Answer:
    """What is answered to a form, with the token if there is one."""
    proof = {TOKEN: token} if token else {}
    return asked(client, "POST", path, data={**UNKNOWN, **address.data, **proof})


def rows_written() -> dict[str, tuple[int, int, int]]:
    """Table → how many rows this transaction wrote, changed and deleted, what it took back too."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return {name: (new, changed, gone) for name, new, changed, gone in cursor.fetchall()}


@contextmanager
def nothing_written(what: str, *, wrong: list[str]) -> Iterator[None]:
    """Add to what is wrong the tables that are written to within."""
    before = rows_written()
    yield
    after = rows_written()
    tables = sorted(name for name in after if after[name] != before.get(name))
    if tables:
        wrong.append(f"{what}: wrote to {', '.join(tables)}")


def tried_by(username: str, route: str, *, of: int) -> bool:
    """Whether this run has somebody send there: in one of six cases in the full size, and in
    one of so many in the quick one. Which follows from address and name, and stays the same.
    """
    return zlib.crc32(f"{route} {username}".encode()) % sized(quick=of, full=6) == 0
