"""The annex of motions and undertakings of a report, as of its moment."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override

from vijfluik.accountability.undertakings.annex import AnnexPart, AnnexRow, annex_as_of, caption_of
from vijfluik.core.documents.structure import (
    Block,
    Cell,
    Column,
    Language,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from vijfluik.ui import formatting


def undertakings_annex(*, as_of: dt.datetime, language: Language) -> tuple[Block, ...]:
    """The annex; nothing when nothing was promised by then.

    Raises:
        Refused: nobody acts.
    """
    with override(str(language)):
        tables = [_table(part) for part in annex_as_of(as_of) if part.rows]
        if not tables:
            return ()
        introduction = _("Naar de stand van het moment van dit verslag.")
        title = _("Bijlage moties en toezeggingen")
    blocks: tuple[Block, ...] = (Paragraph((Text(introduction),)), *tables)
    return (Section(key="moties-en-toezeggingen", title=title, blocks=blocks),)


def open_promises(
    *, caption: str, columns: tuple[str, ...], none: str, as_of: dt.datetime, language: Language
) -> Block:
    """The undertakings that had still to be kept at the moment, the earliest day first.

    Args:
        caption: of the table.
        columns: the headings of what was promised and of the day by which it is.
        none: what is said when nothing is open.
        as_of: a closed moment.
        language: of the report; the words of an undertaking are those of its record.

    Raises:
        Refused: nobody acts.
    """
    with override(str(language)):
        found = [
            row.record for part in annex_as_of(as_of) if not part.finished for row in part.rows
        ]
        days = [formatting.day(record.due_on, language=str(language)) for record in found]
    if not found:
        return Paragraph((Text(none),))
    ordered = sorted(zip(found, days, strict=True), key=lambda pair: pair[0].due_on)
    return Table(
        caption=caption,
        columns=tuple(Column(name) for name in columns),
        rows=tuple(
            Row(record.title, (Cell((Text(record.text),)), Cell((Text(day),))))
            for record, day in ordered
        ),
    )


def _table(part: AnnexPart) -> Table:
    return Table(
        caption=caption_of(part),
        columns=(Column(_("Omschrijving")), Column(_("Vindplaats")), Column(_("Stand van zaken"))),
        rows=tuple(_row(row) for row in part.rows),
    )


def _row(row: AnnexRow) -> Row:
    found_at, standing = Text(row.found_at or "–"), Text(row.standing)
    return Row(row.description, (Cell((found_at,)), Cell((standing,))))
