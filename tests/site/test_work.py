"""Mijn werk: what the reader must do, by day, one click from doing it."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.browser import office
from tests.browser.reading import filled, read

from vijfluik.core.lifecycle.models import Due
from vijfluik.core.registers.work import DueItem
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.site.first_steps.pages import COOKIE, HIDDEN
from vijfluik.site.pages.work import grouped

WORK = "/mijn-werk/"


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def test_work_stands_there_until_it_is_done_by_its_own_button() -> None:
    training, ruben = office.planned(), office.visitor("ruben")
    page = read(ruben.get(WORK))
    assert training.reference in page.text
    # The button, and once more at the foot of the page.
    (do,) = {url for url in page.addresses if f"{training.key}/vastleggen" in url}
    done = ruben.post(do, filled(ruben.get(do), participants="14"), follow=True)
    assert done.redirect_chain[-1][0] == WORK
    assert training.reference + ": als gegeven vastgelegd." in read(done).text
    assert all(f"{training.key}/vastleggen" not in url for url in read(done).addresses)


def test_nobody_sees_the_work_of_another() -> None:
    training = office.planned()
    assert training.reference in read(office.visitor("noor").get(WORK)).text
    assert training.reference not in read(office.visitor("sietske").get(WORK)).text


@pytest.mark.parametrize("account", ["gijs", "lieke"])
def test_who_has_no_work_here_has_no_page(account: str) -> None:
    assert office.visitor(account).get(WORK).status_code == 404


def test_who_is_done_is_told_so() -> None:
    assert "U bent bij" in read(office.visitor("jamila").get(WORK)).text


def test_the_page_asks_few_questions_of_the_database() -> None:
    office.planned()
    ruben = office.visitor("ruben")
    ruben.cookies[COOKIE] = HIDDEN
    ruben.get(WORK)
    with CaptureQueriesContext(connection) as asked:
        ruben.get(WORK)
    assert len(asked) <= 15, [query["sql"] for query in asked]


@pytest.mark.parametrize("weekday", range(7))
def test_each_task_stands_in_the_stretch_of_its_day(weekday: int) -> None:
    monday = dt.date(2026, 11, 23)
    now = monday + dt.timedelta(days=weekday)
    training = Training(provider_id="ror", title="x", reference="x", wanted_on=now)
    training.provider = office.found(reference="R-001").provider
    items = [
        DueItem(register=REGISTER, due=Due(due_on=now + dt.timedelta(days=days)),
                record=training, term=REGISTER.terms[0], days=days)
        for days in (-1, 0, 1, 2, 7)
    ]  # fmt: skip
    stretches = {group.key: len(group.tasks) for group in grouped(items, now=now)}
    in_week = int(6 - weekday >= 2)
    expected = {"te-laat": 1, "vandaag": 1, "morgen": 1, "deze-week": in_week, "later": 2 - in_week}
    assert stretches == {key: count for key, count in expected.items() if count}


def test_the_overview_tells_what_is_due_and_what_changed() -> None:
    training = office.planned(days=-300)
    page = read(office.visitor("ruben").get("/"))
    assert any(f"{training.key}/vastleggen" in url for url in page.addresses)
    assert f"/trainingen/{training.key}/" in page.addresses
    other = read(office.visitor("sietske").get("/"))
    assert all(str(training.key) not in url for url in other.addresses)


def test_the_overview_hints_at_nothing_for_who_may_see_no_trainings() -> None:
    page = read(office.visitor("aukje").get("/"))
    assert all("/trainingen/" not in url for url in page.addresses)
