"""The web version: accessible markup, and no text that can become markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vijfluik.core.documents.characters import collapse, web_text
from vijfluik.core.documents.html import FigureTarget, fragment, page
from vijfluik.core.documents.structure import (
    Cell,
    Chart,
    Column,
    Document,
    Figure,
    Language,
    Link,
    Note,
    Notice,
    Paragraph,
    Receipt,
    ReceiptAnnex,
    Row,
    Section,
    Table,
    Text,
)

Make = Callable[..., Document]


class Outline(HTMLParser):
    """Collects tags, attributes and text as a browser would see them."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_headings_descend_without_a_gap(full: Document) -> None:
    levels = [int(tag[1]) for tag, _ in Outline(fragment(full)).tags if re.match(r"h\d$", tag)]
    assert levels == [1, 2, 3, 2]


def test_fragment_can_start_one_level_lower(full: Document) -> None:
    outline = Outline(fragment(full, top_level=2))
    assert not outline.all("h1")
    assert len(outline.all("h3")) == 2
    with pytest.raises(ValueError, match="level 1 or 2"):
        fragment(full, top_level=3)


def test_every_table_has_caption_and_headers_for_columns_and_rows(full: Document) -> None:
    outline = Outline(fragment(full))
    scopes = Counter(attributes["scope"] for attributes in outline.all("th"))
    assert len(outline.all("caption")) == len(outline.all("table")) == 3
    assert scopes == {"col": 9, "row": 5}
    assert len(outline.all("td")) == 4 + 4 + 2


def test_figure_carries_id_value_and_leads_to_its_records(full: Document) -> None:
    link = Outline(fragment(full, base_url="https://vijfluik.test/")).all("a")
    bound = [attributes for attributes in link if attributes.get("class") == "cijfer"]
    assert len(bound) == 4
    assert bound[0] == {
        "class": "cijfer",
        "data-figure": "ror-participants-2018",
        "data-value": "4823",
        "href": "https://vijfluik.test/cijfers/ror/",
    }


def test_figure_can_lead_to_its_row_in_the_annex(full: Document) -> None:
    outline = Outline(fragment(full, target=FigureTarget.ANNEX))
    rows = {attributes.get("id") for attributes in outline.all("tr")}
    assert "herkomst-r1" in rows
    assert {a["href"] for a in outline.all("a") if a.get("class") == "cijfer"} == {"#herkomst-r1"}


def test_every_internal_link_has_its_target(full: Document) -> None:
    outline = Outline(page(full))
    targets = {attributes["id"] for _, attributes in outline.tags if "id" in attributes}
    wanted = {a["href"] for a in outline.all("a") if str(a["href"]).startswith("#")}
    assert wanted == {"#deel-voorkomen", "#deel-trainingen", "#herkomst", "#herkomst-r1"}
    assert {str(href)[1:] for href in wanted} <= targets


def test_chart_is_one_named_image_with_ids_of_its_own(full: Document, chart: Chart) -> None:
    (drawing,) = Outline(fragment(full)).all("svg")
    assert drawing["role"] == "img"
    assert drawing["aria-label"] == chart.alternative
    markup = fragment(full)
    assert 'id="figuur-1-clip0"' in markup
    assert 'clip-path="url(#figuur-1-clip0)"' in markup
    assert 'aria-label="inner"' not in markup
    assert "font-family" not in markup


def test_fragment_has_no_style_and_no_script(full: Document) -> None:
    outline = Outline(fragment(full))
    assert not outline.all("style")
    assert not outline.all("script")
    for _, attributes in outline.tags:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_page_admits_its_own_style_by_hash_and_nothing_else(full: Document) -> None:
    markup = page(full)
    css = markup.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = Outline(markup).all("meta")[1]["content"]
    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert ".vlak--voorkomen{--vlak:#1f7a5c}" in css


def test_demonstration_is_said_and_real_data_are_not(make: Make) -> None:
    assert "Verzonnen gegevens" in fragment(make())
    assert "erzonnen" not in fragment(make(demonstration=False))


def test_english_document_uses_english_words(make: Make) -> None:
    markup = page(make(language=Language.ENGLISH))
    assert '<html lang="en">' in markup
    assert "As of</dt><dd>15 April 2019, 23:59 (UTC+02:00)" in markup
    assert "<b>Table 1.</b>" in markup
    assert "Invented data" in markup


def test_written_twice_is_the_same(full: Document) -> None:
    assert page(full) == page(full)


NASTY = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "' onmouseover='x",
            "</title></style>",
            "&lt;b&gt;",
            "]]>",
            "<!--",
            "\x00\x0b\ud800",
        ]
    ),
    st.text(min_size=1),
)


def _with(text: str) -> Document:
    """A document with ``text`` in every place that takes text."""
    filled = text if text.strip() else "x"
    figure = Figure("f", text, text, text or "r", "/f/")
    table = Table(
        filled,
        (Column(filled), Column(filled, note=filled)),
        (Row(filled, (Cell((Text(text), figure), note=filled),), note=filled),),
        (Note(filled, text),),
        text,
    )
    receipt = Receipt(figure.receipt, text, filled, text, ((text, text),), "/r/")
    blocks = (
        Section("deel", filled, (Paragraph((Text(text), Link(text, "/l/"))), table)),
        Notice(text, (Text(text),)),
        ReceiptAnnex(filled, (Text(text),), (receipt,)),
    )
    return Document(
        title=filled,
        language=Language.DUTCH,
        as_of=datetime(2019, 1, 1, tzinfo=UTC),
        subject=filled,
        blocks=blocks,
        publisher=text,
        details=((text, text),),
    )


@given(NASTY)
def test_no_text_can_become_markup(text: str) -> None:
    plain, nasty = Outline(page(_with("woord"))), Outline(page(_with(text)))
    assert [(tag, sorted(attributes)) for tag, attributes in nasty.tags] == [
        (tag, sorted(attributes)) for tag, attributes in plain.tags
    ]
    assert collapse(web_text(text)).strip() in collapse("".join(nasty.words))
