"""A municipality that merged, in both readings: as it was then, and as it is divided now."""

import json
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from tests.accountability.figures.conftest import JANUARY, Who, life, moment, training
from tests.accountability.figures.making.money import LINE, award
from tests.accountability.figures.test_pages_of_figures import words_of

from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.verifying import verify
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.programme.grants.models import Award

Past = Callable[..., None]
Visit = Callable[[str], Client]
FIGURE = "/cijfers/ror-trainings-2018"
REACHED = "/cijfers/versterkingsgelden-2018-reached"
MERGER = "Lindevoort en Meerhage zijn opgegaan in Lindehage (1 januari 2019)."
BEFORE_IT = moment("2018-12-01T09:00:00")


def places() -> dict[str, int]:
    """The municipalities of the demonstration by name."""
    return dict(Place.objects.using("owner").values_list("name", "pk"))


@pytest.fixture
def held(past: Past) -> dict[str, int]:
    """Trainings at the two that merged, at what came of them, and elsewhere; no number is small."""
    found = places()
    names = ("Lindevoort", "Meerhage", "Meerhage", "Lindehage", "Wolverdam")
    past(
        *(life((BEFORE_IT, training(place_id=found["Wolverdam"]))) for _ in range(5)),
        *(life((JANUARY, training(place_id=found[name]))) for name in names * 5),
    )
    return found


@pytest.fixture
def awarded(past: Past) -> dict[str, int]:
    """An award that reached both that merged, and one led by what came of them."""
    past()
    found = places()
    first = PastVersion(values=LINE.values, tx_from=JANUARY, tx_to=None)
    load_history(LINE.model, [first])
    money = {"scheme": "versterkingsgelden", "key": None}
    both = [found["Lindevoort"], found["Meerhage"]]
    awards = [
        award() | money | {"lead_id": found["Wolverdam"], "participants": both},
        award() | money | {"lead_id": found["Meerhage"], "participants": [found["Oosterlo"]]},
    ]
    for each in awards:
        each["key"] = uuid.uuid4()
    load_history(Award, [version for each in awards for version in life((JANUARY, each))])
    return found


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """One training, for what only looks."""
    return life((JANUARY, training()))


def by_label(body: bytes, *, breakdown: str) -> dict[str, tuple[str, str, bool]]:
    """The lines of a CSV by label: value, division, and whether a receipt stands behind it."""
    _, heading, *lines = body.decode("utf-8-sig").splitlines()
    at = {name: place for place, name in enumerate(heading.split(";"))}
    rows = [line.split(";") for line in lines]
    return {
        row[at["omschrijving"]]: (row[at["waarde"]], row[at["indeling"]], bool(row[at["bewijs"]]))
        for row in rows
        if row[at["uitsplitsing"]] == breakdown
    }


def test_a_breakdown_by_municipality_stands_in_both_readings(
    held: dict[str, int], visit_as: Visit
) -> None:
    noor = visit_as("noor")
    then, now = (noor.get(f"{FIGURE}.csv{query}").content for query in ("", "?indeling=nu"))
    assert by_label(then, breakdown="place") == {
        "Wolverdam": ("10", "toen", True),
        "Meerhage": ("10", "toen", True),
        "Lindevoort": ("5", "toen", True),
        "Lindehage": ("5", "toen", True),
    }
    assert by_label(now, breakdown="place") == {
        "Wolverdam": ("10", "nu", False),
        "Lindehage": ("20", "nu", False),
    }
    assert [*by_label(now, breakdown="totaal").values()] == [("30", "", True)]
    assert by_label(now, breakdown="month") == by_label(then, breakdown="month")
    page = noor.get(f"{FIGURE}/").content
    assert MERGER in words_of(page)
    assert "zoals zij was op de dag" in words_of(page)
    assert "Geteld zijn de gemeenten zoals ze toen waren" not in words_of(page)


def test_a_part_of_now_leads_to_the_records_of_all_that_merged(
    held: dict[str, int], visit_as: Visit
) -> None:
    noor = visit_as("noor")
    body = noor.get(f"{FIGURE}/?indeling=nu").content.decode().replace("&amp;", "&")
    address = f"{FIGURE}/vastleggingen/?indeling=nu&uitsplitsing=place&deel={held['Lindehage']}"
    assert f'href="{address}"' in body
    assert f'href="{FIGURE}.csv?indeling=nu"' in body
    text = words_of(noor.get(address).content)
    assert "20 registraties" in text
    assert "gemeente: Lindehage (indeling nu)" in text
    alone = words_of(noor.get(address.replace("indeling=nu&", "")).content)
    assert "5 registraties" in alone


def test_before_the_merger_both_readings_are_the_same(
    held: dict[str, int], visit_as: Visit
) -> None:
    text = words_of(visit_as("noor").get(f"{FIGURE}/?op=2018-12-15&indeling=nu").content)
    assert "geven hetzelfde" in text
    assert MERGER not in text


@pytest.mark.parametrize("address", [f"{FIGURE}/", f"{FIGURE}.csv", f"{FIGURE}.json"])
def test_a_division_that_is_none_does_not_exist(
    looking: str, visit_as: Visit, address: str
) -> None:
    assert visit_as("noor").get(f"{address}?indeling=morgen").status_code == 404
    assert not FigureReceipt.objects.using("owner").exists()


def test_a_number_of_municipalities_keeps_its_definition_and_names_the_other_reading(
    awarded: dict[str, int], visit_as: Visit, who: Who
) -> None:
    noor = visit_as("noor")
    text = words_of(noor.get(f"{REACHED}/").content)
    assert "Over 2018: 4 gemeenten." in text
    assert f"In de indeling van nu: 3 gemeenten. {MERGER}" in text
    # Who is counted may have led or taken part: the breakdown is not by who led.
    assert "Per gemeente" in text
    assert "Per penvoerende gemeente" not in text
    then, now = (
        json.loads(noor.get(f"{REACHED}.json?op=2019-04-01{query}").content)
        for query in ("", "&indeling=nu")
    )
    # The reading of now stands beside the figure: the receipt is that of the definition.
    other = now.pop("division")
    assert now == then
    assert (then["value"], other["value"], other["on"]) == (4, 3, "2019-04-01")
    cells = {cell["member"]: (cell["value"], cell["records"]) for cell in other["cells"]}
    assert cells == {
        str(awarded["Wolverdam"]): (1, 1),
        str(awarded["Oosterlo"]): (1, 1),
        # An award that reached both is one record of what came of them.
        str(awarded["Lindehage"]): (1, 2),
    }
    assert other["mergers"] == [
        {"before": ["Lindevoort", "Meerhage"], "after": "Lindehage", "on": "2019-01-01"}
    ]
    with acting(who("noor")):
        receipt = FigureReceipt.objects.select_related("definition").get(key=now["receipt"])
        assert [each.reproduced for each in verify([receipt])] == [True]


def test_a_total_with_an_award_without_amount_is_at_least_and_counts_the_gap(
    awarded: dict[str, int], visit_as: Visit
) -> None:
    silent = award() | {"key": uuid.uuid4(), "scheme": "versterkingsgelden", "amount_cents": None}
    load_history(Award, life((JANUARY, silent | {"lead_id": awarded["Oosterlo"]})))
    noor = visit_as("noor")
    said = "ten minste € 2 (1 registratie zonder bedrag)"
    text = words_of(noor.get("/cijfers/versterkingsgelden-2018-amount/").content)
    assert said in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "1 registratie noemt geen aantal en is niet meegeteld" in text
    content = json.loads(noor.get("/cijfers/versterkingsgelden-2018-amount.json").content)
    assert (content["value"], content["unstated"]) == (2, 1)
    assert content["text"].startswith("ten minste")


def test_money_of_those_that_merged_is_added_up(awarded: dict[str, int], visit_as: Visit) -> None:
    noor = visit_as("noor")
    address = "/cijfers/versterkingsgelden-2018-amount.csv?indeling=nu"
    found = by_label(noor.get(address).content, breakdown="lead")
    assert found == {"Wolverdam": ("1", "nu", False), "Lindehage": ("1", "nu", False)}
