"""How a text document of OpenDocument looks: its page, header, footer and styles."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.front import running_of
from vijfluik.core.documents.structure import Document, Language
from vijfluik.core.documents.words import words_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
LOCALES = {Language.DUTCH: ("nl", "NL"), Language.ENGLISH: ("en", "GB")}
FONTS = (
    '<office:font-face-decls><style:font-face style:name="Libertinus Serif" '
    "svg:font-family=\"'Libertinus Serif', Cambria, Caladea\" "
    'style:font-family-generic="roman"/></office:font-face-decls>'
)
# Style → (the one it is based on, its paragraph, its text).
_KEPT = 'fo:margin-top="0.4cm" fo:keep-with-next="always"'
_BOLD = 'fo:font-weight="bold"'
_PARAGRAPHS = {
    "Title": ("Standard", 'fo:margin-bottom="0.3cm"', f'fo:font-size="28pt" {_BOLD}'),
    "Subtitle": ("Standard", 'fo:margin-bottom="0.5cm"', 'fo:font-size="13pt"'),
    "Terms": ("Standard", 'fo:margin-bottom="0.1cm"', ""),
    "Notice": (
        "Standard",
        'fo:background-color="#f4f1e8" fo:padding="0.2cm" fo:border-left="3pt solid #8a6d1d"'
        ' fo:margin-bottom="0cm"',
        "",
    ),
    "Caption": ("Standard", _KEPT, 'fo:font-size="10pt"'),
    "Shows": ("Standard", _KEPT, _BOLD),
    "Picture": ("Standard", _KEPT, ""),
    "TableText": ("Standard", 'fo:margin-bottom="0cm"', 'fo:font-size="9.5pt"'),
    "TableNumber": ("TableText", 'fo:text-align="end"', ""),
    "TableHead": ("TableText", "", _BOLD),
    "TableHeadNumber": ("TableHead", 'fo:text-align="end"', ""),
    "Below": ("Standard", 'fo:margin-bottom="0.1cm"', 'fo:font-size="9pt" fo:color="#555b66"'),
    "Footnote": ("Standard", 'fo:margin-bottom="0cm"', 'fo:font-size="9pt"'),
    "Running": ("Standard", "", 'fo:font-size="8.5pt" fo:color="#555b66"'),
}
_HEADINGS = {1: "18pt", 2: "13.5pt", 3: "11pt", 4: "10.5pt", 5: "10.5pt"}
_WORDS = {
    "Emphasis": 'fo:font-style="italic"',
    "Strong": _BOLD,
    "Mark": 'style:text-position="super 60%"',
}
_INDENTED = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.8cm"'
    ' fo:text-indent="-0.6cm"/></style:list-level-properties>'
)
_LISTS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"'
    f' text:bullet-char="–">{_INDENTED}</text:list-level-style-bullet></text:list-style>'
    '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"'
    f' style:num-format="1" style:num-suffix=".">{_INDENTED}</text:list-level-style-number>'
    "</text:list-style>"
)
_NOTES = (
    '<text:notes-configuration text:note-class="footnote" style:num-format="1"'
    ' text:start-value="0" text:footnotes-position="page"'
    ' text:citation-body-style-name="Mark" text:default-style-name="Footnote"/>'
)
_PAGE = (
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm"'
    ' fo:page-height="297mm" fo:margin-left="30mm" fo:margin-right="25mm" fo:margin-top="20mm"'
    ' fo:margin-bottom="20mm"/>'
    '<style:header-style><style:header-footer-properties fo:min-height="10mm"/>'
    "</style:header-style><style:footer-style><style:header-footer-properties"
    ' fo:min-height="10mm"/></style:footer-style></style:page-layout>'
)


def escaped(text: str) -> str:
    """Return ``text`` as it is shown everywhere, for the inside of an element."""
    return escape(web_text(collapse(text)))


def quoted(text: str) -> str:
    """Return ``text`` as an attribute, its quotation marks included."""
    return quoteattr(web_text(collapse(text)))


def styles_file(document: Document) -> str:
    """Return the file ``styles.xml``."""
    language, country = LOCALES[document.language]
    usual = (
        '<style:default-style style:family="paragraph"><style:text-properties'
        ' style:font-name="Libertinus Serif" fo:font-size="11pt" fo:color="#1b1d21"'
        f' fo:language="{language}" fo:country="{country}"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties'
        ' fo:margin-bottom="0.25cm" fo:line-height="130%"/></style:style>'
    )
    paragraphs = "".join(
        _style(name, base=base, paragraph=paragraph, text=text)
        for name, (base, paragraph, text) in _PARAGRAPHS.items()
    )
    headings = "".join(
        _style(
            f"Heading_{level}",
            base="Standard",
            paragraph='fo:margin-top="0.7cm" fo:keep-with-next="always"',
            text=f'fo:font-size="{size}" {_BOLD}',
            said=f' style:display-name="Heading {level}" style:default-outline-level="{level}"',
        )
        for level, size in _HEADINGS.items()
    )
    words = "".join(
        f'<style:style style:name="{name}" style:family="text">{_text(text)}</style:style>'
        for name, text in _WORDS.items()
    )
    return (
        f'{HEAD}<office:document-styles {DECLARED} office:version="1.3">{FONTS}'
        f"<office:styles>{usual}{paragraphs}{headings}{words}{_LISTS}{_NOTES}</office:styles>"
        f"<office:automatic-styles>{_PAGE}</office:automatic-styles>"
        f"<office:master-styles>{_master(document)}</office:master-styles>"
        "</office:document-styles>"
    )


def _style(name: str, *, base: str, paragraph: str, text: str, said: str = "") -> str:
    properties = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    return (
        f'<style:style style:name="{name}"{said} style:family="paragraph"'
        f' style:parent-style-name="{base}">{properties}{_text(text)}</style:style>'
    )


def _text(properties: str) -> str:
    return f"<style:text-properties {properties}/>" if properties else ""


def _master(document: Document) -> str:
    words = words_of(document.language)
    head = escaped(document.title)
    if notice := running_of(document):
        head += f' · <text:span text:style-name="Strong">{escaped(notice)}</text:span>'
    publisher = f"{escaped(document.publisher)} · " if document.publisher else ""
    foot = (
        f"{publisher}{escaped(words.page)} <text:page-number>1</text:page-number>"
        f" {escaped(words.of)} <text:page-count>1</text:page-count>"
    )
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="A4">'
        f'<style:header><text:p text:style-name="Running">{head}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Running">{foot}</text:p></style:footer>'
        "</style:master-page>"
    )
