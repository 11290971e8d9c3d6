"""Reading a chart: only drawing, no scripts, no styles, nothing fetched from elsewhere.

The same drawing goes into a web page (inline, so that it follows the colours of the theme and
passes a content security policy without inline styles) and onto paper.
"""

from __future__ import annotations

from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_DRAWING = frozenset(
    {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"}
    | {"pattern", "linearGradient", "stop", "title", "desc"}
)
_DROPPED = frozenset({"role", "aria-hidden", "aria-label", "aria-roledescription", "class"})


class SvgError(ValueError):
    """Raised for an SVG that is not a plain drawing."""


def read_svg(svg: bytes) -> ElementTree.Element:
    """Return the checked root of ``svg``.

    Raises ``SvgError`` when it is not well-formed, declares entities, or holds anything but
    drawing elements, presentation attributes and references to its own parts.
    """
    if b"<!" in svg or b"<?" in svg:
        raise SvgError("the drawing has a declaration or processing instruction")
    try:
        # Entities, the danger of XML from strangers, are refused above.
        root = ElementTree.fromstring(svg)  # noqa: S314
    except ElementTree.ParseError as error:
        raise SvgError(f"the drawing is not well-formed: {error}") from error
    if root.tag != f"{{{_SVG}}}svg" or "viewBox" not in root.attrib:
        raise SvgError("the drawing is no SVG with a viewBox")
    for element in root.iter():
        _check(element)
    return root


def _check(element: ElementTree.Element) -> None:
    if element.tag.removeprefix(f"{{{_SVG}}}") not in _DRAWING:
        raise SvgError(f"the drawing holds {element.tag!r}, which is no drawing element")
    for name, value in element.attrib.items():
        lower = name.lower()
        if lower.startswith("on") or lower == "style" or lower.endswith("href"):
            raise SvgError(f"the drawing has the attribute {name!r}")
        if "url(" in value and not value.startswith("url(#"):
            raise SvgError(f"the drawing refers to something outside itself: {value!r}")


def written(root: ElementTree.Element) -> str:
    """Return ``root`` as SVG text with the usual namespace and no declaration."""
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode")


def for_paper(svg: bytes, *, font: str) -> str:
    """Return the drawing with all its text in ``font``."""
    root = read_svg(svg)
    for element in root.iter():
        if "font-family" in element.attrib:
            element.set("font-family", font)
    return written(root)


def for_web(svg: bytes, *, label: str, prefix: str) -> str:
    """Return the drawing to stand inside a page: one image named ``label``.

    Its ids get ``prefix`` (two charts on a page must not share them), its text takes the font of
    the page, and the inner roles that a chart library writes are dropped.
    """
    root = read_svg(svg)
    for element in root.iter():
        for name in [name for name in element.attrib if name in _DROPPED]:
            del element.attrib[name]
        element.attrib.pop("font-family", None)
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, prefix + value)
            elif value.startswith("url(#"):
                element.set(name, f"url(#{prefix}{value.removeprefix('url(#')}")
    root.set("role", "img")
    root.set("aria-label", label)
    root.set("focusable", "false")
    return written(root)
