"""Every format of one document, read back: the same figures, headings, tables and charts."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as word_reader
import odfdo
import pytest
from docx.oxml.ns import qn
from tests.core.documents.comparing import compare
from tests.core.documents.reading import READERS, of_csv, of_html

from vijfluik.core.documents.html import page
from vijfluik.core.documents.opendocument import odt
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.plain import as_json
from vijfluik.core.documents.plain_reading import PlainError, from_json
from vijfluik.core.documents.separated import as_csv
from vijfluik.core.documents.structure import Document, Language, Paragraph, Section, Text
from vijfluik.core.documents.word import docx

Make = Callable[..., Document]
SITE = "https://vijfluik.test"
WRITERS: dict[str, Callable[[Document], bytes]] = {
    "html": lambda document: page(document, base_url=SITE).encode(),
    "pdf": lambda document: pdf(document, base_url=SITE),
    "docx": lambda document: docx(document, base_url=SITE),
    "odt": lambda document: odt(document, base_url=SITE),
    "csv": as_csv,
    "json": as_json,
}


@pytest.mark.parametrize("kind", [kind for kind in WRITERS if kind != "html"])
def test_each_format_says_what_the_web_page_says(full: Document, kind: str) -> None:
    compare(of_html(WRITERS["html"](full)), READERS[kind](WRITERS[kind](full)), kind=kind)


@pytest.mark.parametrize("kind", ["docx", "odt", "csv", "json"])
def test_nasty_text_is_the_same_text_in_each_format(make: Make, kind: str) -> None:
    nasty = "<b>&amp;\"'\x00\x0b\ufffe =1+1 漢字 😀 \u202e\t  ]]> ${x} [[y]]"
    document = make(
        Section("deel", nasty, (Paragraph((Text(nasty),)),)), title=nasty, subject=nasty
    )
    web, other = of_html(WRITERS["html"](document)), READERS[kind](WRITERS[kind](document))
    assert kind == "csv" or web.headings == other.headings


def test_json_holds_the_whole_document(full: Document) -> None:
    assert from_json(as_json(full)) == full


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"type": "Paragraph"', b'"type": "Text"', "missing or unknown"),
        (b'"type": "Paragraph"', b'"type": "Script"', "is no part of a document"),
        (b'"language": "nl"', b'"language": "de"', "/language"),
        (b'"as_of": "2019', b'"as_of": "x2019', "/as_of"),
        (b'"format": "vijfluik-document/1"', b'"format": "other"', "it is no"),
        (b'"title": "Rapportage"', b'"title": 7', "/title: 7 is no text"),
        (b"{", b"", "it is no JSON"),
    ],
)
def test_json_that_is_no_document_says_where(
    full: Document, old: bytes, new: bytes, said: str
) -> None:
    with pytest.raises(PlainError, match=said):
        from_json(as_json(full).replace(old, new, 1))


def test_word_processors_get_header_rows_language_and_notes(full: Document) -> None:
    file = word_reader.Document(io.BytesIO(WRITERS["docx"](full)))
    assert len(file.tables) == 3
    for table in file.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    assert file.core_properties.language == "nl-NL"
    assert file.core_properties.created.isoformat() == "2019-04-15T21:59:59+00:00"
    members = zipfile.ZipFile(io.BytesIO(WRITERS["docx"](full)))
    notes = members.read("word/footnotes.xml").decode()
    assert "Deelnemers in 2018: 4823 (ror-participants-2018, bewijs r1)." in notes
    body = members.read("word/document.xml").decode()
    assert body.count("<w:footnoteReference ") == 1
    for asked in (" TOC ", " SEQ Tabel ", " SEQ Figuur "):
        assert asked in body
    assert " NUMPAGES " in members.read("word/footer1.xml").decode()
    assert "Verzonnen gegevens" in members.read("word/header1.xml").decode()


def test_opendocument_gets_header_rows_and_columns_language_and_notes(full: Document) -> None:
    content = WRITERS["odt"](full)
    root = odfdo.Document(io.BytesIO(content)).body._xml_element
    spaces = {
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("table", "text")
    }
    for part in ("table-header-rows", "table-header-columns", "title"):
        assert len(root.findall(f".//table:{part}", spaces)) == 3
    assert len(root.findall(".//text:note", spaces)) == 1
    assert len(root.findall(".//text:sequence", spaces)) == 2
    members = zipfile.ZipFile(io.BytesIO(content))
    assert members.infolist()[0].filename == "mimetype"
    assert members.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert 'fo:language="nl" fo:country="NL"' in members.read("styles.xml").decode()
    assert "2019-04-15T21:59:59Z" in members.read("meta.xml").decode()


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_numbered_lists_begin_anew(make: Make, kind: str) -> None:
    from vijfluik.core.documents.structure import NumberedList

    first = NumberedList(((Text("een"),), (Text("twee"),)))
    content = WRITERS[kind](make(first, Paragraph((Text("tussen"),)), first))
    members = zipfile.ZipFile(io.BytesIO(content))
    if kind == "odt":
        assert (
            members.read("content.xml").decode().count('<text:list text:style-name="Numbers"') == 2
        )
        return
    body = members.read("word/document.xml").decode()
    numbers = [part.split('"')[1] for part in body.split("<w:numId ")[1:]]
    assert len(set(numbers)) == 2
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_csv_disarms_formulas(make: Make) -> None:
    from vijfluik.core.documents.structure import Cell, Column, Row, Table

    table = Table("Som", (Column("a"), Column("b")), (Row("=1+1", (Cell((Text("@x"),)),)),))
    text = as_csv(make(table)).decode("utf-8-sig")
    assert ";'=1+1;b;'@x;" in text
    assert of_csv(as_csv(make(table))).tables[0][1][1] == "'@x"


def test_every_format_is_the_same_in_another_process_with_another_environment(
    full: Document,
) -> None:
    program = (
        "import sys, hashlib\n"
        "from vijfluik.core.documents.plain_reading import from_json\n"
        "from tests.core.documents.test_document_formats import WRITERS\n"
        "document = from_json(sys.stdin.buffer.read())\n"
        "for kind, write in WRITERS.items():\n"
        "    print(kind, hashlib.sha256(write(document)).hexdigest())\n"
    )
    here = Path.cwd()
    seen = subprocess.run(
        [sys.executable, "-c", program],
        input=as_json(full),
        capture_output=True,
        check=True,
        env={
            "PYTHONPATH": os.pathsep.join((str(here / "src"), str(here))),
            "PYTHONHASHSEED": "7",
            "TZ": "Asia/Tokyo",
            "LC_ALL": "C",
            "HOME": "/nonexistent",
        },
    ).stdout.decode()
    own = {kind: hashlib.sha256(write(full)).hexdigest() for kind, write in WRITERS.items()}
    assert dict(line.split() for line in seen.splitlines()) == own


@pytest.mark.parametrize("language", list(Language))
def test_an_edition_without_figures_is_written_in_each_format(
    make: Make, language: Language
) -> None:
    document = make(Paragraph((Text("Kort."),)), language=language, demonstration=False)
    for kind, write in WRITERS.items():
        said = READERS[kind](write(document)) if kind != "pdf" else None
        assert said is None or said.figures == []
