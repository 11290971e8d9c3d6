"""The canonical form: the same in SQL and in Python, whatever the session is set to."""

import datetime as dt
import uuid
from decimal import Decimal

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.versions.scratch import Thing, administrator, query

from vijfluik.core.versions.encoding import canonical_row, row_hash, text_of
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.verification import recomputed

# PostgreSQL's text holds every character but NUL.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
THINGS = st.builds(
    Thing,
    key=st.uuids(),
    title=TEXT,
    number=st.none() | st.integers(-(2**31), 2**31 - 1),
    big=st.none() | st.integers(-(2**63), 2**63 - 1),
    amount=st.none() | st.decimals("-999999999999", "999999999999", places=2, allow_nan=False),
    flag=st.none() | st.booleans(),
    day=st.none() | st.dates(),
    moment=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
    other=st.none() | st.uuids(),
    extra=st.none() | JSON,
    tags=st.none() | st.lists(st.none() | TEXT, max_size=4),
)
SETTINGS = (
    {"DateStyle": "SQL, DMY", "TimeZone": "America/St_Johns", "bytea_output": "escape"},
    {"DateStyle": "German", "IntervalStyle": "sql_standard", "extra_float_digits": "-3"},
    {"DateStyle": "Postgres, MDY", "TimeZone": "Pacific/Apia", "lc_time": "C"},
)


@given(thing=THINGS)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_python_computes_the_hash_that_the_trigger_wrote(things: str, thing: Thing) -> None:
    Thing.objects.filter(key=thing.key).delete()
    with transaction.atomic():
        for name, value in SETTINGS[thing.key.int % len(SETTINGS)].items():
            query(f"SET LOCAL {name} = '{value}'")
        thing.save(force_insert=True)
    found = list(recomputed(Thing, vids=[versions(Thing).current().get(key=thing.key).vid]))
    assert [one.sound for one in found] == [True]


@given(thing=THINGS)
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sql_recomputes_the_hash_under_every_setting(things: str, thing: Thing) -> None:
    Thing.objects.filter(key=thing.key).delete()
    thing.save(force_insert=True)
    with transaction.atomic():
        for chosen in SETTINGS:
            for name, value in chosen.items():
                query(f"SET LOCAL {name} = '{value}'")
            assert not versions(Thing).with_faults().exists()
    assert versions(Thing).filter(key=thing.key).exists()


@given(first=THINGS, second=THINGS)
@settings(max_examples=200, deadline=None)
def test_two_rows_have_one_form_only_when_they_are_equal(first: Thing, second: Thing) -> None:
    forms = [canonical_row(table="t", values=plain(one)) for one in (first, second)]
    assert (forms[0] == forms[1]) == (plain(first) == plain(second))


def plain(thing: Thing) -> dict[str, object]:
    fields = thing._meta.concrete_fields
    return {one.name: getattr(thing, one.name) for one in fields if one.name != "extra"}


def test_null_differs_from_empty_and_a_column_more_changes_nothing() -> None:
    assert canonical_row(table="t", values={"a": None}) == canonical_row(table="t", values={})
    assert canonical_row(table="t", values={"a": ""}) != canonical_row(table="t", values={})
    assert canonical_row(table="t", values={"a": "1b2"}) != canonical_row(
        table="t", values={"a": "1", "b": "2"}
    )


def test_the_form_of_a_row_is_the_documented_one() -> None:
    values: dict[str, object] = {
        "day": dt.date(2018, 11, 23),
        "moment": dt.datetime(2018, 11, 23, 11, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        "amount": Decimal("1.50"),
        "flag": True,
        "nothing": None,
        "tags": ["a b", None, "", 'q"\\', "null"],
        "title": "één",
    }
    assert canonical_row(table="t", values=values).decode() == (
        "18:vijfluik version 11:t"
        "6:amount4:1.503:day13:2018-11-23 AD4:flag4:true"
        "6:moment30:2018-11-23T10:00:00.000000Z AD"
        '4:tags30:{"a b",NULL,"","q\\"\\\\","null"}5:title5:één'
    )


@pytest.mark.parametrize("value", [1.5, {"a": 1}, dt.datetime(2018, 1, 1), object()])  # noqa: DTZ001
def test_a_value_without_a_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        text_of(value)


def test_the_salt_keeps_equal_rows_apart(things: str) -> None:
    Thing.objects.bulk_create([Thing(title="een"), Thing(title="een")])
    salts = {(row.salt, bytes(row.row_hash)) for row in versions(Thing)}
    assert len({salt for salt, _ in salts}) == len({digest for _, digest in salts}) == 2
    values: dict[str, object] = {"a": 1}
    assert row_hash(table="t", values=values, salt=uuid.UUID(int=1)) != row_hash(
        table="t", values=values, salt=uuid.UUID(int=2)
    )


@pytest.mark.parametrize(
    "change",
    [
        *("title = 'anders'", "number = 6", "amount = 1.5", "tags = '{b}'", "extra = '{\"a\": 2}'"),
        *("tx_from = tx_from - interval '1 s'", "actor = gen_random_uuid()", "reason = 'x'"),
        *("op = 'U'", "salt = gen_random_uuid()", "row_hash = sha256('')", "day = NULL"),
    ],
)
def test_a_changed_version_is_found(things: str, change: str) -> None:
    made = [
        Thing(title="een", number=number, tags=["a"], extra={"a": 1}, day=dt.date(2018, 1, 1))
        for number in range(5)
    ]
    Thing.objects.bulk_create(made)
    with administrator(database=things) as admin:
        admin.execute("SET session_replication_role = replica")
        changed = admin.execute(
            f"UPDATE scratch_thing_version SET {change} WHERE number = 3 RETURNING vid"
        ).fetchone()
    assert changed is not None
    assert [row.vid for row in versions(Thing).with_faults()] == [changed[0]]
    assert [one.vid for one in recomputed(Thing) if not one.sound] == [changed[0]]


def test_infinite_and_ancient_dates_are_hashed_by_the_database(things: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO scratch_thing (key, day, moment) VALUES"
            " (gen_random_uuid(), 'infinity', '-infinity'), (gen_random_uuid(), NULL, NULL),"
            " (gen_random_uuid(), '0044-03-15 BC', '0044-03-15 BC'),"
            " (gen_random_uuid(), '0044-03-15', '0044-03-15')"
        )
    assert not versions(Thing).with_faults().exists()
    ((kinds,),) = query("SELECT count(DISTINCT row_hash) FROM scratch_thing_version")
    assert kinds == 4
