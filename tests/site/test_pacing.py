"""Whoever asks for more than a person reads waits a while; whoever works never notices."""

import json
import uuid

import pytest
from pytest_django.fixtures import Settings
from tests.site.people import POLICY_OFFICER, PRIVACY_OFFICER, browser, professional

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.pace import Bound, Pace, Waits
from vijfluik.core.journal.queries import Filter, page_of_events


def test_a_window_ends_whatever_follows_and_each_person_has_one() -> None:
    now = [100.0]
    pace = Pace(bound=Bound(name="pages", most=3, seconds=60), clock=lambda: now[0])
    one, other = uuid.uuid4(), uuid.uuid4()
    assert [pace.asked(one) for _ in range(3)] == [None] * 3
    assert pace.asked(one) == Waits(seconds=60, first=True)
    now[0] += 30.5
    assert pace.asked(one) == Waits(seconds=30, first=False)
    assert pace.asked(other) is None
    now[0] += 30
    assert pace.asked(one) is None
    # Who left takes no room.
    now[0] += 600
    pace.asked(other)
    assert list(pace._windows) == [other]


def test_the_bounds_are_far_above_what_people_and_their_pages_ask() -> None:
    # Twenty pages a minute is a hurried reader; each may ask for a few parts of itself.
    assert LIMITS.pages_per_minute >= 20 * 10
    assert LIMITS.files_per_quarter >= 4 * 15


@pytest.mark.parametrize(
    ("path", "setting", "bound"),
    [("/cijfers/", "PAGES_PER_MINUTE", "pages"),
     ("/cijfers/ror-trainings-2018.json", "FILES_PER_QUARTER", "files")],
)  # fmt: skip
def test_too_much_is_refused_with_a_page_and_told_once(
    committed: str, settings: Settings, path: str, setting: str, bound: str
) -> None:
    setattr(settings, setting, 2)
    client = browser(POLICY_OFFICER)
    assert [client.get(path).status_code for _ in range(4)] == [200, 200, 429, 429]
    answer = client.get(path)
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert "Probeer het over" in answer.content.decode()
    # A part of a page leads to the page that says it.
    part = client.get(path, headers={"HX-Request": "true"})
    assert part.headers["HX-Redirect"] == path
    # What anybody may open is not counted, and another person is not held up.
    assert client.get("/gezond/leeft/").status_code == 200
    assert browser(PRIVACY_OFFICER).get("/programma/").status_code == 200
    told = page_of_events(wanted=Filter(action="session.too_much")).events
    assert [(event.actor, event.result, json.loads(event.details)) for event in told] == [
        (professional(POLICY_OFFICER).key, "done", {"bound": bound, "most": 2})
    ]
