"""What each format says, read back by readers that know nothing of the writers.

Texts are compared without white space: paper breaks lines, word processors their own way.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
import odfdo
import pikepdf
from docx.oxml.ns import qn
from lxml import html

TIP = re.compile(r"\(([^()\s]+)\)\Z")
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
Grid = list[list[str]]


@dataclass
class Said:
    """Title first; headings with their depth; tables cell by cell, headers and annex included."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bare: list[Grid] = field(default_factory=list)


def squeezed(text: str) -> str:
    """A text without what a format may set its own way: spaces, the signs of breaking, colons."""
    return re.sub(r"[\s:\u00ad]", "", text)


def of_html(content: bytes) -> Said:
    """Headings h1–h6, tables, drawings by their label, bound figures by their attribute."""
    root = html.fromstring(content.decode())
    for hidden in root.find_class("visually-hidden"):
        hidden.drop_tree()
    said = Said()
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        said.headings.append((int(heading.tag[1]), squeezed(heading.text_content())))
    said.tables = _grids(root)
    said.charts = [
        squeezed(drawing.get("aria-label")) for drawing in root.iter("{*}svg") if len(drawing)
    ]
    said.figures = [
        (link.get("data-figure"), squeezed(link.text_content()))
        for link in root.find_class("cijfer")
    ]
    for mark in list(root.iter("sup")):
        mark.drop_tree()
    said.bare = _grids(root)
    return said


def _grids(root: Any) -> list[Grid]:
    return [
        [[squeezed(cell.text_content()) for cell in row] for row in table.iter("tr")]
        for table in root.iter("table")
    ]


def of_json(content: bytes) -> Said:
    """The tree itself."""
    said = Said()
    _walk(json.loads(content), depth=1, said=said)
    return said


def _walk(node: Any, *, depth: int, said: Said) -> None:
    if isinstance(node, list):
        for each in node:
            _walk(each, depth=depth, said=said)
        return
    if not isinstance(node, dict):
        return
    kind = node.get("type")
    if kind in {"Document", "Section", "ReceiptAnnex"}:
        said.headings.append((depth, squeezed(node["title"])))
    if kind == "Table":
        heads = [column["header"] + column["note"] for column in node["columns"]]
        rows = [
            [row["header"] + row["note"], *(_words(cell) for cell in row["cells"])]
            for row in node["rows"]
        ]
        said.tables.append([[squeezed(cell) for cell in row] for row in [heads, *rows]])
    if kind == "Chart":
        said.charts.append(squeezed(node["alternative"]))
    if kind == "ReceiptAnnex":
        said.tables.append([[squeezed(each["value"])] for each in node["receipts"]])
    if kind == "Figure":
        said.figures.append((node["key"], squeezed(node["text"])))
    deeper = depth + 1 if kind in {"Document", "Section"} else depth
    for name in (
        "sentence",
        "introduction",
        "content",
        "items",
        "cells",
        "rows",
        "table",
        "blocks",
    ):
        if name in node:
            _walk(node[name], depth=deeper, said=said)


def _words(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_words, node))
    if "content" in node:
        return _words(node["content"]) + str(node.get("note", ""))
    return str(node["text"])


def of_csv(content: bytes) -> Said:
    """Figures, and the cells of tables by the numbers of their rows and columns."""
    text = content.decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    names, *rows = lines[1:] if lines[0][0].startswith("#") else lines
    found = [dict(zip(names, row, strict=True)) for row in rows]
    said = Said()
    tables: dict[str, dict[tuple[int, int], dict[str, str]]] = {}
    for row in found:
        if row["soort"] == "cijfer":
            said.figures.append((row["cijfer"], squeezed(row["tekst"].removeprefix("'"))))
        if row["soort"] == "cel":
            tables.setdefault(row["tabel"], {})[int(row["rij"]), int(row["kolom"])] = row
    for cells in tables.values():
        wide = max(column for _, column in cells)
        grid = [["", *(squeezed(cells[1, at]["kolomkop"]) for at in range(1, wide + 1))]]
        for at in range(1, max(row for row, _ in cells) + 1):
            words = [squeezed(cells[at, column]["tekst"]) for column in range(1, wide + 1)]
            grid.append([squeezed(cells[at, 1]["rijkop"]), *words])
        said.tables.append(grid)
    said.tables.append([[squeezed(row["tekst"])] for row in found if row["soort"] == "bewijs"])
    return said


def of_docx(content: bytes) -> Said:
    """Paragraphs in the styles of headings, tables, pictures by their description."""
    file = docx.Document(io.BytesIO(content))
    said = Said()
    for paragraph in file.paragraphs:
        name = str(getattr(paragraph.style, "name", ""))
        if name == "Title":
            said.headings.append((1, squeezed(paragraph.text)))
        elif name.startswith("Heading "):
            said.headings.append((int(name[8:]) + 1, squeezed(paragraph.text)))
    said.tables = [
        [[squeezed(cell.text) for cell in row.cells] for row in table.rows] for table in file.tables
    ]
    body = file.element.body
    said.charts = [squeezed(each.get("descr")) for each in body.iter(qn("wp:docPr"))]
    for link in body.iter(qn("w:hyperlink")):
        tip = TIP.search(link.get(qn("w:tooltip")) or "")
        if tip:
            text = "".join(each.text for each in link.iter(qn("w:t")))
            said.figures.append((tip[1], squeezed(text)))
    return said


def of_odt(content: bytes) -> Said:
    """Headings, tables, frames by their description, links by their title."""
    body = odfdo.Document(io.BytesIO(content)).body
    root = body._xml_element
    said = Said()
    text, table, draw, svg = (ODF % name for name in ("text", "table", "drawing", "svg-compatible"))
    for each in root.iter(f"{text}p", f"{text}h"):
        if each.get(f"{text}style-name") == "Title":
            said.headings.append((1, squeezed(_odf_text(each))))
        if each.tag == f"{text}h":
            level = int(each.get(f"{text}outline-level")) + 1
            said.headings.append((level, squeezed(_odf_text(each))))
    said.tables = [
        [
            [squeezed(_odf_text(cell)) for cell in row.iter(f"{table}table-cell")]
            for row in each.iter(f"{table}table-row")
        ]
        for each in root.iter(f"{table}table")
    ]
    said.charts = [squeezed(each.text) for each in root.iter(f"{svg}desc")]
    assert [each.tag for each in root.iter(f"{draw}frame")] == [f"{draw}frame"] * len(said.charts)
    for link in root.iter(f"{text}a"):
        tip = TIP.search(link.get(f"{ODF % 'office'}title") or "")
        if tip:
            said.figures.append((tip[1], squeezed(_odf_text(link))))
    return said


def _odf_text(element: Any) -> str:
    note = f"{ODF % 'text'}note"
    found = element.text or ""
    for child in element:
        found += ("" if child.tag == note else _odf_text(child)) + (child.tail or "")
    return str(found)


def of_pdf(content: bytes) -> Said:
    """By the tags: headings, tables, alternative texts; figures are links into the annex."""
    with pikepdf.open(io.BytesIO(content)) as file:
        texts = dict(_marked(file))
        said = Said()
        _tags(file.Root.StructTreeRoot, texts=texts, said=said)
        said.links = list(_links(file.Root.StructTreeRoot, texts=texts))
        # A letter has no figures, and so no file that tells where they come from.
        if "herkomst.json" in file.attachments:
            inside = json.loads(file.attachments["herkomst.json"].get_file().read_bytes())
            said.figures = [(each["key"], squeezed(each["text"])) for each in inside["figures"]]
    return said


def _tags(element: Any, *, texts: dict[tuple[int, int], str], said: Said) -> None:
    for child in _children(element):
        kind = str(child.S)
        words = squeezed(_text(child, texts=texts, page=None))
        if kind == "/Title":
            said.headings.append((1, words))
        elif re.fullmatch(r"/H[1-6]", kind):
            said.headings.append((int(kind[2]) + 1, words))
        elif kind == "/Figure" and "/Alt" in child:
            said.charts.append(squeezed(str(child.Alt)))
        elif kind == "/Table":
            said.tables.append(
                [
                    [squeezed(_text(cell, texts=texts, page=None)) for cell in _children(row)]
                    for group in _children(child)
                    if str(group.S) in {"/THead", "/TBody"}
                    for row in _children(group)
                ]
            )
        else:
            _tags(child, texts=texts, said=said)


def _links(element: Any, *, texts: dict[tuple[int, int], str]) -> Iterator[str]:
    """The words that lead somewhere, but those of the contents."""
    for child in _children(element):
        if str(child.S) == "/Link":
            yield squeezed(_text(child, texts=texts, page=None))
        elif str(child.S) != "/TOC":
            yield from _links(child, texts=texts)


def _children(element: Any) -> list[Any]:
    return [each for each in _listed(element.get("/K")) if _is_element(each)]


def _is_element(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary) and "/S" in value


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _text(element: Any, *, texts: dict[tuple[int, int], str], page: Any) -> str:
    page = element.get("/Pg", page)
    found = ""
    for each in _listed(element.get("/K")):
        if _is_element(each):
            found += _text(each, texts=texts, page=page)
        elif isinstance(each, int):
            found += texts.get((page.objgen[0], each), "")
        elif "/MCID" in each:
            found += texts.get((each.get("/Pg", page).objgen[0], int(each.MCID)), "")
    return found


def _marked(file: Any) -> Iterator[tuple[tuple[int, int], str]]:
    """The text of each piece of marked content, by the page and the number of the piece."""
    for page in file.pages:
        fonts = {str(name): _letters(font) for name, font in page.Resources.Font.items()}
        letters: dict[str, str] = {}
        open_pieces: list[int | None] = []
        found: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(page):
            operands: list[Any] = list(instruction.operands)
            name = str(instruction.operator)
            if name in {"BDC", "BMC"}:
                told: Any = operands[1] if len(operands) > 1 else {}
                has = isinstance(told, pikepdf.Dictionary) and "/MCID" in told
                open_pieces.append(int(told.MCID) if has else None)
            elif name == "EMC":
                open_pieces.pop()
            elif name == "Tf":
                letters = fonts[str(operands[0])]
            elif name in {"Tj", "TJ"}:
                piece = next((each for each in reversed(open_pieces) if each is not None), None)
                if piece is not None:
                    found[piece] = found.get(piece, "") + "".join(_shown(operands[0], letters))
        for piece, text in found.items():
            yield (page.objgen[0], piece), text


def _shown(operand: Any, letters: dict[str, str]) -> Iterator[str]:
    for run in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(run, pikepdf.String):
            codes = bytes(run).hex()
            yield from (letters[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _letters(font: Any) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode()
    return {
        code.lower(): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$", table, re.MULTILINE)
    }


READERS = {
    "html": of_html,
    "pdf": of_pdf,
    "docx": of_docx,
    "odt": of_odt,
    "csv": of_csv,
    "json": of_json,
}
