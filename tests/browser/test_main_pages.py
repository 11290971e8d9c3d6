"""The pages that everybody knows, for everybody: axe, narrow screens, both themes, and paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.browser import office
from tests.browser.test_accessible import faults
from tests.sizes import part

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]
FIGURE = "/cijfers/ror-trainings-2018/"
REPORT = "/rapportages/integrale-aanpak-2019/"
# By who opens them: a page of each kind that no other test of this folder looks at with axe.
LOOKED_AT = {
    "": ("/aanmelden/",),
    "noor": (
        "/",
        "/programma/",
        "/programma/voorkomen/",
        "/programma/onderdeel/vk-13/",
        "/programma/samenhang/",
        "/registers/",
        "/cijfers/",
        FIGURE,
        f"{FIGURE}vastleggingen/",
        "/zoeken/",
        "/zoeken/?zoek=signalen",
    ),
    "aukje": (
        "/toezicht/",
        "/toezicht/keten/",
        "/toezicht/mandaten/",
        "/toezicht/rechten/",
    ),
}
WINDOWS = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
# On paper there is nothing to press.
PRESSED = (
    ".vijfluik-header, .vijfluik-nav, .vijfluik-footer, .vijfluik-crumbs, .vijfluik-tabs,"
    " .vijfluik-filter, .vijfluik-buttons, main button"
)
# The headings of tables that would not stand on the next sheet too.
ONCE = """() => [...document.querySelectorAll('main table thead')]
  .filter((each) => getComputedStyle(each).display !== 'table-header-group').length"""
# Tables of charts that stay folded, by what they are called.
FOLDED = """() => [...document.querySelectorAll('main figure details')]
  .filter((each) => each.querySelector('table')?.getBoundingClientRect().height === 0
    || each.querySelector('table')?.checkVisibility() === false)
  .map((each) => each.querySelector('summary').textContent)"""


@pytest.mark.parametrize(("width", "theme"), part(WINDOWS, quick=1))
def test_axe_reports_nothing_on_the_pages_that_everybody_knows(
    visit: Visit, width: int, theme: str
) -> None:
    found, statuses = {}, {}
    for who, addresses in LOOKED_AT.items():
        page = visit(who, width=width, theme=theme)
        for address in addresses:
            answer = page.goto(address)
            assert answer is not None
            statuses[address] = answer.status
            found[address] = faults(page)
    assert statuses == dict.fromkeys(statuses, 200)
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.usefixtures("short_report")
def test_on_paper_the_navigation_goes_and_what_must_be_read_stays(visit: Visit) -> None:
    page = visit("noor", theme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    shown, tables = {}, {}
    for address in ("/trainingen/", f"/trainingen/{office.held().key}/", FIGURE, REPORT):
        page.goto(address)
        shown[address] = [
            each.evaluate("(each) => each.outerHTML.slice(0, 90)")
            for each in page.locator(PRESSED).all()
            if each.is_visible()
        ]
        assert page.get_by_text("verzonnen gegevens").first.is_visible(), address
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        assert page.evaluate(ONCE) == 0, address
        tables[address] = page.locator("main table thead").count()
    assert shown == {address: [] for address in shown}
    # There was something to repeat.
    assert tables["/trainingen/"] == 1
    assert tables[REPORT] > 0
    # A chart of the interface keeps its table folded on the screen only.
    page.emulate_media(media="screen")
    page.goto("/stijl/")
    assert len(page.evaluate(FOLDED)) == 1
    page.emulate_media(media="print")
    assert page.evaluate(FOLDED) == []
