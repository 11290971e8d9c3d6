"""Signing out leaves nothing in the browser, and neither does a visit that was quiet."""

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.core.accounts.doing import Clock, invited, signed_in, taken_in_use, with_proof
from tests.site.people import POLICY_OFFICER, browser

import vijfluik
from vijfluik.core.accounts.limits import LIMITS

STORED = re.compile(
    r"(?:local|session)Storage\.setItem\(([^,]+),|indexedDB|caches\.|document\.cookie"
)


def test_the_answer_that_ends_a_visit_clears_what_the_browser_held(committed: str) -> None:
    client = browser(POLICY_OFFICER)
    assert "Clear-Site-Data" not in client.get("/programma/").headers
    assert client.post("/afmelden/").headers["Clear-Site-Data"] == '"cache"'


def test_a_visit_that_was_quiet_too_long_clears_it_too(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        taken_in_use(invited())
        client = signed_in("nieuw")
        page = client.get("/mijn-account/").content.decode()
        assert f'data-after="{int(LIMITS.idle.total_seconds())}"' in page
        clock = Clock(monkeypatch)
        clock.later(minutes=15)
        ended = client.get("/mijn-account/")
        assert ended.status_code == 302
        assert ended.headers["Clear-Site-Data"] == '"cache"'
    assert "bezoek-voorbij" not in Client().get("/aanmelden/").content.decode()


def test_scripts_keep_nothing_in_a_browser_but_whether_shortcuts_are_on() -> None:
    package = Path(vijfluik.__file__).parent
    stored = [
        (file.name, found[1])
        for file in package.rglob("static/**/*.js")
        for found in STORED.finditer(file.read_text(encoding="utf-8"))
    ]
    assert stored == [("app.js", "SWITCH")]
