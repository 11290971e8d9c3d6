"""Texts, days, numbers, yes or no."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.registers.exporting.fields import ExportValue, FieldKind
from vijfluik.core.registers.importing import cells as cell
from vijfluik.core.registers.importing.choices import ChoiceTable
from vijfluik.core.registers.kinds.kind import Kind, Read

if TYPE_CHECKING:
    from vijfluik.core.registers.declaration import Value
    from vijfluik.core.registers.lookups import Lookups

LONGEST_PROSE = 10_000


class Line(Kind):
    """A text on one line."""

    counted: ColumnType | None = ColumnType.TEXT
    searched = True

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """One line, no longer than the column."""
        longest = self.longest
        return lambda value: cell.read_text(value, longest=longest)

    @property
    def longest(self) -> int:
        """How many characters fit."""
        return int(getattr(self.field, "max_length", None) or LONGEST_PROSE)


class Prose(Line):
    """A text of more lines; no figure counts it and no search of the list looks in it."""

    counted = None
    searched = False

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """As written, line ends included."""
        longest = self.longest
        return lambda value: cell.read_prose(value, longest=longest)


class Day(Kind):
    """A Dutch day."""

    export = FieldKind.DAY
    counted = ColumnType.DATE

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """dd-mm-jjjj or jjjj-mm-dd."""
        return cell.read_day

    def words(self, value: dt.date, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """dd-mm-jjjj."""
        return f"{value.day:02}-{value.month:02}-{value.year:04}"


class Moment(Kind):
    """A moment, said in Amsterdam time; no figure counts it."""

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """dd-mm-jjjj uu:mm or jjjj-mm-dd uu:mm, in Amsterdam time."""
        return cell.read_moment

    def words(self, value: dt.datetime, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """dd-mm-jjjj uu:mm, with its seconds where it has any."""
        pattern = "%d-%m-%Y %H:%M:%S" if value.second else "%d-%m-%Y %H:%M"
        return value.astimezone(AMSTERDAM).strftime(pattern)

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:
        """As it is read in."""
        value = getattr(record, self.column)
        return None if value is None else self.words(value, lookups=lookups)


class Count(Kind):
    """A whole number, zero or more."""

    export = FieldKind.NUMBER
    counted = ColumnType.INTEGER
    number = True

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """A whole number."""
        return cell.read_count


class Year(Count):
    """A calendar year."""

    counted = ColumnType.YEAR

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":  # noqa: ARG002
        """Its four digits: a page writes a sign between the thousands of a number."""
        value = getattr(record, self.column)
        return None if value is None else str(value)


class Number(Kind):
    """A number with decimals."""

    export = FieldKind.NUMBER
    number = True

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """At most as many decimals as the column has."""
        assert isinstance(self.field, models.DecimalField)  # noqa: S101 - for the type only
        places = self.field.decimal_places
        return lambda value: cell.read_decimal(value, places=places)

    def words(self, value: Decimal, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """With a comma."""
        return str(value).replace(".", ",")


class Amount(Kind):
    """An amount in cents. None is "niet vermeld": nobody said, which is not 0."""

    export = FieldKind.NUMBER
    counted = ColumnType.CENTS
    number = True

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """Euros with at most two decimals, or that it is not stated."""
        return cell.read_cents

    def words(self, value: int, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """In euros, with a point between thousands and a comma before the cents."""
        euros = f"{value // 100:,}".replace(",", ".")
        return f"€ {euros},{value % 100:02}"

    def shown(self, value: Any, *, lookups: "Lookups") -> str:
        """An amount, or that it is not stated."""
        return _("niet vermeld") if value is None else self.words(value, lookups=lookups)

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":  # noqa: ARG002
        """An amount, or that it is not stated."""
        from vijfluik.core.registers.declaration import Money

        cents = getattr(record, self.column)
        return _("niet vermeld") if cents is None else Money(cents=cents)

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """Euros; empty when it is not stated."""
        cents = getattr(record, self.column)
        return None if cents is None else Decimal(cents) / 100


class YesNo(Kind):
    """Yes or no; None when nobody said."""

    counted = ColumnType.TEXT

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """ja or nee."""
        words = [("ja", True), ("nee", False), ("yes", True), ("no", False)]
        words += [("true", True), ("false", False), ("1", True), ("0", False)]
        return ChoiceTable(words, proper={"ja": "ja", "nee": "nee"}).read

    def words(self, value: bool, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """ja or nee."""
        return _("ja") if value else _("nee")

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":
        """ja or nee."""
        value = getattr(record, self.column)
        return None if value is None else self.words(value, lookups=lookups)

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """ja or nee."""
        value = getattr(record, self.column)
        if value is None:
            return None
        return "ja" if value else "nee"

    def labels(self) -> dict[str, str]:
        """As PostgreSQL writes it."""
        return {"true": _("ja"), "false": _("nee")}


def in_dutch(text: object) -> str:
    """A lazy text in Dutch, whatever the language of the reader."""
    with override("nl"):
        return str(text)
