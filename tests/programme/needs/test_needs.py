"""Rounds answered by organisations about themselves, what they came to, and the offers that fit."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.browser.reading import filled, read
from tests.programme.offers.doing import TOWNS, a_round, offer, said, trajectory
from tests.site.people import (
    ADVISER,
    MUNICIPALITY,
    OTHER_ADVISER,
    OTHER_MUNICIPALITY,
    POLICY_OFFICER,
    browser,
    somebody,
)

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.needs.matching import fit_of, fitting, nearly
from vijfluik.programme.needs.models import Need
from vijfluik.programme.needs.registers import NEEDS, ROUNDS

pytestmark = pytest.mark.usefixtures("platform")
NOW: Mapping[str, Any] = {"level": "now", "audience": ["municipality"]}


def form_of(themes: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {f"{theme}-{name}": value for theme, told in themes.items() for name, value in
            told.items()}  # fmt: skip


@pytest.mark.serves("VK-07.1")
def test_a_municipality_answers_each_theme_of_a_round_for_itself() -> None:
    adviser = browser(ADVISER)
    told = filled(
        adviser.get("/peilingen/nieuw/"), title="Peiling", reference="P-1", question="Nodig?",
        themes=["polarisation", "radicalisation"], opens_on=today().isoformat(),
    )  # fmt: skip
    page = read(adviser.post("/peilingen/nieuw/", told, follow=True)).text
    assert "Gemeente Wolverdam: 0 van 2 thema's" in page
    client = browser(MUNICIPALITY)
    assert "Zeggen wat uw organisatie nodig heeft" in read(client.get("/mijn-werk/")).text
    with acting(somebody(ADVISER)):
        key = ROUNDS.model._default_manager.get(reference="P-1").pk
    address = f"/peilingen/{key}/antwoorden/"
    half = client.post(address, form_of({"polarisation": NOW}), follow=True)
    assert "1 thema bewaard" in read(half).text
    assert "1 van 2 thema's gezegd" in read(client.get("/mijn-werk/")).text
    wrong = client.post(address, form_of({"polarisation": NOW, "radicalisation": {"level": "now"}}))
    assert (wrong.status_code, "voor wie de steun is" in read(wrong).text) == (422, True)
    both: dict[str, Mapping[str, Any]] = {"polarisation": NOW, "radicalisation": {"level": "none"}}
    assert client.post(address, form_of(both)).status_code == 302
    # Said twice is said once, and changing it is a correction.
    both["polarisation"] = {**NOW, "level": "soon"}
    assert client.post(address, form_of(both)).status_code == 302
    with acting(somebody(MUNICIPALITY)):
        rows = Need.objects.filter(need_round=key).order_by("theme")
        assert [(need.theme, need.level, need.respondent_id) for need in rows] == [
            ("polarisation", "soon", "wolverdam"), ("radicalisation", "none", "wolverdam"),
        ]  # fmt: skip
    assert "Zeggen wat uw organisatie" not in read(client.get("/mijn-werk/")).text
    result = read(adviser.get(f"/peilingen/{key}/")).text
    assert "Polarisatie 0 1 0 0" in result
    assert "Radicalisering 0 0 1 0" in result
    assert "Gemeente Wolverdam: " not in result
    # A theme that the round does not ask is no answer to it.
    other = filled(
        client.get("/behoeften/nieuw/"), reference="X", need_round=str(key), theme="inclusion",
        level="none",
    )  # fmt: skip
    assert client.post("/behoeften/nieuw/", other).status_code == 422


def test_an_answer_begins_with_the_last_one_and_stops_when_the_round_closes() -> None:
    before = a_round(opens_on=today() - dt.timedelta(days=40))
    told = said(before, audience=("police",), capacity=12)
    actions.step(
        ROUNDS, who=somebody(ADVISER), key=before.key, edge="close",
        changes={"closed_on": today()},
    )  # fmt: skip
    with pytest.raises(Invalid, match="staat vast"):
        actions.correct(
            NEEDS, who=somebody(MUNICIPALITY), key=told.key, changes={"level": "none"},
            reason="Toch niet", seen=seen(told),
        )  # fmt: skip
    client, now = browser(MUNICIPALITY), a_round()
    page = client.get(f"/peilingen/{now.key}/antwoorden/")
    assert "wat u de vorige keer zei" in read(page).text
    form = filled(page)
    assert (form["polarisation-level"], form["polarisation-capacity"]) == (["now"], ["12"])
    with pytest.raises(Invalid, match="niet open"):
        said(before, level="none")
    assert (
        "nu niet open" in read(client.get(f"/peilingen/{before.key}/antwoorden/", follow=True)).text
    )


def test_nobody_speaks_for_another_organisation() -> None:
    asked = a_round()
    own = said(asked)
    content = {"reference": "X", "need_round": asked.key, "theme": "polarisation",
               "level": "none", "answered_on": today()}  # fmt: skip
    for other in (OTHER_MUNICIPALITY, ADVISER, POLICY_OFFICER):
        with pytest.raises(Refused):
            actions.create(NEEDS, who=somebody(other), owner="wolverdam", content=content)
    with acting(somebody(OTHER_MUNICIPALITY)):
        assert not Need.objects.filter(key=own.key).exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Need.objects.create(
                respondent_id="wolverdam", reference="Y", need_round_id=asked.key,
                theme="polarisation", level="none", answered_on=today(),
            )  # fmt: skip
    assert browser(OTHER_MUNICIPALITY).get(f"/behoeften/{own.key}/").status_code == 404
    with pytest.raises(Invalid) as caught:
        said(asked, theme="radicalisation", note="Over BSN 111222333")
    assert {fault.field for fault in caught.value.faults} == {"note"}


def test_a_municipality_reads_counts_and_no_few_of_them() -> None:
    asked = a_round()
    for town in ("wolverdam", "duinmeer", "oosterlo"):
        said(asked, owner=town)
    said(asked, owner="duinmeer", theme="radicalisation", level="none", audience=())
    text = read(browser(MUNICIPALITY).get(f"/peilingen/{asked.key}/")).text
    assert "Polarisatie 3 0 0 0" in text
    assert "Radicalisering te weinig te weinig te weinig te weinig" in text
    assert "Duinmeer" not in text
    assert "Radicalisering 0 0 1 0" in read(browser(ADVISER).get(f"/peilingen/{asked.key}/")).text
    with acting(somebody("roos")), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM needs.results(%s)", [asked.key])
        assert cursor.fetchone() == (0,)
    with acting(somebody(MUNICIPALITY)), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('needs.results', 'on', true)")
        cursor.execute("SELECT count(*) FROM needs_need")
        assert cursor.fetchone() == (1,)


def test_an_adviser_without_a_mandate_for_it_reads_counts_and_no_answer() -> None:
    asked = a_round()
    need = said(asked)
    for adviser in ("bram", OTHER_ADVISER):
        visitor = browser(adviser)
        assert visitor.get("/behoeften/").status_code == 404
        assert visitor.get(f"/behoeften/{need.key}/").status_code == 404
        assert visitor.get("/behoeften/zonder-aanbod/").status_code == 404
        text = read(visitor.get(f"/peilingen/{asked.key}/")).text
        assert "Polarisatie te weinig te weinig" in text
        assert "Wolverdam" not in text
        with acting(somebody(adviser)), connection.cursor() as cursor:
            for table in ("needs_need", "needs_need_version", "needs_need_search",
                          "needs_needstep"):  # fmt: skip
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert cursor.fetchone() == (0,), table
        with pytest.raises(Refused):
            export_records(NEEDS, who=somebody(adviser), format=ExportFormat.CSV)
    assert browser(ADVISER).get(f"/behoeften/{need.key}/").status_code == 200


def test_an_offer_fits_on_theme_audience_and_form_and_its_name_orders_it() -> None:
    need = said(a_round(), audience=("municipality", "police"), forms=("left_wing",))
    offers = [
        offer(name="A", forms=("left_wing", "other"), audience=("police", "teachers")),
        offer(name="B"),
        offer(name="C", forms=("right_wing",)),
        offer(name="D", audience=("teachers",)),
        offer(name="E", themes=("inclusion",)),
    ]
    found = fitting(need, offers=offers)
    assert [fit.offer.name for fit in found] == ["A", "B"]
    assert (found[0].audience, found[0].forms, found[1].any_form) == (
        ("police",), ("left_wing",), True,
    )  # fmt: skip
    assert [fit.offer.name for fit in nearly(need, offers=offers)] == ["C", "D"]
    # The organisation that asks is no part of the comparison.
    need.respondent_id = "duinmeer"
    assert fit_of(need, offer=offers[0]) == found[0]


@pytest.mark.serves("VK-04.4")
def test_what_is_needed_leads_to_offers_that_fit_and_one_of_them_is_chosen() -> None:
    asked = a_round(item="VK-04")
    fits, other = offer(name="Past hier bij"), offer(name="Voor de klas", audience=("teachers",))
    course = trajectory(fits, other)
    client = browser(MUNICIPALITY)
    answers = form_of({"polarisation": NOW, "radicalisation": NOW})
    assert client.post(f"/peilingen/{asked.key}/antwoorden/", answers).status_code == 302
    with acting(somebody(MUNICIPALITY)):
        need = Need.objects.get(theme="polarisation")
        unmet = Need.objects.get(theme="radicalisation")
    address = f"/behoeften/{need.key}/"
    text = read(client.get(address)).text
    assert "Past hier bij Rijksopleidingsinstituut" in text
    assert "past past: gemeente past: elke vorm" in text
    assert "Voor de klas Rijksopleidingsinstituut" in text
    assert "Trajecten met dit aanbod Traject" in text
    # What nothing fits is on the list of those who make the offer, with what comes of it.
    without = read(browser(ADVISER).get("/behoeften/zonder-aanbod/"))
    assert ("Radicalisering Gemeente Wolverdam" in without.text, "Polarisatie" in without.text) == (
        True, False,
    )  # fmt: skip
    adviser = browser(ADVISER)
    new = read(adviser.get(f"/behoeften/{unmet.key}/")).link("Nieuwe adviesvraag")
    told = filled(
        adviser.get(new), reference="AV-1", kind="trajectory", service="ess", subject="Volgt",
        theme="radicalisation", requester="Gemeente Wolverdam", requester_kind="municipality",
    )  # fmt: skip
    assert told["need"] == [str(unmet.key)]
    assert adviser.post("/adviezen/nieuw/", told).status_code == 302
    assert "elke vorm – 1" in read(browser(ADVISER).get("/behoeften/zonder-aanbod/")).text
    # Chosen with one press, taken back with a reason, and a trajectory instead.
    chosen = client.post(f"{address}kies/", {"aanbod": fits.key, "gezien": seen(need)}, follow=True)
    assert "Aanbod gekozen" in read(chosen).text
    back = read(chosen).link("Keuze terugnemen")
    told = {**filled(client.get(back)), "reason": ["Toch liever het traject"]}
    assert client.post(back, told).status_code == 302
    client.post(f"{address}kies/", {"traject": course.key, "gezien": seen(need)})
    with acting(somebody(MUNICIPALITY)):
        need.refresh_from_db()
    assert (need.state, need.chosen_offer_id, need.chosen_trajectory_id) == (
        "chosen", None, course.key,
    )  # fmt: skip


def seen(need: Need) -> str:
    """The token of what the person sees now."""
    with acting(somebody(MUNICIPALITY)):
        return token_of(NEEDS, key=need.key)


@pytest.mark.serves("VK-01.3")
def test_the_offer_and_who_takes_it_up_stand_side_by_side() -> None:
    taken, left = offer(name="Gekozen", item="VK-01"), offer(name="Gelaten", item="VK-01")
    asked = a_round(item="VK-01")
    for town in ("wolverdam", "duinmeer"):
        need = said(asked, owner=town)
        actions.step(
            NEEDS, who=somebody(TOWNS[town]), key=need.key, edge="choose",
            changes={"chosen_offer": taken.key, "chosen_on": today()},
        )  # fmt: skip
    for reader in (ADVISER, MUNICIPALITY):
        text = read(browser(reader).get("/aanbod/gebruik/")).text
        assert f"{taken.name} Rijksopleidingsinstituut tegengaan Radicalisering 2" in text
        assert f"{left.name} Rijksopleidingsinstituut tegengaan Radicalisering 0" in text
