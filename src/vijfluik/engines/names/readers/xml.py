"""XML read record by record, without entities or document types of its own making."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers import expat

from vijfluik.engines.names.readers.problems import ListUnreadable

CHUNK = 1 << 16
DEEPEST = 100


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
        element = Element(bare, {key.rpartition(":")[2]: value for key, value in attributes.items()})
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


def elements(file: Path, wanted: frozenset[str]) -> Iterator[tuple[int, Element]]:
    """The elements of these names with the line where each begins.

    Raises:
        ListUnreadable: the file is no well-formed XML, or declares a document type.
    """
    records = Records(wanted)
    with file.open("rb") as stream:
        while True:
            chunk = stream.read(CHUNK)
            try:
                records.parser.Parse(chunk, not chunk)
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
            if not chunk:
                return


def root_of(file: Path) -> str:
    """The name of the outermost element, without its namespace."""
    records = Records(frozenset())
    with file.open("rb") as stream:
        while records.root is None:
            chunk = stream.read(CHUNK)
            try:
                records.parser.Parse(chunk, not chunk)
            except expat.ExpatError as error:
                if records.root is None:
                    raise ListUnreadable(
                        f"{file.name}, line {error.lineno}: the XML is broken ({error})"
                    ) from error
            except ListUnreadable as error:
                raise ListUnreadable(f"{file.name}: {error}") from error
            except (LookupError, ValueError) as error:
                raise ListUnreadable(f"{file.name}: its encoding cannot be read ({error})") from error
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
