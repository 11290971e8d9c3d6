"""The typography of a document on paper, as the Typst prelude that every document starts with.

One family (the only complete one inside the wheel), four sizes, one ink. Lines are ragged right
with a measure of about 70 characters: even word spaces read better than a straight edge. The
colour of an area is a band along the edge of the page, outside the text, so that it orients while
leafing and carries no meaning by itself. Tables have three rules and no boxes.
"""

from __future__ import annotations

from vijfluik.core.documents.characters import FONT
from vijfluik.core.documents.front import running_of
from vijfluik.core.documents.structure import Document
from vijfluik.core.documents.typst_literal import literal
from vijfluik.core.documents.words import words_of

_PRELUDE = """
#let ink = rgb("#1b1d21")
#let soft = rgb("#555b66")
#let hair = rgb("#c9ced6")
#let box-ground = rgb("#f4f1e8")
#let box-edge = rgb("#8a6d1d")
#let area = state("area", ())
#let in-area(colour) = {
  pagebreak(weak: true)
  area.update(open => open + (colour,))
}
#let out-of-area() = {
  area.update(open => open.slice(0, -1))
  // An inner area ends on the page of what follows; the outermost ends with its page.
  context if area.get().len() == 0 { pagebreak(weak: true) }
}
#let area-here() = {
  // The area of a page is that of the first part that starts on it, else the one still open.
  let here-page = here().page()
  let starts = query(heading).filter(part => part.location().page() == here-page)
  let open = if starts.len() > 0 { area.at(starts.first().location()) } else { area.get() }
  if open.len() > 0 { open.last() } else { none }
}
#let edge = context {
  let colour = area-here()
  if colour != none { place(left + top, rect(width: 5mm, height: 100%, fill: colour)) }
}
#let running-head = context {
  if here().page() == 1 { return }
  set text(size: 8.5pt, fill: soft)
  running-title
  h(1fr)
  let part = heading.where(level: 1, outlined: true)
  let parts = query(selector(part).before(here()))
  let now = query(part).filter(p => p.location().page() == here().page())
  if now.len() > 0 { now.first().body } else if parts.len() > 0 { parts.last().body }
}
#let running-foot = context {
  set text(size: 8.5pt, fill: soft)
  grid(
    columns: (1fr, auto, 1fr),
    align: (left, center, right),
    running-publisher,
    if running-notice != "" { strong(text(fill: ink, running-notice)) },
    page-word + " " + counter(page).display() + " " + of-word + " "
      + str(counter(page).final().first()),
  )
}
#set page(
  paper: "a4",
  margin: (top: 30mm, bottom: 28mm, left: 34mm, right: 32mm),
  background: edge,
  header: running-head,
  footer: running-foot,
)
#set par(leading: 0.68em, spacing: 1.05em, justify: false)
#set list(indent: 0.2em, body-indent: 0.7em, spacing: 0.8em, marker: [–])
#set enum(indent: 0.2em, body-indent: 0.7em, spacing: 0.8em)
#set terms(separator: h(0.7em), hanging-indent: 1.2em)
#show terms: set par(spacing: 0.8em)
#show selector.or(list, enum, terms): set block(above: 1.05em, below: 1.3em)
#show heading: set text(weight: 600, hyphenate: false)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 1): set block(above: 3.2em, below: 1.1em)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 2): set block(above: 2.2em, below: 0.9em)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 4): set text(size: 10.5pt, style: "italic")
#show heading.where(level: 5): set text(size: 10.5pt, weight: 400, style: "italic")
#show title: set text(size: 30pt, weight: 600, hyphenate: false)
#show title: set par(leading: 0.42em)
#show link: set text(fill: rgb("#14508c"))
#let bound(target, body) = link(target, underline(
  stroke: (paint: soft, thickness: 0.5pt, dash: "densely-dotted"),
  offset: 2pt,
  text(fill: ink, body),
))
#let anchor = metadata("herkomst")
#let code(body) = text(size: 7.5pt, fill: soft, font: "DejaVu Sans Mono", body)
#let front(bands: (), subject: "", details) = {
  if bands.len() > 0 {
    pdf.artifact(grid(
      columns: (1fr,) * bands.len(),
      column-gutter: 2mm,
      ..bands.map(colour => rect(width: 100%, height: 4mm, fill: colour))
    ))
    v(14mm)
  }
  title()
  v(1mm)
  par(text(size: 13pt, style: "italic", fill: soft, subject))
  v(5mm)
  set text(size: 9.5pt)
  set terms(separator: [: ], hanging-indent: 0pt)
  terms(..details.map(pair => terms.item(..pair)))
  v(3mm)
}
#let notice(heading, body) = block(
  width: 100%, fill: box-ground, stroke: (left: 3pt + box-edge), inset: (x: 10pt, y: 9pt),
  above: 1.6em, below: 1.6em, breakable: false,
  { par(strong(heading)); par(body) },
)
#let aside-box(heading, body) = context {
  let open = area.get()
  let colour = if open.len() > 0 { open.last() } else { soft }
  block(
    width: 100%, stroke: (left: 3pt + colour, rest: 0.5pt + hair), inset: (x: 11pt, y: 10pt),
    above: 1.6em, below: 1.6em, breakable: false,
    { par(spacing: 0.7em, strong(heading)); par(body) },
  )
}
#let contents(name) = {
  set text(size: 9pt)
  show outline.entry.where(level: 1): set block(above: 0.75em)
  show outline.entry.where(level: 1): set text(weight: 600)
  show outline.entry.where(level: 2): set text(weight: 400)
  show heading: set text(size: 13.5pt)
  outline(title: name, depth: 2, indent: 1.2em)
}
#let below(body) = block(above: 0.7em, below: 1.2em, text(size: 9pt, fill: soft, body))
#let table-rules = (x, y) => (
  top: if y == 0 { 0.9pt + ink } else if y == 1 { 0.5pt + ink } else { 0.4pt + hair },
)
#let captioned-table(caption, breakable: true, noted: false, ..given) = {
  set text(size: 9.5pt, number-width: "tabular", number-type: "lining", hyphenate: true)
  set par(leading: 0.55em)
  show figure: set block(breakable: breakable, above: 1.8em, below: 1.2em, sticky: noted)
  show figure: set align(left)
  show figure.caption: set align(left)
  show table.cell.where(y: 0): set text(weight: 600, size: 9pt)
  figure(
    table(
      stroke: table-rules, inset: (x: 6pt, y: 4.5pt), ..given, table.hline(stroke: 0.9pt + ink),
    ),
    kind: table, numbering: none, supplement: none, outlined: false,
    caption: figure.caption(position: top, caption),
  )
}
#let data-table(label: "", caption: "", alignment: (), widths: (), ..given) = captioned-table(
  strong(label + ".") + " " + caption,
  columns: widths,
  align: (x, y) => alignment.at(x) + if y == 0 { bottom } else { top },
  ..given,
)
#let annex-table(caption: "", ..given) = captioned-table(
  caption, columns: (1fr, 0.75fr, 1.75fr), align: (left, right, left).map(a => a + top), ..given,
)
#let chart(label: "", caption: "", alternative: "", drawing, sentence) = {
  show figure: set block(breakable: false, above: 0.6em, below: 1.2em)
  show figure: set align(left)
  show figure.caption: set align(left)
  show figure.caption: set text(size: 9.5pt)
  block(above: 1.8em, below: 0.6em, sticky: true, strong(sentence))
  figure(
    image(bytes(drawing), format: "svg", alt: alternative, width: 68%),
    kind: image, numbering: none, supplement: none, outlined: false,
    caption: strong(label + ".") + " " + caption,
  )
}
"""


# A letter is short: its title and headings stand closer to its text.
_LETTER = """
#show title: set text(size: 17pt)
#show heading.where(level: 1): set text(size: 11.5pt)
#show heading.where(level: 1): set block(above: 1.7em, below: 0.7em)
"""


def layout(document: Document) -> str:
    """Return the prelude with the running words, title, language and font of ``document``."""
    words = words_of(document.language)
    notice = running_of(document)
    author = f", author: {literal(document.publisher)}" if document.publisher else ""
    return (
        f"#let running-title = {literal(document.title)}\n"
        f"#let running-publisher = {literal(document.publisher)}\n"
        f"#let running-notice = {literal(notice)}\n"
        f"#let page-word = {literal(words.page)}\n#let of-word = {literal(words.of)}\n"
        f"#set document(title: {literal(document.title)}, "
        f"description: {literal(document.subject)}{author})\n"
        f'#set text(font: {literal(FONT)}, size: 10.5pt, lang: "{document.language}", '
        f'fill: rgb("#1b1d21"), hyphenate: false){_PRELUDE}{_LETTER if document.letter else ""}'
    )
