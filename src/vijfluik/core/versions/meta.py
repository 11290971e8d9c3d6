"""Whether every version table still matches its table; asked by a test after all migrations."""

from dataclasses import replace

from vijfluik.core.versions.ddl import stored_table
from vijfluik.core.versions.policies import Policy, policies_of, readers_of, security_of
from vijfluik.core.versions.tables import (
    Cursor,
    VersionedTable,
    described,
    quoted,
    versioned_names,
)
from vijfluik.core.versions.triggers import NAMES, write_function


class Mismatch(AssertionError):
    """Version tables and tables differ; the message has a line per difference."""


def assert_version_tables_match(cursor: Cursor) -> int:
    """Compare columns, functions, triggers, row-level security and rights, as the owner.

    Returns:
        The number of versioned tables.

    Raises:
        Mismatch: at least one differs.
    """
    names = versioned_names(cursor)
    found = [line for name in names for line in differences(cursor, name=name)]
    if found:
        raise Mismatch("\n".join(found))
    return len(names)


def differences(cursor: Cursor, *, name: str) -> list[str]:
    """A line for each way in which a table and its versions differ."""
    table = described(cursor, name=name)
    found = _columns(cursor, table) + _security(cursor, table) + _rights(cursor, table)
    found += _triggers(cursor, table)
    return [f"{name}: {line}" for line in found]


def _columns(cursor: Cursor, table: VersionedTable) -> list[str]:
    stored = stored_table(cursor, table=table)
    types = {column.name: column.type for column in stored.columns}
    found = [
        f"versions have no column {column.name} of type {column.type}"
        for column in table.columns
        if types.get(column.name) != column.type
    ]
    cursor.execute(
        "SELECT p.prosrc FROM pg_proc p WHERE p.oid = to_regproc(%s)",
        [f"versions.{quoted(f'{table.name}_write')}"],
    )
    rows = cursor.fetchall()
    if not rows or f"$versions${rows[0][0]}$versions$" not in write_function(table, stored=stored):
        found.append("the trigger function is not that of the columns")
    return found


def _security(cursor: Cursor, table: VersionedTable) -> list[str]:
    found = []
    if security_of(cursor, name=table.name) != security_of(cursor, name=table.versions):
        found.append("row-level security is on for the one and not for the other")
    moved = [
        policy.moved(source=table.name, target=table.versions)
        for policy in policies_of(cursor, name=table.name)
    ]
    # Both are read back without quotation marks that PostgreSQL would leave out.
    there = policies_of(cursor, name=table.versions)
    if [_plain(policy) for policy in moved] != [_plain(policy) for policy in there]:
        found.append("the policies differ")
    if any(security_of(cursor, name=part) != (True, True) for part in (table.now, table.past)):
        found.append("a part of the version table is without row-level security")
    return found


def _plain(policy: Policy) -> Policy:
    """The policy without quotation marks in its conditions."""
    using = None if policy.using is None else policy.using.replace('"', "")
    check = None if policy.check is None else policy.check.replace('"', "")
    return replace(policy, using=using, check=check)


def _rights(cursor: Cursor, table: VersionedTable) -> list[str]:
    found = []
    if readers_of(cursor, name=table.name) != readers_of(cursor, name=table.versions):
        found.append("other roles may read the versions than the table")
    cursor.execute(
        "SELECT c.relname, x.privilege_type FROM pg_class c"
        " CROSS JOIN LATERAL aclexplode(c.relacl) x"
        " WHERE c.relname = ANY (%s) AND c.relnamespace = 'public'::regnamespace"
        " AND x.grantee <> c.relowner AND (x.privilege_type <> 'SELECT' OR c.relname <> %s)",
        [[table.versions, table.now, table.past], table.versions],
    )
    return found + [f"{right} on {place} is granted" for place, right in cursor.fetchall()]


def _triggers(cursor: Cursor, table: VersionedTable) -> list[str]:
    cursor.execute(
        "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE c.relname = ANY (%s) AND c.relnamespace = 'public'::regnamespace"
        " AND t.tgenabled IN ('O', 'A')",
        [[table.name, table.versions, table.now, table.past]],
    )
    active = set(cursor.fetchall())
    wanted = {(table.name, f"versions_{name}") for name in NAMES}
    for place in (table.versions, table.now, table.past):
        wanted |= {(place, "versions_guard"), (place, "versions_guard_truncate")}
    wanted |= {(table.past, "versions_guard_closed"), (table.past, "versions_guard_deletion")}
    return [f"trigger {name} of {place} is off" for place, name in sorted(wanted - active)]
