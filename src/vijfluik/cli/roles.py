"""The six database roles and an empty database that belongs to them.

None inherits from another, none may bypass row-level security, and only the owner has DDL. Rights
on tables are granted by the migrations that make them, by name: a new table is closed.
"""

import contextlib
import json
import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

from vijfluik.cli.embedded.place import replace_text
from vijfluik.core.versions import limits
from vijfluik.site.six_roles import PREFIX as PREFIX
from vijfluik.site.six_roles import ROLES as ROLES

# This one never writes: a transaction of theirs need not be waited for when a moment is closed.
READERS = ("report",)
# The owner is a member of PostgreSQL's own statistics role and of none of the six.
INHERITANCE = {role: sql.SQL("INHERIT" if role == "owner" else "NOINHERIT") for role in ROLES}
VARIABLES = {
    "app": "DATABASE_URL",
    "owner": "DATABASE_URL_OWNER",
    "clock": "DATABASE_URL_CLOCK",
    "destroyer": "DATABASE_URL_DESTROYER",
    "auditor": "DATABASE_URL_AUDITOR",
    "report": "DATABASE_URL_REPORT",
}


def passwords(*, file: Path) -> dict[str, str]:
    """A password per role, made once and kept in a file that only its owner reads."""
    if not file.exists():
        made = {role: secrets.token_urlsafe(24) for role in ROLES}
        replace_text(file, json.dumps(made))
    found: dict[str, str] = json.loads(file.read_text())
    return found


@contextlib.contextmanager
def one_at_a_time(admin: psycopg.Connection[tuple[object, ...]]) -> Iterator[None]:
    """Keep other runs on this server from making roles and databases meanwhile."""
    admin.execute("SELECT pg_advisory_lock(hashtext('vijfluik administration'))")
    try:
        yield
    finally:
        admin.execute("SELECT pg_advisory_unlock(hashtext('vijfluik administration'))")


def ensure_roles(admin: psycopg.Connection[tuple[object, ...]], *, secret: dict[str, str]) -> None:
    """Make the roles that are missing and give each its password and its limits.

    Args:
        admin: a connection of an administrator in autocommit; used for this and nothing else.
        secret: a password per name in `ROLES`.
    """
    for role in ROLES:
        exists = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [PREFIX + role])
        if exists.fetchone() is None:
            admin.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(PREFIX + role)))
    for statement in role_statements(secret=secret, server_version=admin.info.server_version):
        admin.execute(statement)


def role_statements(*, secret: dict[str, str], server_version: int) -> list[sql.Composed | sql.SQL]:
    """What makes of six roles what they are; they exist.

    Args:
        secret: a password per name in `ROLES`.
        server_version: as `connection.info.server_version`, such as 150018.
    """
    made: list[sql.Composed | sql.SQL] = []
    for role in ROLES:
        name = sql.Identifier(PREFIX + role)
        made.append(
            sql.SQL(
                "ALTER ROLE {} LOGIN {} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB"
                " NOREPLICATION PASSWORD {}"
            ).format(name, INHERITANCE[role], sql.Literal(secret[role]))
        )
        made.append(sql.SQL("ALTER ROLE {} SET timezone = 'UTC'").format(name))
    made += [
        sql.SQL("ALTER ROLE {} SET default_transaction_read_only = on").format(
            sql.Identifier(PREFIX + role)
        )
        for role in READERS
    ]
    return made + [sql.SQL(each) for each in limits.role_settings(server_version=server_version)]


def ensure_database(
    admin: psycopg.Connection[tuple[object, ...]], *, name: str, template: str | None = None
) -> bool:
    """Make the database when it is missing; True when it was made.

    Args:
        admin: a connection of an administrator in autocommit.
        name: the database.
        template: another database to copy, its content included.
    """
    if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return False
    for statement in database_statements(name=name, template=template):
        admin.execute(statement)
    return True


def database_statements(*, name: str, template: str | None = None) -> list[sql.Composed]:
    """What makes a database that is the owner's and that only the six roles may connect to."""
    database = sql.Identifier(name)
    return [
        sql.SQL("CREATE DATABASE {} OWNER vijfluik_owner ENCODING 'UTF8' TEMPLATE {}").format(
            database, sql.Identifier(template or "template0")
        ),
        sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database),
        *(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                database, sql.Identifier(PREFIX + role)
            )
            for role in ROLES
        ),
    ]
