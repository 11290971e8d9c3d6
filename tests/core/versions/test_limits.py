"""A transaction that may write does not last for ever."""

import time

import psycopg
import pytest
from tests.core.versions.scratch import Connection, administrator, connect, query

from vijfluik.core.versions import limits
from vijfluik.core.versions.limits import LIMITED, role_settings


def limit(admin: Connection, *, database: str, seconds: int = limits.SECONDS) -> None:
    """Make the settings, in this database only: other tests run on the same server meanwhile."""
    for statement in role_settings(server_version=admin.info.server_version):
        if statement.startswith("ALTER ROLE"):
            here = statement.replace(" SET ", f' IN DATABASE "{database}" SET ')
            admin.execute(here.replace(f"'{limits.SECONDS}s'", f"'{seconds}s'"))
    granted = "SELECT pg_has_role('vijfluik_owner', 'pg_signal_backend', 'USAGE')"
    if admin.execute(granted).fetchone() == (False,):
        admin.execute("GRANT pg_signal_backend TO vijfluik_owner")


@pytest.fixture
def limited(lasting: str) -> str:
    """The settings of the roles, as an administrator makes them."""
    with administrator(database=lasting) as admin:
        limit(admin, database=lasting)
    return lasting


@pytest.mark.parametrize("role", LIMITED)
def test_every_role_that_writes_has_a_limit(limited: str, role: str) -> None:
    with connect(role, database=limited) as other:
        name = "transaction_timeout" if other.info.server_version >= 170000 else "statement_timeout"
        for one in (name, "idle_in_transaction_session_timeout"):
            assert other.execute(f"SHOW {one}").fetchone() == ("30s",)


def test_the_owner_and_whoever_says_so_may_take_longer(limited: str) -> None:
    with connect("owner", database=limited) as owner:
        assert owner.execute("SHOW statement_timeout").fetchone() == ("0",)
    with connect(database=limited) as other:
        other.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        shown = other.execute("SHOW idle_in_transaction_session_timeout").fetchone()
    assert shown == ("0",)


def test_the_server_ends_what_takes_too_long(limited: str) -> None:
    with administrator(database=limited) as admin:
        limit(admin, database=limited, seconds=1)
        try:
            other = connect(database=limited)
        finally:
            limit(admin, database=limited)
    other.execute("SELECT 1")
    time.sleep(1.5)
    with pytest.raises(psycopg.Error, match="timeout"):
        other.execute("SELECT 1")
    other.close()


def test_the_reaper_leaves_alone_what_is_not_overlong(limited: str) -> None:
    with connect(database=limited) as other:
        other.execute("SELECT 1")
        assert query("SELECT * FROM versions.end_overlong('0 seconds')", using="clock") == []
        assert other.execute("SELECT 2").fetchone() == (2,)


def test_the_reaper_ends_what_is_overlong_but_not_the_owner(limited: str) -> None:
    with connect(database=limited) as other, connect("owner", database=limited) as owner:
        owner.execute("SELECT 1")
        other.execute("SELECT 1")
        # As if half a minute had passed: the floor of the function is lowered for this once.
        ((original,),) = query(
            "SELECT pg_get_functiondef('versions.end_overlong'::regproc)", using="owner"
        )
        assert isinstance(original, str)
        lowered = original.replace("greatest(longest, interval '30 seconds')", "longest")
        assert lowered != original
        query(lowered, using="owner")
        try:
            time.sleep(0.2)
            ended = query("SELECT pid, role FROM versions.end_overlong('0.1 s')", using="clock")
        finally:
            query(original, using="owner")
        assert (other.info.backend_pid, "vijfluik_app") in ended
        assert owner.execute("SELECT 2").fetchone() == (2,)
        with pytest.raises(psycopg.OperationalError):
            other.execute("SELECT 2")


def test_the_sealer_may_call_the_reaper(limited: str) -> None:
    with connect("auditor", database=limited) as sealer:
        assert sealer.execute("SELECT * FROM versions.end_overlong()").fetchall() == []


@pytest.mark.parametrize("role", ["report", "destroyer"])
def test_only_the_clock_and_the_sealer_may_call_the_reaper(limited: str, role: str) -> None:
    with connect(role, database=limited) as other, pytest.raises(psycopg.Error, match="denied"):
        other.execute("SELECT versions.end_overlong()")
