"""Nobody edits history: the role of the application has no right to, the owner is refused."""

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError
from tests.core.versions.scratch import Thing, connect, query

from vijfluik.core.versions.history import versions

PLACES = ("scratch_thing_version", "scratch_thing_version_now", "scratch_thing_version_past")
WRITES = (
    "UPDATE {0} SET title = 'anders'",
    "UPDATE {0} SET tx_to = now()",
    "DELETE FROM {0}",
    "INSERT INTO {0} SELECT * FROM {0}",
    "TRUNCATE {0}",
)


@pytest.fixture
def lived(things: str) -> str:
    """A row with a closed, a current and, beside it, a deleted row's versions."""
    Thing.objects.create(title="een")
    Thing.objects.update(title="twee")
    other = Thing.objects.create(title="weg")
    other.delete()
    return things


def everything() -> list[tuple[object, ...]]:
    return query("SELECT * FROM scratch_thing_version WHERE tx_to < 'infinity' ORDER BY vid")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("write", WRITES)
def test_the_application_may_not_write_versions(lived: str, place: str, write: str) -> None:
    before = everything()
    with pytest.raises(ProgrammingError, match="permission denied"):
        query(write.format(place))
    assert everything() == before


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("write", WRITES)
def test_the_owner_is_refused_to_write_versions(lived: str, place: str, write: str) -> None:
    before = everything()
    with pytest.raises(IntegrityError, match="refused"):
        query(write.format(place), using="owner")
    assert everything() == before


def test_a_trigger_of_the_owner_does_not_change_what_is_closed(lived: str) -> None:
    query(
        "CREATE FUNCTION public.once_more() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
        " AS $$ BEGIN EXECUTE TG_ARGV[0]; RETURN NULL; END $$",
        using="owner",
    )
    before = everything()
    for write in ("UPDATE {0} SET title = 'x'", "DELETE FROM {0}"):
        query(
            "DROP TRIGGER IF EXISTS zz ON scratch_thing;"
            "CREATE TRIGGER zz AFTER UPDATE ON scratch_thing EXECUTE FUNCTION"
            f" public.once_more($${write.format('scratch_thing_version_past')}$$)",
            using="owner",
        )
        with pytest.raises(IntegrityError, match="refused"):
            Thing.objects.update(title="drie")
    assert everything() == before


@pytest.mark.parametrize("place", PLACES[1:])
def test_the_parts_are_closed_to_the_application(lived: str, place: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        query(f"SELECT * FROM {place}")
    assert query(f"SELECT * FROM {place}", using="owner") == []


def test_the_triggers_function_is_of_no_use_to_the_application(lived: str) -> None:
    with connect(database=lived) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SELECT versions.judge('x', now(), '1'::xid, true)")
    with connect(database=lived) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("ALTER TABLE scratch_thing DISABLE TRIGGER ALL")
    ((allowed,),) = query(
        "SELECT has_function_privilege('vijfluik_app', 'versions.scratch_thing_write()', 'EXECUTE')"
    )
    assert allowed is False


def test_role_report_never_writes_versions_even_with_rights(lived: str) -> None:
    query("GRANT SELECT, UPDATE ON scratch_thing TO vijfluik_report", using="owner")
    with connect("report", database=lived) as connection:
        connection.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE")
        connection.commit()
        with pytest.raises(psycopg.Error, match="role report"):
            connection.execute("UPDATE scratch_thing SET title = 'x'")
    assert versions(Thing).filter(op="U").count() == 1


def test_versions_cannot_be_dropped_by_the_application(lived: str) -> None:
    with pytest.raises(DatabaseError, match="must be owner"):
        query("DROP TABLE scratch_thing_version")
    assert len(everything()) == 3
