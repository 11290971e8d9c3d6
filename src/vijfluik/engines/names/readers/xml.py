"""XML read record by record, without entities or document types of its own making."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers import expat

from vijfluik.engines.names.readers.problems import ListUnreadable, Problems

CHUNK = 1 << 16
DEEPEST = 100
DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
UTF_16 = {b"\xff\xfe", b"\xfe\xff"}
REPLACED = "a sign that is no text was replaced by \ufffd here; the entry is kept"


class Records:
    """Collects the elements of given names, each complete, with the line where it begins."""

    def __init__(self, wanted: frozenset[str]) -> None:
        """Collect elements with these names (without their namespace)."""
        self.wanted = wanted
        self.stack: list[Element] = []
        self.done: list[tuple[int, Element]] = []
        self.begun = 0
        self.depth = 0
        self.root: str | None = None
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.buffer_text = True

    def refuse(self, *_: object) -> None:
        """Refuse a document type: lists have none, and entities can grow without bound."""
        raise ListUnreadable("it declares a document type, which no list does; it is not read")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element; outside a record only its name counts."""
        bare = name.rpartition(":")[2]
        self.root = self.root or bare
        self.depth += 1
        if self.depth > DEEPEST:
            raise ListUnreadable(f"its elements are nested more than {DEEPEST} deep")
        if not self.stack and bare not in self.wanted:
            return
        element = Element(
            bare, {key.rpartition(":")[2]: value for key, value in attributes.items()}
        )
        if self.stack:
            self.stack[-1].append(element)
        else:
            self.begun = self.parser.CurrentLineNumber
        self.stack.append(element)

    def end(self, _: str) -> None:
        """End an element."""
        self.depth -= 1
        if self.stack:
            element = self.stack.pop()
            if not self.stack:
                self.done.append((self.begun, element))

    def text(self, data: str) -> None:
        """Take the text of an element; text behind a child is not used by any list."""
        if self.stack and not len(self.stack[-1]):
            self.stack[-1].text = (self.stack[-1].text or "") + data


def pieces(file: Path, problems: Problems) -> Iterator[str | bytes]:
    """The file piece by piece, the last one empty; of UTF-8, bytes and signs that XML forbids
    become "\ufffd".

    Lists have been published with such bytes in remarks: the line is reported, the entry kept.
    """
    with file.open("rb") as stream:
        head = stream.read(200)
        stream.seek(0)
        declared = DECLARED.search(head)
        if head[:2] in UTF_16 or (declared and declared[1].lower() not in {b"utf-8", b"utf8"}):
            while chunk := stream.read(CHUNK):
                yield chunk
            yield b""
            return
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        line = 1
        while True:
            chunk = stream.read(CHUNK)
            text = ILLEGAL.sub("\ufffd", decoder.decode(chunk, final=not chunk))
            if "\ufffd" in text:
                for number, part in enumerate(text.split("\n"), start=line):
                    if "\ufffd" in part:
                        problems.add(file=file.name, place=f"line {number}", message=REPLACED)
            line += text.count("\n")
            if text:
                yield text
            if not chunk:
                yield ""
                return


def elements(
    file: Path, wanted: frozenset[str], problems: Problems
) -> Iterator[tuple[int, Element]]:
    """The elements of these names with the line where each begins.

    Raises:
        ListUnreadable: the file is no well-formed XML, or declares a document type.
    """
    records = Records(wanted)
    for piece in pieces(file, problems):
        try:
            records.parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise ListUnreadable(
                f"{file.name}, line {error.lineno}: the XML is broken ({error}). Fetch the file"
                " again; nothing of it is used."
            ) from error
        except ListUnreadable as error:
            line = records.parser.CurrentLineNumber
            raise ListUnreadable(f"{file.name}, line {line}: {error}") from error
        except (LookupError, ValueError) as error:
            raise ListUnreadable(f"{file.name}: its encoding cannot be read ({error})") from error
        yield from records.done
        records.done = []


def root_of(file: Path) -> str:
    """The name of the outermost element, without its namespace."""
    records = Records(frozenset())
    with file.open("rb") as stream:
        while records.root is None:
            chunk = stream.read(CHUNK)
            try:
                # The outermost element stands before anything that may be broken.
                records.parser.Parse(chunk, not chunk)
            except expat.ExpatError as error:
                if records.root is None:
                    raise ListUnreadable(
                        f"{file.name}, line {error.lineno}: the XML is broken ({error})"
                    ) from error
            except ListUnreadable as error:
                raise ListUnreadable(f"{file.name}: {error}") from error
            except (LookupError, ValueError) as error:
                raise ListUnreadable(
                    f"{file.name}: its encoding cannot be read ({error})"
                ) from error
            if not chunk:
                break
    return records.root or ""


def text_of(element: Element, name: str) -> str:
    """The text of a child, or nothing."""
    child = element.find(name)
    return (child.text or "").strip() if child is not None else ""


def texts_of(element: Element, path: str) -> list[str]:
    """The texts of all descendants on a path that have one."""
    return [text for child in element.findall(path) if (text := (child.text or "").strip())]
