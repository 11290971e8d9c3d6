"""What else the machinery of versions answers: names, forms, indexes and refusals."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any, cast

import psycopg
import pytest
from django.db import DatabaseError, connections, models, transaction
from django.db.migrations.state import ProjectState
from tests.core.versions import scratch
from tests.core.versions.scratch import Thing, query
from tests.core.versions.test_operations import MADE, found, plan, run, undo

from vijfluik.core.versions import ddl, moments
from vijfluik.core.versions.demonstration import is_demonstration, mark_demonstration
from vijfluik.core.versions.encoding import canonical_row, row_hash, text_of
from vijfluik.core.versions.history import field_like, version_model, versions
from vijfluik.core.versions.limits import role_settings
from vijfluik.core.versions.moments import NotClosed, parse_moment, reading
from vijfluik.core.versions.operations import Counted, Versioned, VersionedChanged
from vijfluik.core.versions.retrying import begins_anew, retrying, sqlstate
from vijfluik.core.versions.tables import NotVersionable, described
from vijfluik.core.versions.verification import Recomputed, form_of


def test_the_form_of_one_version_is_what_its_hash_is_taken_over(things: str) -> None:
    thing = Thing.objects.create(title="een", number=3, amount=Decimal("1.50"))
    (row,) = versions(Thing)
    found = form_of(name="scratch_thing", vid=row.vid)
    assert found is not None
    values = {
        "key": thing.key, "title": "een", "number": 3, "amount": Decimal("1.50"),
        "tx_from": row.tx_from, "op": "I", "purpose": row.purpose, "reason": row.reason,
        "mandate": row.mandate, "actor": row.actor,
    }  # fmt: skip
    assert found.form == canonical_row(table="scratch_thing", values=values)
    assert bytes(row.row_hash) == row_hash(table="scratch_thing", values=values, salt=found.salt)
    assert form_of(name="scratch_thing", vid=row.vid + 1) is None
    assert str(row) == f"partners.Thing version {row.vid}"
    assert Recomputed(vid=1, stored=b"a", computed=b"a").sound
    assert not Recomputed(vid=1, stored=b"a", computed=b"b").sound


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("NaN"), "NaN"),
        (dt.date(9, 1, 2), "0009-01-02 AD"),
        (dt.datetime(9, 1, 2, 3, tzinfo=dt.timezone(dt.timedelta(hours=1))),
         "0009-01-02T02:00:00.000000Z AD"),
        (b"\x01\xff", "01ff"),
        (memoryview(b"\x02"), "02"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ([["a", None], ("b c", "NULL")], '{{a,NULL},{"b c","NULL"}}'),
        (["", 'say "x"', "back\\", 5], '{"","say \\"x\\"","back\\\\",5}'),
    ],
)  # fmt: skip
def test_values_have_one_text(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize("value", [1.5, dt.datetime(2026, 1, 1), {"a": 1}])  # noqa: DTZ001
def test_a_value_without_a_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        text_of(value)


def test_what_two_sorts_of_figures_count_is_held_twice_and_given_back(lasting: str) -> None:
    state = run(MADE, before=ProjectState())
    counted = Counted("partners.Note", columns=("word",), also=("word",), also_held=("id",))
    assert counted.deconstruct() == (
        "Counted",
        ["partners.Note"],
        {"columns": ("word",), "by": (), "also": ("word",), "also_held": ("id",)},
    )
    assert Counted("Note", columns=["word"]).deconstruct()[2] == {"columns": ("word",), "by": ()}
    run([counted], before=state)
    names = "SELECT relname FROM pg_class WHERE relname LIKE 'scratch_note_version_now_held%'"
    assert sorted(query(names)) == [("scratch_note_version_now_held",),
                                    ("scratch_note_version_now_held_too",)]  # fmt: skip
    question = "SELECT id, tx_from FROM scratch_note_version_now WHERE word = 'een'"
    assert "Index Only Scan using scratch_note_version_now_held_too" in plan(question)
    undo([counted], before=state)
    assert query(names) == []
    assert [each.describe() for each in (counted, Versioned("N"), VersionedChanged("N"))] == [
        "Hold what figures count of partners.Note in indexes",
        "Give N versions",
        "Bring the versions of N up to date",
    ]
    # A table of before the index on ends gets it as a new one has it.
    query("DROP INDEX scratch_note_version_past_ends", using="owner")
    query(
        "CREATE INDEX scratch_note_version_past_tx_to_idx ON scratch_note_version_past (tx_to)",
        using="owner",
    )
    for _again in range(2):
        with connections["owner"].cursor() as cursor:
            ddl.index_ends(cursor, name="scratch_note")
    held = query(
        "SELECT indexdef FROM pg_indexes WHERE tablename = 'scratch_note_version_past'"
        " AND indexdef LIKE '%%tx_to%%'"
    )
    assert [str(row[0]).partition("USING ")[2] for row in held] == ["btree (tx_to, tx_from)"]


def test_what_is_opened_is_closed_again_as_it_was(things: str) -> None:
    bound = (
        "SELECT c.relname FROM pg_class c WHERE c.relname LIKE 'scratch_thing%'"
        " AND c.relforcerowsecurity ORDER BY 1"
    )
    off = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'D'"
    parts = [("scratch_thing_version_now",), ("scratch_thing_version_past",)]
    whole = [("scratch_thing",), ("scratch_thing_version",), *parts]
    for forced, bind in ((parts, "NO FORCE"), (whole, "FORCE")):
        for name in ("scratch_thing", "scratch_thing_version"):
            query(f"ALTER TABLE {name} {bind} ROW LEVEL SECURITY", using="owner")
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            table = described(cursor, name="scratch_thing")
            with ddl.opened(cursor, table=table):
                assert query(bound, using="owner") == []
                assert query(off, using="owner") == [("versions_guard",)] * 3
        assert (query(bound, using="owner"), query(off, using="owner")) == (forced, [])


def test_undone_before_its_column_goes_a_table_keeps_its_versions(lasting: str) -> None:
    state = run(MADE, before=ProjectState())
    query("INSERT INTO scratch_note (word) VALUES ('een')")
    query("GRANT SELECT ON scratch_note TO vijfluik_auditor", using="owner")
    policy = "CREATE POLICY own ON scratch_note FOR SELECT TO vijfluik_auditor USING (word = 'een')"
    query(f"ALTER TABLE scratch_note ENABLE ROW LEVEL SECURITY; {policy}", using="owner")
    for _again in range(2):
        undo([VersionedChanged("Note")], before=state)
    assert query("SELECT word FROM scratch_note_version", using="auditor") == [("een",)]
    assert found() == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TABLE scratch_a (word text)", "no primary key"),
        ("CREATE TABLE scratch_a (key boolean PRIMARY KEY)", "the key of scratch_a is of type"),
        ("CREATE TABLE scratch_a (key integer PRIMARY KEY, place point)", "is of type point"),
        ("CREATE TABLE scratch_a (key integer PRIMARY KEY, vid bigint)", "has the name of a"),
        (f"CREATE TABLE scratch_{'a' * 40} (key integer PRIMARY KEY)", "too long a name"),
    ],
)
def test_a_table_that_cannot_have_versions_is_refused(
    lasting: str, statement: str, words: str
) -> None:
    name = statement.split()[2]
    with pytest.raises(NotVersionable, match=words):
        scratch.make(statement=statement, name=name)
    assert len(f"scratch_{'a' * 37}_version_past_vid") == 62


class Generating:
    """A cursor over a table with a generated column that is not stored, which PostgreSQL 18 has."""

    def execute(self, _query: object, _params: object = None, /) -> None:
        """Asked for nothing."""

    def fetchall(self) -> list[tuple[object, ...]]:
        """Key and generated column."""
        return [("key", "uuid", "", True), ("twice", "integer", "v", False)]


def test_a_generated_column_that_is_not_stored_is_refused() -> None:
    with pytest.raises(NotVersionable, match="generated column"):
        described(cast(Any, Generating()), name="scratch_a")


def test_a_computed_field_is_a_plain_one_of_a_version() -> None:
    made = models.GeneratedField(
        expression=models.F("number") * 2, output_field=models.IntegerField(), db_persist=True
    )
    made.set_attributes_from_name("double")
    made.column = "doubled"
    found = field_like(made)
    assert type(found) is models.IntegerField
    assert (found.null, found.db_column) == (True, "doubled")
    plain = models.SlugField(unique=True, default="a", max_length=7)
    plain.set_attributes_from_name("word")
    held = field_like(plain)
    assert (type(held), held.unique, held.has_default(), held.max_length, held.null) == (
        models.SlugField, False, False, 7, True,
    )  # fmt: skip
    assert version_model(Thing)._meta.get_field("title").null


@pytest.mark.parametrize("known", [0, 10**9])
def test_a_long_reading_has_no_limit_that_the_server_knows(
    lasting: str, known: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "KNOWS_TRANSACTIONS", known)
    ((number,),) = query("SHOW server_version_num")
    if known < int(str(number)) < 170000:
        with pytest.raises(DatabaseError, match="transaction_timeout"), reading():
            pass
        return
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"), reading():
        pass
    with reading():
        for name in ("statement_timeout", "idle_in_transaction_session_timeout"):
            assert query(f"SHOW {name}") == [("0",)]
        assert query("SHOW transaction_read_only") == [("on",)]
        if not known:
            assert query("SHOW transaction_timeout") == [("0",)]


def test_the_limits_that_a_server_of_each_version_knows() -> None:
    for version, name in ((160009, "statement_timeout"), (170000, "transaction_timeout")):
        made = role_settings(server_version=version)
        assert f"ALTER ROLE vijfluik_app SET {name} = '30s'" in made
        assert len(made) == 10
        assert made[-2:] == [
            "GRANT pg_read_all_stats TO vijfluik_owner",
            "GRANT pg_signal_backend TO vijfluik_owner",
        ]


def test_a_demonstration_is_marked_once(things: str) -> None:
    query("INSERT INTO versions.demonstration DEFAULT VALUES", using="owner")
    Thing.objects.create()
    mark_demonstration()
    assert is_demonstration()


def test_an_error_that_is_tried_again_is_no_outcome_yet(things: str) -> None:
    again = DatabaseError()
    again.__cause__ = psycopg.errors.SerializationFailure("again")
    other = DatabaseError()
    other.__cause__ = psycopg.errors.UniqueViolation("double")
    told: list[tuple[bool, bool, bool]] = []

    def fail() -> None:
        told.append((begins_anew(again), begins_anew(other), begins_anew(ValueError())))
        raise again

    assert not begins_anew(again)
    with pytest.raises(DatabaseError):
        retrying(fail, attempts=2)
    assert told == [(True, False, False), (False, False, False)]
    assert not begins_anew(again)
    assert (sqlstate(again), sqlstate(ValueError())) == ("40001", None)
    assert sqlstate(psycopg.errors.DeadlockDetected("x")) == "40P01"
    with transaction.atomic(), pytest.raises(DatabaseError):
        retrying(fail, attempts=2)
    assert told[2:] == [(False, False, False)]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-03-01", "2019-03-01T22:59:59.999999+00:00"),
        ("2019-07-01", "2019-07-01T21:59:59.999999+00:00"),
        ("2019-03-01T12:00:00+01:00", "2019-03-01T11:00:00+00:00"),
    ],
)
def test_a_moment_of_the_command_line(text: str, moment: str) -> None:
    assert parse_moment(text).isoformat() == moment


@pytest.mark.parametrize("text", ["gisteren", "2019-03-01T12:00:00"])
def test_what_is_no_moment_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="Write"):
        parse_moment(text)


def test_who_keeps_a_moment_open_is_told() -> None:
    moment = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    blocker = moments.Blocker(pid=7, role="app", started=moment, application="", mine=False)
    assert str(blocker) == "process 7 of app since 2026-03-01T00:00:00+00:00"
    named = moments.Blocker(pid=7, role="app", started=moment, application="web", mine=True)
    assert str(named) == (
        "process 7 of app (web) since 2026-03-01T00:00:00+00:00, this very transaction"
    )
    words = str(NotClosed(moment=moment, blockers=(blocker, named)))
    assert words == f"{moment.isoformat()} is not closed: kept open by {blocker}; {named}"
    assert "lies in the future" in str(NotClosed(moment=moment, blockers=()))
