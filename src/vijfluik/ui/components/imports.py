"""The preview of an import: what will be added, and every cell that is not right."""

from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.ui.components.library import register


@dataclass(frozen=True, kw_only=True)
class CellError:
    """A wrong cell: where it stands (line as in the file, column by its heading), what is in it,
    what is wrong and what would be right."""

    line: int
    column: str
    value: str
    wrong: str
    right: str


@register.inclusion_tag("ui/import_preview.html")
def import_preview(
    errors: Sequence[CellError], *, added: int, known: int, held: int
) -> dict[str, object]:
    """What an import will do, and each wrong cell in a table.

    errors: the wrong cells. added: rows that will be added. known: rows that are there already and
    add nothing. held: rows with a wrong cell, kept until they are put right.
    """
    return {"errors": errors, "added": added, "known": known, "held": held}
