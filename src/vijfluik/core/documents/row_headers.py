"""Row headers in the tags of a PDF.

The compiler tags column headers but has no switch for row headers in its wheel. This pass makes the
first cell of each body row a header with row scope, gives it an id in the id tree, and names it in
the ``Headers`` of the other cells of its row: readers that follow ``Headers`` ignore ``Scope``.
It counts every table against the structure and refuses a tree that it does not expect; a wrong
tag is worse than a missing file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pikepdf

from vijfluik.core.documents.pdf_saving import saved

_ROW_PARTS = frozenset({"/TH", "/TD"})


class TagTreeError(RuntimeError):
    """Raised when the structure tree is not the one that the document must give."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """Rows in the body and columns, row headers included."""

    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class CellCount:
    """How many header cells and data cells the tables of a file have."""

    headers: int
    cells: int


def add_row_headers(content: bytes, *, tables: tuple[TableShape, ...]) -> bytes:
    """Return the PDF ``content`` with row headers; its tables must be ``tables`` in order.

    Raises ``TagTreeError`` when the file is not tagged or its tables differ from ``tables``.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = list(_tables(pdf))
        if len(found) != len(tables):
            raise TagTreeError(f"{len(found)} tables are tagged, not {len(tables)}")
        names: dict[bytes, pikepdf.Object] = {}
        for number, (table, shape) in enumerate(zip(found, tables, strict=True), start=1):
            names.update(_mark_rows(table, shape=shape, number=number))
        if names:
            _register(pdf, names)
        return saved(pdf)


def count_cells(content: bytes) -> CellCount:
    """Return the header and data cells in the tags of the PDF ``content``."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        parts = [
            str(cell.S)
            for table in _tables(pdf)
            for group in _children(table)
            for row in _children(group)
            for cell in _children(row)
        ]
    return CellCount(headers=parts.count("/TH"), cells=parts.count("/TD"))


def _tables(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        raise TagTreeError("the file is not tagged")
    yield from _below(tree, kind="/Table")


def _below(element: pikepdf.Object, *, kind: str) -> Iterator[pikepdf.Object]:
    for child in _children(element):
        if str(child.S) == kind:
            yield child
        else:
            yield from _below(child, kind=kind)


def _children(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the structure elements right below ``element`` (marked content left out)."""
    return [
        child
        for child in _listed(element.get("/K"))
        if isinstance(child, pikepdf.Dictionary) and "/S" in child
    ]


def _listed(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _mark_rows(
    table: pikepdf.Object, *, shape: TableShape, number: int
) -> dict[bytes, pikepdf.Object]:
    head, body = _head_and_body(table, number=number)
    if len(head) != 1 or len(body) != shape.rows:
        raise TagTreeError(
            f"table {number} has {len(head)} and {len(body)} rows, not 1 and {shape.rows}"
        )
    for row in [*head, *body]:
        kinds = [str(cell.S) for cell in _children(row)]
        if len(kinds) != shape.columns or not _ROW_PARTS.issuperset(kinds):
            raise TagTreeError(f"table {number} has a row {kinds}, not {shape.columns} cells")
    names: dict[bytes, pikepdf.Object] = {}
    for place, row in enumerate(body, start=1):
        name = f"row-{number}-{place}".encode()
        names[name] = _mark_row(row, name=name)
    return names


def _head_and_body(
    table: pikepdf.Object, *, number: int
) -> tuple[list[pikepdf.Object], list[pikepdf.Object]]:
    rows: dict[str, list[pikepdf.Object]] = {"/THead": [], "/TBody": []}
    for group in _children(table):
        kind = str(group.S)
        if kind == "/Caption":
            continue
        if kind not in rows:
            raise TagTreeError(f"table {number} holds a {kind}")
        rows[kind] += _children(group)
    return rows["/THead"], rows["/TBody"]


def _mark_row(row: pikepdf.Object, *, name: bytes) -> pikepdf.Object:
    first, *others = _children(row)
    if str(first.S) != "/TD" or any(str(cell.S) != "/TD" for cell in others):
        raise TagTreeError("a body row already has a header cell")
    first.S = pikepdf.Name.TH
    first.ID = pikepdf.String(name)
    _table_attributes(first).Scope = pikepdf.Name.Row
    for cell in others:
        attributes = _table_attributes(cell)
        named = _listed(attributes.get("/Headers"))
        attributes.Headers = pikepdf.Array([*named, pikepdf.String(name)])
    return first


def _table_attributes(cell: pikepdf.Object) -> pikepdf.Object:
    """Return the attributes of ``cell`` owned by Table, made when there are none."""
    given = _listed(cell.get("/A"))
    for attributes in given:
        if isinstance(attributes, pikepdf.Dictionary) and attributes.get("/O") == "/Table":
            return attributes
    cell.A = pikepdf.Array([*given, pikepdf.Dictionary(O=pikepdf.Name.Table)])
    return cast("pikepdf.Array", cell.A)[-1]


def _register(pdf: pikepdf.Pdf, names: dict[bytes, pikepdf.Object]) -> None:
    tree = pdf.Root.StructTreeRoot.get("/IDTree")
    if tree is None or "/Kids" in tree or "/Names" not in tree:
        raise TagTreeError("the id tree is absent or is not one flat list")
    flat = _listed(tree.Names)
    known = {bytes(cast("pikepdf.String", flat[i])): flat[i + 1] for i in range(0, len(flat), 2)}
    if known.keys() & names.keys():
        raise TagTreeError("the id tree already has names of rows")
    known |= names
    pairs: list[pikepdf.Object] = []
    for name in sorted(known):
        pairs += [pikepdf.String(name), known[name]]
    tree.Names = pikepdf.Array(pairs)
