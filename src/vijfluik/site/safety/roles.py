"""Whether the six roles are there, and may do no more than they should."""

from collections.abc import Iterator
from typing import Any

from django.db import connections

from vijfluik.core.versions.limits import LIMITED
from vijfluik.site.safety.findings import Finding
from vijfluik.site.six_roles import PREFIX, ROLES

# What the owner's functions need of PostgreSQL itself.
LENT = {("vijfluik_owner", "pg_read_all_stats"), ("vijfluik_owner", "pg_signal_backend")}
_ATTRIBUTES = {
    "rolsuper": "is a superuser",
    "rolbypassrls": "passes row-level security",
    "rolcreaterole": "may make roles",
    "rolcreatedb": "may make databases",
    "rolreplication": "may copy the server",
}
_REMEDY = "./run roles sql prints what makes them; run it as PostgreSQL's administrator."


def roles(using: str) -> Iterator[Finding]:
    """Six roles without attributes, memberships or open doors; the application is its own."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,"
            " coalesce(rolconfig, '{}') FROM pg_roles WHERE rolname = ANY (%s)",
            [[PREFIX + role for role in ROLES]],
        )
        found = {name: rest for name, *rest in cursor.fetchall()}
        cursor.execute(
            "SELECT m.member::regrole::text, m.roleid::regrole::text FROM pg_auth_members m"
            " JOIN pg_roles member ON member.oid = m.member AND NOT member.rolsuper"
            " WHERE m.member::regrole::text = ANY (%s) OR m.roleid::regrole::text = ANY (%s)",
            [list(found), list(found)],
        )
        members = set(cursor.fetchall())
        cursor.execute("SELECT session_user::text")
        (myself,) = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FROM pg_database, aclexplode(coalesce(datacl,"
            " acldefault('d', datdba))) x WHERE datname = current_database() AND x.grantee = 0"
        )
        (open_doors,) = cursor.fetchone()
    yield from _attributes(found)
    if using == "default" and myself != f"{PREFIX}app":
        yield _finding(
            f"DATABASE_URL signs in as {myself}, not as {PREFIX}app.",
            "What the application may not do, this role may.",
            f"Put the address of {PREFIX}app in DATABASE_URL.",
        )
    for member, role in sorted(members - LENT):
        yield _finding(
            f"{member} is a member of {role}.",
            "It has the rights of both; each of the six is to have its own only.",
            f"REVOKE {role} FROM {member};",
        )
    if open_doors:
        yield _finding(
            "Every role of the server may connect to the database.",
            "The six roles are the only ones with business there.",
            "REVOKE ALL ON DATABASE … FROM PUBLIC;",
        )


def _attributes(found: dict[str, list[Any]]) -> Iterator[Finding]:
    for role in ROLES:
        name = PREFIX + role
        if name not in found:
            yield _finding(
                f"There is no role {name}.",
                "Each kind of work has its own role; together they would be one that may do all.",
                _REMEDY,
            )
            continue
        *attributes, config = found[name]
        for has, words in zip(attributes, _ATTRIBUTES.values(), strict=True):
            if has:
                yield _finding(
                    f"{name} {words}.",
                    "No policy and no right holds for such a role.",
                    _REMEDY,
                )
        yield from _settings(role, {name: value for name, _, value in map(_parts, config)})


def _parts(setting: str) -> tuple[str, str, str]:
    return setting.partition("=")


def _settings(role: str, settings: dict[str, str]) -> Iterator[Finding]:
    name = PREFIX + role
    zone = {key.lower(): value for key, value in settings.items()}.get("timezone")
    if zone != "UTC":
        yield _finding(
            f"The time zone of {name} is not set to UTC.",
            "Moments would be read in the zone of the server.",
            f"ALTER ROLE {name} SET timezone = 'UTC';",
        )
    if role == "report" and settings.get("default_transaction_read_only") != "on":
        yield _finding(
            f"{name} may write.",
            "A moment is closed without waiting for this role: it never writes.",
            _REMEDY,
        )
    limits = {"transaction_timeout", "statement_timeout"} & settings.keys()
    idle = "idle_in_transaction_session_timeout" in settings
    if role in LIMITED and not (limits and idle):
        yield _finding(
            f"Nothing limits how long a transaction of {name} lasts.",
            "One that was forgotten keeps every later moment open.",
            _REMEDY,
        )


def _finding(what: str, why: str, remedy: str) -> Finding:
    return Finding(check="roles", what=what, why=why, remedy=remedy)
