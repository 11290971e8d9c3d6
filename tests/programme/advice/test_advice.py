"""The acts on a request for advice, its four eyes, and that nothing about citizens gets in."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override
from tests.browser.reading import filled, read
from tests.registers.examples import made
from tests.site.people import browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.citizens import identifies
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.reading import record_detail
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.advice.models import AdviceStep
from vijfluik.programme.advice.register import REGISTER


def tomorrow() -> dt.date:
    return today() + dt.timedelta(days=1)


def step(who: Acting, record: Any, edge: str, **more: Any) -> Any:
    return actions.step(REGISTER, who=who, key=record.key, edge=edge, **more)


def due(who: Acting, record: Any) -> dict[str, dt.date]:
    with acting(who):
        rows = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
        return dict(rows.values_list("kind", "due_on"))


def test_a_request_goes_from_asked_to_closed_with_its_due_dates(platform: str) -> None:
    who = somebody("wietske")
    record = made(REGISTER, who=who)
    assert due(who, record) == {"accept": today() + dt.timedelta(days=14)}
    assert step(who, record, "accept", changes={"answer_by": tomorrow()}).state == "accepted"
    assert due(who, record) == {"begin": tomorrow()}
    assert step(who, record, "start", changes={"started_on": today()}).state == "running"
    assert due(who, record) == {"answer": tomorrow()}
    closed = step(
        who, record, "close",
        changes={"closed_on": today(), "outcome": "answered", "answer": "Begin klein."},
    )  # fmt: skip
    assert (closed.state, closed.outcome) == ("closed", "answered")
    assert due(who, record) == {}
    opened = step(who, record, "reopen", reason="Vervolgvraag")
    assert (opened.state, opened.closed_on, opened.outcome) == ("running", None, "")


def test_an_answer_needs_its_day_and_outcome(platform: str) -> None:
    who = somebody("wietske")
    record = made(REGISTER, who=who)
    with pytest.raises(Invalid) as caught:
        step(who, record, "accept")
    assert [fault.field for fault in caught.value.faults] == ["answer_by"]
    step(who, record, "accept", changes={"answer_by": tomorrow()})
    with pytest.raises(Invalid) as caught:
        step(who, record, "close", changes={"closed_on": tomorrow()})
    assert {fault.field for fault in caught.value.faults} == {"closed_on", "outcome"}


def test_nobody_declines_alone(committed: str) -> None:
    who, colleague = somebody("wietske"), somebody("bram")
    record = made(REGISTER, who=who)
    with pytest.raises(EdgeRefused):
        step(colleague, record, "decline", reason="Zomaar")
    step(who, record, "propose_decline", reason="Buiten de opdracht")
    assert list(due(who, record)) == ["decide_decline"]
    with pytest.raises(Invalid, match="zelf voorgesteld"):
        step(who, record, "decline", reason="Buiten de opdracht")
    declined = step(colleague, record, "decline", reason="Buiten de opdracht")
    assert declined.state == "declined"
    with acting(who):
        last = AdviceStep.objects.get(advice=record.key, edge="decline")
        told = record_detail(REGISTER, who=who, key=record.key).timeline[0]
    assert (last.taken_by_id, last.proposed_by_id) == (colleague.actor.key, who.actor.key)
    assert told.actor == "Bram Kuiper, voorgesteld door Wietske Terpstra"


def test_a_correction_in_between_does_not_make_one_person_two(platform: str) -> None:
    who, colleague = somebody("wietske"), somebody("bram")
    record = made(REGISTER, who=who)
    step(who, record, "propose_decline", reason="Buiten de opdracht")
    with acting(colleague):
        seen = token_of(REGISTER, key=record.key)
    actions.correct(
        REGISTER, who=colleague, key=record.key, changes={"theme": "other"}, reason="R", seen=seen
    )
    with pytest.raises(Invalid):
        step(who, record, "decline", reason="Toch")


@pytest.mark.parametrize("proposer", ["wietske", "bram", None])
def test_the_database_holds_four_eyes_whoever_forgets(platform: str, proposer: str | None) -> None:
    who, colleague = somebody("wietske"), somebody("bram")
    record = made(REGISTER, who=who)
    step(who, record, "propose_decline", reason="Buiten de opdracht")
    # Wietske proposed: she may not decide, and nobody may say that it was Bram, or nobody.
    taken_by = who if proposer != "bram" else colleague
    named = {"wietske": who, "bram": colleague}.get(proposer or "")
    with acting(taken_by), pytest.raises(DatabaseError), transaction.atomic():
        AdviceStep.objects.create(
            advice_id=record.key,
            edge="decline",
            from_state="decline_proposed",
            to_state="declined",
            business_date=today(),
            registered_at=dt.datetime.now(dt.UTC),
            taken_by_id=taken_by.actor.key,
            proposed_by_id=named.actor.key if named else None,
            reason="R",
        )


def test_another_organisation_sees_and_steps_nothing(platform: str) -> None:
    record = made(REGISTER, who=somebody("wietske"))
    for other in ("oscar", "saskia", "gijs"):
        with pytest.raises(Refused):
            step(somebody(other), record, "accept", changes={"answer_by": tomorrow()})


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Over Jan, BSN 111222333", True),
        ("mail naar jan@voorbeeld.nl", True),
        ("geb. 12-03-1990", True),
        ("Geboren op 3 maart", True),
        ("Kenmerk 111222334 van de gemeente", False),
        ("Over 30 deelnemers in 2018", False),
        ("Geborgenheid in de wijk", False),
    ],
)
def test_what_identifies_a_citizen_is_seen(text: str, tells: bool) -> None:
    assert identifies(text) is tells


@pytest.mark.parametrize("field", ["subject", "requester"])
def test_a_text_about_a_citizen_is_refused(platform: str, field: str) -> None:
    who = somebody("wietske")
    record = made(REGISTER, who=who)
    with acting(who):
        seen = token_of(REGISTER, key=record.key)
    with pytest.raises(Invalid) as caught:
        actions.correct(
            REGISTER, who=who, key=record.key, changes={field: "BSN 111222333"}, reason="R",
            seen=seen,
        )  # fmt: skip
    assert [fault.field for fault in caught.value.faults] == [field]


def test_a_request_is_made_accepted_and_closed_by_its_pages(platform: str) -> None:
    visitor = browser("wietske")
    page = visitor.get("/adviezen/nieuw/")
    form = filled(
        page, reference="P-1", kind="consultation", service="ess", theme="polarisation",
        subject="Spanningen in de wijk", requester="Gemeente Wolverdam",
        requester_kind="municipality",
    )  # fmt: skip
    assert form["organisation"] == ["ess"]
    made_page = read(visitor.post("/adviezen/nieuw/", form, follow=True))
    assert "Volgende stap: aannemen" in made_page.text
    accept = made_page.link("Aannemen")
    opened = visitor.get(accept)
    accepted = visitor.post(accept, filled(opened), follow=True)
    assert "P-1: aangenomen." in read(accepted).text
    close = read(accepted).link("Afronden")
    refused = visitor.post(close, filled(visitor.get(close), outcome=""))
    assert refused.status_code == 422
    form = {**filled(visitor.get(close), outcome="answered"), "answer": ["Begin klein."]}
    closed = visitor.post(close, form, follow=True)
    assert "Begin klein." in read(closed).text
    listed = read(visitor.get("/adviezen/", {"zoek": "spanningen", "soort": "consultation"}))
    assert "1 adviesvraag" in listed.text
    assert read(visitor.get("/adviezen/hulp/")).text.count("Een ander dan wie het voorstelde") == 2
    assert "Adviezen" in read(visitor.get("/registers/")).text
    assert "Trainingen" not in read(visitor.get("/registers/")).text


def test_the_pages_are_there_in_english(platform: str) -> None:
    visitor = browser("wietske")
    visitor.cookies["vijfluik_taal"] = "en"
    # The language of a request stays with the thread; the next test reads Dutch.
    with override("en"):
        text = read(visitor.get("/adviezen/nieuw/")).text
    assert "New request for advice" in text
    assert "Without names, addresses or other data about citizens." in text
