"""The paper version: valid PDF/UA-1, the same bytes, tags that agree with the structure."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import page as validator
import pikepdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vijfluik.core.documents.characters import FONT, print_text, printable_ranges
from vijfluik.core.documents.html import fragment
from vijfluik.core.documents.pdf import PdfError, compile_source, pdf, table_shapes
from vijfluik.core.documents.pdf_saving import saved
from vijfluik.core.documents.row_headers import (
    CellCount,
    TableShape,
    TagTreeError,
    add_row_headers,
    count_cells,
)
from vijfluik.core.documents.structure import (
    Block,
    Cell,
    Chart,
    Document,
    Language,
    Link,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from vijfluik.core.documents.typst import source
from vijfluik.core.documents.typst_literal import text_literal

Make = Callable[..., Document]


def failures(content: bytes) -> list[str]:
    """The rules of PDF/UA-1 and PDF/A-3a that ``content`` breaks."""
    profiles = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)
    reports = [validator.validate_pdf_bytes(content, profile=profile) for profile in profiles]
    return sorted({failure.rule_id for report in reports for failure in report.failures})


def bookmarks(content: bytes) -> list[str]:
    """The titles of the outermost bookmarks of the file."""
    with pikepdf.open(io.BytesIO(content)) as file, file.open_outline() as outline:
        return [str(item.title) for item in outline.root]


def page_texts(content: bytes) -> list[str]:
    """The text of each page, read through the character maps of its fonts."""
    with pikepdf.open(io.BytesIO(content)) as file:
        return ["".join(_shown(page_object)) for page_object in file.pages]


def _shown(page_object: pikepdf.Page) -> Iterator[str]:
    fonts = {str(name): _characters(font) for name, font in page_object.Resources.Font.items()}
    letters: dict[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page_object):
        if str(instruction.operator) == "Tf":
            letters = fonts[str(instruction.operands[0])]
        elif str(instruction.operator) in {"Tj", "TJ"}:
            (operand,) = instruction.operands
            runs = operand if isinstance(operand, pikepdf.Array) else [operand]
            for run in runs:
                if isinstance(run, pikepdf.String):
                    codes = bytes(run).hex()
                    yield from (letters[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _characters(font: pikepdf.Object) -> dict[str, str]:
    """The character behind each glyph code, in hexadecimal, of a font."""
    table = font.ToUnicode.read_bytes().decode()
    return {
        code.lower(): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$", table, re.MULTILINE)
    }


def test_full_document_is_valid_pdf_ua(full: Document) -> None:
    assert failures(pdf(full, base_url="https://vijfluik.test")) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("demonstration", [True, False])
def test_every_variant_is_valid_pdf_ua(make: Make, language: Language, demonstration: bool) -> None:
    content = pdf(make(language=language, demonstration=demonstration, palette=()))
    assert failures(content) == []
    with pikepdf.open(io.BytesIO(content)) as file:
        assert str(file.Root.Lang) == language


def test_document_without_parts_or_figures_is_valid_pdf_ua(make: Make) -> None:
    assert failures(pdf(make(Paragraph((Text("Kort."),))))) == []


def test_long_table_over_pages_is_valid_and_counted(make: Make, table: Table) -> None:
    rows = tuple(Row(f"Gemeente {i}", (Cell((Text("1"),)), Cell(()))) for i in range(120))
    content = pdf(make(Section("lang", "Lang", (replace(table, rows=rows),))))
    assert failures(content) == []
    assert count_cells(content) == CellCount(headers=3 + 120, cells=240)


def test_the_validator_bites_on_an_untagged_file() -> None:
    untagged = typst.compile(b"= Kop", format="pdf", pdf_tags=False, timestamp=0)
    assert "PDFUA1-TAGGED-DOCUMENT-001" in failures(untagged)


def test_two_builds_in_one_process_are_the_same(full: Document) -> None:
    assert pdf(full) == pdf(full)


def test_two_builds_in_two_processes_are_the_same(full: Document) -> None:
    markup = source(full)
    program = (
        "import sys, hashlib\n"
        "from vijfluik.core.documents.pdf import compile_source\n"
        "from vijfluik.core.documents.row_headers import TableShape, add_row_headers\n"
        "made = compile_source(sys.stdin.read(), timestamp=1555365599)\n"
        f"print(hashlib.sha256(add_row_headers(made, tables={table_shapes(full)!r})).hexdigest())\n"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=markup,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": str(Path("src").resolve()), "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert seen == {hashlib.sha256(pdf(full)).hexdigest()}


def test_dates_in_the_file_are_the_as_of_moment(full: Document) -> None:
    with pikepdf.open(io.BytesIO(pdf(full))) as file:
        assert str(file.docinfo.CreationDate) == "D:20190415215959Z"
        assert str(file.docinfo.Title) == "Rapportage"


def test_headers_and_cells_agree_with_the_web_version(full: Document) -> None:
    markup = fragment(full)
    assert count_cells(pdf(full)) == CellCount(
        headers=markup.count("<th "), cells=markup.count("<td")
    )


def test_row_headers_are_registered_and_named_by_their_cells(full: Document) -> None:
    with pikepdf.open(io.BytesIO(pdf(full))) as file:
        names = [bytes(name) for name in file.Root.StructTreeRoot.IDTree.Names[::2]]
        assert names == sorted(names)
        assert {b"row-1-1", b"row-1-2", b"row-2-1", b"row-2-2", b"row-3-1"} <= set(names)
        header = next(
            value
            for name, value in zip(
                names,
                list(file.Root.StructTreeRoot.IDTree.Names)[1::2],
                strict=True,
            )
            if name == b"row-1-1"
        )
        assert str(header.S) == "/TH"
        row = list(header.P.K)
        owned = [a for a in row[1].A if str(a.O) == "/Table"]
        assert [bytes(h) for h in owned[0].Headers] == [b"U1x1y0", b"row-1-1"]


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        ((), "3 tables are tagged, not 0"),
        ((TableShape(2, 3), TableShape(2, 3), TableShape(2, 3)), "table 3 has 1 and 1 rows"),
        ((TableShape(2, 4), TableShape(2, 3), TableShape(1, 3)), "not 4 cells"),
    ],
)
def test_pass_refuses_a_tree_it_does_not_expect(
    full: Document, tables: tuple[TableShape, ...], reason: str
) -> None:
    made = compile_source(source(full), timestamp=0)
    with pytest.raises(TagTreeError, match=reason):
        add_row_headers(made, tables=tables)


def test_pass_refuses_to_run_twice_and_on_untagged_files(full: Document) -> None:
    shapes = table_shapes(full)
    with pytest.raises(TagTreeError, match="already has a header"):
        add_row_headers(pdf(full), tables=shapes)
    untagged = typst.compile(b"= Kop", format="pdf", pdf_tags=False, timestamp=0)
    with pytest.raises(TagTreeError, match="not tagged"):
        add_row_headers(untagged, tables=())


def test_charts_keep_their_alternative_text(full: Document, chart: Chart) -> None:
    with pikepdf.open(io.BytesIO(pdf(full))) as file:
        alternatives = [str(item.Alt) for item in file.objects if _is_figure(item)]
    assert alternatives == [chart.alternative]


def _is_figure(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"


def test_sections_are_bookmarks(full: Document) -> None:
    assert bookmarks(pdf(full)) == ["Voorkomen", "Herkomst van de cijfers"]


@pytest.mark.parametrize("demonstration", [True, False])
def test_invented_data_are_named_on_every_page_or_on_none(make: Make, demonstration: bool) -> None:
    parts: list[Block] = [Section(f"deel-{i}", f"Deel {i}", (), None) for i in range(80)]
    pages = page_texts(pdf(make(*parts, demonstration=demonstration)))
    assert len(pages) >= 3
    for number, text in enumerate(pages, start=1):
        assert ("Verzonnen gegevens" in text) is demonstration
        assert f"Pagina {number} van {len(pages)}" in text


def test_figures_and_addresses_are_printed(full: Document) -> None:
    text = " ".join(page_texts(pdf(full)))
    assert text.count("ruim 4.800") == 4
    assert "Stand van: 15 april 2019, 23:59 (UTC+02:00)" in text


def test_addresses_of_the_site_need_a_base_to_be_a_link_on_paper(make: Make) -> None:
    document = make(Paragraph((Link("hier", "/cijfers/"),)))
    assert "#link" not in source(document).partition("#par")[2]
    assert '#link("https://vijfluik.test/cijfers/")' in source(
        document, base_url="https://vijfluik.test/"
    )


def test_source_that_does_not_compile_is_told_with_its_place() -> None:
    with pytest.raises(PdfError, match="unclosed"):
        compile_source('#set document(title: "x")\n#(', timestamp=0)


NASTY = [
    "#panic()",
    '"#import "x"',
    "\\",
    '\\"',
    "$x$ *y* _z_ `c` @ref <label> = kop - punt + 1. // weg /* ook */",
    "#{",
    "]]]",
    "https://x.nl ... -- --- ~ 'a' \"b\"",
    "\x00\x07\x1b\ud800\uffff",
    "漢字 العربية עברית 😀 👨‍👩‍👧 ẹ́ n̈",
    "\u202eomgekeerd\u2066",
    "\u00adzacht\u200bnul\ufeff",
    "  spaties\n\n\tregels  ",
    "{{}} #(1+1) \\u{41}",
]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text_and_compiles(make: Make, text: str) -> None:
    content = pdf(make(Section("deel", text, (Paragraph((Text(text),)),)), title=text))
    with pikepdf.open(io.BytesIO(content)) as file:
        assert str(file.docinfo.Title) == print_text(text)
    assert failures(content) == []


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_any_text_compiles_as_pdf_ua(texts: list[str]) -> None:
    markup = f'#set document(title: "t")\n#set text(font: "{FONT}", lang: "nl")\n'
    markup += "".join(f"#par[{text_literal(text)}#emph[{text_literal(text)}]]\n" for text in texts)
    assert compile_source(markup, timestamp=0).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("style", ["", "weight: 600, ", "weight: 700, ", 'style: "italic", '])
def test_every_character_called_printable_has_a_glyph(style: str) -> None:
    letters = [chr(code) for low, high in printable_ranges() for code in range(low, high + 1)]
    markup = f'#set document(title: "t")\n#set text({style}fallback: false, font: "{FONT}")\n'
    markup += "\n\n".join(text_literal(letter) for letter in letters if letter != " ")
    assert compile_source(markup, timestamp=0).startswith(b"%PDF")


def test_character_without_a_glyph_shows_its_code_point() -> None:
    assert print_text("漢 é e\u0301") == "[U+6F22] é é"


def test_no_stream_ends_so_that_its_length_can_be_misread() -> None:
    """A compressed stream that ends in a carriage return, before the line feed that follows it."""
    words = b"19990"
    assert zlib.compress(words).endswith(b"\r")
    with pikepdf.new() as file:
        file.Root.Odd = file.make_stream(zlib.compress(words), Filter=pikepdf.Name.FlateDecode)
        content = saved(file)
    assert b"\r\nendstream" not in content
    with pikepdf.open(io.BytesIO(content)) as file:
        read = file.Root.Odd.read_bytes(decode_level=pikepdf.StreamDecodeLevel.specialized)
    assert read == words
