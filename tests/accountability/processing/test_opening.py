"""A room with data of citizens is shut until what must be weighed was: attacked (H15)."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connections, transaction
from tests.browser.reading import read
from tests.core.journal.making import as_administrator
from tests.opening import activity, assessment, shut, taken
from tests.programme.networks.doing import member, network, rows
from tests.site.people import browser, somebody

from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.accountability.processing.models import Assessment
from vijfluik.core.access.compartments import (
    Persons,
    compartment_of,
    compartments,
    opened,
    waits_for,
)
from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.access.gate import Refused
from vijfluik.core.access.policy import Scope, policy
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import declare, registers
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.networks.models import Member
from vijfluik.programme.networks.registers import MEMBERS

OWN, COLLEAGUE, OTHER = "daan", "sterre", "femke"
ROOMS = "/verwerkingen/open/"


def seen() -> int:
    """How many members raw SQL shows the officer of the municipality."""
    with acting(somebody(OWN)):
        return int(rows("SELECT count(*) FROM networks_member")[0][0])


def page() -> str:
    return str(read(browser(OWN).get(ROOMS)).text)


@pytest.mark.usefixtures("platform")
def test_without_its_assessments_both_layers_are_shut_and_with_them_they_open() -> None:
    of = network()
    record = member(of)
    assert seen() == 1
    shut()
    who = somebody(OWN)
    # Python.
    for action in ("read", "create", "correct", "step", "withdraw", "export"):
        where = reach(who=who, thing=MEMBERS.thing, action=action)
        assert where.nowhere, action
        assert not decide(
            who=who, thing=MEMBERS.thing, action=action, organisation="wolverdam"
        ).allowed
    with pytest.raises(Refused), acting(who):
        access_record(MEMBERS, who=who, key=record.key)
    with pytest.raises(Refused):
        member(of, reference="L-2")
    visitor = browser(OWN)
    for way in ("", "nieuw/", f"{record.key}/", f"{record.key}/wijzigen/", "uitvoer/csv/"):
        assert visitor.get(f"/netwerkleden/{way}").status_code == 404, way
    # The database alone.
    assert seen() == 0
    for table in ("networks_member_version", "networks_member_search", "networks_memberstep"):
        with acting(who):
            assert rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    again = Member(
        reference="L-3", name="X", contact="x", network=of, municipality_id="wolverdam",
        consent_on=today(), consent_until=today() + dt.timedelta(days=365),
        consent_how="written", consent_for=["invite"], wording="2", consent_months="12",
    )  # fmt: skip
    with acting(who), pytest.raises(DatabaseError, match="row-level security"):  # noqa: SIM117
        with transaction.atomic():
            again.save(force_insert=True)
    with acting(who):
        assert rows("UPDATE networks_member SET role = 'chair' RETURNING key") == []
    # Another municipality's stays open, and what holds no citizen does.
    assert opened("networks") == {"duinmeer"}
    assert visitor.get("/netwerken/").status_code == 200
    told = read(visitor.get(f"/netwerken/{of.key}/")).text
    assert "De leden van uw netwerken zijn gesloten" in told
    assert "de gegevensbeschermingseffectbeoordeling is niet vastgesteld: gesloten" in page()
    # Anew, one after another: only both together open it.
    under = activity(reference="VW-2")
    assessment(under, kind="dpia", reference="T-1")
    assert (seen(), sorted(opened("networks"))) == (0, ["duinmeer"])
    assessment(under, kind="human_rights", reference="T-2")
    assert (seen(), sorted(opened("networks"))) == (1, ["duinmeer", "wolverdam"])
    assert visitor.get(f"/netwerkleden/{record.key}/").status_code == 200


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize(
    ("values", "until", "missing"),
    [
        ({}, "proposed", "is niet vastgesteld: voorgelegd"),
        ({"conclusion": "negative"}, "decided", "kwam uit op: niet doen"),
        ({"consultation": "requested"}, "decided", "is niet beantwoord"),
    ],
)
def test_what_does_not_let_it_through_opens_nothing_and_the_page_says_why(
    values: dict[str, Any], until: str, missing: str
) -> None:
    shut()
    under = activity(reference="VW-2")
    assessment(under, kind="human_rights", reference="T-2")
    assessment(under, kind="dpia", reference="T-1", until=until, **values)
    assert opened("networks") == {"duinmeer"}
    assert missing in page()


def test_what_lapsed_shuts_it_by_the_day_alone(committed: str) -> None:
    found = []
    for until in (0, -1):
        with as_administrator(committed, unguarded=False) as admin:
            admin.execute(
                "UPDATE processing_assessment SET valid_until = %s"
                " WHERE organisation_id = 'wolverdam' AND kind = 'dpia'",
                [today() + dt.timedelta(days=until)],
            )
        found.append("wolverdam" in opened("networks"))
    assert found == [True, False]
    assert "de gegevensbeschermingseffectbeoordeling is verlopen" in page()


@pytest.mark.usefixtures("platform")
def test_it_takes_two_people_who_are_not_one_pair_of_eyes() -> None:
    shut()
    under = activity(reference="VW-2", adopted=False)
    with pytest.raises(Invalid):
        taken(ACTIVITIES, under, "adopt", by=OWN, adopted_on=today(), review_on=today())
    taken(ACTIVITIES, under, "adopt", by=COLLEAGUE, adopted_on=today(), review_on=today())
    held = assessment(under, kind="dpia", until="proposed")
    with pytest.raises(Invalid):
        taken(ASSESSMENTS, held, "decide", by=OWN, reason="x")
    # A state that was forged is no decision: the step of the second person is not there.
    other = assessment(under, kind="human_rights")
    with acting(somebody(OWN)):
        Assessment.objects.filter(key=held.key).update(state="decided")
    assert opened("networks") == {"duinmeer"}
    # What was put to a colleague does not change under that colleague's eyes, nor afterwards.
    for key in (held.key, other.key):
        with acting(somebody(OWN)), pytest.raises(DatabaseError), transaction.atomic():
            Assessment.objects.filter(key=key).update(conclusion="conditional")
    with acting(somebody(OWN)):
        token = token_of(ASSESSMENTS, key=other.key)
    with pytest.raises(Invalid):
        actions.correct(
            ASSESSMENTS,
            who=somebody(OWN),
            key=other.key,
            reason="anders",
            changes={"valid_until": today() + dt.timedelta(days=300)},
            seen=token,
        )


@pytest.mark.usefixtures("platform")
def test_who_oversees_reads_who_decided_and_decides_nothing() -> None:
    for username in ("fleur", "aukje"):
        text = read(browser(username).get(ROOMS)).text
        assert "Gemeente Wolverdam open" in text
        assert "door Sterre Nijland, opgesteld met Daan Vermeer" in text
        who = somebody(username)
        for register in (ACTIVITIES, ASSESSMENTS):
            assert reach(who=who, thing=register.thing, action="step").nowhere
    assert "Gemeente Duinmeer" not in page()
    assert browser("ruben").get(ROOMS).status_code == 404


def test_every_thing_and_every_room_stands_in_one_compartment() -> None:
    things = {rule.thing for rule in policy().rules}
    assert {thing for each in compartments() for thing in each.things} == things
    rooms = {
        model._meta.app_label
        for model in apps.get_models()
        if model.__module__.startswith("vijfluik.")
    }
    assert {room for each in compartments() for room in each.rooms} == rooms


def test_every_register_of_people_is_shut_until_assessed_and_no_rule_for_all_opens_it(
    database: str,
) -> None:
    people = {register.thing for register in registers() if register.persons}
    assert people == {"network_members"}
    # What the database knows how to destroy is what it holds of people; documents go with records.
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT thing FROM retention_destroyable")
        assert {row[0] for row in cursor.fetchall()} - {"documents"} == people
    for thing in people:
        compartment = compartment_of(thing)
        assert waits_for(thing) == compartment.name
        assert compartment.persons == Persons.CITIZENS
        assert {rule.scope for rule in policy().rules if rule.thing == thing} == {Scope.OWN}


def test_a_room_with_people_that_nobody_declared_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vijfluik.core.access.compartments.waits_for", lambda _thing: "")
    with pytest.raises(ValueError, match="holds people"):
        declare(MEMBERS)


def test_a_regime_that_is_not_that_of_the_compartment_is_refused(platform: str) -> None:
    with pytest.raises(Invalid) as caught:
        activity(reference="VW-2", regime="wpg")
    assert [fault.field for fault in caught.value.faults] == ["regime"]
