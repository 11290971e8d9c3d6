"""The frame round every page: language, theme, path, places to jump to, nothing inline."""

import re
from collections.abc import Callable

import pytest
from lxml import html

Guide = Callable[..., str]


def test_the_page_says_its_language(guide: Guide) -> None:
    assert html.fromstring(guide(language="nl")).get("lang") == "nl"
    assert html.fromstring(guide(language="en")).get("lang") == "en"


@pytest.mark.parametrize(
    ("cookie", "attribute"),
    [("dark", "dark"), ("light", "light"), ("system", None), ("purple", None)],
)
def test_the_theme_of_the_cookie_is_on_the_root(
    guide: Guide, cookie: str, attribute: str | None
) -> None:
    assert html.fromstring(guide(theme=cookie)).get("data-theme") == attribute


def test_the_skip_link_leads_to_the_main_part(guide: Guide) -> None:
    page = html.fromstring(guide())
    (skip,) = page.find_class("vijfluik-skip")
    (main,) = page.xpath("//main")
    assert skip.get("href") == f"#{main.get('id')}"


def test_there_is_one_heading_of_level_one_and_it_can_take_the_focus(guide: Guide) -> None:
    (heading,) = html.fromstring(guide()).xpath("//h1")
    assert heading.get("tabindex") == "-1"
    assert heading.text == "Stijlgids"


def test_every_page_says_that_its_data_are_invented(guide: Guide) -> None:
    page = html.fromstring(guide())
    (notice,) = page.find_class("vijfluik-demonstration")
    assert notice.text == "Demonstratie — verzonnen gegevens"


def test_the_current_entry_of_the_navigation_is_marked_once(guide: Guide) -> None:
    page = html.fromstring(guide())
    current = page.xpath("//nav[@class='vijfluik-nav']//a[@aria-current='page']")
    assert [link.text for link in current] == ["Overzicht"]


def test_the_three_answers_stand_at_the_foot(guide: Guide) -> None:
    page = html.fromstring(guide())
    headings = [h.text for h in page.xpath("//aside[@class='vijfluik-ground']//h2")]
    assert headings == [
        "Op welke grond zie ik dit?",
        "Wie kan ik vragen?",
        "Wat kan ik nu doen?",
    ]


def test_language_and_theme_are_forms_that_post_and_come_back(guide: Guide) -> None:
    page = html.fromstring(guide(query="page=3"))
    for name in ("language", "theme"):
        (form,) = {button.getparent() for button in page.xpath(f"//button[@name='{name}']")}
        while form.tag != "form":
            form = form.getparent()
        assert form.get("method") == "post"
        assert form.xpath(".//input[@name='next']/@value") == ["/stijl/?page=3"]


def test_ids_are_unique(guide: Guide) -> None:
    ids = html.fromstring(guide()).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_reference_to_an_id_is_answered(guide: Guide) -> None:
    page = html.fromstring(guide())
    ids = set(page.xpath("//@id"))
    named = page.xpath(
        "//@aria-describedby | //@aria-labelledby | //@popovertarget | //@commandfor | //label/@for"
    )
    assert {word for value in named for word in value.split()} <= ids


def test_the_page_carries_no_inline_style_or_script(guide: Guide) -> None:
    text = guide()
    page = html.fromstring(text)
    assert page.xpath("//@style | //style") == []
    assert page.xpath("//script[not(@src)]") == []
    assert re.findall(r"\son[a-z]+=", text) == []
