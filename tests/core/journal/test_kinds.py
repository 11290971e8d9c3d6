"""Details take what their kind says and nothing that a text would fit in; each row has words."""

import datetime as dt
import uuid

import pytest

from vijfluik.core.journal.kinds import (
    Detail,
    Kind,
    UnknownKindError,
    WrongDetailsError,
    all_kinds,
    kind_named,
    registered,
)
from vijfluik.core.journal.models import BlockRow, Delivery, Event, MonthDrop
from vijfluik.core.journal.vocabulary import RECORD_VIEWED, register_all

KEY = uuid.UUID(int=5)
MOMENT = dt.datetime(2026, 3, 1, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@pytest.mark.parametrize(
    ("detail", "value", "plain"),
    [
        (Detail.COUNT, 0, 0),
        (Detail.CODE, "a.b-1", "a.b-1"),
        (Detail.CODE, "x" * 120, "x" * 120),
        (Detail.CODES, ["a", "b"], ["a", "b"]),
        (Detail.CODES, (), []),
        (Detail.KEY, KEY, str(KEY)),
        (Detail.DAY, dt.date(2026, 3, 1), "2026-03-01"),
        (Detail.MOMENT, MOMENT, "2026-02-28T23:30:00+00:00"),
        (Detail.FLAG, False, False),
    ],
)
def test_a_detail_that_fits_is_written_plainly(
    detail: Detail, value: object, plain: object
) -> None:
    assert detail.plain(value) == plain


@pytest.mark.parametrize(
    ("detail", "value"),
    [
        (Detail.COUNT, -1),
        (Detail.COUNT, True),
        (Detail.CODE, "two words"),
        (Detail.CODE, "x" * 121),
        (Detail.CODE, 5),
        (Detail.CODES, "ab"),
        (Detail.CODES, ["a", "b c"]),
        (Detail.KEY, str(KEY)),
        (Detail.DAY, MOMENT),
        (Detail.DAY, "2026-03-01"),
        (Detail.MOMENT, MOMENT.replace(tzinfo=None)),
        (Detail.MOMENT, dt.date(2026, 3, 1)),
        (Detail.FLAG, 1),
    ],
)
def test_a_detail_that_does_not_fit_is_refused(detail: Detail, value: object) -> None:
    with pytest.raises(WrongDetailsError, match="expected"):
        detail.plain(value)


def test_details_are_those_of_the_kind_and_all_of_them() -> None:
    kind = Kind(
        name="a.b", done="", tried="", details={"rows": Detail.COUNT, "at": Detail.DAY},
        optional=frozenset({"at"}),
    )  # fmt: skip
    assert kind.plain({"rows": 1}) == {"rows": 1}
    with pytest.raises(WrongDetailsError, match=r"a.b needs the details \['rows'\]"):
        kind.plain({})
    with pytest.raises(WrongDetailsError, match=r"no details named \['c', 'd'\]"):
        kind.plain({"rows": 1, "d": 1, "c": 1})
    assert not registered(kind)
    with pytest.raises(UnknownKindError, match=r"'a.b'"):
        kind_named("a.b")


def test_the_shared_kinds_are_there_by_name_and_stay_when_told_again() -> None:
    register_all()
    found = all_kinds()
    assert [kind.name for kind in found] == sorted(kind.name for kind in found)
    assert kind_named("record.viewed") is RECORD_VIEWED
    assert registered(RECORD_VIEWED)


def test_rows_of_the_journal_say_what_they_are() -> None:
    moment = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
    assert str(Event(moment=moment, action="a.b", result="done")) == "2026-03-01 12:00:00 a.b done"
    assert str(BlockRow(number=7)) == "7"
    assert str(MonthDrop(month=dt.date(2026, 3, 1))) == "2026-03"
    assert str(Delivery(view="ldv", block=3, position=4)) == "ldv 3.4"
