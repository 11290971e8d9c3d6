"""Making a version table and keeping it in step with its business table."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from vijfluik.core.versions.policies import (
    copy_policies,
    drop_policies,
    grant_function,
    grant_reading,
)
from vijfluik.core.versions.tables import (
    LAST,
    Column,
    Cursor,
    NotVersionable,
    VersionedTable,
    described,
    listed,
    quoted,
)
from vijfluik.core.versions.triggers import (
    NAMES,
    attach_triggers,
    hash_function,
    sequence_of,
    write_function,
)

# Types whose values have the same canonical text, so that a change between them keeps each hash.
WHOLE = frozenset({"smallint", "integer", "bigint"})
SAME_TEXT = (
    WHOLE,
    frozenset({"text", "character varying"}),
    frozenset({"text[]", "character varying[]"}),
)
SAID_LAST = (
    "op text NOT NULL CHECK (op IN ('I', 'U', 'D')), actor uuid, mandate uuid, purpose text,"
    " reason text, salt uuid NOT NULL, row_hash bytea NOT NULL CHECK (octet_length(row_hash) = 32)"
)
# Only a trigger of ours writes here, at a depth of one or more; a statement of anybody's own,
# the owner's included, stands at depth nought.
GUARD = (
    "CREATE TRIGGER versions_guard BEFORE INSERT OR UPDATE OR DELETE ON {0} FOR EACH STATEMENT"
    " WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION versions.refuse_history()"
)
GUARD_TRUNCATE = (
    "CREATE TRIGGER versions_guard_truncate BEFORE TRUNCATE ON {0} FOR EACH STATEMENT"
    " EXECUTE FUNCTION versions.refuse_history()"
)
# What is closed stays, for triggers too; but a deletion of this transaction gives way when the
# same transaction brings the row back.
GUARD_UPDATE = (
    "CREATE TRIGGER versions_guard_closed BEFORE UPDATE ON {0} FOR EACH STATEMENT"
    " EXECUTE FUNCTION versions.refuse_history()"
)
GUARD_DELETE = (
    "CREATE TRIGGER versions_guard_deletion BEFORE DELETE ON {0} FOR EACH ROW"
    " WHEN (pg_trigger_depth() = 0 OR OLD.op <> 'D' OR OLD.tx_from <> transaction_timestamp())"
    " EXECUTE FUNCTION versions.refuse_history()"
)


def attach(cursor: Cursor, *, name: str) -> VersionedTable:
    """Give the table `name` versions, its rows of now included. As the owner, in a transaction.

    Raises:
        NotVersionable: see `tables.described` and `policies.copy_policies`.
    """
    table = described(cursor, name=name)
    for statement in (*_tables(table), *_guards(table), write_function(table, stored=table)):
        cursor.execute(statement)
    cursor.execute(hash_function(table))
    grant_function(cursor, table=table)
    for statement in attach_triggers(table):
        cursor.execute(statement)
    secure(cursor, table=table)
    _take_in(cursor, table=table)
    return table


def secure(cursor: Cursor, *, table: VersionedTable) -> None:
    """Copy the policies and the rights to read of the table to its versions, as they are now."""
    copy_policies(cursor, table=table)
    grant_reading(cursor, table=table)


def refresh(cursor: Cursor, *, name: str) -> VersionedTable:
    """Bring the versions of `name` up to date after its columns, policies or rights changed.

    New columns are added; older versions hold null there. A dropped column stays, so that history
    keeps what it said. Rows that a migration gave another value get a new version.

    Raises:
        NotVersionable: a type changed so that older hashes would no longer hold.
    """
    table = described(cursor, name=name)
    known = {column.name: column.type for column in stored_columns(cursor, table=table)}
    # Policies and the hash function name columns; they would stand in the way of a new type.
    drop_policies(cursor, table=table)
    cursor.execute(f"DROP FUNCTION versions.{quoted(f'{name}_hash')}")
    for column in table.columns:
        place = f"public.{quoted(table.versions)}"
        if column.name not in known:
            cursor.execute(f"ALTER TABLE {place} ADD COLUMN {quoted(column.name)} {column.type}")
        elif column.type != known[column.name]:
            _refuse_unlike(table=table, column=column, before=known[column.name])
            cursor.execute(
                f"ALTER TABLE {place} ALTER COLUMN {quoted(column.name)} TYPE {column.type}"
            )
    stored = stored_table(cursor, table=table)
    cursor.execute(write_function(table, stored=stored))
    cursor.execute(hash_function(stored))
    grant_function(cursor, table=table)
    secure(cursor, table=table)
    _take_in(cursor, table=table)
    return table


def index_ends(cursor: Cursor, *, name: str) -> None:
    """Give the past of a table that had versions before the index on ends as `attach` makes it."""
    table = described(cursor, name=name)
    cursor.execute(_ends_of(table, holding=()))
    cursor.execute(f"DROP INDEX IF EXISTS public.{quoted(f'{table.past}_tx_to_idx')}")


def cover(
    cursor: Cursor,
    *,
    name: str,
    columns: Sequence[str],
    by: Sequence[str] = (),
    also: Sequence[str] = (),
    also_held: Sequence[str] = (),
) -> None:
    """Let questions as of a moment that need these columns only read indexes instead of versions.

    A version is several times as wide as what is counted of it, and reading is what takes the time.
    A question that needs another column is answered as before. What it costs: a change of a row
    writes one more index entry, and no longer stays within the page of its current version.

    Args:
        cursor: of the owner.
        name: the table, which has versions.
        columns: of the table; short ones, an entry holds about 2,500 bytes. None takes it back.
        by: those of the columns by which what is counted of the current versions stands together,
            the ones first that every figure names a value of.
        also: those by which it stands together once more, for figures whose event is another;
            none makes no second index.
        also_held: what those figures use beside them.
    """
    table = described(cursor, name=name)
    now = f"public.{quoted(table.now)}"
    index, second = quoted(f"{table.now}_held"), quoted(f"{table.now}_held_too")
    moments = ("tx_from", "tx_to")
    cursor.execute(f"DROP INDEX IF EXISTS public.{quoted(f'{table.past}_ends')}")
    cursor.execute(_ends_of(table, holding=columns))
    cursor.execute(f"DROP INDEX IF EXISTS public.{index}, public.{second}")
    if columns:
        held = [column for column in (*moments, *columns) if column not in (by or moments)]
        cursor.execute(
            f"CREATE INDEX {index} ON {now} ({listed(by or moments)}) INCLUDE ({listed(held)})"
        )
    if also:
        cursor.execute(
            f"CREATE INDEX {second} ON {now} ({listed(also)})"
            f" INCLUDE ({listed((*moments, *also_held))})"
        )


def detach(cursor: Cursor, *, name: str) -> None:
    """Take the versions away again, for a migration that is undone.

    Raises:
        NotVersionable: there is closed history, and this is no demonstration.
    """
    table = described(cursor, name=name)
    with opened(cursor, table=table):
        cursor.execute(
            f"SELECT EXISTS (SELECT FROM public.{quoted(table.past)})"
            " AND NOT EXISTS (SELECT FROM versions.demonstration)"
        )
        ((kept,),) = cursor.fetchall()
    if kept:
        raise NotVersionable(f"{name} has history; it is not thrown away.")
    for trigger in NAMES:
        cursor.execute(f"DROP TRIGGER versions_{trigger} ON public.{quoted(name)}")
    cursor.execute(f"DROP FUNCTION versions.{quoted(f'{name}_hash')}")
    cursor.execute(f"DROP FUNCTION versions.{quoted(f'{name}_write')}()")
    cursor.execute(f"DROP TABLE public.{quoted(table.versions)}")


def stored_columns(cursor: Cursor, *, table: VersionedTable) -> list[Column]:
    """The business columns of the version table, those that the business table lost included."""
    cursor.execute(
        "SELECT a.attname, format_type(a.atttypid, NULL) FROM pg_attribute a"
        " WHERE a.attrelid = to_regclass(%s) AND a.attnum > 3 AND NOT a.attisdropped"
        " AND a.attname <> ALL (%s) ORDER BY a.attnum",
        [f"public.{quoted(table.versions)}", list(LAST)],
    )
    return [Column(name=name, type=kind) for name, kind in cursor.fetchall()]


def stored_table(cursor: Cursor, *, table: VersionedTable) -> VersionedTable:
    """The table with all columns that its versions hold."""
    columns = tuple(stored_columns(cursor, table=table))
    return VersionedTable(name=table.name, key=table.key, columns=columns)


@contextmanager
def opened(cursor: Cursor, *, table: VersionedTable) -> Iterator[None]:
    """Let the owner, in this transaction, read and write the table and its versions.

    Row-level security binds the owner too, and the guards refuse everybody. A migration that takes
    rows in and the loader of a demonstration lift both for the rest of their transaction's locks.
    """
    base, read, now, past = (
        f"public.{quoted(name)}" for name in (table.name, table.versions, table.now, table.past)
    )
    cursor.execute(
        "SELECT c.relforcerowsecurity FROM pg_class c WHERE c.oid = to_regclass(%s)", [base]
    )
    ((forced,),) = cursor.fetchall()
    for place in (base, read, now, past):
        cursor.execute(f"ALTER TABLE {place} NO FORCE ROW LEVEL SECURITY")
    for place in (read, now, past):
        cursor.execute(f"ALTER TABLE {place} DISABLE TRIGGER versions_guard")
    yield
    for place in (read, now, past):
        cursor.execute(f"ALTER TABLE {place} ENABLE TRIGGER versions_guard")
    for place in (now, past, *([base, read] if forced else [])):
        cursor.execute(f"ALTER TABLE {place} FORCE ROW LEVEL SECURITY")


def _tables(table: VersionedTable) -> list[str]:
    read, now, past = (f"public.{quoted(n)}" for n in (table.versions, table.now, table.past))
    columns = ", ".join(f"{quoted(column.name)} {column.type}" for column in table.columns)
    sequence = f"public.{quoted(f'{table.versions}_vid')}"
    key = quoted(table.key)
    # Parts by the end of the version: a question as of now reads the current versions and, by the
    # index on ends, the few closed since. In `now` no column that an update changes is indexed, so
    # PostgreSQL can change a current version within its page (HOT). Of the past the index holds the
    # beginning as well, so that versions which began after the moment are left out without a look.
    return [
        f"CREATE SEQUENCE {sequence}",
        f"CREATE TABLE {read} (tx_from timestamptz NOT NULL, tx_to timestamptz NOT NULL,"
        f" vid bigint NOT NULL DEFAULT nextval({sequence_of(table)}), {columns}, {SAID_LAST})"
        " PARTITION BY RANGE (tx_to)",
        f"ALTER SEQUENCE {sequence} OWNED BY {read}.vid",
        f"CREATE TABLE {now} PARTITION OF {read} FOR VALUES FROM ('infinity') TO (MAXVALUE)",
        f"CREATE TABLE {past} PARTITION OF {read} FOR VALUES FROM (MINVALUE) TO ('infinity')",
        f"CREATE UNIQUE INDEX ON {now} ({key})",
        f"CREATE UNIQUE INDEX ON {past} ({key}, tx_from)",
        _ends_of(table, holding=()),
        f"ALTER TABLE {past} ADD CHECK (CASE op WHEN 'D' THEN tx_from = tx_to"
        " ELSE tx_from < tx_to END)",
        f"ALTER TABLE {now} ADD CHECK (op <> 'D')",
    ]


def _ends_of(table: VersionedTable, *, holding: Sequence[str]) -> str:
    index, past = quoted(f"{table.past}_ends"), f"public.{quoted(table.past)}"
    held = f" INCLUDE ({listed(holding)})" if holding else ""
    return f"CREATE INDEX IF NOT EXISTS {index} ON {past} (tx_to, tx_from){held}"


def _guards(table: VersionedTable) -> list[str]:
    read, now, past = (f"public.{quoted(n)}" for n in (table.versions, table.now, table.past))
    made = [guard.format(place) for place in (read, now, past) for guard in (GUARD, GUARD_TRUNCATE)]
    made += [GUARD_UPDATE.format(past), GUARD_DELETE.format(past)]
    for place in (now, past):
        # Nobody has rights on the parts; and the owner sees them from within a trigger only.
        made += [
            f"ALTER TABLE {place} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY versions_trigger ON {place} TO vijfluik_owner"
            " USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0)",
        ]
    return made


def _refuse_unlike(*, table: VersionedTable, column: Column, before: str) -> None:
    same = any({before, column.type} <= group for group in SAME_TEXT)
    if not same and (before, column.type) not in {(kind, "numeric") for kind in WHOLE}:
        raise NotVersionable(
            f"{table.name}.{column.name} changed from {before} to {column.type}: the hashes of"
            " older versions would no longer hold. Add a column of another name instead."
        )


def _take_in(cursor: Cursor, *, table: VersionedTable) -> None:
    """Make a version of each row that has none, and a new one of each row that differs from it.

    An update of every row to itself would leave no version; deleting the current versions is not
    possible. So the rows pass through the trigger's own function, as an update from what their
    version says, by way of two temporary tables.
    """
    with opened(cursor, table=table):
        base, now = f"public.{quoted(table.name)}", f"public.{quoted(table.now)}"
        names, key = listed(table.names), quoted(table.key)
        for temporary in ("vijfluik_before", "vijfluik_missing"):
            cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{temporary}")
        cursor.execute(
            "CREATE TEMP TABLE vijfluik_before ON COMMIT DROP AS"
            f" SELECT {listed(table.names, of='c')} FROM {now} c JOIN {base} b"
            f" ON b.{key} = c.{key} WHERE NOT ROW({listed(table.names, of='c')})::record"
            f" *= ROW({listed(table.names, of='b')})::record"
        )
        cursor.execute(
            f"CREATE TEMP TABLE vijfluik_missing ON COMMIT DROP AS SELECT {names} FROM {base} b"
            " WITH NO DATA"
        )
        function = quoted(f"{table.name}_write")
        for event, place in (("UPDATE", "vijfluik_before"), ("INSERT", "vijfluik_missing")):
            cursor.execute(
                f"CREATE TRIGGER versions_{event.lower()} AFTER {event} ON pg_temp.{place}"
                f" FOR EACH ROW EXECUTE FUNCTION versions.{function}()"
            )
        cursor.execute(
            f"INSERT INTO vijfluik_missing ({names}) SELECT {listed(table.names, of='b')}"
            f" FROM {base} b WHERE NOT EXISTS (SELECT FROM {now} c WHERE c.{key} = b.{key})"
        )
        assignments = ", ".join(f"{quoted(name)} = b.{quoted(name)}" for name in table.names)
        cursor.execute(
            f"UPDATE vijfluik_before t SET {assignments} FROM {base} b WHERE b.{key} = t.{key}"
        )
        for temporary in ("vijfluik_before", "vijfluik_missing"):
            cursor.execute(f"DROP TABLE pg_temp.{temporary}")
