"""The kind of a field: how it is taken from a row and put on it, read, shown, written and counted.

Three forms of a value: on the row (`put`, `taken`), in content (hashable, plain), and in words.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.registers.exporting.fields import ExportValue, FieldKind
from vijfluik.core.registers.importing.sheets import CellValue

if TYPE_CHECKING:
    from vijfluik.core.registers.declaration import Value
    from vijfluik.core.registers.lookups import Lookups

Read = Callable[[CellValue], Any]


class Kind:
    """A plain value that stands on the row as it is; the other kinds differ in some of it.

    Attributes:
        export: how a spreadsheet types it.
        counted: how figures may use it; None for not.
        number: it stands in a column of numbers.
        searched: the search of the list looks in it.
    """

    export: FieldKind = FieldKind.TEXT
    counted: ColumnType | None = None
    number = False
    searched = False

    def __init__(self, field: "models.Field[Any, Any]") -> None:
        self.field = field
        self.column: str = field.attname

    @property
    def label(self) -> str:
        """What it is called on screen."""
        return str(self.field.verbose_name)

    def default(self) -> Any:
        """What it is when nobody said."""
        return self.plain(self.field.get_default())

    def plain(self, value: Any) -> Any:
        """A value as content holds it."""
        return value

    def taken(self, record: Any) -> Any:
        """The value of a row, as content holds it."""
        return self.plain(getattr(record, self.column))

    def put(self, record: Any, value: Any) -> None:
        """Write the value of a content on a row."""
        setattr(record, self.column, value)

    def reader(self, lookups: "Lookups") -> Read:
        """What reads a cell of a file; it raises Unreadable."""
        raise NotImplementedError(type(self).__name__)

    def words(self, value: Any, *, lookups: "Lookups") -> str:  # noqa: ARG002 - some kinds look up
        """A value that is not empty, as a person reads it."""
        return str(value)

    def shown(self, value: Any, *, lookups: "Lookups") -> str:
        """A value as a person reads it; empty as "leeg"."""
        if value is None or value in ("", ()):
            return _("leeg")
        return self.words(value, lookups=lookups)

    def on_page(self, record: Any, *, lookups: "Lookups") -> "Value":  # noqa: ARG002
        """The value on a page: the page writes days, numbers and amounts."""
        value: Value = getattr(record, self.column)
        return value

    def exported(self, record: Any, *, lookups: "Lookups") -> ExportValue:  # noqa: ARG002
        """The value in a file, in Dutch."""
        value: ExportValue = getattr(record, self.column)
        return value

    def labels(self) -> Mapping[str, str]:
        """Value → word, for what figures count; empty when the value is its own word."""
        return {}

    def unknown(self, value: Any, *, lookups: "Lookups") -> str:  # noqa: ARG002
        """What is wrong with a value that nothing stands for; empty when it is right."""
        return ""

    @property
    def sort(self) -> str:
        """The path that a list is sorted by."""
        return self.column

    @property
    def related(self) -> str:
        """The foreign key that a list fetches along; empty for none."""
        return ""
