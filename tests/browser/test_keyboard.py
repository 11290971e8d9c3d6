"""The keyboard scripts of docs/accessibility.md: each piece of work, by keys alone."""

import base64
import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.accountability.releases.doing import published
from tests.browser import office
from tests.browser.keys import NEWCOMER, SCRIPTS, play, usernames
from tests.core.accounts.doing import (
    PASSWORD,
    SECRET,
    code_now,
    invited,
    taken_in_use,
    with_proof,
)
from tests.programme.grants.world import FUND, applied, line, round_of

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.models import Visit
from vijfluik.core.notices.making import make
from vijfluik.core.partners.models import Place
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments.actions import store
from vijfluik.programme.attachments.taking import taken
from vijfluik.programme.trainings.actions import plan

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visiting = Callable[..., "Page"]
USERNAME, EARLIER = "nina-nieuw", "nina-eerder"
LIST = (
    "kenmerk;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers\n"
    "T-1;Goed;08-01-2018;15-03-2018;15-03-2018;14\n"
    "T-2;Fout;08-01-2018;15-03-2018;15-03-2018;twaalf\n"
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The files that the scripts choose."""
    found = {"lijst.csv": LIST, "verslag.txt": "Wat er is besproken.\n"}
    for name, content in found.items():
        (tmp_path / name).write_text(content, "utf-8")
    return {name: tmp_path / name for name in found}


def planned_today() -> None:
    asked = office.requested(title="Met de toetsen")
    plan(who=office.acting_as("ruben"), key=asked.key, planned_on=today())


def noticed() -> None:
    office.requested()
    make(who=office.acting_as("ruben"), at=timezone.now())


def brought() -> None:
    store(
        register_named("trainings"),
        who=office.acting_as("ruben"),
        key=office.held().key,
        file=taken(b"Wat er is besproken.\n", file_name="verslag.txt"),
        title="Verslag van de toets",
        organisation="ror",
    )


def invitation_due() -> None:
    place = Place.objects.using("owner").get(name="Wolverdam").pk
    asked = office.requested(title="Met een brief", place=place)
    on = today() + dt.timedelta(days=30)
    plan(who=office.acting_as("ruben"), key=asked.key, planned_on=on)


def asked_for_money() -> None:
    within = round_of(line(holder="fonds", scheme="fonds-tegengeluid", reference="B-T1"), desk=FUND)
    applied(within, by="roos", owner="wolverdam", title="Jongeren aan het woord")


def letter_sent() -> None:
    content = {
        "title": "Brief over de toetsen", "reference": "KB-T1", "kind": "letter",
        "house": "second", "dated_on": dt.date(2019, 12, 1),
    }  # fmt: skip
    papers = register_named("papers")
    actions.create(papers, who=office.acting_as("anouk"), owner="jenv", content=content)


BEFORE: dict[str, Callable[[], object]] = {
    "Do a piece of work": planned_today,
    "Answer a notice": noticed,
    "Look at a document and share it": brought,
    "Send a letter": invitation_due,
    "Assess an application, and decide on it with other eyes": asked_for_money,
    "Promise the House something, and settle it with other eyes": letter_sent,
    "Rectify a published report": lambda: published(reference="RU-T2", title="Met een fout"),
}


def known() -> dict[str, Callable[["Page"], str]]:
    """What people know or were given, by what the document calls it."""
    given: dict[str, bytes] = {"secret": SECRET}
    next_month = today().replace(day=1) + dt.timedelta(days=32)

    def code(page: "Page", *, ahead: int = 0) -> str:
        shown = page.locator(".vijfluik-begin__secret")
        if shown.count():
            given["secret"] = base64.b32decode(shown.inner_text().replace(" ", ""))
        return code_now(secret=given["secret"], ahead=ahead)

    return {
        "the link of the invitation": lambda _page: f"/begin/{invited(USERNAME).word}/",
        "the new password": lambda _page: PASSWORD,
        "the code of the app": code,
        "the next code of the app": lambda page: code(page, ahead=1),
        # Whichever part of a date the browser asks first.
        "a day of next month": lambda _page: f"{next_month:%m%m%Y}",
    }


@pytest.fixture
def proof(request: pytest.FixtureRequest) -> Iterator[None]:
    """People prove who they are where the script is of somebody who is not invented."""
    newcomer = SCRIPTS[request.getfixturevalue("title")][0].who == NEWCOMER
    with with_proof() if newcomer else nullcontext():
        yield


def let_in(page: "Page") -> None:
    """Somebody who signed in some time ago, and has to prove it again."""
    taken_in_use(invited(EARLIER))
    page.goto("/aanmelden/")
    page.fill("#id_username", EARLIER)
    page.fill("#id_password", PASSWORD)
    page.fill("#id_code", code_now())
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/aanmelden/"))
    Visit.objects.using("owner").update(proven_at=timezone.now() - LIMITS.fresh)


@pytest.mark.browser
@pytest.mark.usefixtures("short_report", "proof")
@pytest.mark.parametrize("title", SCRIPTS)
def test_the_work_is_done_by_the_keys_of_the_document(
    visit: Visiting, files: dict[str, Path], title: str
) -> None:
    BEFORE.get(title, lambda: None)()
    pages: dict[str, Page] = {}

    def page_of(name: str) -> "Page":
        if name not in pages:
            unknown = name == NEWCOMER or title.startswith("Sign in")
            pages[name] = visit("" if unknown else usernames()[name])
            if title == "Prove again who you are":
                let_in(pages[name])
            if title == "Sign out elsewhere":
                visit(usernames()[name])
        return pages[name]

    play(SCRIPTS[title], pages=page_of, files=files, known=known())
