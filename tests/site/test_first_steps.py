"""The first steps, on a platform with people and no records: who sees what, by mandate only.

The whole way, from an empty installation to a report, is a drill: `tests/cli/test_first_report.py`.
"""

import datetime as dt
import uuid

import pytest
from django.test import Client
from tests.browser.reading import read
from tests.site import people

from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.programme.trainings.actions import request_training
from vijfluik.site.first_steps import pages
from vijfluik.site.first_steps.pages import listed
from vijfluik.site.first_steps.sequence import STEPS, Step

TITLE = "Eerste stappen"


def page(visitor: Client, address: str = "/") -> str:
    """The words of a page."""
    answer = visitor.get(address)
    assert answer.status_code == 200, address
    return read(answer).text


def links(visitor: Client, address: str = "/") -> tuple[str, ...]:
    """Where a page leads."""
    return read(visitor.get(address)).addresses


def recorded() -> None:
    """A training that somebody asked for."""
    day = today()
    content = Content(
        reference=f"N-{uuid.uuid4().hex[:10]}",
        title="De eerste",
        requester="Gemeente Wolverdam",
        requested_on=day,
        wanted_on=day + dt.timedelta(days=30),
    )
    request_training(who=people.somebody(people.PROVIDER), provider="ror", content=content)


def test_who_may_is_led_on_and_who_may_not_hears_who_does(platform: str) -> None:
    noor, ruben = people.browser(people.POLICY_OFFICER), people.browser(people.PROVIDER)
    for address in ("/", "/mijn-werk/"):
        assert "Mensen en mandaten gedaan" in page(noor, address)
        assert "De eerste subsidie nu aan de beurt" in page(noor, address)
        assert "Dit doet wie een mandaat heeft als mandaatbeheerder." in page(noor, address)
        assert {
            "/begrotingsregels/nieuw/",
            "/toekenningen/nieuw/",
            "/trainingen/nieuw/",
            "/cijfers/",
            "/rapportage-uitgaven/nieuw/",
        } <= set(links(noor, address))
    told = page(ruben)
    # Whether there is an award is not theirs to know, and none of the pages of one is named.
    assert "De eerste subsidie Leg de begrotingsregel vast" in told
    assert "als beleidsmedewerker of fondsbeheerder." in told
    assert "De eerste training nu aan de beurt" in told
    assert "/trainingen/nieuw/" in links(ruben)
    assert not {"/toekenningen/nieuw/", "/beheer/mandaten/nieuw/"} & set(links(ruben))
    # Whoever can only look has nothing to begin, and reads the steps on their own page.
    for username in (people.MUNICIPALITY, people.AUDITOR):
        assert TITLE not in page(people.browser(username))
        assert TITLE in page(people.browser(username), "/eerste-stappen/")


def test_a_step_is_done_by_its_records_and_by_nothing_else(committed: str) -> None:
    noor = people.browser(people.POLICY_OFFICER)
    assert "De eerste training nog niet gedaan" in page(noor)
    recorded()
    assert "De eerste training gedaan" in page(noor)
    assert "De eerste training gedaan" in page(people.browser(people.PROVIDER))
    # Another provider sees its own records only, and so nothing of this.
    assert "De eerste training nu aan de beurt" in page(people.browser(people.OTHER_PROVIDER))
    with acting(people.somebody(people.AUDITOR, purpose=Purpose.OVERSIGHT)):
        decided = page_of_events(wanted=Filter(action="access.decided")).events
    looked = {(event.actor_name, event.object_type) for event in decided}
    assert {("Noor Verhagen", thing) for thing in ("awards", "trainings", "released")} <= looked


def test_who_may_not_know_of_reports_is_not_asked_about_for_ever(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def all_done(_who: object, *, step: Step) -> bool:
        asked.append(step.key)
        return True

    monkeypatch.setattr(pages, "done", all_done)
    monkeypatch.setattr(pages, "last_known", lambda _who: STEPS[-2])
    ruben = people.browser(people.PROVIDER)
    for address in ("/", "/mijn-werk/", "/"):
        assert TITLE not in page(ruben, address)
    # Each time would be a question and an event of the journal.
    assert asked == [STEPS[-2].key]
    assert ruben.cookies[pages.COOKIE].value == pages.OVER
    # Not for as long as where there is a report: they may come to know of more.
    assert ruben.cookies[pages.COOKIE]["max-age"] == pages.ONE_MONTH


def test_an_administrator_sees_the_steps_until_somebody_can_work(platform: str) -> None:
    maarten = people.browser(people.ADMINISTRATOR)
    # People of the programme are here already.
    assert TITLE not in page(maarten, "/mijn-werk/")
    told = page(maarten, "/eerste-stappen/")
    assert "Mensen en mandaten gedaan" in told
    assert "De eerste training nu" not in told
    assert "/beheer/mandaten/nieuw/" in links(maarten, "/eerste-stappen/")
    assert "/trainingen/nieuw/" not in links(maarten, "/eerste-stappen/")


def test_they_are_put_away_and_brought_back_and_read_in_english(platform: str) -> None:
    noor = people.browser(people.POLICY_OFFICER)
    answer = noor.post("/eerste-stappen/", {"weergave": "weg"}, follow=True)
    assert "Op deze pagina blijven ze." in read(answer).text
    assert TITLE not in page(noor)
    assert TITLE not in page(noor, "/mijn-werk/")
    noor.post("/eerste-stappen/", {"weergave": "tonen"})
    noor.cookies["vijfluik_taal"] = "en"
    assert "First steps" in page(noor)
    assert "The first grant next" in page(noor)
    assert "Done by whoever has a mandate as mandate administrator." in page(noor)


@pytest.mark.parametrize(
    ("words", "told"),
    [((), ""), (("a",), "a"), (("a", "b"), "a of b"), (("a", "b", "c"), "a, b of c")],
)
def test_roles_stand_in_a_sentence(words: tuple[str, ...], told: str) -> None:
    assert listed(words) == told
