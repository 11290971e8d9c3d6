"""A database of a test's own, as new for each test without being copied for each.

Copying the template takes a second, finding and taking back what one test did a twentieth of that.
Rows and sequences are taken back. Anything else that is kept in the catalogs of a database (tables,
functions, policies, rights, settings) is compared, and after a test that changed it there a copy is
made anew. A change that was itself taken back, as when a trigger is out for a moment, is none.
"""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql

from vijfluik.cli import test_database

Admin = psycopg.Connection[tuple[Any, ...]]
# Past this the rows that were deleted would slow the tests that come after.
MOST_BYTES = 8_000_000
ENDED_SECONDS = 10
TABLES = (
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND c.relpersistence <> 't'"
    " AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2"
)
WRITTEN = (
    "SELECT n.nspname, c.relname, c.relfilenode, pg_stat_get_tuples_inserted(c.oid),"
    " pg_stat_get_tuples_updated(c.oid), pg_stat_get_tuples_deleted(c.oid)"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND c.relpersistence <> 't'"
    " AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
)
SEQUENCES = (
    "SELECT n.nspname, c.relname, pg_sequence_last_value(c.oid), s.seqstart FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid"
    " WHERE c.relpersistence <> 't' ORDER BY 1, 2"
)
# A change of a catalog leaves another number of rows, or one of a later transaction: then, and only
# then, is its content compared. Statistics are written in place and leave neither. Schemas of
# temporary tables outlast their session.
CATALOGS = {
    "pg_attrdef": "true",
    "pg_attribute": "true",
    "pg_class": "true",
    "pg_constraint": "true",
    "pg_default_acl": "true",
    "pg_event_trigger": "true",
    "pg_extension": "true",
    "pg_index": "true",
    "pg_inherits": "true",
    "pg_largeobject_metadata": "true",
    "pg_namespace": "nspname !~ '^pg_(toast_)?temp_'",
    "pg_policy": "true",
    "pg_proc": "true",
    "pg_rewrite": "true",
    "pg_statistic_ext": "true",
    "pg_trigger": "true",
    "pg_type": "true",
    "pg_database": "datname = current_database()",
    "pg_db_role_setting": (
        "setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())"
    ),
}
SCHEMA = " UNION ALL ".join(
    f"SELECT '{name}', count(*), max(xmin::text::bigint) FROM {name} WHERE {which}"
    for name, which in CATALOGS.items()
)
# What PostgreSQL keeps of a table for itself: it differs after a vacuum, a truncation or a rewrite.
UPKEEP = (
    "relfilenode, relpages, reltuples, relallvisible, relallfrozen, relfrozenxid, relminmxid,"
    " datfrozenxid, datminmxid"
)

Place = tuple[str, str]
Marks = dict[Place, tuple[int, int | None]]
Written = tuple[int, int, int, int]


@dataclass(kw_only=True)
class Own:
    """The database `name`; made when it is first asked for.

    `prepare` fills a new copy; what it left is then what the database goes back to.
    """

    name: str
    prepare: Callable[[], None] = lambda: None
    made: bool = False
    schema: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    content: dict[str, str] = field(default_factory=dict)
    sequences: dict[Place, tuple[int | None, int]] = field(default_factory=dict)
    marks: Marks = field(default_factory=dict)
    rows: dict[Place, bytes] = field(default_factory=dict)
    written: dict[Place, Written] = field(default_factory=dict)
    admin: Admin | None = None

    def as_new(self, *, spared: Sequence[int] = ()) -> None:
        """Let the database be what it was when it was made, whatever was done in it.

        Args:
            spared: the server's processes of sessions in it that do nothing and may stay.
        """
        if self.made:
            admin = self._administrator()
            _end_others(admin, spared=spared)
            if self._taken_back(admin):
                return
        self._forget()
        test_database.fresh_copy(name=self.name)
        self.prepare()
        self._remember(self._administrator())
        self.made = True

    def drop(self) -> None:
        """Remove it."""
        self._forget()
        test_database.drop(name=self.name)

    def _administrator(self) -> Admin:
        """One session for all times: what it asks every time was planned the first time."""
        if self.admin is not None:
            with contextlib.suppress(psycopg.OperationalError):
                self.admin.execute("SELECT 1")
                return self.admin
        self.admin = administrator(self.name)
        return self.admin

    def _forget(self) -> None:
        if self.admin is not None:
            self.admin.close()
        self.admin, self.made = None, False

    def schema_as_new(self, admin: Admin) -> bool:
        """Whether everything but rows and sequences is as it was in the copy."""
        schema = _schema(admin)
        touched = [name for name in CATALOGS if schema[name] != self.schema[name]]
        if any(_content(admin, catalog=name) != self.content[name] for name in touched):
            return False
        self.schema = schema
        return True

    def _remember(self, admin: Admin) -> None:
        self.schema = _schema(admin)
        self.content = {name: _content(admin, catalog=name) for name in CATALOGS}
        self.sequences = {row[:2]: row[2:] for row in _sequences(admin)}
        self.marks = _marks(admin, tables=admin.execute(TABLES).fetchall())
        self.rows = {
            place: _copied(admin, place=place) for place, (count, _) in self.marks.items() if count
        }
        self.written = _written(admin)

    def _taken_back(self, admin: Admin) -> bool:
        """Take rows and sequences back; False when there is more than that, or much of it."""
        if not self.schema_as_new(admin):
            return False
        written = _written(admin)
        touched = [place for place in self.marks if written[place] != self.written[place]]
        now = _marks(admin, tables=touched)
        changed = [place for place, mark in now.items() if mark != self.marks[place]]
        if any(_bytes(admin, place=place) > MOST_BYTES for place in changed):
            return False
        # Neither triggers nor foreign keys: what is put back is whole by itself.
        with admin.transaction():
            admin.execute("SET LOCAL session_replication_role = replica")
            for place in changed:
                admin.execute(sql.SQL("DELETE FROM ONLY {}").format(sql.Identifier(*place)))
                if place in self.rows:
                    _put_back(admin, place=place, rows=self.rows[place])
            for row in _sequences(admin):
                last, start = self.sequences[row[:2]]
                if row[2] != last:
                    _set(admin, place=row[:2], last=last, start=start)
        self.marks |= _marks(admin, tables=changed)
        self.written = _written(admin)
        return True


def administrator(name: str) -> Admin:
    """A session of the administrator in a database of the tests."""
    return psycopg.connect(test_database.administrator_of(name=name), autocommit=True)


def _end_others(admin: Admin, *, spared: Sequence[int]) -> None:
    """A session that a test left open would go on with what it does."""
    admin.execute(
        "SELECT pg_terminate_backend(pid, %s) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND pid <> ALL(%s)",
        [ENDED_SECONDS * 1000, list(spared)],
    )


def _schema(admin: Admin) -> dict[str, tuple[int, int | None]]:
    """How many rows each catalog has, and the last transaction that wrote one of them."""
    return {row[0]: (row[1], row[2]) for row in admin.execute(SCHEMA, prepare=True).fetchall()}


def _content(admin: Admin, *, catalog: str) -> str:
    """A short form of all that stands in a catalog, without the upkeep."""
    found = admin.execute(
        "SELECT md5(string_agg(line, '' ORDER BY line)) FROM (SELECT md5((to_jsonb(t) -"
        f" string_to_array('{UPKEEP}', ', '))::text) AS line"
        f" FROM {catalog} t WHERE {CATALOGS[catalog]}) AS lines"
    ).fetchone()
    assert found is not None
    return str(found[0])


def _marks(admin: Admin, *, tables: list[Any]) -> Marks:
    """How many rows each table has, and the last transaction that wrote one of them."""
    if not tables:
        return {}
    asked = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {}, {}, count(*), max(xmin::text::bigint) FROM ONLY {}").format(
            sql.Literal(place[0]), sql.Literal(place[1]), sql.Identifier(*place)
        )
        for place in tables
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in admin.execute(asked).fetchall()}


def _written(admin: Admin) -> dict[Place, Written]:
    """The file of each table, and how many rows were ever added, changed and removed in it.

    Also those that were taken back, so that another number says no more than that the table must be
    looked at. A session tells its own numbers when it ends, when it is left (`tests.pointing`), and
    here.
    """
    admin.execute("SELECT pg_stat_force_next_flush()")
    return {
        (row[0], row[1]): (row[2], row[3], row[4], row[5])
        for row in admin.execute(WRITTEN, prepare=True).fetchall()
    }


def _sequences(admin: Admin) -> list[tuple[Any, ...]]:
    """Schema, name, last value and first value of each."""
    return admin.execute(SEQUENCES, prepare=True).fetchall()


def _copied(admin: Admin, *, place: Place) -> bytes:
    statement = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(*place))
    with admin.cursor().copy(statement) as copy:
        return b"".join(bytes(part) for part in copy)


def _put_back(admin: Admin, *, place: Place, rows: bytes) -> None:
    statement = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.Identifier(*place))
    with admin.cursor().copy(statement) as copy:
        copy.write(rows)


def _bytes(admin: Admin, *, place: Place) -> int:
    found = admin.execute(
        "SELECT pg_relation_size(%s::regclass)", [sql.Identifier(*place).as_string(admin)]
    ).fetchone()
    assert found is not None
    return int(found[0])


def _set(admin: Admin, *, place: Place, last: int | None, start: int) -> None:
    admin.execute(
        "SELECT setval(%s::regclass, %s, %s)",
        [
            sql.Identifier(*place).as_string(admin),
            start if last is None else last,
            last is not None,
        ],
    )
