"""What happens between looking at an import and confirming it, and two imports at once."""

import threading
import uuid

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone
from tests.programme.trainings.doing import (
    confirm,
    import_file,
    mending,
    preview,
    staging,
    token_of,
)
from tests.programme.trainings.files import csv_of
from tests.programme.trainings.world import People, request
from tests.racing import at_once

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing import mending as core_mending
from vijfluik.core.registers.importing.quarantine import waiting_rows
from vijfluik.core.registers.importing.writing import Choice
from vijfluik.core.registers.models import ImportBatch, StagedFile
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training, TrainingStep


def staged(who: Acting, content: bytes) -> uuid.UUID:
    key: uuid.UUID = staging.stage(who=who, file_name="proef.csv", content=content).key
    return key


def looked_at(who: Acting, key: uuid.UUID) -> str:
    return preview(who=who, key=key).token


def corrected(who: Acting, key: uuid.UUID, **changes: object) -> Training:
    with acting(who):
        seen = token_of(key)
    return actions.correct(who=who, key=key, changes=changes, reason="Beter", seen=seen)


def take_over(who: Acting, key: uuid.UUID, *, seen: str) -> None:
    confirm(who=who, key=key, seen=seen, choice=Choice.CORRECT, reason="Nageteld")


@pytest.mark.parametrize("changes", [{"participants": 14}, {"title": "Iets anders"}])
def test_a_change_after_the_preview_is_not_overwritten(
    committed_people: People, changes: dict[str, object]
) -> None:
    people = committed_people
    (first,) = import_file(who=people.ror, file_name="a.csv", content=csv_of({})).added
    key = staged(people.ror, csv_of({"deelnemers": "15"}))
    seen = looked_at(people.ror, key)
    corrected(people.officer, first.key, **changes)
    with pytest.raises(Invalid, match=r"intussen gewijzigd: A-1"):
        take_over(people.ror, key, seen=seen)
    with acting(people.ror):
        training = Training.objects.get(key=first.key)
        assert {name: getattr(training, name) for name in changes} == changes
        assert TrainingStep.objects.filter(training=first.key).count() == 3
        assert StagedFile.objects.filter(key=key).exists()
        assert ImportBatch.objects.count() == 1
    # Looking again makes the choice an informed one.
    take_over(people.ror, key, seen=looked_at(people.ror, key))
    with acting(people.ror):
        assert Training.objects.get(key=first.key).participants == 15


def test_a_change_that_was_undone_counts_as_one(committed_people: People) -> None:
    people = committed_people
    (first,) = import_file(who=people.ror, file_name="a.csv", content=csv_of({})).added
    key = staged(people.ror, csv_of({"deelnemers": "15"}))
    seen = looked_at(people.ror, key)
    corrected(people.officer, first.key, participants=13)
    corrected(people.officer, first.key, participants=12)
    with pytest.raises(Invalid):
        take_over(people.ror, key, seen=seen)


def test_a_record_that_came_since_the_preview_is_told(people: People) -> None:
    key = staged(people.ror, csv_of({}))
    seen = looked_at(people.ror, key)
    actions.request_training(who=people.ror, provider="opleider", content=request(reference="A-1"))
    with pytest.raises(Invalid, match="A-1"):
        confirm(who=people.ror, key=key, seen=seen)


@pytest.mark.parametrize("seen", ["", "x", "-", "9" * 40 + "-0", "\u0663-a"])
def test_a_token_of_nothing_imports_nothing(people: People, seen: str) -> None:
    key = staged(people.ror, csv_of({}))
    with pytest.raises(Invalid, match="intussen gewijzigd"):
        confirm(who=people.ror, key=key, seen=seen)
    with acting(people.ror):
        assert not Training.objects.exists()


def test_a_file_without_differences_is_confirmed_by_its_preview(people: People) -> None:
    key = staged(people.ror, csv_of({}))
    outcome = confirm(who=people.ror, key=key, seen=looked_at(people.ror, key))
    assert len(outcome.added) == 1


@pytest.mark.thorough
def test_reading_again_does_not_bring_back_what_is_being_put_right(
    committed_people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second reader waits for the first's decision on the row instead of overwriting it."""
    people = committed_people
    content = csv_of({"deelnemers": "twaalf"})
    batch = import_file(who=people.ror, file_name="a.csv", content=content).batch
    settled, reading = threading.Event(), threading.Event()
    real = core_mending._settle

    def settle(found: ImportBatch, *, line: int, as_: str) -> None:
        real(found, line=line, as_=as_)
        settled.set()
        # The other waits for the lock now, or (when it took none) has overwritten this already.
        reading.wait(2)

    monkeypatch.setattr(core_mending, "_settle", settle)

    def drop() -> None:
        mending.drop(who=people.ror, batch=batch.key, line=2)

    def read_again() -> None:
        assert settled.wait(10)
        import_file(who=people.ror, file_name="a.csv", content=content)
        reading.set()

    answers = at_once(drop, read_again)
    assert answers == [None, None]
    with acting(people.ror):
        assert not waiting_rows(ImportBatch.objects.get(key=batch.key))


def test_one_person_reading_one_file_twice_at_once_has_one_import(
    committed_people: People,
) -> None:
    people = committed_people
    content = csv_of({}, {"kenmerk": "A-2", "deelnemers": "veel"})

    def read() -> object:
        return import_file(who=people.ror, file_name="a.csv", content=content).batch.key

    answers = at_once(*(read for _ in range(3)))
    assert len(set(answers)) == 1, answers
    with acting(people.ror):
        assert ImportBatch.objects.count() == 1
        assert Training.objects.count() == 1


def test_the_database_keeps_one_import_per_person_and_file(people: People) -> None:
    batch = import_file(who=people.ror, file_name="a.csv", content=csv_of({})).batch
    with (
        acting(people.ror),
        pytest.raises(IntegrityError, match="registers_import_once"),
        transaction.atomic(),
    ):
        ImportBatch.objects.create(
            register="trainings",
            file_name="b.csv",
            sha256=batch.sha256,
            imported_by_id=people.ror.actor.key,
            imported_at=timezone.now(),
            added=0,
            known=0,
        )


def test_a_row_that_is_not_there_is_refused_on_record(committed_people: People) -> None:
    people = committed_people
    batch = import_file(who=people.ror, file_name="a.csv", content=csv_of({})).batch
    with pytest.raises(Refused):
        mending.drop(who=people.ror, batch=batch.key, line=99)
    with connections["auditor"].cursor() as cursor:
        cursor.execute(
            "SELECT object_type, result FROM journal_event WHERE object_key = %s"
            " AND result IN ('denied', 'failed')",
            [str(batch.key)],
        )
        assert cursor.fetchall() == [("trainings.importbatch", "denied")]
