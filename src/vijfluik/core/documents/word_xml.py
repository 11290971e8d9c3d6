"""The elements of WordprocessingML (ISO/IEC 29500-1) that a document is made of."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from vijfluik.core.documents.characters import collapse, web_text

__all__ = [
    "Element",
    "bookmarked",
    "element",
    "field",
    "link",
    "paragraph",
    "run",
    "valued",
]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """Return the element ``tag`` ("p") of the main namespace with its attributes and children."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def valued(tag: str, value: str) -> Element:
    """Return an element that says one thing: ``<w:tag w:val="value"/>``."""
    return element(tag, val=value)


def run(text: str, *marks: Element) -> Element:
    """Return ``text`` as it is shown everywhere, with ``marks`` such as bold."""
    said = element("t")
    said.text = web_text(collapse(text))
    said.set(_SPACE, "preserve")
    properties = [element("rPr", *marks)] if marks else []
    return element("r", *properties, said)


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """Return a paragraph in ``style``, named by its id."""
    return element("p", element("pPr", valued("pStyle", style), *properties), *content)


def field(instruction: str, result: Iterable[Element], *marks: Element) -> list[Element]:
    """Return a field that shows ``result`` until the word processor computes it anew."""

    def mark(kind: str) -> Element:
        return element("r", element("fldChar", fldCharType=kind))

    said = element("instrText")
    said.text = f" {instruction} "
    said.set(_SPACE, "preserve")
    asked = element("r", *([element("rPr", *marks)] if marks else []), said)
    return [mark("begin"), asked, mark("separate"), *result, mark("end")]


def bookmarked(name: str, number: int, content: Iterable[Element]) -> list[Element]:
    """Return ``content`` as the place ``name`` that links lead to."""
    start = element("bookmarkStart", id=str(number), name=name)
    return [start, *content, element("bookmarkEnd", id=str(number))]


def link(content: Iterable[Element], *, anchor: str = "", tip: str = "") -> Element:
    """Return ``content`` as a link to ``anchor`` of the document; ``tip`` shows beside it."""
    said = {"anchor": anchor} if anchor else {}
    said |= {"tooltip": web_text(collapse(tip))} if tip else {}
    return element("hyperlink", *content, history="1", **said)
