"""Loading the past of a demonstration."""

import datetime as dt
import random
import uuid
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, ProgrammingError, connections
from tests.core.versions.scratch import Thing, query

from vijfluik.core.versions.demonstration import (
    NotADemonstration,
    is_demonstration,
    mark_demonstration,
)
from vijfluik.core.versions.history import as_of, history, versions
from vijfluik.core.versions.loading import ImpossibleHistory, PastVersion, load_history
from vijfluik.core.versions.verification import recomputed
from vijfluik.demo.people import INVENTED

KEY = uuid.UUID(int=1)
DAYS = [dt.datetime(2019, month, 1, tzinfo=dt.UTC) for month in range(1, 13)]
ACTOR = uuid.UUID(int=9)


def past(title: str, start: int, end: int | None = None, **more: object) -> PastVersion:
    key = more.pop("key", KEY)
    return PastVersion(
        values={"key": key, "title": title, "extra": {"a": None}, "tags": ["x"]},
        tx_from=DAYS[start],
        tx_to=None if end is None else DAYS[end],
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def demonstration(things: str) -> str:
    """A marked database; the mark of the template is not asked about here."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO versions.demonstration DEFAULT VALUES ON CONFLICT DO NOTHING")
    return things


def test_a_loaded_past_is_answered_as_if_it_had_happened(demonstration: str) -> None:
    count = load_history(
        Thing,
        [
            past("twee", 2, 5, reason="verschreven", actor=ACTOR, purpose="programme"),
            past("een", 0, 2),
            past("drie", 5),
            past("weg", 1, 3, key=uuid.UUID(int=2)),
            past("weg", 3, key=uuid.UUID(int=2), deletion=True, reason="dubbel"),
        ],
    )
    assert count == 5
    known = [sorted(row.title for row in as_of(Thing, moment=day)) for day in DAYS[:6]]
    assert known == [["een"], ["een", "weg"], ["twee", "weg"], ["twee"], ["twee"], ["drie"]]
    assert [(one.op, one.reason) for one in history(Thing, key=KEY)] == [
        *(("I", ""), ("U", "verschreven"), ("U", ""))
    ]
    assert [one.op for one in history(Thing, key=uuid.UUID(int=2))] == ["I", "D"]
    assert list(Thing.objects.values_list("title", "extra")) == [("drie", {"a": None})]
    assert not versions(Thing).with_faults().exists()
    assert all(one.sound for one in recomputed(Thing))


def test_work_goes_on_from_a_loaded_past(demonstration: str) -> None:
    load_history(Thing, [past("een", 0, 2), past("twee", 2)])
    Thing.objects.update(title="drie")
    Thing.objects.all().delete()
    assert [one.op for one in history(Thing, key=KEY)] == ["I", "U", "U", "D"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([past("een", 0, 2), past("twee", 3)], "gap"),
        ([past("een", 0, 3), past("twee", 2)], "overlap"),
        ([past("een", 0, 2)], "neither holds"),
        ([past("een", 0), past("twee", 2)], "overlap"),
        ([past("een", 2, 2), past("twee", 2)], "before or when it begins"),
        ([past("een", 0, 2), past("een", 2, deletion=True), past("twee", 3)], "overlap"),
        ([past("een", 0, deletion=True)], "deletion"),
        (
            [PastVersion(values={"key": KEY}, tx_from=dt.datetime(2999, 1, 1, tzinfo=dt.UTC))],
            "future",
        ),
    ],
)
def test_an_impossible_history_is_refused_whole(
    demonstration: str, rows: list[PastVersion], words: str
) -> None:
    with pytest.raises(ImpossibleHistory, match=words):
        load_history(Thing, [*rows, past("goed", 0, key=uuid.UUID(int=8))])
    assert versions(Thing).count() == Thing.objects.count() == 0


def test_a_key_that_is_there_is_refused_and_the_guards_are_back(demonstration: str) -> None:
    Thing.objects.create(key=KEY, title="echt")
    with pytest.raises(IntegrityError):
        load_history(Thing, [past("een", 0)])
    load_history(Thing, [past("een", 0, key=uuid.UUID(int=3))])
    with pytest.raises(IntegrityError, match="refused"):
        query("DELETE FROM scratch_thing_version_past", using="owner")
    Thing.objects.update(title="twee")
    assert versions(Thing).filter(op="U").count() == 2


def test_without_the_mark_nothing_is_loaded(things: str) -> None:
    assert not is_demonstration()
    with pytest.raises(NotADemonstration):
        load_history(Thing, [past("een", 0)])


def test_a_database_that_has_had_rows_is_not_marked(things: str) -> None:
    Thing.objects.create().delete()
    with pytest.raises(NotADemonstration, match="has had rows"):
        mark_demonstration(invented=INVENTED)
    assert not is_demonstration()


def test_the_application_cannot_set_the_mark(things: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        query("INSERT INTO versions.demonstration DEFAULT VALUES")


def test_many_records_are_loaded_with_every_hash_right(demonstration: str) -> None:
    chance = random.Random(1)

    def rows() -> Iterator[PastVersion]:
        for number in range(2000):
            ends = sorted(chance.sample(range(1, 12), chance.randrange(3)))
            key = uuid.UUID(int=number + 10)
            for start, end in zip([0, *ends], [*ends, None], strict=True):
                yield past(f"n{number}", start, end, key=key)

    count = load_history(Thing, rows())
    assert versions(Thing).count() == count
    assert Thing.objects.count() == versions(Thing).current().count() == 2000
    assert not versions(Thing).with_faults().exists()
