"""The acts on an undertaking: its term moves by letter only, two people settle it, and the rest."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.accountability.undertakings.letters import approved
from tests.browser.reading import read
from tests.registers.examples import file_of, made
from tests.site.people import browser, somebody

from vijfluik.accountability.undertakings.bills.register import REGISTER as BILLS
from vijfluik.accountability.undertakings.models import Bill, Paper, Undertaking
from vijfluik.accountability.undertakings.obligations.register import REGISTER as OBLIGATIONS
from vijfluik.accountability.undertakings.papers.register import REGISTER as PAPERS
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.writing import import_file
from vijfluik.core.registers.seen import token_of

LATER = dt.date(2031, 6, 1)


def step(who: Acting, record: Any, edge: str, *, register: Register = REGISTER, **more: Any) -> Any:
    return actions.step(register, who=who, key=record.key, edge=edge, **more)


def postponed(who: Acting, record: Any, letter: Any, *, due: dt.date = LATER) -> Any:
    changes = {"due_on": due, "postponed_in": letter.key, "postponed_on": today()}
    return step(who, record, "postpone", changes=changes, reason="Onderzoek duurt langer")


def settling(letter: Any) -> dict[str, object]:
    return {"settled_on": today(), "settled_in": letter.key}


def faults(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {fault.field for fault in caught.value.faults}


def due_of(who: Acting, record: Any) -> dict[str, dt.date]:
    with acting(who):
        rows = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
        return dict(rows.values_list("kind", "due_on"))


def test_its_due_date_moves_by_a_postponement_with_a_letter_and_by_nothing_else(
    committed: str,
) -> None:
    who = somebody("anouk")
    record, letter = made(REGISTER, who=who), made(PAPERS, who=who)
    was = record.due_on
    with acting(who):
        seen = token_of(REGISTER, key=record.key)
    with pytest.raises(Invalid, match="afgesproken") as caught:
        actions.correct(
            REGISTER, who=who, key=record.key, changes={"due_on": LATER}, reason="R", seen=seen
        )
    assert faults(caught) == {"due_on"}
    assert due_of(who, record) == {"keep": was}
    with pytest.raises(Invalid) as caught:
        step(who, record, "postpone", changes={"due_on": LATER}, reason="R")
    assert faults(caught) == {"postponed_in", "postponed_on"}
    with pytest.raises(Invalid, match="reason"):
        step(who, record, "postpone", changes={"postponed_in": letter.key}, reason="")
    moved = postponed(who, record, letter)
    assert (moved.state, due_of(who, record)) == ("postponed", {"keep_postponed": LATER})
    with pytest.raises(Invalid, match="al verzet"):
        postponed(who, record, letter, due=LATER + dt.timedelta(days=30))
    with acting(who):
        assert Undertaking.objects.get(key=record.key).postponements == 1


@pytest.mark.parametrize(
    "changes", [{"due_on": LATER}, {"postponements": 3}, {"due_on": LATER, "state": "postponed"}]
)
def test_the_database_moves_no_due_date_and_counts_postponements_itself(
    committed: str, changes: dict[str, object]
) -> None:
    who = somebody("anouk")
    record = made(REGISTER, who=who)
    with acting(who), pytest.raises(DatabaseError), transaction.atomic():
        Undertaking.objects.filter(key=record.key).update(**changes)


def test_a_file_moves_no_due_date(platform: str) -> None:
    who = somebody("anouk")
    made(REGISTER, who=who)
    file = file_of(REGISTER, references=["V-1"], owner="jenv")
    file = file.replace(b"31-12-2030", b"01-06-2031")
    outcome = import_file(REGISTER, who=who, file_name="a.csv", content=file)
    assert not outcome.corrected
    assert len(outcome.examined.held) == 1


def test_nobody_settles_what_they_proposed_and_the_letter_is_named(committed: str) -> None:
    who, officer = somebody("anouk"), somebody("noor")
    record, letter = made(REGISTER, who=who), made(PAPERS, who=who)
    with pytest.raises(Invalid) as caught:
        step(who, record, "propose", changes={"settled_on": today()})
    assert faults(caught) == {"settled_in"}
    with pytest.raises(EdgeRefused):
        step(officer, record, "settle")
    step(who, record, "propose", changes=settling(letter))
    assert due_of(who, record) == {"decide": today() + dt.timedelta(days=7)}
    with pytest.raises(Invalid) as caught:
        step(officer, record, "settle")
    assert faults(caught) == {"settled_in"}
    approved(letter)
    with pytest.raises(Invalid, match="zelf voorgesteld"):
        step(who, record, "settle")
    settled = step(officer, record, "settle")
    assert (settled.state, due_of(who, record)) == ("settled", {})
    opened = step(who, record, "reopen", reason="De Kamer vraagt meer")
    assert (opened.state, opened.settled_in_id, opened.settled_on) == ("open", None, None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"figure": "bestaat-niet"}, "figure"),
        ({"item": "X-99"}, "item"),
        ({"house_says": "open"}, "house_said_on"),
        ({"made_on": dt.date(2031, 1, 1)}, "made_on"),
    ],
)
def test_what_it_names_exists_and_its_days_are_in_order(
    platform: str, changes: dict[str, object], field: str
) -> None:
    who = somebody("anouk")
    record = made(REGISTER, who=who)
    with acting(who):
        seen = token_of(REGISTER, key=record.key)
    with pytest.raises(Invalid) as caught:
        actions.correct(REGISTER, who=who, key=record.key, changes=changes, reason="R", seen=seen)
    assert field in faults(caught)


def test_its_page_leads_to_the_figure_and_the_annex_says_where_it_stands(platform: str) -> None:
    who = somebody("anouk")
    record, letter = made(REGISTER, who=who), made(PAPERS, who=who)
    with acting(who):
        seen = token_of(REGISTER, key=record.key)
    changes = {"figure": "ror-trainings-2018", "progress": "Het overzicht is in de maak."}
    actions.correct(REGISTER, who=who, key=record.key, changes=changes, reason="R", seen=seen)
    postponed(who, record, letter)
    visitor = browser("anouk")
    assert (
        'href="/cijfers/ror-trainings-2018/"'
        in visitor.get(f"/toezeggingen/{record.key}/").content.decode()
    )
    annex = read(visitor.get("/toezeggingen/bijlage/")).text
    assert "Toezeggingen in behandeling (1)" in annex
    assert "Het overzicht is in de maak. Uiterlijk 1 juni 2031. 1 keer uitgesteld" in annex
    assert "Moties afgerond (0)" in annex


def test_a_bill_goes_through_its_stages_in_order_and_is_law_only_on_its_day(platform: str) -> None:
    who = somebody("anouk")
    bill = made(BILLS, who=who)
    with pytest.raises(Invalid) as caught:
        step(who, bill, "submit", register=BILLS)
    assert faults(caught) == {"submitted_on"}
    submitted = step(who, bill, "submit", register=BILLS, changes={"submitted_said": "begin 2019"})
    assert (submitted.state, submitted.submitted_on) == ("submitted", None)
    day = today() - dt.timedelta(days=5)
    step(who, bill, "adopt_second", register=BILLS, changes={"second_adopted_on": day})
    with pytest.raises(Invalid) as caught:
        step(
            who, bill, "adopt_first", register=BILLS,
            changes={"first_adopted_on": day - dt.timedelta(days=1)},
        )  # fmt: skip
    assert faults(caught) == {"first_adopted_on"}
    step(who, bill, "adopt_first", register=BILLS, changes={"first_adopted_on": day})
    tomorrow = today() + dt.timedelta(days=1)
    published = {"published_on": today(), "published_in": "Stb. 1", "in_force_on": tomorrow}
    step(who, bill, "publish", register=BILLS, changes=published)
    with pytest.raises(Invalid, match="werkt pas"):
        step(who, bill, "enter", register=BILLS, changes={"in_force_on": tomorrow})
    with acting(who):
        assert Bill.objects.get(key=bill.key).state == "published"


def test_a_bill_says_what_rests_on_the_provisions_that_it_changes(platform: str) -> None:
    who = somebody("anouk")
    bill = made(BILLS, who=who)
    with acting(who):
        seen = token_of(BILLS, key=bill.key)
    with pytest.raises(Invalid, match="staat niet in Recht"):
        actions.correct(
            BILLS, who=who, key=bill.key, changes={"provisions": "twbmt-4-1, niets"}, reason="R",
            seen=seen,
        )  # fmt: skip
    actions.correct(
        BILLS, who=who, key=bill.key, changes={"provisions": "twbmt-4-1"}, reason="R", seen=seen
    )
    page = read(browser("anouk").get(f"/wetsvoorstellen/{bill.key}/")).text
    assert "Twbmt, artikel 4(1)" in page
    assert "VK-25" in page
    assert bill.title in read(browser("anouk").get("/recht/twbmt-4-1/")).text
    # Who may not enter the bills sees no trace of them there.
    assert bill.title not in read(browser("ruben").get("/recht/twbmt-4-1/")).text


def test_an_obligation_leads_to_an_item_and_is_reported_on(platform: str) -> None:
    who = somebody("anouk")
    letter, record = made(PAPERS, who=who), made(OBLIGATIONS, who=who)
    next_day = today() + dt.timedelta(days=100)
    step(who, record, "begin", register=OBLIGATIONS, changes={"report_by": today()})
    assert due_of(who, record) == {"report": today()}
    step(
        who, record, "report", register=OBLIGATIONS,
        changes={"reported_on": today(), "report_by": next_day},
    )  # fmt: skip
    assert due_of(who, record) == {"report": next_day}
    with acting(who):
        seen = token_of(OBLIGATIONS, key=record.key)
    for changes, field in (({"paper": letter.key}, "paper"), ({"item": ""}, "item")):
        with pytest.raises(Invalid) as caught:
            actions.correct(
                OBLIGATIONS, who=who, key=record.key, changes=changes, reason="R", seen=seen
            )
        assert faults(caught) == {field}


def test_the_database_lets_no_letter_go_and_none_change_that_two_people_did_not_decide_on(
    committed: str,
) -> None:
    who = somebody("anouk")
    letter = made(PAPERS, who=who)
    rows = Paper.objects.filter(key=letter.key)
    gone: dict[str, Any] = {"state": "handled", "approved_on": today(), "handled_on": today()}
    with acting(who):
        for changes in (gone, {"state": "approved"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.update(**changes)
    approved(letter)
    with acting(who):
        for name, value in (("title", "Anders"), ("figures", ["ror-trainings-2018"])):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.update(**{name: value})
        assert rows.update(**gone) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"dated_on": None}, "dated_on"),
        ({"house": ""}, "house"),
        ({"dossier": ""}, "dossier"),
    ],
)
def test_a_paper_says_where_it_is_found_and_of_when_it_is(
    platform: str, changes: dict[str, object], field: str
) -> None:
    who = somebody("anouk")
    record = made(PAPERS, who=who)
    with acting(who):
        seen = token_of(PAPERS, key=record.key)
    with pytest.raises(Invalid) as caught:
        actions.correct(PAPERS, who=who, key=record.key, changes=changes, reason="R", seen=seen)
    assert faults(caught) == {field}
