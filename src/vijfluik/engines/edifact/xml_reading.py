"""PNRGOV XML (IATA_PNRGOV_NotifRQ, 13.1 and later) by way of the segments that its elements mean.

The document becomes one EDIFACT message in memory, and the same reader and filter take it from
there; positions are led back to the element in the document. Element and attribute names are read
without their name space. No entity, DTD or external reference is followed.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

import numpy as np
import pyarrow as pa

from vijfluik.engines.edifact.batching import Batches
from vijfluik.engines.edifact.kinds import Finding
from vijfluik.engines.edifact.policy import DEFAULT, Policy
from vijfluik.engines.edifact.reading import Reader
from vijfluik.engines.edifact.writing.segments import Separators, Writer
from vijfluik.engines.edifact.xml_meaning import BOOKING, ROOT, Node, write_document

# Separators that no document of text holds.
MARKS = Separators("\x1f", "\x1d", "\x1b", "\x1c")
DEEPEST = 64


def looks_like_xml(head: bytes) -> bool:
    """Whether the first bytes are those of an XML document."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") or head.startswith((b"\xff\xfe<", b"\xfe\xff\x00<"))


@dataclass(slots=True)
class Tree:
    """A document as nodes, and what could not be read of it."""

    roots: list[Node] = field(default_factory=list)
    findings: list[tuple[Finding, int]] = field(default_factory=list)


class _Forbidden(Exception):
    """A document type or entity declaration."""


def parse(data: bytes) -> Tree:
    """The document's tree, as far as it is well-formed.

    What stands before a fault is read; several roots, as in concatenated documents, are all read.
    """
    tree = Tree()
    offset = 0
    while data[offset:].strip(b" \r\n\t\0"):
        used = _parse_one(data[offset:], offset, tree)
        if used <= 0:
            break
        offset += used
    return tree


def _parse_one(data: bytes, offset: int, tree: Tree, encoding: str | None = None) -> int:
    """Read one root element; how many bytes it took, 0 after a fault.

    encoding: instead of the one that the document names.
    """
    parser = expat.ParserCreate(encoding, " ")
    parser.buffer_text = True
    open_nodes: list[Node] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        node = Node(
            name=name.rpartition(" ")[2],
            position=offset + parser.CurrentByteIndex,
            attributes={key.rpartition(" ")[2]: value for key, value in attributes.items()},
        )
        if len(open_nodes) >= DEEPEST:
            raise _Forbidden
        if open_nodes:
            open_nodes[-1].children.append(node)
        else:
            tree.roots.append(node)
        open_nodes.append(node)

    def end(_name: str) -> None:
        open_nodes.pop()

    def text(content: str) -> None:
        if open_nodes:
            open_nodes[-1].text += content

    def forbid(*_arguments: Any) -> None:
        raise _Forbidden

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = forbid
    parser.EntityDeclHandler = forbid
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        place = parser.ErrorByteIndex
        junk = expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]
        if error.code == junk and place > 0:
            return place
        incorrect = expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]
        if error.code == incorrect and encoding is None:
            tree.findings.append((Finding.XML_BROKEN, offset))
            return _parse_one(data, offset, tree, _encoding_of(data))
        tree.findings.append((Finding.XML_BROKEN, offset + max(0, place)))
        return 0
    except (LookupError, ValueError):
        # Raised at the declaration: a character set that nobody knows, or that expat cannot read.
        tree.findings.append((Finding.XML_BROKEN, offset))
        return _parse_one(data, offset, tree, _encoding_of(data))
    except _Forbidden:
        tree.findings.append((Finding.XML_BROKEN, offset + max(0, parser.CurrentByteIndex)))
        return 0
    return len(data)


def _encoding_of(data: bytes) -> str:
    """A character set in which every document can be read whose own is not known."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "iso-8859-1"
    return "utf-8"


def xml_batches(
    data: bytes, *, policy: Policy = DEFAULT, plain: bool = False, first_message: int = 0
) -> Iterator[Batches]:
    """The batches of a document; one message for each notification in it."""
    tree = parse(data)
    writer = Writer(separators=MARKS)
    places: list[tuple[int, int]] = []
    size = 0
    findings = list(tree.findings)
    for root in tree.roots:
        if root.name not in {ROOT, BOOKING}:
            findings.append((Finding.XML_UNKNOWN, root.position))
        if root.name == BOOKING:
            findings.append((Finding.XML_FRAGMENT, root.position))
        if root.name in {ROOT, BOOKING}:
            for position in write_document(writer, root):
                places.append((size, position))
                size += len(writer.parts[len(places) - 1].encode())
    text = writer.text()
    reader = Reader(policy=policy, plain=plain, first_message=first_message)
    made = list(reader.batches((MARKS.una() + text).encode() if text else b""))
    begins = [len(MARKS.una()) + start for start, _ in places]
    led = [position for _, position in places]
    for place, batches in enumerate(made):
        back = {name: _led_back(batch, begins, led) for name, batch in batches.items()}
        if place == 0 and findings:
            back["finding"] = _with_findings(back["finding"], findings)
        yield back
    if not made and findings:
        yield reader.findings(findings)


def _led_back(batch: Any, begins: list[int], led: list[int]) -> Any:
    """Positions in the segments as positions in the document."""
    made = batch
    for column in ("position", "end"):
        if column not in batch.schema.names or not begins:
            continue
        values = batch.column(column).to_numpy(zero_copy_only=False)
        back = [led[max(0, bisect_right(begins, int(value)) - 1)] for value in values]
        kind = batch.schema.field(column).type
        made = made.set_column(
            made.schema.get_field_index(column),
            made.schema.field(column),
            pa.array(np.array(back, np.int64)).cast(kind),
        )
    return made


def _with_findings(batch: Any, findings: list[tuple[Finding, int]]) -> Any:
    from vijfluik.engines.edifact.kinds import SEVERITY

    more = pa.RecordBatch.from_pydict(
        {
            "message": [None] * len(findings),
            "position": [position for _, position in findings],
            "kind": [int(kind) for kind, _ in findings],
            "severity": [int(SEVERITY[kind]) for kind, _ in findings],
        },
        schema=batch.schema,
    )
    return pa.Table.from_batches([batch, more]).combine_chunks().to_batches()[0]
