"""The whole platform behind a live server, and Debian's chromium before it."""

import os
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from tests.browser import office
from tests.pointing import sessions_kept
from tests.pristine import Own

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(WSGIRequestHandler):
    """Writes no line per request."""

    def log_message(self, *_words: Any) -> None:
        return


@pytest.fixture(scope="module")
def _beside_playwright() -> Iterator[None]:
    """Let Django be called where Playwright keeps its loop in the same thread, but not running."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="module")
def office_database(own_office: Own, _beside_playwright: None) -> str:
    """The office, as new for one module."""
    own_office.as_new(spared=sessions_kept(own_office.name))
    return own_office.name


@pytest.fixture
def address(office_database: str, database: str) -> Iterator[str]:
    """Where the platform is served.

    One thread answers one request after the other, with connections of its own, which it closes
    itself at the end.
    """
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connections

    # Not that of `site.wsgi`, which serves demonstration databases only.
    application = WSGIHandler()

    with office.entered(office_database, back_to=database):
        names = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
        server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)

        def serve() -> None:
            for alias, name in names.items():
                connections[alias].settings_dict["NAME"] = name
            server.serve_forever(poll_interval=0.05)
            connections.close_all()

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def browser(_beside_playwright: None) -> Iterator["Browser"]:
    """One chromium for a module."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=os.environ["VIJFLUIK_CHROMIUM"], args=ARGUMENTS
        )
        yield running
        running.close()


@pytest.fixture
def visit(browser: "Browser", address: str) -> Iterator[Callable[..., "Page"]]:
    """A function that signs somebody in, or nobody where the account is empty: at a width, in a
    theme, with or without script, in colours of ours or forced ones.
    """
    opened = []

    def sign_in(
        account: str,
        *,
        width: int = 1280,
        theme: Literal["light", "dark"] = "light",
        script: bool = True,
        forced: bool = False,
    ) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            forced_colors="active" if forced else "none",
            base_url=address,
            locale="nl-NL",
            color_scheme=theme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        if account:
            page.goto("/aanmelden/")
            page.locator(f'button[value="{account}"]').click()
        return page

    yield sign_in
    for context in opened:
        context.close()
