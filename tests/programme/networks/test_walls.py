"""A municipality reads its own members, and nobody else reads anything of them: attacked."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Field
from tests.browser.reading import read
from tests.programme.networks.doing import (
    AT,
    CANARY,
    MINISTRY,
    OTHER,
    OWN,
    correct,
    in_days,
    meeting,
    member,
    network,
    rows,
)
from tests.site.people import EVERYBODY, OTHER_MUNICIPALITY, browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.access.policy import Scope, policy
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import registers
from vijfluik.core.registers.work import due_work
from vijfluik.programme.networks.models import Meeting, Member, MemberStep
from vijfluik.programme.networks.registers import MEMBERS, NETWORKS, REGISTERS

pytestmark = pytest.mark.usefixtures("platform")
TABLES = (
    "networks_member", "networks_member_version", "networks_member_search", "networks_memberstep",
    "networks_network", "networks_network_version", "networks_networkstep", "networks_meeting",
    "networks_meeting_version", "networks_meetingstep",
)  # fmt: skip
OTHERS = sorted({*EVERYBODY, OTHER_MUNICIPALITY} - {OWN})
SPECIAL = re.compile(
    r"religi|geloof|faith|origin|herkomst|afkomst|ethni|etnic|communit|gemeenschap|national"
    r"|politi(c|ek)|health|gezond|orientation|geaardheid|bsn|birth|geboor|signal|melding|report"
    r"|suspect|note|opmerking|remark|risk"
)


@pytest.mark.parametrize("username", OTHERS)
def test_raw_sql_shows_nothing_to_anybody_but_the_municipality(username: str) -> None:
    of = network()
    member(of)
    meeting(of)
    with acting(somebody(OWN)):
        assert [table for table in TABLES if rows(f"SELECT count(*) FROM {table}") == [(0,)]] == []
    with acting(somebody(username)):
        assert [table for table in TABLES if rows(f"SELECT count(*) FROM {table}") != [(0,)]] == []
    with pytest.raises(Refused), acting(somebody(username)):
        access_record(MEMBERS, who=somebody(username), key=of.key)


def test_the_other_municipality_finds_exports_and_is_asked_nothing() -> None:
    record = member(network(), consent_months="6", consent_on=in_days(-170))
    network(OTHER, reference="N-9")
    visitor = browser(OTHER)
    assert visitor.get(f"/netwerkleden/{record.key}/").status_code == 404
    for way in ("/netwerkleden/", "/zoeken/", "/mijn-werk/"):
        ask = visitor.get if way == "/mijn-werk/" else visitor.post
        answer = ask(way, {"zoek": CANARY} if way != "/mijn-werk/" else {})
        assert answer.status_code == 200
        assert record.name not in answer.content.decode()
    assert export_records(MEMBERS, who=somebody(OTHER), format=ExportFormat.CSV).rows == 0
    assert export_records(MEMBERS, who=somebody(OWN), format=ExportFormat.CSV).rows == 1
    for username, expected in ((OTHER, False), (OWN, True)):
        with acting(somebody(username)):
            work = due_work(who=somebody(username), until=in_days(60))
        assert any(item.record == record for item in work) == expected, username
    # The ministry has no such register to look in, and is not told that there is one.
    found = browser(MINISTRY).post("/zoeken/", {"zoek": CANARY}).content.decode()
    assert record.name not in found
    assert "/netwerkleden/" not in found


def test_no_rule_of_the_policy_opens_members_to_all_or_lets_a_file_in() -> None:
    things = {register.thing for register in REGISTERS}
    found = [rule for rule in policy().rules if rule.thing in things]
    assert {rule.scope for rule in found} == {Scope.OWN}
    assert {rule.role.value for rule in found} == {"municipal_officer"}
    assert "import" not in {rule.action for rule in found}


def test_a_rule_for_all_would_still_open_no_member() -> None:
    """The policy of the table asks for the own organisation only, whatever the rules say."""
    texts = rows(
        "SELECT polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)"
        " FROM pg_policy WHERE polrelid = 'networks_member'::regclass"
    )
    assert {name for name, *_ in texts} == {
        "destruction", "member_insert", "member_read", "member_update", "owner_reads",
    }  # fmt: skip
    assert [name for name, *words in texts if "everywhere" in str(words)] == []


def test_there_is_no_way_in_for_a_file() -> None:
    member(network())
    visitor = browser(OWN)
    for register in REGISTERS:
        assert not register.filed
        assert visitor.get(f"/{register.path}/inlezen/").status_code == 404
        assert "Bestand inlezen" not in read(visitor.get(f"/{register.path}/")).text
    with acting(somebody(OWN)), pytest.raises(DatabaseError), transaction.atomic():
        rows(
            "INSERT INTO registers_stagedfile (key, register, file_name, content, owner,"
            " staged_by_id, staged_at) VALUES (gen_random_uuid(), 'network_members', 'a', 'x', '',"
            " %s, now())",
            somebody(OWN).actor.key,
        )


def test_the_register_has_no_place_to_report_anybody_or_say_what_somebody_is() -> None:
    columns = {
        field.name: field
        for model in (Member, Meeting, MemberStep)
        for field in model._meta.get_fields()
        if isinstance(field, Field)
    }
    assert [name for name in columns if SPECIAL.search(name)] == []
    # Every text that somebody types, and why it cannot carry a story.
    typed = {
        name: field.max_length
        for name, field in columns.items()
        if field.get_internal_type() in ("CharField", "TextField") and not field.choices
    }
    assert typed == {"name": 100, "contact": 150, "reference": 20, "edge": 30, "from_state": 30,
                     "to_state": 30, "reason": 500}  # fmt: skip
    # The steps are words of the lifecycle and a reason from a list: a constraint holds it.
    of = network()
    with acting(somebody(OWN)), pytest.raises(DatabaseError), transaction.atomic():
        rows("UPDATE networks_memberstep SET reason = 'x'")
    record = member(of)
    with acting(somebody(OWN)):
        step = MemberStep.objects.get(member=record)
        step.pk, step.reason = None, f"{CANARY} zei dat zijn buurman"
        with pytest.raises(DatabaseError, match="reason"), transaction.atomic():
            step.save(force_insert=True)
    with pytest.raises(Invalid):
        correct(record, reference="Piet van hiernaast")


@pytest.mark.parametrize("word", ["religie", "nationality", "melding", "health", "community"])
def test_the_search_for_such_fields_bites(word: str) -> None:
    assert SPECIAL.search(word)


def test_nothing_of_the_project_refers_to_a_member() -> None:
    of_models = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.related_model is Member
    ]
    assert of_models == ["networks.MemberStep.member"]
    of_registers = [
        f"{register.thing}.{field.name}"
        for register in registers()
        for field in register.fields
        if register.model._meta.get_field(field.name).related_model is Member
    ]
    assert of_registers == []
    of_database = rows(
        "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
        " AND confrelid = 'networks_member'::regclass"
    )
    assert of_database == [("networks_memberstep",)]


def test_the_role_of_the_figures_has_no_right_to_a_member() -> None:
    for table in TABLES[:4]:
        assert rows("SELECT has_table_privilege('vijfluik_report', %s, 'SELECT')", table) == [
            (False,)
        ], table


def test_nobody_is_recorded_before_what_must_be_weighed_was() -> None:
    of = network(assessed_on=None)
    with pytest.raises(Invalid) as caught:
        member(of)
    assert [fault.field for fault in caught.value.faults] == ["network"]
    assert "toetsen nog niet vastgesteld" in read(browser(OWN).get(f"/netwerken/{of.key}/")).text
    known = network(reference="N-2")
    fine = member(known)
    fine.pk, fine.reference, fine.network_id = None, "L-2", of.key
    with acting(somebody(OWN)), pytest.raises(DatabaseError), transaction.atomic():
        fine.save(force_insert=True)


def test_consent_does_not_go_on_by_itself_in_raw_sql_either() -> None:
    record = member(network())
    for change in (
        "consent_months = '24'",
        "consent_on = consent_on + 5, consent_months = '24'",
        "consent_until = consent_until + 400, consent_months = '24'",
        "state = 'withdrawn'",
        "municipality_id = 'duinmeer'",
        "consent_for = '{}'",
    ):
        with acting(somebody(OWN)), pytest.raises(DatabaseError), transaction.atomic():
            rows(f"UPDATE networks_member SET {change}")
    with acting(somebody(OWN)), connection.cursor() as cursor:
        # A later last day is not what the application says but what follows from the consent.
        cursor.execute("UPDATE networks_member SET consent_until = consent_until + 400")
        kept = Member.objects.get(key=record.key)
    assert (kept.consent_until - kept.consent_on).days in (365, 366)


def test_the_ministry_sees_tens_of_members_and_no_names() -> None:
    of, there = network(), network(OTHER, reference="N-9", name=f"Kring {CANARY}")
    meeting(of)
    for number in range(12):
        member(of, reference=f"L-{number}")
    member(there, OTHER)
    answer = browser(MINISTRY).get("/netwerken/aantallen/")
    text = read(answer).text
    assert "Gemeente Wolverdam 1 1 ten minste 10" in text
    assert "Gemeente Duinmeer 1 0 minder dan 10" in text
    assert CANARY not in text
    # The function answers nobody else, and no finer number to anybody.
    for username in (OWN, OTHER, "aukje", "ruben"):
        with acting(somebody(username)):
            assert rows("SELECT * FROM networks.numbers()") == []
    with pytest.raises(DatabaseError), acting(somebody(MINISTRY)), transaction.atomic():
        rows("SELECT * FROM networks.standing_members()")


def test_only_a_municipality_keeps_a_network() -> None:
    from vijfluik.core.registers.checking import check
    from vijfluik.core.registers.contents import completed
    from vijfluik.core.registers.declaration import About
    from vijfluik.core.registers.lookups import Lookups

    with acting(somebody(OWN)):
        about: Any = About(state="active", owner="jenv", today=in_days(0), lookups=Lookups())
        faults = check(NETWORKS, content=completed(NETWORKS, values={"reference": "N-1"}),
                       about=about)  # fmt: skip
    assert "dit is geen gemeente" in {fault.wrong for fault in faults}
    assert AT[OWN] == "wolverdam"
