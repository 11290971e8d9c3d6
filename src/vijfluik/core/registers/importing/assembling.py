"""From raw rows to a sheet: find the header, drop empty rows, keep to the limits."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.sheets import (
    Limits,
    Sheet,
    SheetRow,
    as_text,
    is_empty,
    is_remark,
)


def assemble(
    rows: Iterable[SheetRow],
    *,
    format: str,  # noqa: A002 - the word of the sheet's own field
    limits: Limits,
    encoding: str = "",
    delimiter: str = "",
) -> Sheet:
    """The first row that is neither empty nor a remark is the header.

    Raises:
        FileRefused: there is no header, nothing under it, or more than the limits allow.
    """
    header: SheetRow | None = None
    found: list[SheetRow] = []
    for row in rows:
        if is_empty(row.cells):
            continue
        if header is None:
            if not is_remark(row.cells):
                header = row
                _check_width(row, limits=limits)
            continue
        if len(found) >= limits.rows:
            raise FileRefused(
                code="too-many-rows",
                message=_(
                    "Het bestand heeft meer dan %(rows)d regels. Splits het in kleinere bestanden."
                )
                % {"rows": limits.rows},
            )
        found.append(row)
    if header is None:
        raise FileRefused(code="empty", message=_("Het bestand is leeg: er staat geen kop in."))
    if not found:
        raise FileRefused(
            code="no-rows", message=_("Onder de kop staan geen regels: er is niets in te lezen.")
        )
    return Sheet(
        format=format,
        header=tuple(as_text(cell) for cell in header.cells),
        header_line=header.line,
        rows=tuple(found),
        encoding=encoding,
        delimiter=delimiter,
    )


def _check_width(row: SheetRow, *, limits: Limits) -> None:
    if len(row.cells) > limits.columns:
        raise FileRefused(
            code="too-many-columns",
            message=_("Het bestand heeft meer dan %(columns)d kolommen.")
            % {"columns": limits.columns},
        )
