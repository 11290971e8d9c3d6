"""What a file is, what it may be called, how it is sealed, and what a scanner says of it."""

import contextlib
import io
import os
import socket
import struct
import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.core.documents.stored import making
from tests.core.documents.stored.making import HTML, JPEG, PDF, archive, word

from vijfluik.core.documents.stored import sniffing
from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.documents.stored.naming import cleaned
from vijfluik.core.documents.stored.scanning import Verdict, scanned
from vijfluik.core.documents.stored.sealing import open_file, seal_file, wrap_anew
from vijfluik.core.documents.stored.sniffing import sniffed
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.sealing import Unsealable

TAKEN = {
    FileKind.PDF: PDF,
    FileKind.PNG: making.png(),
    FileKind.JPEG: JPEG,
    FileKind.DOCX: making.word_of_a_program(),
    FileKind.XLSX: making.excel(),
    FileKind.ODT: making.open_document(b"text"),
    FileKind.ODS: making.open_document(b"spreadsheet"),
    FileKind.CSV: "\ufeffnaam;bedrag\nCafé <jan@voorbeeld.nl>;3\n".encode(),
    FileKind.TXT: "Beste Café,\n\n5 < 6 en dat is <goed>.\n".encode("cp1252"),
}
REFUSED = {
    "nothing": (b"", "empty"),
    "a page": (HTML, "kind"),
    "a page behind white space": (b" \n\t" + HTML, "kind"),
    "a page further on": (b"Verslag\n\n" + HTML, "kind"),
    "a drawing": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "kind"),
    "a drawing in another encoding": ("<svg/>".encode("utf-16"), "kind"),
    "a program": (b"\x7fELF\x02\x01\x01\x00", "kind"),
    "an old office file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "kind"),
    "a moving picture": (b"GIF89a" + HTML, "kind"),
    "a picture with a page behind it": (making.png() + HTML, "ambiguous"),
    "a photo with an archive behind it": (JPEG + archive({"a": b"b"}), "ambiguous"),
    "a picture cut off": (making.png()[:-5], "damaged"),
    "a photo cut off": (JPEG[:-2], "damaged"),
    "a PDF that is an archive": (b"%PDF-1.7\n" + archive({"a": b""}) + b"\n%%EOF", "ambiguous"),
    "a PDF with a page behind it": (PDF + HTML, "damaged"),
    "an archive": (archive({"a.txt": b"b"}), "kind"),
    "an archive behind a page": (HTML + word(), "kind"),
    "a Word file with a page behind it": (word() + HTML, "ambiguous"),
    "a Word file cut off": (word()[:-30], "damaged"),
    "a path upwards": (archive({"../../etc/passwd": b"x", "word/document.xml": b""}), "damaged"),
    "a drawing as OpenDocument": (making.open_document(b"graphics"), "kind"),
}  # fmt: skip


@pytest.mark.parametrize("kind", TAKEN)
def test_each_kind_is_known_by_its_content(kind: FileKind) -> None:
    assert sniffed(TAKEN[kind]) is kind


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_something_else_or_two_things_at_once_is_refused(what: str) -> None:
    content, code = REFUSED[what]
    with pytest.raises(FileRefused) as refused:
        sniffed(content)
    assert refused.value.code == code


def test_macros_and_what_grows_out_of_bounds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    macro = archive(
        {"[Content_Types].xml": b"", "word/document.xml": b"", "word/vbaProject.bin": b"x"}
    )
    basic = archive(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"",
         "Basic/Standard/Module1.xml": b"x"}
    )  # fmt: skip
    for content in (macro, basic):
        with pytest.raises(FileRefused) as refused:
            sniffed(content)
        assert refused.value.code == "macro"
    monkeypatch.setattr(sniffing, "UNPACKED", 1_000_000)
    with pytest.raises(FileRefused) as refused:
        sniffed(word(word__media=b"0" * 2_000_000))
    assert refused.value.code == "too-large"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("..\\..\\etc/passwd", "passwd.txt"),
        ("/etc/x/../verslag.TXT", "verslag.txt"),
        ("page.html", "page.html.txt"),
        ("a\r\nSet-Cookie: x=1.txt", "a Set-Cookie- x=1.txt"),
        ("kwartaal\u202etxt.exe", "kwartaal txt.exe.txt"),
        ('"><img src=x>.txt', "---img src=x-.txt"),
        (".txt", "txt.txt"),
        ("", "document.txt"),
        ("é" * 300 + ".txt", "é" * 120 + ".txt"),
    ],
)
def test_a_name_is_cleaned_and_ends_as_its_content(sent: str, kept: str) -> None:
    assert cleaned(sent, kind=FileKind.TXT) == kept


def test_a_file_opens_for_its_document_with_its_key_and_unchanged(
    settings: Settings,
) -> None:
    document, content = uuid.uuid4(), b"een verslag" * 1000
    kept = seal_file(content, document=document)
    assert open_file(kept, document=document) == content
    assert content[:20] not in kept.content
    assert seal_file(content, document=document).content != kept.content
    for other in (
        replace(kept, content=kept.content[:-1] + bytes([kept.content[-1] ^ 1])),
        replace(kept, wrapped=kept.wrapped[:-1] + bytes([kept.wrapped[-1] ^ 1])),
    ):
        with pytest.raises(Unsealable):
            open_file(other, document=document)
    with pytest.raises(Unsealable):
        open_file(kept, document=uuid.uuid4())
    # A new key of the installation: the old one still opens, until all are sealed anew.
    settings.DOCUMENTS_KEYS_BEFORE, settings.DOCUMENTS_KEY = [settings.DOCUMENTS_KEY], "another"
    assert open_file(kept, document=document) == content
    key_id, wrapped = wrap_anew(kept.wrapped, key_id=kept.key_id, document=document)
    settings.DOCUMENTS_KEYS_BEFORE = []
    with pytest.raises(Unsealable):
        open_file(kept, document=document)
    assert open_file(replace(kept, key_id=key_id, wrapped=wrapped), document=document) == content


@contextlib.contextmanager
def clamd(place: Path, *, answer: bytes) -> Iterator[list[bytes]]:
    """A scanner of one question, which answers this; the list holds what it was given."""
    heard: list[bytes] = []

    def once() -> None:
        line, _ = listening.accept()
        with line, line.makefile("rb") as reading:
            assert reading.read(10) == b"zINSTREAM\0"
            file = io.BytesIO()
            while size := struct.unpack(">I", reading.read(4))[0]:
                file.write(reading.read(size))
            heard.append(file.getvalue())
            line.sendall(answer)

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
        listening.listen()
        thread = threading.Thread(target=once)
        thread.start()
        yield heard
        thread.join(timeout=5)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (b"stream: OK\0", Verdict.CLEAN),
        (b"stream: Eicar-Signature FOUND\0", Verdict.INFECTED),
        (b"INSTREAM size limit exceeded. ERROR\0", Verdict.WAITING),
        (b"FOUND OK\0", Verdict.WAITING),
        (b"", Verdict.WAITING),
    ],
)
def test_the_scanner_is_given_the_whole_file_and_only_its_verdict_counts(
    settings: Settings, tmp_path: Path, answer: bytes, verdict: Verdict
) -> None:
    content = os.urandom(150_000)
    settings.DOCUMENTS_SCANNER = f"unix:{tmp_path}/s"
    with clamd(tmp_path / "s", answer=answer) as heard:
        assert scanned(content).verdict is verdict
    assert heard == [content]


def test_without_a_scanner_nothing_is_called_clean(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENTS_SCANNER = ""
    assert scanned(b"x").verdict is Verdict.NOT_SCANNED
    settings.DOCUMENTS_SCANNER = f"unix:{tmp_path}/nobody"
    assert scanned(b"x").verdict is Verdict.WAITING
    # One that listens and says nothing.
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.DOCUMENTS_SCANNER = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        assert scanned(b"x", seconds=0.2).verdict is Verdict.WAITING
