"""The migration operations, run on a model that no migration of the platform knows."""

from collections.abc import Sequence
from typing import cast

import pytest
from django.db import connections, migrations, models, transaction
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter
from tests.core.versions.scratch import query

from vijfluik.core.versions.meta import differences
from vijfluik.core.versions.operations import Counted, Versioned, VersionedChanged
from vijfluik.core.versions.tables import NotVersionable

MADE: list[Operation] = [
    migrations.CreateModel(
        "Note",
        [("id", models.BigAutoField(primary_key=True)), ("word", models.CharField(max_length=9))],
        options={"db_table": "scratch_note"},
    ),
    migrations.RunSQL("GRANT SELECT, INSERT, UPDATE ON scratch_note TO vijfluik_app"),
    Versioned("Note"),
]
COLOURED: list[Operation] = [
    migrations.AddField("Note", "colour", models.CharField(max_length=9, default="rood")),
    VersionedChanged("Note"),
]


def one(operations: Sequence[Operation]) -> migrations.Migration:
    made = type("Migration", (migrations.Migration,), {"operations": list(operations)})
    return cast(migrations.Migration, made("next", "partners"))


def run(operations: Sequence[Operation], *, before: ProjectState) -> ProjectState:
    """Do the operations as one migration of the owner."""
    migration = one(operations)
    with connections["owner"].schema_editor(atomic=True) as editor:
        return migration.apply(before, editor)


def undo(operations: Sequence[Operation], *, before: ProjectState) -> None:
    migration = one(operations)
    with connections["owner"].schema_editor(atomic=True) as editor:
        migration.unapply(before, editor)


def found() -> list[str]:
    with connections["owner"].cursor() as cursor:
        return differences(cursor, name="scratch_note")


def stored() -> list[tuple[object, ...]]:
    return query("SELECT id, op, word, tx_to = 'infinity' FROM scratch_note_version ORDER BY vid")


def test_a_model_gets_versions_in_the_migration_that_makes_it(lasting: str) -> None:
    run(MADE, before=ProjectState())
    query("INSERT INTO scratch_note (word) VALUES ('een')")
    query("UPDATE scratch_note SET word = 'twee'")
    assert stored() == [(1, "I", "een", False), (1, "U", "twee", True)]
    assert found() == []


def test_a_column_added_later_is_taken_in_and_older_hashes_hold(lasting: str) -> None:
    state = run(MADE, before=ProjectState())
    query("INSERT INTO scratch_note (word) VALUES ('een')")
    run(COLOURED, before=state)
    query("UPDATE scratch_note SET colour = 'blauw'")
    assert query("SELECT op, colour FROM scratch_note_version ORDER BY vid") == [
        *(("I", None), ("U", "rood"), ("U", "blauw"))
    ]
    faults = (
        "SELECT vid FROM scratch_note_version v WHERE row_hash <> versions.scratch_note_hash(v)"
    )
    assert query(faults) == []
    assert found() == []


def test_a_column_dropped_later_stays_in_history(lasting: str) -> None:
    state = run([*MADE, *COLOURED], before=ProjectState())
    query("INSERT INTO scratch_note (word, colour) VALUES ('een', 'groen')")
    run([migrations.RemoveField("Note", "colour"), VersionedChanged("Note")], before=state)
    query("UPDATE scratch_note SET word = 'twee'")
    assert query("SELECT word, colour FROM scratch_note_version ORDER BY vid") == [
        *(("een", "groen"), ("twee", None))
    ]
    faults = (
        "SELECT vid FROM scratch_note_version v WHERE row_hash <> versions.scratch_note_hash(v)"
    )
    assert query(faults) == []


def test_a_type_that_would_break_older_hashes_is_refused(lasting: str) -> None:
    state = run(MADE, before=ProjectState())
    query("INSERT INTO scratch_note (word) VALUES ('1')")
    to_number = "ALTER TABLE scratch_note ALTER word TYPE integer USING word::integer"
    with pytest.raises(NotVersionable, match="another name"):
        run([migrations.RunSQL(to_number), VersionedChanged("Note")], before=state)
    assert stored() == [(1, "I", "1", True)]


def test_a_migration_that_is_undone_takes_the_versions_along(lasting: str) -> None:
    run(MADE, before=ProjectState())
    query("INSERT INTO scratch_note (word) VALUES ('een')")
    undo([MADE[0], MADE[2]], before=ProjectState())
    assert query("SELECT relname FROM pg_class WHERE relname LIKE 'scratch_note%'") == []


def plan(question: str) -> str:
    """How PostgreSQL would answer if a scan of the versions were dear, as of many it is."""
    with connections["owner"].cursor() as cursor, transaction.atomic(using="owner"):
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN (COSTS off) {question}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_what_is_counted_is_read_from_indexes_alone(lasting: str) -> None:
    state = run(MADE, before=ProjectState())
    question = (
        "SELECT count(word) FROM scratch_note_version WHERE tx_from <= now() AND tx_to > now()"
    )
    counted = [Counted("Note", columns=("word",))]
    run(counted, before=state)
    assert plan(question).count("Index Only Scan") == 2
    query("INSERT INTO scratch_note (word) VALUES ('een')")
    query("UPDATE scratch_note SET word = 'twee'")
    assert stored() == [(1, "I", "een", False), (1, "U", "twee", True)]
    assert found() == []
    assert "Index Only Scan" not in plan(question.replace("word", "reason"))
    run([Counted("Note", columns=("word",), by=("word",))], before=state)
    sought = plan(f"{question} AND word = 'twee'").splitlines()
    assert any("Index Cond" in line and "word" in line for line in sought)
    assert "Index Only Scan using scratch_note_version_now_held" in plan(question)
    undo(counted, before=state)
    assert "Index Only Scan" not in plan(question)


def test_an_operation_is_written_as_it_is_called(lasting: str) -> None:
    lines, imports = OperationWriter(Versioned("Note"), indentation=0).serialize()
    assert "Versioned(" in lines
    assert "'Note'" in lines
    assert imports == {"import vijfluik.core.versions.operations"}
    written, _ = OperationWriter(Counted("Note", columns=("word",)), indentation=0).serialize()
    assert "columns=('word',)" in written
