"""The style guide in Debian's chromium: axe, narrow screens, focus, keys; no server is started."""

import mimetypes
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
Guide = Callable[..., str]
ADDRESS = "http://vijfluik.test/stijl/"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One chromium for this module."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=os.environ["VIJFLUIK_CHROMIUM"], args=ARGUMENTS
        )
        yield running
        running.close()


@pytest.fixture
def visit(browser: "Browser", guide: Guide) -> Iterator[Callable[..., "Page"]]:
    """A function that opens the style guide at a width, in a theme, with or without script."""
    opened = []

    def open_page(*, width: int = 1280, theme: str = "light", script: bool = True) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            locale="nl-NL",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        opened.append(context)
        body = guide(theme=theme)

        def answer(route: "Route") -> None:
            path = urlsplit(route.request.url).path
            if not path.startswith("/static/"):
                route.fulfill(body=body, content_type="text/html; charset=utf-8")
                return
            found = finders.find(path.removeprefix("/static/"))
            assert isinstance(found, str), path
            kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
            route.fulfill(body=Path(found).read_bytes(), content_type=kind)

        page = context.new_page()
        page.route("**/*", answer)
        page.goto(ADDRESS)
        return page

    yield open_page
    for context in opened:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_reports_nothing(visit: Callable[..., "Page"], theme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(visit(width=width, theme=theme)).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


@pytest.mark.parametrize("width", [320, 360, 800, 1280, 1920])
def test_the_page_never_scrolls_sideways(visit: Callable[..., "Page"], width: int) -> None:
    page = visit(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_control_is_at_least_twenty_four_pixels_high_or_stands_in_text(
    visit: Callable[..., "Page"],
) -> None:
    page = visit()
    small = page.evaluate(
        """[...document.querySelectorAll('button, input, select, .vijfluik-button, nav a')]
        .filter(e => e.checkVisibility() && !e.closest('p, .vijfluik-crumbs'))
        .filter(e => !['checkbox', 'radio', 'hidden'].includes(e.type))
        .filter(e => !e.classList.contains('vijfluik-plain-button'))
        .filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"""
    )
    assert small == []


def test_errors_take_the_focus_when_the_page_loads_even_without_script(
    visit: Callable[..., "Page"],
) -> None:
    page = visit()
    assert page.evaluate("document.activeElement.id") == "foutoverzicht"
    assert visit(script=False).locator("#foutoverzicht[autofocus][tabindex='-1']").count() == 1


def test_the_menu_of_a_narrow_screen_opens_without_script(visit: Callable[..., "Page"]) -> None:
    page = visit(width=360, script=False)
    entry = page.get_by_role("link", name="Rapportages")
    assert not entry.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert entry.is_visible()


def test_slash_moves_to_the_search_field_and_question_mark_lists_the_keys(
    visit: Callable[..., "Page"],
) -> None:
    page = visit()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("?")
    assert not page.locator("#sneltoetsen").is_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#sneltoetsen").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#sneltoetsen").is_visible()


def test_shortcuts_can_be_switched_off(visit: Callable[..., "Page"]) -> None:
    page = visit()
    page.get_by_role("button", name="Sneltoetsen").click()
    page.locator("[data-shortcuts-switch]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") != "search"


def test_focus_survives_a_swap_of_the_list(visit: Callable[..., "Page"]) -> None:
    page = visit()
    page.evaluate(
        """() => {
          const link = document.querySelector('.vijfluik-pages a[rel=next]');
          link.setAttribute('hx-get', '/stijl/?page=2');
          link.setAttribute('hx-select', '#lijst');
          link.setAttribute('hx-target', '#lijst');
          link.setAttribute('hx-swap', 'outerHTML');
          htmx.process(link);
        }"""
    )
    page.locator(".vijfluik-pages a[rel=next]").focus()
    with page.expect_response("**/stijl/?page=2"):
        page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement !== document.body")
    assert page.evaluate("document.activeElement.textContent") == "Lijst"


def test_the_name_of_a_chosen_file_is_told(visit: Callable[..., "Page"], tmp_path: Path) -> None:
    file = tmp_path / "trainingen-2018.csv"
    file.write_text("onderwerp\n", "utf-8")
    page = visit()
    page.locator("#id_leeg-document").set_input_files(file)
    assert page.locator("#id_leeg-document_chosen").text_content() == "trainingen-2018.csv"


def test_script_and_style_come_from_files_only(visit: Callable[..., "Page"]) -> None:
    page = visit()
    assert page.locator("style, script:not([src])").count() == 0
