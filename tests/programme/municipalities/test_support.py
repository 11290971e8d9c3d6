"""Support per municipality: counts and sums, the same questions for each, others only together."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test import Client
from tests.browser.reading import filled, read
from tests.programme.municipalities.test_year import award
from tests.site.people import (
    MUNICIPALITY,
    OTHER_MUNICIPALITY,
    POLICY_OFFICER,
    browser,
    somebody,
)

from vijfluik.core import partners
from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.partners.municipalities import NotTied, tie, untied
from vijfluik.core.partners.queries import today
from vijfluik.programme.municipalities.models import Deviation
from vijfluik.programme.municipalities.support.deviations import deviations_of
from vijfluik.programme.municipalities.support.queries import Part, support, support_of
from vijfluik.programme.partnerships.models import Partnership
from vijfluik.programme.partnerships.plans.actions import take_over

WOLVERDAM = "GM9001"


def test_what_is_given_is_counted_for_who_leads_and_who_is_reached(platform: str) -> None:
    reached = Place.objects.get(name="Oosterlo")
    award(2018, participants=(reached.pk,))
    with acting(somebody(POLICY_OFFICER)):
        found = {each.name: each for each in support(year=2018)}
    own = found["Wolverdam"]
    assert (own.part, own.numbers["awards"], own.numbers["awarded"]) == (
        Part.LEADS, 1, 200_000_00,
    )  # fmt: skip
    assert (found["Oosterlo"].part, found["Oosterlo"].numbers["reached"]) == (Part.REACHED, 1)
    assert found["Veenbroek"].part == Part.NEITHER


def test_a_municipality_opens_its_own_row_and_no_other(platform: str) -> None:
    with acting(somebody(MUNICIPALITY)):
        assert [each.name for each in support(year=2018)] == ["Wolverdam"]
        assert support_of(year=2018, code="GM9008") == (None, None)
        # By SQL of its own it gets no further.
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM municipalities.comparable(2018, 'GM9008')")
            assert cursor.fetchone() == (0,)
            cursor.execute(
                "SELECT has_function_privilege('municipalities.all_support(integer)', 'execute')"
            )
            assert cursor.fetchone() == (False,)
            cursor.execute("SELECT set_config('municipalities.support', 'on', true)")
            cursor.execute("SELECT count(*) FROM advice_advice")
            assert cursor.fetchone() == (0,)
    assert browser(MUNICIPALITY).get("/gemeenten/GM9008/").status_code == 404


@pytest.mark.parametrize("username", ["ruben", "wietske", "roos", "aukje", "gijs"])
def test_nobody_else_reads_any(platform: str, username: str) -> None:
    with acting(somebody(username)):
        with pytest.raises(Refused):
            support(year=2018)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM municipalities.support(2018)")
            assert cursor.fetchone() == (0,)


def test_comparable_ones_are_told_together_and_never_fewer_than_three(platform: str) -> None:
    award(2018)
    with acting(somebody(MUNICIPALITY)):
        # The only one that leads has nobody to be compared with.
        assert support_of(year=2018, code=WOLVERDAM)[1] is None
        own, others = support_of(year=2017, code=WOLVERDAM)
    with acting(somebody(POLICY_OFFICER)):
        every = support(year=2017)
    assert own is not None
    assert others is not None
    assert others.others == len(every) - 1 >= 3


def support_plan(owner: str) -> str:
    """A plan under VK-01 that the ministry records for a municipality; its address."""
    noor = browser(POLICY_OFFICER)
    made = noor.post(
        "/samenwerkingen/nieuw/",
        {
            "name": f"Steunplan {owner}", "reference": f"ST-{owner}", "lead": owner,
            "item": "VK-01", "kind": "action_plan", "goal": "Steun op maat.",
            "ground": "Afspraak met de gemeente", "decided_on": today().isoformat(),
        },
    )  # fmt: skip
    assert made.status_code == 302
    with acting(somebody(POLICY_OFFICER)):
        return f"/samenwerkingen/{Partnership.objects.get(reference=f'ST-{owner}').key}/"


@pytest.mark.serves("VK-01.2")
def test_a_support_plan_runs_with_goals_and_a_day_to_look_again(platform: str) -> None:
    noor, address = browser(POLICY_OFFICER), support_plan("wolverdam")
    start = f"{address}beginnen/"
    begun = {"started_on": today().isoformat(), "review_on": today() + dt.timedelta(days=365)}
    refused = noor.post(start, filled(noor.get(start), **begun))
    assert (refused.status_code, "nog geen doelen" in read(refused).text) == (422, True)
    with acting(somebody(POLICY_OFFICER)):
        plan = Partnership.objects.get(reference="ST-wolverdam")
    made = take_over(who=somebody(POLICY_OFFICER), key=plan.key, words=["netwerk"], begins=today())
    assert len(made) == 1
    assert noor.post(start, filled(noor.get(start), **begun)).status_code == 302
    shown = read(browser(MUNICIPALITY).get(f"/gemeenten/{WOLVERDAM}/")).text
    assert "lopend in dit jaar 1" in shown
    assert "Plannen: doelen 1" in shown
    assert "Steunplan wolverdam Lopend" in shown


@pytest.mark.serves("VK-01.4")
def test_every_municipality_is_asked_the_same_and_where_it_gets_otherwise_it_says_why(
    platform: str,
) -> None:
    support_plan("wolverdam")
    noor = browser(POLICY_OFFICER)
    asked = []
    for code in (WOLVERDAM, "GM9008", "GM9003"):
        text = read(noor.get(f"/gemeenten/{code}/")).text
        assert "In dit jaar: geen van beide. Vergelijkbaar zijn" in text
        assert f"wordt in {today().year} behandeld zoals vergelijkbare" in text
        asked.append(
            [
                question
                for question in ("Geld: toegekend als trekker", "Advies: gevraagd", "Trainingen:",
                                 "Plannen: doelen")
                if question in text
            ]
        )  # fmt: skip
    assert [len(each) for each in asked] == [4, 4, 4]
    deviate(noor)
    own = read(browser(MUNICIPALITY).get(f"/gemeenten/{WOLVERDAM}/")).text
    assert "Een taak die de gemeente voor andere doet. Zij leidt ook" in own
    assert "Zij leidt ook mensen uit de regio op." in own
    assert "behandeld zoals vergelijkbare" in read(noor.get("/gemeenten/GM9008/")).text


def deviate(visitor: Client, **said: str) -> None:
    """A deviation that the ministry records from the page of Wolverdam."""
    form = f"/afwijkingen/nieuw/?place={WOLVERDAM}"
    filled_in = {
        "difference": "Twee trainingen meer", "reference": "AFW-1", "organisation": "nctv",
        "question": "trainings", "ground": "role", "decided_on": today().isoformat(),
        "reasons": "Zij leidt ook mensen uit de regio op.",
        "review_on": (today() + dt.timedelta(days=200)).isoformat(),
    }  # fmt: skip
    answer = visitor.post(form, filled(visitor.get(form), **{**filled_in, **said}))
    assert answer.status_code == (422 if said else 302)


def test_a_deviation_is_not_there_without_a_reason_and_not_for_longer_than_a_year(
    platform: str,
) -> None:
    noor = browser(POLICY_OFFICER)
    for said in (
        {"reasons": ""},
        {"reasons": "twee trainingen meer."},
        {"review_on": (today() + dt.timedelta(days=367)).isoformat()},
    ):
        deviate(noor, **said)
    deviate(noor)
    # What was decided about a municipality it reads, and about no other; its register stays shut.
    with acting(somebody(MUNICIPALITY)):
        assert [each.place.name for each in deviations_of(code=WOLVERDAM, year=today().year)] == [
            "Wolverdam"
        ]
    with acting(somebody(OTHER_MUNICIPALITY)):
        assert Deviation.objects.count() == 0
    assert browser(MUNICIPALITY).get("/afwijkingen/").status_code == 404
    with acting(somebody(POLICY_OFFICER)), pytest.raises(DatabaseError), transaction.atomic():
        Deviation.objects.update(reasons="")


def test_which_municipality_an_organisation_is_stands_on_it_and_its_name_says_nothing(
    platform: str,
) -> None:
    with acting(somebody(POLICY_OFFICER)):
        assert {each.organisation for each in support(year=2018) if each.organisation} == {
            "wolverdam", "duinmeer", "oosterlo", "ravenstad", "zandwijk",
        }  # fmt: skip
    assert "/gemeenten/GM9001/" in browser(MUNICIPALITY).get("/mijn-jaar/").content.decode()
    own = Organisation.objects.using("owner").filter(code="wolverdam")
    with transaction.atomic(using="owner"):
        own.update(name="Gemeentebestuur van W.")
        assert untied(using="owner") == []
        own.update(place=None)
        assert [each.code for each in untied(using="owner")] == ["wolverdam"]
        with pytest.raises(NotTied, match="no municipality with code"):
            tie(organisation="wolverdam", place="GM0000")
        with pytest.raises(NotTied, match="already"):
            tie(organisation="wolverdam", place=Place.objects.get(name="Duinmeer").code)
        with pytest.raises(NotTied, match="no organisation"):
            tie(organisation="jenv", place=WOLVERDAM)
        assert tie(organisation="wolverdam", place=WOLVERDAM).name == "Wolverdam"
        transaction.set_rollback(True, using="owner")


def test_the_migration_keeps_what_names_say_for_sure_and_leaves_out_the_rest(
    platform: str,
) -> None:
    ties = Path(partners.__file__).parent / "sql" / "places.sql"
    rows = Organisation.objects.using("owner")
    with transaction.atomic(using="owner"):
        rows.filter(kind="municipality").update(place=None)
        twin = Place.objects.using("owner").get(code="GM9001")
        Place.objects.using("owner").create(
            code="GM9990", kind="municipality", name="Duinmeer", valid_from=dt.date(2020, 1, 1)
        )
        rows.create(
            code="elders", name="Gemeente Nergensveen", kind="municipality",
            valid_from=dt.date(2020, 1, 1),
        )  # fmt: skip
        with connections["owner"].cursor() as cursor:
            cursor.execute(ties.read_text(encoding="utf-8"))
        assert rows.get(code="wolverdam").place == twin
        # Of two municipalities of one name nobody knows which; of none there is nothing to know.
        assert [each.code for each in untied(using="owner")] == ["duinmeer", "elders"]
        transaction.set_rollback(True, using="owner")
