"""Making the table that is searched in, and keeping it in step with its business table."""

from collections.abc import Sequence

from vijfluik.core.versions.policies import policies_of
from vijfluik.core.versions.tables import Cursor, listed, quoted

READER = "vijfluik_app"
# Nobody writes but the trigger, which runs as the owner and at a depth of one or more.
TRIGGER_ONLY = (
    "CREATE POLICY search_trigger ON {place} TO vijfluik_owner"
    " USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0)"
)
FUNCTION = """CREATE OR REPLACE FUNCTION search.{function}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $search$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO {place} ({columns}) VALUES (NEW.{key}, {beside}, {words});
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE {place} s SET {changed}, words = {words} WHERE s.{key} = OLD.{key};
  ELSE
    DELETE FROM {place} s WHERE s.{key} = OLD.{key};
  END IF;
  RETURN NULL;
END $search$"""


def search_table(name: str) -> str:
    """The name of the table beside a business table."""
    return f"{name}_search"


def attach(
    cursor: Cursor,
    *,
    name: str,
    key: str,
    scope: Sequence[str],
    texts: Sequence[str],
    carried: Sequence[str] = (),
) -> None:
    """Give the table `name` of the schema public its search table. As the owner, in a transaction.

    Args:
        name: a table behind row-level security, whose policies for reading name no columns but
            `key` and `scope`.
        key: its primary key.
        scope: the columns that its policies ask about.
        texts: the columns that are searched.
        carried: the columns by which the list is narrowed and ordered (`core.search.rows`).
    """
    base, place = f"public.{quoted(name)}", f"public.{quoted(search_table(name))}"
    beside = (*scope, *carried)
    cursor.execute(
        f"CREATE TABLE {place} AS SELECT {listed((key, *beside))},"
        f" ''::text COLLATE \"C\" AS words FROM {base} WITH NO DATA"
    )
    cursor.execute(
        f"ALTER TABLE {place} ADD PRIMARY KEY ({quoted(key)}),"
        + "".join(f" ALTER {quoted(each)} SET NOT NULL," for each in scope)
        + " ALTER words SET NOT NULL"
    )
    cursor.execute(
        FUNCTION.format(
            function=quoted(f"{name}_write"),
            place=place,
            columns=listed((key, *beside, "words")),
            key=quoted(key),
            beside=listed(beside, of="NEW"),
            changed=", ".join(f"{quoted(each)} = NEW.{quoted(each)}" for each in beside),
            words=folded(texts, of="NEW"),
        )
    )
    cursor.execute(f"REVOKE ALL ON FUNCTION search.{quoted(f'{name}_write')}() FROM PUBLIC")
    for statement in triggers(name, watched=(*beside, *texts)):
        cursor.execute(statement)
    fill(cursor, name=name, key=key, beside=beside, texts=texts)
    cursor.execute(f"ALTER TABLE {place} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
    cursor.execute(TRIGGER_ONLY.format(place=place))
    cursor.execute(f"GRANT SELECT ON {place} TO {READER}")
    secure(cursor, name=name)


def detach(cursor: Cursor, *, name: str) -> None:
    """Take it away again, for a migration that is undone."""
    for event in ("insert", "update", "delete"):
        cursor.execute(f"DROP TRIGGER search_{event} ON public.{quoted(name)}")
    cursor.execute(f"DROP FUNCTION search.{quoted(f'{name}_write')}()")
    cursor.execute(f"DROP TABLE public.{quoted(search_table(name))}")


def secure(cursor: Cursor, *, name: str) -> None:
    """Copy the policies by which the application reads the table, as they are now."""
    place = search_table(name)
    for policy in policies_of(cursor, name=place):
        if READER in policy.roles:
            cursor.execute(f"DROP POLICY {quoted(policy.name)} ON public.{quoted(place)}")
    for policy in policies_of(cursor, name=name):
        if READER in policy.roles and policy.command in "r*":
            cursor.execute(policy.moved(source=name, target=place).statement(place))


def fill(
    cursor: Cursor, *, name: str, key: str, beside: Sequence[str], texts: Sequence[str]
) -> None:
    """Fold the rows that are there; row-level security binds the owner too and is lifted for it."""
    base, place = f"public.{quoted(name)}", f"public.{quoted(search_table(name))}"
    cursor.execute(
        "SELECT c.relforcerowsecurity FROM pg_class c WHERE c.oid = to_regclass(%s)", [base]
    )
    ((forced,),) = cursor.fetchall()
    cursor.execute(f"ALTER TABLE {base} NO FORCE ROW LEVEL SECURITY")
    cursor.execute(
        f"INSERT INTO {place} SELECT {listed((key, *beside), of='b')}, {folded(texts, of='b')}"
        f" FROM {base} b"
    )
    if forced:
        cursor.execute(f"ALTER TABLE {base} FORCE ROW LEVEL SECURITY")


def folded(texts: Sequence[str], *, of: str) -> str:
    """SQL of the text that is searched in."""
    return f"search.folded(concat_ws(' ', {listed(texts, of=of)}))"


def triggers(name: str, *, watched: Sequence[str]) -> list[str]:
    """SQL that keeps the search table in step, whatever statement changes the table."""
    base, function = f"public.{quoted(name)}", f"search.{quoted(f'{name}_write')}()"
    changed = f"({listed(watched, of='OLD')}) IS DISTINCT FROM ({listed(watched, of='NEW')})"
    each = f"ON {base} FOR EACH ROW"
    return [
        f"CREATE TRIGGER search_insert AFTER INSERT {each} EXECUTE FUNCTION {function}",
        f"CREATE TRIGGER search_update AFTER UPDATE {each} WHEN ({changed})"
        f" EXECUTE FUNCTION {function}",
        f"CREATE TRIGGER search_delete AFTER DELETE {each} EXECUTE FUNCTION {function}",
    ]
