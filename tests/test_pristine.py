"""What one test did to a database of its own does not reach the next one."""

import hashlib
from collections.abc import Iterator

import psycopg
import pytest

from tests import pristine
from tests.pristine import Own


@pytest.fixture(scope="module")
def _made(database: str) -> Iterator[Own]:
    made = Own(name=f"{database}_pristine")
    yield made
    made.drop()


@pytest.fixture
def own(_made: Own) -> Own:
    """Such a database."""
    _made.as_new()
    return _made


def administrator(own: Own) -> pristine.Admin:
    return pristine.administrator(own.name)


def content(own: Own) -> dict[object, str]:
    """A digest of the rows of each table, and where the sequences stand."""
    with administrator(own) as admin:
        found: dict[object, str] = {}
        for schema, table in admin.execute(pristine.TABLES).fetchall():
            rows = admin.execute(f'SELECT t::text FROM ONLY "{schema}"."{table}" t').fetchall()
            found[schema, table] = hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()
        found["sequences"] = repr(admin.execute(pristine.SEQUENCES).fetchall())
        return found


@pytest.mark.thorough
def test_rows_and_sequences_are_taken_back_without_another_copy(own: Own) -> None:
    before = content(own)
    other, spared = administrator(own), administrator(own)
    other.execute("SET session_replication_role = replica")
    other.execute("UPDATE partners_organisation SET name = name || '!'")
    other.execute("DELETE FROM access_rule")
    other.execute("INSERT INTO django_session VALUES ('a', 'b', now())")
    other.execute("SELECT nextval('public.django_migrations_id_seq')")
    changed = content(own)
    assert len({key for key in before if before[key] != changed[key]}) == 4
    (oid,) = other.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
    own.as_new(spared=[spared.info.backend_pid])
    assert content(own) == before
    with pytest.raises(psycopg.OperationalError):
        other.execute("SELECT 1")
    assert spared.execute("SELECT 1").fetchall() == [(1,)]
    spared.close()
    with administrator(own) as admin:
        found = admin.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        assert found.fetchall() == [oid]


CHANGES = (
    "CREATE TABLE left_over (a int)",
    "ALTER TABLE trainings_training DISABLE ROW LEVEL SECURITY",
    "REVOKE SELECT ON access_rule FROM vijfluik_app",
    "DROP TRIGGER accept ON journal_event",
    "CREATE OR REPLACE FUNCTION search.pattern(word text) RETURNS text LANGUAGE sql RETURN ''",
    "ALTER TABLE journal_event DISABLE TRIGGER keep",
    "DROP POLICY training_read ON trainings_training",
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''1MB''',"
    " current_database()); END $$",
)


@pytest.mark.thorough
def test_any_other_change_is_seen_and_the_database_made_anew(own: Own) -> None:
    with administrator(own) as admin:
        for statement in CHANGES:
            with admin.transaction(force_rollback=True):
                admin.execute(statement)
                assert not own.schema_as_new(admin), statement
        assert own.schema_as_new(admin)
        admin.execute(CHANGES[0])
    own.as_new()
    with administrator(own) as admin:
        assert admin.execute("SELECT to_regclass('left_over')").fetchall() == [(None,)]


def test_a_change_that_was_itself_taken_back_is_none(own: Own) -> None:
    with administrator(own) as admin:
        admin.execute("ALTER TABLE journal_event DISABLE TRIGGER keep")
        admin.execute("ALTER TABLE journal_event ENABLE TRIGGER keep")
        admin.execute("TRUNCATE django_session")
        admin.execute("VACUUM access_rule")
        assert own.schema_as_new(admin)
