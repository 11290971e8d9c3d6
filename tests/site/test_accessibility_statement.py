"""The accessibility statement says what is so: what tests it is there, and whom to tell."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django.fixtures import Settings
from tests.browser.keys import NEWCOMER, SCRIPTS, usernames

from vijfluik.cli.checkout import root
from vijfluik.core.partners.queries import today
from vijfluik.site import barriers
from vijfluik.site.barriers import Reporting
from vijfluik.site.pages.accessibility import CHECKS, LIMITS, STATED_ON

# What people come to do; a piece of work without its keys, or keys of none, is told here.
WORK = {
    "Sign in to the demonstration",
    "Take an account in use, and sign in with a password and a code",
    "Prove again who you are",
    "Sign out elsewhere",
    "Ask a colleague to replace you, and accept it",
    "Let somebody in, review an account and close it",
    "Find a record",
    "Correct a record",
    "Import a file",
    "Do a piece of work",
    "Answer a notice",
    "Put a document with a record",
    "Look at a document and share it",
    "Send a letter",
    "Propose a mandate, and approve it with other eyes",
    "Review a mandate",
    "Assess an application, and decide on it with other eyes",
    "Write down an official figure, and confirm it with other eyes",
    "Search the journal, and check its chain",
    "Look behind a number",
    "Build and publish a report",
    "Rectify a published report",
    "Promise the House something, and settle it with other eyes",
}


def statement(*, language: str = "nl") -> str:
    """The page as somebody reads it who did not sign in."""
    answer = Client(HTTP_ACCEPT_LANGUAGE=language).get("/toegankelijkheid/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("module", [each.module for each in CHECKS])
def test_what_it_says_was_tested_is_tested_and_the_document_names_it(module: str) -> None:
    assert "def test_" in Path(root(), module).read_text("utf-8")
    assert module in Path(root(), "docs", "accessibility.md").read_text("utf-8")


def test_an_installation_that_did_not_fill_it_in_says_so(settings: Settings) -> None:
    settings.REPORTING = Reporting()
    assert "Deze verklaring is niet compleet" in statement()
    assert "mailto:" not in statement()
    settings.REPORTING = Reporting(
        by="Bureau Vijf", mail="hier@example.nl", phone="070 123", audit=dt.date(2027, 3, 1),
        register="https://register.example/123",
    )  # fmt: skip
    page = statement()
    assert "Deze verklaring is niet compleet" not in page
    for said in (
        "Bureau Vijf wil dat iedereen",
        'href="mailto:hier@example.nl"',
        "070 123",
        "1 maart 2027",
        'href="https://register.example/123"',
        "binnen drie weken antwoord",
    ):
        assert said in page, said
    assert all(str(limit.what) in page for limit in LIMITS)
    assert "within three weeks" in statement(language="en")
    assert today() >= STATED_ON


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (barriers.MAIL, "geen adres"),
        (barriers.REGISTER, "http://open.example"),
        (barriers.AUDIT, "volgend jaar"),
    ],
)
def test_a_word_that_cannot_be_meant_stops_the_installation(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        barriers.read()


def test_the_document_has_a_script_for_each_piece_of_work() -> None:
    assert set(SCRIPTS) == WORK
    known = {NEWCOMER, *usernames()}
    assert all(row.who in known for rows in SCRIPTS.values() for row in rows)
    assert all(rows[0].address for rows in SCRIPTS.values())
    assert all(rows[-1].follows for rows in SCRIPTS.values())
