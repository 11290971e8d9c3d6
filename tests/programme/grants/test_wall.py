"""The wall of the independent fund, attacked: the ministry sees totals, and nothing behind them."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.programme.grants import world
from tests.programme.grants.conftest import Keys
from tests.programme.grants.world import FUND, SECRET
from tests.site.people import browser, somebody

from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.library import library
from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record, access_records
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.walls import walled_off
from vijfluik.core.registers.work import due_work
from vijfluik.core.versions.moments import close
from vijfluik.programme.grants.models import Application, Award, Instalment
from vijfluik.programme.grants.queries.totals import totals
from vijfluik.programme.grants.registers import APPLICATIONS, AWARDS, INSTALMENTS, ROUNDS

WALLED = (APPLICATIONS, AWARDS, INSTALMENTS)
# Every table that holds rows of the fund, with what tells that a row is the fund's.
TABLES = {
    **{
        f"{register.model._meta.db_table}{suffix}": "compartment = 'grants_fund'"
        for register in WALLED
        for suffix in ("", "_version", "_search")
    },
    "grants_assessment": "grounds LIKE '%%fonds%%'",
    "grants_assessment_version": "grounds LIKE '%%fonds%%'",
    "grants_applicationstep": "taken_by_id <> partners.actor() AND application_id = ANY (%s)",
    "grants_awardstep": "award_id = ANY (%s)",
    "grants_instalmentstep": "instalment_id = ANY (%s)",
    "lifecycle_due": "object_key = ANY (%s)",
}
# What everybody may read who reads the money: the line and the round.
OPEN = ("fund line", "fund round")
OUTSIDE = ("noor", "hanneke", "daan", "ruben", "aukje")


def rows(table: str, keys: Keys) -> int:
    """How many rows of the fund the actor reads in a table, by SQL of its own."""
    condition = TABLES[table]
    its = [key for name, key in keys.items() if name.startswith("fund") and name not in OPEN]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {table} WHERE {condition}",
            [its] if "%s" in condition.replace("%%", "") else None,
        )
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("username", OUTSIDE)
def test_raw_sql_shows_no_row_of_the_fund_to_whoever_stands_outside(
    keys: Keys, username: str
) -> None:
    with acting(somebody(username)):
        assert {table: rows(table, keys) for table in TABLES} == dict.fromkeys(TABLES, 0)


def test_the_fund_and_the_applicant_see_what_the_ministry_does_not(keys: Keys) -> None:
    with acting(somebody("roos")):
        assert all(rows(table, keys) for table in TABLES)
    with acting(somebody("femke")):
        for register in WALLED:
            found = list(register.model._default_manager.all())
            assert {register.owner_of(record) for record in found} == {"duinmeer"}


@pytest.mark.parametrize("register", WALLED, ids=lambda each: each.thing)
def test_the_python_layer_holds_by_itself(keys: Keys, register: Any) -> None:
    """With row-level security out of the way: rows read by the fund, judged for the ministry."""
    with acting(somebody("roos")):
        fund = list(register.model.objects.all())
    with acting(somebody("noor")):
        seen = access_records(register, who=somebody("noor"))
        _sql, parameters = seen.query.sql_with_params()
        assert "grants_programme" in parameters
        assert "grants_fund" not in parameters
        for record in fund:
            assert walled_off(register, record=record, who=somebody("noor"), action="read")
        for record in fund:
            with pytest.raises(Refused):
                access_record(register, who=somebody("noor"), key=record.key)


def test_the_ministry_adds_and_changes_nothing_behind_the_wall(keys: Keys) -> None:
    noor = somebody("noor")
    with acting(noor):
        for model in (Application, Award, Instalment):
            assert model.objects.filter(compartment="grants_fund").update(title="Anders") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Award.objects.filter(key=keys["programme award"]).update(
                budget_line_id=keys["fund line"]
            )
    with pytest.raises(DatabaseError), transaction.atomic():
        actions.create(
            AWARDS, who=noor, owner="wolverdam",
            content={"title": "T", "reference": "X-1", "budget_line": keys["fund line"],
                     "amount_cents": 1, "prepared_on": dt.date(2018, 5, 1)},
        )  # fmt: skip
    for line, right in (("fund line", False), ("programme line", True)):
        content = {"title": "R", "reference": f"X-{line[:1]}", "budget_line": keys[line],
                   "opens_on": dt.date(2018, 1, 1), "closes_on": dt.date(2018, 2, 1),
                   "criteria": "Past."}  # fmt: skip
        owner = "fonds" if line == "fund line" else "jenv"
        if right:
            actions.create(ROUNDS, who=noor, owner=owner, content=content)
        else:
            with pytest.raises(Refused):
                actions.create(ROUNDS, who=noor, owner=owner, content=content)


def test_the_fund_does_not_open_the_rows_of_the_programme(keys: Keys) -> None:
    with acting(somebody("roos")):
        for register in WALLED:
            found = access_records(register, who=somebody("roos"))
            assert {record.compartment for record in found} == {"grants_fund"}


def test_no_page_and_no_file_tells_the_ministry_of_the_fund(keys: Keys) -> None:
    visitor = browser("noor")
    for register in WALLED:
        name = {"applications": "application", "awards": "award"}.get(register.thing, "instalment")
        assert visitor.get(f"/{register.path}/{keys[f'fund {name}']}/").status_code == 404
        for page in (
            f"/{register.path}/",
            f"/{register.path}/?zoek=podium",
            f"/{register.path}/?regeling=fonds-tegengeluid",
            f"/begrotingsregels/{keys['fund line']}/",
            f"/subsidierondes/{keys['fund round']}/",
        ):
            answer = visitor.get(page)
            assert answer.status_code == 200, page
            assert SECRET not in answer.content.decode(), page
        for kind in ExportFormat:
            file = export_records(register, who=somebody("noor"), format=kind)
            assert SECRET.encode() not in file.content
    everywhere = ("/", "/mijn-werk/", "/registers/", "/programma/onderdeel/vk-35/", "/geld/")
    for page in (*everywhere, "/cijfers/fund-projects-2018/"):
        assert SECRET not in visitor.get(page).content.decode(), page
    assert SECRET not in visitor.post("/zoeken/", {"zoek": "podium"}).content.decode()


def test_what_is_due_at_the_fund_stands_in_its_own_work_only(keys: Keys) -> None:
    last = dt.date(2030, 1, 1)
    found = {}
    for username in ("noor", "roos"):
        who = somebody(username)
        with acting(who):
            found[username] = {item.record.key for item in due_work(who=who, until=last)}
    assert keys["fund waiting"] in found["roos"]
    assert keys["programme waiting"] in found["noor"]
    assert not {key for name, key in keys.items() if name.startswith("fund")} & found["noor"]
    assert not {
        key for name, key in keys.items()
        if name.startswith("programme") and name not in ("programme line", "programme round")
    } & found["roos"]  # fmt: skip


def test_the_ministry_reads_the_totals_of_the_fund(keys: Keys) -> None:
    with acting(somebody("noor")):
        found = {(total.scheme, total.year): total for total in totals()}
    total = found["fonds-tegengeluid", 2018]
    assert (total.awards, total.committed.cents, total.paid.cents) == (1, 200_000_00, 150_000_00)
    assert (total.budgeted.cents, total.budgeted.unstated) == (None, 1)
    page = browser("noor").get("/geld/").content.decode()
    assert "alleen deze totalen" in page
    for username in ("daan", "ruben", "gijs"):
        with acting(somebody(username)):
            with pytest.raises(Refused):
                totals()
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM grants.totals()")
                assert cursor.fetchone() == (0,)


def test_setting_the_word_of_the_totals_opens_nothing(keys: Keys) -> None:
    with acting(somebody("noor")), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('grants.totals', 'on', true)")
        assert rows("grants_award", keys) == 0


def test_the_figure_counts_the_fund_and_its_records_stay_behind_the_wall(committed: str) -> None:
    world.build()
    definition = library()["fund-projects-2018"][-1]
    as_of = close(dt.datetime.now(dt.UTC))
    found = {}
    for username in ("noor", "roos"):
        who = somebody(username)
        with acting(who):
            (computed,) = compute([definition], as_of=as_of)
            found[username] = computed.value
        page = browser(username).get("/cijfers/fund-projects-2018/vastleggingen/")
        assert (SECRET in page.content.decode()) is (username == "roos")
    assert found == {"noor": 1, "roos": 1}


def test_a_record_never_leaves_its_compartment(keys: Keys) -> None:
    with acting(somebody("roos")), pytest.raises(DatabaseError), transaction.atomic():
        Award.objects.filter(key=keys["fund award"]).update(
            budget_line_id=keys["programme line"], application_id=None
        )
    with acting(somebody("roos")):
        Award.objects.filter(key=keys["fund award"]).update(compartment="grants_programme")
        award = Award.objects.get(key=keys["fund award"])
        assert (award.compartment, award.scheme) == ("grants_fund", "fonds-tegengeluid")


def test_nobody_of_the_fund_decides_alone(keys: Keys) -> None:
    roos = somebody(FUND.proposes)
    content = {
        "title": "T", "reference": "F-9", "budget_line": keys["fund line"], "amount_cents": 100,
        "prepared_on": dt.date(2018, 5, 1), "report_by": dt.date(2019, 5, 1),
    }  # fmt: skip
    made = actions.create(AWARDS, who=roos, owner="duinmeer", content=content)
    signing: dict[str, Any] = {"edge": "grant", "changes": {"awarded_on": dt.date(2018, 5, 2)}}
    with pytest.raises(Invalid, match="vier ogen"):
        actions.step(AWARDS, who=roos, key=made.key, **signing)
    found = actions.step(AWARDS, who=somebody(FUND.decides), key=made.key, **signing)
    assert found.state == "awarded"


def test_a_line_shows_what_came_of_it_to_who_sees_all_of_that(keys: Keys) -> None:
    seen = {
        (username, name): browser(username).get(f"/begrotingsregels/{keys[f'{name} line']}/")
        for username in ("noor", "roos", "daan")
        for name in ("programme", "fund")
    }
    told = {who: "<dt>Toegekend</dt>" in page.content.decode() for who, page in seen.items()}
    assert {who for who, tells in told.items() if tells} == {
        ("noor", "programme"),
        ("roos", "fund"),
    }
    assert "alleen als totaal" in seen["noor", "fund"].content.decode()
    assert "alleen als totaal" not in seen["daan", "fund"].content.decode()
