"""The trigger function of a versioned table, generated from its description.

The current version is changed in its place and what it said before is added to the past, so that
the current versions lie together like the business rows themselves. The triggers fire for each row:
a statement over all rows of a statement would be planned once per connection, for as many rows as
the first one had, and would be quadratic or scan whole tables for the next.
"""

from vijfluik.core.versions.encoding import sql_hash
from vijfluik.core.versions.tables import FIRST, LAST, VersionedTable, listed, quoted

# What each new version says of its transaction, from the settings of core.partners.acting.
SAID = {
    "tx_from": ("vf_start", "timestamp with time zone"),
    "op": ("vf_op", "text"),
    "actor": ("vf_actor", "uuid"),
    "mandate": ("vf_mandate", "uuid"),
    "purpose": ("vf_purpose", "text"),
    "reason": ("vf_reason", "text"),
}
# A column may bear any name but those of variables, which all begin with `vf_`.
FRAME = """CREATE OR REPLACE FUNCTION versions.{function}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $versions$
#variable_conflict use_column
DECLARE
  vf_start constant timestamptz := transaction_timestamp();
  vf_actor constant uuid := partners.actor();
  vf_mandate constant uuid := partners.mandate();
  vf_purpose constant text := partners.purpose();
  vf_reason constant text := partners.reason();
  vf_salt constant uuid := gen_random_uuid();
  vf_op text := left(TG_OP, 1);
  vf_from timestamptz;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed'
     OR session_user = 'vijfluik_report' THEN
    PERFORM versions.refuse_unsound_writer();
  END IF;
  IF TG_OP = 'INSERT' THEN{insert}
    RETURN NULL;
  END IF;
{close}
  IF TG_OP = 'UPDATE' THEN{update}
  ELSE{delete}
  END IF;
  RETURN NULL;
END $versions$"""

# A key that lived before: its last end must lie before this transaction. A deletion of our own
# gives way to the new row, which then is a change.
INSERT = """
    IF EXISTS (SELECT FROM {past} p WHERE p.{key} = NEW.{key} AND p.tx_to >= vf_start) THEN
      PERFORM versions.judge(TG_TABLE_NAME, p.tx_to, p.xmin, true)
      FROM {past} p WHERE p.{key} = NEW.{key} AND p.tx_to >= vf_start;
      DELETE FROM {past} p WHERE p.{key} = NEW.{key} AND p.op = 'D' AND p.tx_from = vf_start;
      IF FOUND THEN
        vf_op := 'U';
      END IF;
    END IF;
    INSERT INTO {now} ({all})
    VALUES (vf_start, 'infinity', nextval({sequence}), {new_columns},
      vf_op, vf_actor, vf_mandate, vf_purpose, vf_reason, vf_salt,
      {new_hash});"""

# The plain case: the current version began before this transaction and equals the row as it was. It
# goes to the past as it is. Every other case is judged: it is refused, or the version is our own.
CLOSE = """
  INSERT INTO {past} ({stored})
  SELECT c.tx_from, vf_start, c.vid, {c_stored}, {c_last}
  FROM {now} c WHERE c.{key} = OLD.{key} AND c.tx_from < vf_start AND {alike};
  IF NOT FOUND THEN
    SELECT c.tx_from, c.op INTO vf_from, vf_op FROM {now} c WHERE c.{key} = OLD.{key}
      AND versions.judge(TG_TABLE_NAME, c.tx_from, c.xmin, {alike});
    IF vf_from IS NULL THEN
      PERFORM versions.judge(TG_TABLE_NAME, NULL, NULL, false);
    END IF;
  END IF;
"""

# A version that our own transaction began keeps its number and is overwritten.
UPDATE = """
    UPDATE {now} c SET
      tx_from = vf_start,
      vid = CASE WHEN vf_from IS NULL THEN nextval({sequence}) ELSE c.vid END,
      {assignments},{lost}
      op = vf_op, actor = vf_actor, mandate = vf_mandate, purpose = vf_purpose,
      reason = vf_reason, salt = vf_salt,
      row_hash = {new_hash}
    WHERE c.{key} = OLD.{key};"""

# A deletion leaves a version of no duration, which says who and why. A row that our own transaction
# made leaves nothing.
DELETE = """
    IF vf_from IS NULL OR vf_op <> 'I' THEN
      vf_op := 'D';
      INSERT INTO {past} ({all})
      VALUES (vf_start, vf_start, nextval({sequence}), {old_columns},
        vf_op, vf_actor, vf_mandate, vf_purpose, vf_reason, vf_salt,
        {old_hash});
    END IF;
    DELETE FROM {now} c WHERE c.{key} = OLD.{key};"""

ATTACHED = (
    "CREATE TRIGGER versions_insert AFTER INSERT ON {table} FOR EACH ROW"
    " EXECUTE FUNCTION versions.{function}()",
    # A row that did not change, to the last digit, has no new version.
    "CREATE TRIGGER versions_update AFTER UPDATE ON {table} FOR EACH ROW WHEN (OLD *<> NEW)"
    " EXECUTE FUNCTION versions.{function}()",
    "CREATE TRIGGER versions_delete AFTER DELETE ON {table} FOR EACH ROW"
    " EXECUTE FUNCTION versions.{function}()",
    "CREATE TRIGGER versions_key AFTER UPDATE ON {table} FOR EACH ROW"
    " WHEN (OLD.{key} IS DISTINCT FROM NEW.{key}) EXECUTE FUNCTION versions.refuse_key()",
    "CREATE TRIGGER versions_truncate BEFORE TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION versions.refuse_truncate()",
)
NAMES = ("insert", "update", "delete", "key", "truncate")


def hash_of(
    table: VersionedTable, *, alias: str, said: dict[str, tuple[str, str]], salt: str
) -> str:
    """SQL of the hash of a version whose business columns stand in `alias`."""
    expressions = {
        column.name: (f"{alias}.{quoted(column.name)}", column.type) for column in table.columns
    }
    return sql_hash(table=table.name, expressions=expressions | said, salt=salt)


def sequence_of(table: VersionedTable) -> str:
    """The sequence of the version numbers, as the literal that nextval() takes."""
    return f"'public.{quoted(f'{table.versions}_vid')}'"


def function_of(table: VersionedTable) -> str:
    """The quoted name of the trigger function in the schema versions."""
    return quoted(f"{table.name}_write")


def write_function(table: VersionedTable, *, stored: VersionedTable) -> str:
    """SQL that makes the trigger function, or makes it anew.

    Args:
        table: the business table.
        stored: the same with the columns that its versions hold, those that it lost included: a
            version that closes keeps them, a new one has null there.
    """
    lost = [name for name in stored.names if name not in table.names]
    words = {
        "now": f"public.{quoted(table.now)}",
        "past": f"public.{quoted(table.past)}",
        "key": quoted(table.key),
        "all": listed((*FIRST, *table.names, *LAST)),
        "sequence": sequence_of(table),
        "new_columns": listed(table.names, of="NEW"),
        "old_columns": listed(table.names, of="OLD"),
        "stored": listed((*FIRST, *stored.names, *LAST)),
        "c_stored": listed(stored.names, of="c"),
        "lost": "".join(f" {quoted(name)} = NULL," for name in lost),
        "c_last": listed(LAST, of="c"),
        # Compared as stored, to the last digit; a record, because rows are compared by their parts.
        "alike": f"ROW({listed(table.names, of='c')})::record"
        f" *= ROW({listed(table.names, of='OLD')})::record",
        "assignments": ", ".join(f"{quoted(n)} = NEW.{quoted(n)}" for n in table.names),
        "new_hash": hash_of(table, alias="NEW", said=SAID, salt="vf_salt"),
        "old_hash": hash_of(table, alias="OLD", said=SAID, salt="vf_salt"),
    }
    return FRAME.format(
        function=function_of(table),
        insert=INSERT.format(**words),
        close=CLOSE.format(**words),
        update=UPDATE.format(**words),
        delete=DELETE.format(**words),
    )


def hash_function(table: VersionedTable) -> str:
    """SQL that makes `versions.<table>_hash(version)`: the hash that a stored version must hold.

    A plain expression, which PostgreSQL works into the query: recomputing is a scan, not a call per
    row.
    """
    kinds = {
        "tx_from": "timestamp with time zone",
        "op": "text",
        "actor": "uuid",
        "mandate": "uuid",
        "purpose": "text",
        "reason": "text",
    }
    said = {name: (f"v.{name}", kind) for name, kind in kinds.items()}
    function = quoted(f"{table.name}_hash")
    return (
        f"CREATE OR REPLACE FUNCTION versions.{function}(v public.{quoted(table.versions)})"
        " RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $versions$\n"
        f"  SELECT {hash_of(table, alias='v', said=said, salt='v.salt')}\n$versions$"
    )


def attach_triggers(table: VersionedTable) -> list[str]:
    """SQL that lets the business table call its trigger function."""
    words = {
        "table": f"public.{quoted(table.name)}",
        "function": function_of(table),
        "key": quoted(table.key),
    }
    return [statement.format(**words) for statement in ATTACHED]
