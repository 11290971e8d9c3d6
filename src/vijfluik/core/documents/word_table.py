"""Tables of a text document: a header row that repeats, and a first column that is a header."""

from __future__ import annotations

from collections.abc import Sequence

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.structure import CellKind
from vijfluik.core.documents.word_file import TABLE_HEAD, TABLE_TEXT
from vijfluik.core.documents.word_xml import Element, element, paragraph, valued

Lines = list[list[Element]]
"""What stands in a cell: the content of each of its lines."""

# Twentieths of a point between the margins.
_WIDTH = 8790
_RULES = (("top", "12"), ("bottom", "12"), ("insideH", "4"))
_LOOK = {"firstRow": "1", "firstColumn": "1", "noVBand": "1"}


def table_element(
    *,
    caption: str,
    heads: Sequence[Lines],
    rows: Sequence[Sequence[Lines]],
    kinds: Sequence[CellKind],
) -> Element:
    """Return a table with its column headers ``heads``; ``kinds`` say how its columns are set.

    The first cell of a row is its header, and the table says so (``firstColumn``).
    """
    rules = [element(edge, val="single", sz=size, color="1B1D21") for edge, size in _RULES]
    properties = element(
        "tblPr",
        element("tblW", w="5000", type="pct"),
        element("tblBorders", *rules),
        element("tblLook", val="04A0", **_LOOK),
        valued("tblCaption", web_text(collapse(caption))),
    )
    columns = element("tblGrid", *(element("gridCol", w=str(_WIDTH // len(kinds))) for _ in kinds))
    repeated = [element("tblHeader")]
    made = element("tbl", properties, columns, _row(heads, repeated, kinds=kinds, style=TABLE_HEAD))
    made.extend(_row(row, [], kinds=kinds, style=TABLE_TEXT) for row in rows)
    return made


def _row(
    cells: Sequence[Lines], said: list[Element], *, kinds: Sequence[CellKind], style: str
) -> Element:
    width = str(_WIDTH // len(kinds))
    return element(
        "tr",
        element("trPr", element("cantSplit"), *said),
        *(
            element(
                "tc",
                element("tcPr", element("tcW", w=width, type="dxa")),
                *(paragraph(style, line, *_aligned(kind)) for line in lines or [[]]),
            )
            for lines, kind in zip(cells, kinds, strict=True)
        ),
    )


def _aligned(kind: CellKind) -> list[Element]:
    return [valued("jc", "right")] if kind is CellKind.NUMBER else []
