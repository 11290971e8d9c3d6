"""Values from a closed vocabulary, one or several."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.registers.exporting.fields import ExportValue, FieldKind
from vijfluik.core.registers.importing.choices import word_table
from vijfluik.core.registers.kinds.kind import Kind, Read
from vijfluik.core.registers.kinds.plain import in_dutch

if TYPE_CHECKING:
    from vijfluik.core.registers.declaration import Value
    from vijfluik.core.registers.lookups import Lookups


class Choice(Kind):
    """One value of a closed vocabulary."""

    counted = ColumnType.TEXT

    @cached_property
    def choices(self) -> dict[str, Any]:
        """Value → label, lazy."""
        return dict(self.field.flatchoices)

    @cached_property
    def _dutch(self) -> dict[str, str]:
        # Translated once instead of for every row.
        return {value: in_dutch(label) for value, label in self.choices.items()}

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """Dutch label, English label or identifier."""
        return word_table(self.choices).read

    def words(self, value: str, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """The label."""
        return str(self.choices.get(value, value))

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":
        """The label."""
        value = getattr(record, self.column)
        return self.words(value, lookups=lookups) if value else None

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """The Dutch label."""
        value: str = getattr(record, self.column)
        return self._dutch.get(value, value)

    def labels(self) -> dict[str, str]:
        """Value → label."""
        return {value: str(label) for value, label in self.choices.items()}

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """Whether it is in the vocabulary."""
        return "" if not value or value in self.choices else _("staat niet in de lijst")


class Choices(Choice):
    """Several values of a closed vocabulary."""

    export = FieldKind.SEVERAL
    counted = ColumnType.TEXTS

    @cached_property
    def choices(self) -> dict[str, Any]:
        """Value → label, lazy."""
        return dict(self.field.base_field.flatchoices)  # type: ignore[attr-defined]

    def plain(self, value: Any) -> tuple[str, ...]:
        """A tuple."""
        return tuple(value or ())

    def put(self, record: Any, value: Any) -> None:
        """A list."""
        setattr(record, self.column, list(value))

    def reader(self, lookups: "Lookups") -> Read:  # noqa: ARG002
        """Words with a comma between them."""
        read = word_table(self.choices).read_several
        return lambda value: tuple(read(value))

    def words(self, value: Any, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """The labels."""
        return ", ".join(str(self.choices.get(each, each)) for each in value)

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """The Dutch labels."""
        return [self._dutch.get(each, each) for each in getattr(record, self.column)]

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:
        """Whether all are in the vocabulary."""
        faults = (Choice.unknown(self, each, lookups=lookups) for each in value)
        return next((fault for fault in faults if fault), "")
