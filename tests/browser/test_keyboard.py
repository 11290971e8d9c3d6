"""The keyboard scripts of docs/accessibility.md: each piece of work, by keys alone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.browser import office
from tests.browser.keys import SCRIPTS, play, usernames

from vijfluik.core.notices.making import make
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.actions import plan

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]
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


@pytest.mark.browser
@pytest.mark.usefixtures("short_report")
@pytest.mark.parametrize("title", SCRIPTS)
def test_the_work_is_done_by_the_keys_of_the_document(
    visit: Visit, files: dict[str, Path], title: str
) -> None:
    if title == "Do a piece of work":
        asked = office.requested(title="Met de toetsen")
        plan(who=office.acting_as("ruben"), key=asked.key, planned_on=today())
    if title == "Answer a notice":
        office.requested()
        make(who=office.acting_as("ruben"), at=timezone.now())
    known: dict[str, Page] = {}

    def page_of(name: str) -> "Page":
        if name not in known:
            known[name] = visit("" if title.startswith("Sign in") else usernames()[name])
        return known[name]

    play(SCRIPTS[title], pages=page_of, files=files)
