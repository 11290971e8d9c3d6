"""Files of the kinds that are taken, and files that look like them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx

HTML = b"<!doctype html><script>alert(document.cookie)</script>"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x37\xff\xd9"
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_OPEN = b"application/vnd.oasis.opendocument."


def png() -> bytes:
    """One grey pixel."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    inside = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + inside


def archive(members: Mapping[str, bytes]) -> bytes:
    """A packed file of these members."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return into.getvalue()


def word(**more: bytes) -> bytes:
    """The parts by which a Word file is known, and others (`_` in a name is a stroke)."""
    types = f'<Types><Override ContentType="{_WORD}"/></Types>'.encode()
    return archive(
        {
            "[Content_Types].xml": types,
            "word/document.xml": b"<w/>",
            **{name.replace("__", "/"): content for name, content in more.items()},
        }
    )


def word_of_a_program() -> bytes:
    """A Word file as a program writes it."""
    into = io.BytesIO()
    docx.Document().save(into)
    return into.getvalue()


def excel() -> bytes:
    """The parts by which an Excel file is known."""
    types = f'<Types><Override ContentType="{_EXCEL}"/></Types>'.encode()
    return archive({"[Content_Types].xml": types, "xl/workbook.xml": b"<w/>"})


def open_document(kind: bytes) -> bytes:
    """The parts by which an OpenDocument file of a kind is known."""
    return archive({"mimetype": _OPEN + kind, "content.xml": b"<c/>"})
