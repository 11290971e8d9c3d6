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


def _table(part: AnnexPart) -> Table:
    return Table(
        caption=caption_of(part),
        columns=(Column(_("Omschrijving")), Column(_("Vindplaats")), Column(_("Stand van zaken"))),
        rows=tuple(_row(row) for row in part.rows),
    )


def _row(row: AnnexRow) -> Row:
    found_at, standing = Text(row.found_at or "–"), Text(row.standing)
    return Row(row.description, (Cell((found_at,)), Cell((standing,))))
