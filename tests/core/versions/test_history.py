"""Rows as of a moment as Django objects, and the history of one row."""

import datetime as dt
import uuid
from decimal import Decimal

import pytest
from django.apps import apps
from django.db.models import ForeignKey
from tests.core.versions.scratch import Thing, query

from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.versions.history import Change, as_of, history, version_model, versions
from vijfluik.core.versions.rows import Op, VersionRow

KEY = uuid.UUID(int=5)


def now() -> dt.datetime:
    moment: dt.datetime = query("SELECT clock_timestamp()")[0][0]  # type: ignore[assignment]
    return moment


def somebody(reason: str) -> Acting:
    actor = Actor(key=uuid.UUID(int=7), name="A", organisation="o", grants=())
    return Acting(actor=actor, purpose=Purpose.PROGRAMME, reason=reason)


def test_as_of_gives_each_row_as_it_was_known_then(things: str) -> None:
    moments = [now()]
    for title in ("een", "twee"):
        Thing.objects.update_or_create(key=KEY, defaults={"title": title})
        moments.append(now())
    Thing.objects.all().delete()
    moments.append(now())
    known = [[row.title for row in as_of(Thing, moment=one)] for one in moments]
    assert known == [[], ["een"], ["twee"], []]


def test_a_version_holds_from_its_beginning_up_to_but_not_at_its_end(things: str) -> None:
    Thing.objects.create(key=KEY, title="een")
    Thing.objects.update(title="twee")
    first, second = versions(Thing).order_by("tx_from")
    at_change = as_of(Thing, moment=second.tx_from).get()
    assert at_change == second
    just_before = second.tx_from - dt.timedelta(microseconds=1)
    assert as_of(Thing, moment=just_before).get() == first
    assert as_of(Thing, moment=first.tx_from).get() == first


def test_a_moment_without_offset_is_refused(things: str) -> None:
    with pytest.raises(ValueError, match="offset"):
        as_of(Thing, moment=dt.datetime(2019, 1, 1))  # noqa: DTZ001


def test_values_come_back_as_the_model_knows_them(things: str) -> None:
    values: dict[str, object] = {
        "amount": Decimal("1.50"),
        "day": dt.date(2019, 1, 1),
        "moment": dt.datetime(2019, 1, 1, tzinfo=dt.UTC),
        "extra": {"a": [1, None]},
        "tags": ["x", "y"],
        "flag": False,
    }
    Thing.objects.create(key=KEY, **values)
    row = versions(Thing).get(key=KEY)
    assert {name: getattr(row, name) for name in values} == values
    assert row.tx_to is None
    assert list(versions(Thing).values_list("tx_to", flat=True)) == [None]
    assert versions(Thing).filter(tags__contains=["x"], amount__gt=1).current().count() == 1


def test_history_tells_what_changed_by_whom_and_why(things: str) -> None:
    with acting(somebody("aanvraag")):
        Thing.objects.create(key=KEY, title="een", number=1, tags=["a"])
    with acting(somebody("verschreven")):
        Thing.objects.update(title="twee", tags=["a", "b"])
    with acting(somebody("dubbel")):
        Thing.objects.all().delete()
    first, second, third = history(Thing, key=KEY)
    assert [one.op for one in (first, second, third)] == [Op.INSERT, Op.UPDATE, Op.DELETE]
    assert [one.reason for one in (first, second, third)] == ["aanvraag", "verschreven", "dubbel"]
    assert {one.actor for one in (first, second, third)} == {uuid.UUID(int=7)}
    assert second.changes == (
        Change(field="title", before="een", after="twee"),
        Change(field="tags", before=["a"], after=["a", "b"]),
    )
    assert {change.field for change in first.changes} == {"key", "title", "number", "tags"}
    assert (first.until, second.until, third.until) == (second.moment, third.moment, third.moment)
    assert third.changes == ()
    assert third.values["title"] == "twee"


def test_a_row_that_never_was_has_no_history(things: str) -> None:
    assert history(Thing, key=KEY) == []


def test_the_model_of_versions_is_made_once_and_hidden_from_migrations(lasting: str) -> None:
    made = version_model(Professional)
    assert version_model(Professional) is made
    assert issubclass(made, VersionRow)
    assert made._meta.db_table == "partners_professional_version"
    assert made not in apps.get_models()
    assert {field.name for field in Professional._meta.concrete_fields} <= {
        field.name for field in made._meta.concrete_fields
    }


def test_foreign_keys_lead_to_what_they_led_to_and_leave_nothing_behind(lasting: str) -> None:
    field = version_model(Professional)._meta.get_field("organisation")
    assert field.related_model is Professional._meta.get_field("organisation").related_model
    assert isinstance(field, ForeignKey)
    assert field.column == "organisation_id"
    options = field.deconstruct()[3]
    assert (options["db_constraint"], options["db_index"], options["null"]) == (False, False, True)
    related = field.related_model
    assert related is not None
    names = [one.name for one in related._meta.get_fields()]
    assert not [name for name in names if "version" in name and "professional" in name]
