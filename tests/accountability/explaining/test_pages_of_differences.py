"""Why a figure changed, as people see it: in words, as a drawing, and down to the records."""

import datetime as dt
import json
from collections.abc import Callable

import pytest
from django.test import Client
from tests.accountability.figures.conftest import (
    APRIL,
    FEBRUARY,
    JANUARY,
    MARCH,
    life,
    training,
)
from tests.accountability.figures.test_pages_of_figures import words_of

from vijfluik.accountability.explaining.between.editions import NoEdition, edition_of
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.core.journal.models import Event
from vijfluik.core.versions.loading import PastVersion

Visit = Callable[[str], Client]
WHY = "/cijfers/ror-participants-2018/waarom/"
BETWEEN = "?van=2019-01-31&tot=2019-04-30"
COUNTED = "/cijfers/ror-trainings-2018/waarom/"
REDEFINED = "/cijfers/ror-trainings-2019/waarom/?van=2019-06-01&tot=2020-06-01"


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """A training of each cause, one of another provider, and two of 2019 that were asked for."""
    stays, better, gone, late = (
        training(reference=name) for name in ("BLIJFT", "BETER", "WEG", "LAAT")
    )
    asked = {"state": "requested", "held_on": None, "planned_on": None, "participants": None}
    of_2019 = {"wanted_on": dt.date(2019, 9, 1)}
    lives = (
        life((JANUARY, stays)),
        life((JANUARY, better), (FEBRUARY, better | {"participants": 20})),
        life((JANUARY, gone), (MARCH, gone | {"state": "withdrawn"})),
        life((APRIL, late | {"participants": 30})),
        life((JANUARY, training(reference="ANDER", provider_id="ssv", audience=["teachers"]))),
        life((JANUARY, training(reference="GEVRAAGD") | of_2019 | asked)),
        life((JANUARY, training(reference="OOK-GEVRAAGD") | of_2019 | asked)),
        life((APRIL, training(reference="IN-2019", held_on=dt.date(2019, 2, 1)) | of_2019)),
    )
    return [version for each in lives for version in each]


def test_each_cause_is_told_and_drawn_and_leads_to_its_records(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    page = noor.get(f"{WHY}{BETWEEN}").content
    text = words_of(page)
    assert "van 36 (31 januari 2019) naar 62 (30 april 2019), +26." in text
    assert (
        "Dat komt door 1 nieuwe registratie (+30), 1 gecorrigeerde registratie (+8) en"
        " 1 ingetrokken registratie (−12)." in text
    )
    drawing = page.decode()
    assert drawing.count('class="vijfluik-waterfall__end"') == 2
    assert drawing.count('class="vijfluik-waterfall__up"') == 2
    assert drawing.count('class="vijfluik-waterfall__down"') == 1
    for word, reference, brought in (
        ("nieuw", "LAAT", "telt niet 30"),
        ("gecorrigeerd", "BETER", "12 20"),
        ("ingetrokken", "WEG", "12 telt niet"),
    ):
        address = f"{WHY}vastleggingen/{BETWEEN}&oorzaak={word}"
        said = words_of(noor.get(address).content)
        assert reference in said
        assert brought in said
        assert "U ziet 1 registratie." in said
    assert "BLIJFT" not in said


def test_the_answer_is_fetched_with_the_receipts_of_both_ends(
    looking: str, visit_as: Visit
) -> None:
    answer = visit_as("noor").get(f"/cijfers/ror-participants-2018/waarom.json{BETWEEN}")
    content = json.loads(answer.content)
    assert content["notice"] == "verzonnen gegevens"
    assert content["difference"] == content["sum_of_parts"] == 26
    assert len({content[end]["receipt"] for end in ("from", "to")}) == 2
    # What was kept is offered to compare with from then on.
    later = words_of(visit_as("noor").get(f"{WHY}?van=2019-02-01&tot=2019-06-01").content)
    assert "vergelijk ermee: 30 april 2019 31 januari 2019" in later
    assert visit_as("noor").get(f"{WHY[:-1]}.json?van=morgen").status_code == 400


def test_a_provider_sees_its_own_records_only_and_the_journal_says_which(
    looking: str, visit_as: Visit
) -> None:
    address = f"/cijfers/ror-trainings-2018/waarom/vastleggingen/{BETWEEN}&oorzaak=nieuw"
    assert "LAAT" in words_of(visit_as("ruben").get(address).content)
    other = visit_as("jamila").get(address)
    assert "LAAT" not in words_of(other.content)
    assert "achter haar ligt niets dat u mag inzien" in words_of(other.content)
    # Who reads figures and no records gets what "does not exist" looks like.
    assert visit_as("aukje").get(address).status_code == 404
    assert visit_as("aukje").get(f"{COUNTED}{BETWEEN}").status_code == 200


def test_in_english_it_is_english(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    noor.post("/taal/", {"language": "en", "next": "/"})
    text = words_of(noor.get(f"{WHY}{BETWEEN}").content)
    assert (
        "This is due to 1 new record (+30), 1 corrected record (+8) and 1 withdrawn record (−12)."
        in text
    )
    for dutch in ("registratie", "Oorzaak", "Verschil", "oorzaak"):
        assert dutch not in text


def test_moments_that_do_not_follow_are_refused_with_the_remedy(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    for asked in ("?van=2019-05-01&tot=2019-04-01", "?van=morgen", "?tot=2999-01-01"):
        answer = noor.get(f"{WHY}{asked}")
        assert answer.status_code == 400
        assert "Van deze twee momenten is geen verschil te geven" in words_of(answer.content)
    for wrong in ("oorzaak=iets", "oorzaak=indeling", "", "oorzaak=nieuw&page=7"):
        assert noor.get(f"{WHY}vastleggingen/{BETWEEN}&{wrong}").status_code == 404
    assert noor.get("/cijfers/bestaat-niet/waarom/").status_code == 404


def test_another_definition_is_a_break_that_words_drawing_and_course_show(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    page = noor.get(REDEFINED).content
    text = words_of(page)
    assert "De twee waarden zijn volgens verschillende definities geteld." in text
    assert "Andere definitie a −2" in text
    assert "a Tot en met 2019 telde dit cijfer aangevraagde trainingen" in text
    assert "3 31 dec 2019 aangevraagd 1 a 1 jan 2020 gegeven" in text
    assert page.decode().count("vijfluik-course__break") == 1
    figure = words_of(noor.get("/cijfers/ror-trainings-2019/").content)
    assert "Versies van de definitie" in figure
    assert "2 (telt hier) vanaf 1 januari 2020 gegeven" in figure


@pytest.mark.thorough
def test_two_reports_differ_by_figures_places_and_promises(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    address = f"/rapportages/integrale-aanpak-2019/verschil/{BETWEEN}"
    text = words_of(noor.get(address).content)
    told = (
        f"van de {len(report_named(DEFAULT).figures)} cijfers die in beide staan veranderden er 2"
    )
    assert f"{told}; verdwenen: 0, nieuw: 0." in text
    assert "36 deelnemers" in text
    assert "62 deelnemers" in text
    assert "Er verdween geen cijfer." in text
    report = noor.get("/rapportages/integrale-aanpak-2019/?op=2019-04-30").content.decode()
    assert 'href="/rapportages/integrale-aanpak-2019/verschil/?tot=2019-04-30"' in report
    assert noor.get("/rapportages/integrale-aanpak-2019/verschil/?met=niets").status_code == 404
    assert visit_as("ruben").get(address).status_code == 404


def test_looking_at_records_is_journalled_with_their_keys(looking: str, visit_as: Visit) -> None:
    visit_as("noor").get(f"{WHY}vastleggingen/{BETWEEN}&oorzaak=nieuw")
    told = [
        (event.objects_shown, event.details)
        for event in Event.objects.using("owner").filter(actor_name="Noor Verhagen")
        if event.objects_shown
    ]
    assert any("ror-participants-2018" in details and "new" in details for _, details in told)


def test_what_is_no_report_is_refused() -> None:
    for page in ("", "<html lang='nl'><h1>Iets</h1></html>", json.dumps({"a": 1})):
        with pytest.raises(NoEdition):
            edition_of(page, place="bestand")
