"""Version tables carry the row-level security and the rights to read of their table."""

import re
from dataclasses import dataclass

from vijfluik.core.versions.tables import Cursor, NotVersionable, VersionedTable, quoted

COMMANDS = {"*": "ALL", "r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE"}
# Whoever may read the table may read its versions and recompute their hashes.
READERS = (
    "SELECT DISTINCT CASE x.grantee WHEN 0 THEN 'public' ELSE quote_ident(r.rolname) END"
    " FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) x"
    " LEFT JOIN pg_roles r ON r.oid = x.grantee"
    " WHERE c.oid = to_regclass(%s) AND x.privilege_type = 'SELECT' AND x.grantee <> c.relowner"
    " ORDER BY 1"
)


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A row-level policy; its expressions as PostgreSQL writes them with nothing on the path."""

    name: str
    command: str
    permissive: bool
    roles: tuple[str, ...]
    using: str | None
    check: str | None

    def moved(self, *, source: str, target: str) -> "Policy":
        """The same policy on another table: each column of the one becomes one of the other."""
        return Policy(
            name=self.name,
            command=self.command,
            permissive=self.permissive,
            roles=self.roles,
            using=_moved(self.using, source=source, target=target),
            check=_moved(self.check, source=source, target=target),
        )

    def statement(self, table: str) -> str:
        """SQL that makes the policy on a table of the schema public."""
        using = f" USING ({self.using})" if self.using is not None else ""
        check = f" WITH CHECK ({self.check})" if self.check is not None else ""
        return (
            f"CREATE POLICY {quoted(self.name)} ON public.{quoted(table)}"
            f" AS {'PERMISSIVE' if self.permissive else 'RESTRICTIVE'}"
            f" FOR {COMMANDS[self.command]} TO {', '.join(self.roles)}{using}{check}"
        )


def _moved(expression: str | None, *, source: str, target: str) -> str | None:
    """PostgreSQL writes a column as `table.column`, and a table in FROM as `public.table`."""
    if expression is None:
        return None
    forms = "|".join({re.escape(source), re.escape(quoted(source))})
    return re.sub(rf"(?<![\w.\"])(?:{forms})\.", lambda _: f"{quoted(target)}.", expression)


def policies_of(cursor: Cursor, *, name: str) -> list[Policy]:
    """The policies on a table of the schema public, by name."""
    cursor.execute("SELECT current_setting('search_path')")
    ((path,),) = cursor.fetchall()
    cursor.execute("SET LOCAL search_path = pg_catalog")
    cursor.execute(
        "SELECT p.polname, p.polcmd::text, p.polpermissive,"
        " ARRAY(SELECT CASE o WHEN 0 THEN 'public' ELSE"
        "  (SELECT quote_ident(r.rolname) FROM pg_roles r WHERE r.oid = o) END"
        "  FROM unnest(p.polroles) o ORDER BY 1),"
        " pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)"
        " FROM pg_policy p WHERE p.polrelid = to_regclass(%s) ORDER BY p.polname",
        [f"public.{quoted(name)}"],
    )
    found = [
        Policy(
            name=row[0],
            command=row[1],
            permissive=row[2],
            roles=tuple(row[3]),
            using=row[4],
            check=row[5],
        )
        for row in cursor.fetchall()
    ]
    cursor.execute("SELECT set_config('search_path', %s, true)", [path])
    return found


def drop_policies(cursor: Cursor, *, table: VersionedTable) -> None:
    """Remove the policies of the version table, before they are copied anew."""
    for policy in policies_of(cursor, name=table.versions):
        cursor.execute(f"DROP POLICY {quoted(policy.name)} ON public.{quoted(table.versions)}")


def security_of(cursor: Cursor, *, name: str) -> tuple[bool, bool]:
    """Whether row-level security is on, and whether it binds the owner."""
    cursor.execute(
        "SELECT c.relrowsecurity, c.relforcerowsecurity FROM pg_class c"
        " WHERE c.oid = to_regclass(%s)",
        [f"public.{quoted(name)}"],
    )
    ((enabled, forced),) = cursor.fetchall()
    return enabled, forced


def copy_policies(cursor: Cursor, *, table: VersionedTable) -> None:
    """Give the version table the row-level security of its table as it is now."""
    drop_policies(cursor, table=table)
    enabled, forced = security_of(cursor, name=table.name)
    place = f"public.{quoted(table.versions)}"
    cursor.execute(f"ALTER TABLE {place} {'ENABLE' if enabled else 'DISABLE'} ROW LEVEL SECURITY")
    cursor.execute(f"ALTER TABLE {place} {'' if forced else 'NO '}FORCE ROW LEVEL SECURITY")
    for policy in policies_of(cursor, name=table.name):
        moved = policy.moved(source=table.name, target=table.versions)
        cursor.execute(moved.statement(table.versions))


def readers_of(cursor: Cursor, *, name: str) -> list[str]:
    """The roles that may read a table of the schema public as a whole, the owner left out."""
    cursor.execute(READERS, [f"public.{quoted(name)}"])
    return [row[0] for row in cursor.fetchall()]


def grant_reading(cursor: Cursor, *, table: VersionedTable) -> None:
    """Give the roles that read the table, and no others, the right to read its versions.

    Raises:
        NotVersionable: a role may read some columns only; versions have no such right.
    """
    cursor.execute(
        "SELECT a.attname FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x"
        " WHERE a.attrelid = to_regclass(%s) AND x.privilege_type = 'SELECT'",
        [f"public.{quoted(table.name)}"],
    )
    partly = cursor.fetchall()
    if partly:
        raise NotVersionable(f"{table.name} is readable by column: {partly[0][0]}.")
    place = f"public.{quoted(table.versions)}"
    for role in readers_of(cursor, name=table.versions):
        cursor.execute(f"REVOKE ALL ON {place} FROM {role}")
    function = f"versions.{quoted(f'{table.name}_hash')}"
    for role in readers_of(cursor, name=table.name):
        cursor.execute(f"GRANT SELECT ON {place} TO {role}")
        cursor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {role}")


def grant_function(cursor: Cursor, *, table: VersionedTable) -> None:
    """Close the functions of the table to everybody; `grant_reading` opens the hash to readers."""
    for function in (f"{table.name}_hash", f"{table.name}_write"):
        cursor.execute(f"REVOKE ALL ON FUNCTION versions.{quoted(function)} FROM PUBLIC")
