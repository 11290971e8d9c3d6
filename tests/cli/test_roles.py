"""The six roles: each its own, none above another."""

import stat
from pathlib import Path

import pytest
from django.db import connections

from vijfluik.cli import roles
from vijfluik.cli.server import secret_key


@pytest.mark.usefixtures("platform")
def test_no_role_can_do_more_than_its_grants() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication"
            " FROM pg_roles WHERE rolname LIKE 'vijfluik\\_%%'"
        )
        found = {name: rights for name, *rights in cursor.fetchall()}
    assert set(found) == {roles.PREFIX + role for role in roles.ROLES}
    assert not any(any(rights) for rights in found.values())


@pytest.mark.usefixtures("platform")
def test_no_role_is_a_member_of_another_of_the_six() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_auth_members WHERE roleid::regrole::text LIKE 'vijfluik\\_%%'"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.usefixtures("platform")
def test_everybody_else_may_not_even_connect() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_database, aclexplode(datacl) AS grants"
            " WHERE datname = current_database() AND grants.grantee = 0"
        )
        assert cursor.fetchone() == (0,)


def test_passwords_are_made_once_differ_and_are_for_the_user_alone(tmp_path: Path) -> None:
    file = tmp_path / "roles.json"
    made = roles.passwords(file=file)
    assert roles.passwords(file=file) == made
    assert len(set(made.values())) == len(roles.ROLES)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_key_that_signs_sessions_is_made_once_and_private(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    made = secret_key(file=file)
    assert len(made) >= 48
    assert secret_key(file=file) == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
