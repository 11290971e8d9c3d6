"""Whether the database is whole and closed: server, roles, shape, migrations."""

from collections.abc import Iterator

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from vijfluik.site.safety.findings import Finding, named
from vijfluik.site.safety.shape import KINDS, declared, differences, shape_of

# The name that the server of a checkout gives itself (vijfluik.cli.embedded.process).
EMBEDDED = "vijfluik-embedded"
LEAST_VERSION = 150000


def server(using: str) -> Iterator[Finding]:
    """The server is one of the organisation's own, of a version that is supported."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_setting('cluster_name'), current_setting('server_version')")
        name, version = cursor.fetchone()
        number = cursor.connection.info.server_version
    if name == EMBEDDED:
        yield Finding(
            check="server",
            what="The database stands on the embedded PostgreSQL of a checkout.",
            why="It stops with the last command that uses it, and nobody keeps or backs it up.",
            remedy="Set DATABASE_URL, and an address per role, of a PostgreSQL server of your own.",
        )
    if number < LEAST_VERSION:
        yield Finding(
            check="server",
            what=f"PostgreSQL {version} is older than 15.",
            why="The platform is tested on 15 and newer only.",
            remedy="Upgrade the server.",
        )


def migrations(using: str) -> Iterator[Finding]:
    """Every migration of this version is applied, and none of a newer one."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    applied = set(MigrationRecorder(connections[using]).applied_migrations())
    missing = sorted(f"{app}.{name}" for app, name in known - applied)
    newer = sorted(
        f"{app}.{name}"
        for app, name in applied - known
        if app in loader.migrated_apps and not _replaced(loader, (app, name))
    )
    if missing:
        yield Finding(
            check="migrations",
            what=f"{len(missing)} migrations are not applied: {named(missing)}.",
            why="The code reads and guards what is not there yet.",
            remedy="./run manage migrate --database owner",
        )
    if newer:
        yield Finding(
            check="migrations",
            what=f"The database has migrations that this version does not know: {named(newer)}.",
            why="It is that of a newer version, which this one may read wrongly.",
            remedy="Install the newer version again, or migrate back with it first"
            " (docs/operations.md).",
        )


def _replaced(loader: MigrationLoader, key: tuple[str, str]) -> bool:
    return any(key in migration.replaces for migration in loader.disk_migrations.values())


# Kind of line → what it is called, and what follows from a difference.
_TOLD = {
    "schema": ("rights", "Rights on schemas", "Somebody reaches what was closed, or cannot work."),
    "security": (
        "row-level security",
        "Row-level security",
        "People see rows that no mandate of theirs opens.",
    ),
    "owner": ("rights", "Owners of tables", "An owner passes what is written for other roles."),
    "columns": ("tables", "Columns", "Pages fail, or write what nobody reads."),
    "right": ("rights", "Rights on tables", "A role may do more, or less, than was reviewed."),
    "column right": ("rights", "Rights on columns", "A role may do more than was reviewed."),
    "policy": ("policies", "Policies", "Rows are shown by other rules than those that are tested."),
    "triggers": ("triggers", "Triggers", "Versions, guards and the journal rest on them."),
    "constraints": ("constraints", "Constraints", "What must never be stored can be."),
    "unique": ("constraints", "Unique indexes", "What must be there once can be there twice."),
    "function": ("functions", "Functions", "Policies and guards ask them."),
}


def shape(using: str) -> Iterator[Finding]:
    """Tables, row-level security, policies, rights, functions, triggers: as the migrations say."""
    with connections[using].cursor() as cursor:
        found = differences(shape_of(cursor), wanted=declared())
    for kind in KINDS:
        if kind not in found:
            continue
        check, what, why = _TOLD[kind]
        yield Finding(
            check=check,
            what=f"{what} are not as this version declares: {named(found[kind])}.",
            why=why,
            remedy="Undo what was changed by hand, or bring back a backup: no migration puts it"
            " right. What was added on purpose belongs in a migration of the project.",
        )
