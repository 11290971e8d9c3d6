"""The file that a text document starts as: page, styles, language, header, footer, footnotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.front import running_of
from vijfluik.core.documents.structure import Document, Language
from vijfluik.core.documents.word_xml import Element, element, field, paragraph, run, valued
from vijfluik.core.documents.words import words_of

FONT = "Cambria"
LOCALES = {Language.DUTCH: "nl-NL", Language.ENGLISH: "en-GB"}
INK = RGBColor(0x1B, 0x1D, 0x21)
SOFT = RGBColor(0x55, 0x5B, 0x66)
FOOTNOTE, FOOTNOTE_MARK = "FootnoteText", "FootnoteReference"
TERMS, NOTICE = "Terms", "Notice"
TABLE_TEXT, TABLE_HEAD = "TableText", "TableHead"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SIZES = {"Title": 28.0, "Subtitle": 13.0, "Heading 1": 18.0, "Heading 2": 13.5, "Heading 3": 11.0}
# A letter is short: its title and headings stand closer to its text.
_LETTER_SIZES = {"Title": 17.0, "Heading 1": 12.0}
_OWN_SIZES = {FOOTNOTE: 9.0, TERMS: 11.0, NOTICE: 11.0, TABLE_TEXT: 9.5, TABLE_HEAD: 9.0}
# What every file of footnotes holds before its first note.
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


def opened(document: Document) -> WordFile:
    """Return an empty file with everything that stands round the text of ``document``."""
    file = docx.Document()
    _without_thumbnail(file)
    _pages(file)
    _styles(file, language=document.language)
    if document.letter:
        for style, size in _LETTER_SIZES.items():
            file.styles[style].font.size = Pt(size)
    _properties(file, document=document)
    _running(file, document=document)
    return file


def _without_thumbnail(file: WordFile) -> None:
    """The template of the library brings a picture of itself."""
    relations = file.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[key]


def _pages(file: WordFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)


def _styles(file: WordFile, *, language: Language) -> None:
    for asked in file.styles.element.iter(qn("w:lang")):
        asked.set(qn("w:val"), LOCALES[language])
    # The headings of the template name a font of its theme, which would win.
    for fonts in file.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    for style in file.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH and style.font.color.rgb is not None:
            style.font.color.rgb = INK
    file.styles["Normal"].font.name = FONT
    file.styles["Normal"].font.size = Pt(11)
    for name, size in _SIZES.items():
        file.styles[name].font.size = Pt(size)
    for name in _OWN_SIZES:
        file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = file.styles["Normal"]
    # The schema has an order: the box comes before the space around it.
    box = element("pBdr", element("left", val="single", sz="24", space="6", color="8A6D1D"))
    shade = element("shd", val="clear", color="auto", fill="F4F1E8")
    file.styles[NOTICE].element.get_or_add_pPr().extend([box, shade])
    for name, size in _OWN_SIZES.items():
        file.styles[name].font.size = Pt(size)
        file.styles[name].paragraph_format.space_after = Pt(3)
    file.styles[TABLE_HEAD].font.bold = True
    mark = file.styles.add_style(FOOTNOTE_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True


def _properties(file: WordFile, *, document: Document) -> None:
    said = file.core_properties
    moment = document.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    said.title = web_text(document.title)
    said.subject = web_text(document.subject)
    said.author = web_text(document.publisher)
    said.last_modified_by = web_text(document.publisher)
    said.language = LOCALES[document.language]
    said.comments = ""
    said.keywords = ""
    said.revision = 1
    said.created = moment
    said.modified = moment


def _running(file: WordFile, *, document: Document) -> None:
    words = words_of(document.language)
    section = file.sections[0]
    head = [run(document.title)]
    if notice := running_of(document):
        head += [run(" · "), run(notice, element("b"))]
    foot = [
        *([run(f"{document.publisher} · ")] if document.publisher else []),
        run(f"{words.page} "),
        *field("PAGE", [run("1")]),
        run(f" {words.of} "),
        *field("NUMPAGES", [run("1")]),
    ]
    for part, style, content in (
        (section.header, "Header", head),
        (section.footer, "Footer", foot),
    ):
        part.is_linked_to_previous = False
        for old in part._element.findall(qn("w:p")):
            part._element.remove(old)
        part._element.append(paragraph(style, content))


def new_numbers(file: WordFile) -> Callable[[], Element]:
    """Return what gives each item of one list its number, from one upwards."""
    numbering = file.part.numbering_part.element
    style = file.styles["List Number"].element
    template = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    [abstract] = [
        each.find(qn("w:abstractNumId")).get(qn("w:val"))
        for each in numbering.findall(qn("w:num"))
        if each.get(qn("w:numId")) == template
    ]
    made = numbering.add_num(int(abstract))
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return lambda: element("numPr", valued("ilvl", "0"), valued("numId", str(made.numId)))


def add_footnotes(file: WordFile, texts: list[str]) -> None:
    """Put the part with the footnotes into ``file``; python-docx knows none."""
    if not texts:
        return
    notes = element("footnotes")
    for kind, number in _SEPARATORS:
        drawn = element("r", element(kind))
        notes.append(element("footnote", element("p", drawn), type=kind, id=number))
    for place, text in enumerate(texts, start=1):
        mark = element("r", element("rPr", valued("rStyle", FOOTNOTE_MARK)), element("footnoteRef"))
        said = paragraph(FOOTNOTE, [mark, run(f" {web_text(collapse(text))}")])
        notes.append(element("footnote", said, id=str(place)))
    part = Part(
        PackURI("/word/footnotes.xml"),
        _NOTES_TYPE,
        etree.tostring(notes, encoding="UTF-8", xml_declaration=True, standalone=True),
        file.part.package,
    )
    file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = [element("footnote", id=number) for _, number in _SEPARATORS]
    # The schema wants it before the settings of compatibility.
    settings = file.settings.element
    settings.find(qn("w:compat")).addprevious(element("footnotePr", *separators))
