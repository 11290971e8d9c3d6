"""What the kinds of fields read, show and write, those included that the first rooms do not use."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import override

from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import Money
from vijfluik.core.registers.importing.refusals import Unreadable
from vijfluik.core.registers.kinds import kind_of
from vijfluik.core.registers.lookups import Lookups, PlaceFact
from vijfluik.core.registers.models import (
    MoneyField,
    OrganisationsField,
    PlacesField,
    YearField,
)
from vijfluik.core.registers.words import machine_name

OLD = PlaceFact(
    id=1, code="GM1", name="Oudedorp", valid_from=dt.date(2000, 1, 1),
    valid_until=dt.date(2019, 1, 1),
)  # fmt: skip
NEW = PlaceFact(id=2, code="GM2", name="Oudedorp", valid_from=dt.date(2019, 1, 1), valid_until=None)
LOOKUPS = Lookups(
    given={
        Place: [OLD, NEW],
        Organisation: [
            Organisation(code="ror", name="Opleider"),
            Organisation(code="ssv", name="S"),
        ],
    }
)


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    with override("nl"):
        yield


def named(field: Any, name: str = "veld") -> Any:
    """The kind of a field that stands on no model."""
    field.set_attributes_from_name(name)
    return kind_of(field)


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("€ 1.250.000", 125_000_000), ("12,50", 1250), ("0", 0), ("6300000", 630_000_000),
        (12.5, 1250), ("1.234,5", 123_450), ("niet vermeld", None), ("Niet vermeld", None),
        ("1.000,-", 100_000),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_euros_and_kept_in_cents(cell: Any, cents: int | None) -> None:
    assert named(MoneyField(null=True, blank=True)).reader(LOOKUPS)(cell) == cents


@pytest.mark.parametrize("cell", ["veel", "12,345", "-1", "99999999999999"])
def test_what_is_no_amount_is_told(cell: str) -> None:
    with pytest.raises(Unreadable) as caught:
        named(MoneyField(null=True, blank=True)).reader(LOOKUPS)(cell)
    assert "niet vermeld" in caught.value.right


def test_an_amount_that_is_not_stated_is_no_nought() -> None:
    kind = named(MoneyField(null=True, blank=True))
    unstated, nought = SimpleNamespace(veld=None), SimpleNamespace(veld=0)
    assert kind.on_page(unstated, lookups=LOOKUPS) == "niet vermeld"
    assert kind.on_page(nought, lookups=LOOKUPS) == Money(cents=0)
    assert (kind.shown(None, lookups=LOOKUPS), kind.shown(5, lookups=LOOKUPS)) == (
        "niet vermeld",
        "€ 0,05",
    )
    assert kind.exported(unstated, lookups=LOOKUPS) is None
    assert kind.exported(SimpleNamespace(veld=1250), lookups=LOOKUPS) == Decimal("12.5")
    assert kind.counted == ColumnType.CENTS


def test_several_municipalities_are_the_latest_of_each_name() -> None:
    kind = named(PlacesField())
    assert kind.reader(LOOKUPS)("Oudedorp, GM1") == (2, 1)
    assert kind.words((1, 2), lookups=LOOKUPS) == "Oudedorp, Oudedorp"
    assert kind.unknown((1, 9), lookups=LOOKUPS)
    assert not kind.unknown((1, 2), lookups=LOOKUPS)
    with pytest.raises(Unreadable):
        kind.reader(LOOKUPS)("Nergens")


def test_several_organisations_are_read_by_code_or_name() -> None:
    kind = named(OrganisationsField())
    assert kind.reader(LOOKUPS)("Opleider; ssv") == ("ror", "ssv")
    record = SimpleNamespace()
    kind.put(record, ("ror",))
    assert record.veld == ["ror"]
    assert kind.taken(record) == ("ror",)
    assert kind.exported(record, lookups=LOOKUPS) == ["Opleider"]


def test_yes_and_no_are_words() -> None:
    kind = named(models.BooleanField(null=True, blank=True))
    assert (kind.reader(LOOKUPS)("Ja"), kind.reader(LOOKUPS)("nee")) == (True, False)
    assert kind.exported(SimpleNamespace(veld=False), lookups=LOOKUPS) == "nee"
    assert kind.on_page(SimpleNamespace(veld=None), lookups=LOOKUPS) is None


def test_prose_keeps_its_lines_and_is_not_counted() -> None:
    kind = named(models.TextField(blank=True))
    assert kind.reader(LOOKUPS)("een\r\ntwee") == "een\ntwee"
    assert (kind.counted, kind.searched) == (None, False)


def test_a_vocabulary_is_read_in_both_languages() -> None:
    kind = named(ArrayField(models.CharField(choices=[("a", "één"), ("b", "twee")])))
    assert kind.reader(LOOKUPS)("één, b") == ("a", "b")
    assert kind.unknown(("a", "c"), lookups=LOOKUPS)
    assert not kind.unknown(("a",), lookups=LOOKUPS)


def test_a_kind_that_is_not_there_is_told() -> None:
    with pytest.raises(TypeError):
        named(models.JSONField())


def test_content_does_not_change() -> None:
    content = Content(title="Een")
    assert (content.title, content["title"], dict(content)) == ("Een", "Een", {"title": "Een"})
    with pytest.raises(AttributeError):
        content.title = "Twee"
    with pytest.raises(AttributeError):
        _ = content.nothing
    assert content.replaced({"title": "Twee"}).title == "Twee"
    assert content == Content(title="Een")


def test_a_label_becomes_a_name_between_machines() -> None:
    assert machine_name("aangevraagd op") == "aangevraagdOp"
    assert machine_name("titel") == "titel"


def test_a_year_is_written_without_a_sign_between_thousands_and_counted_as_a_year() -> None:
    kind = named(YearField("jaar"))
    assert kind.counted is ColumnType.YEAR
    assert kind.reader(LOOKUPS)("2018") == 2018
    assert kind.on_page(SimpleNamespace(veld=2018), lookups=LOOKUPS) == "2018"
    assert kind.on_page(SimpleNamespace(veld=None), lookups=LOOKUPS) is None


def test_several_places_are_counted_as_different_things() -> None:
    assert named(PlacesField()).counted is ColumnType.KEYS
