"""The list of trainings as its readers get it."""

import json
import uuid
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.browser import office
from tests.browser.reading import read
from tests.site.people import somebody

from vijfluik.core.journal.models import Event
from vijfluik.ui.registers.sought import words_of

LIST = "/trainingen/"


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def test_a_policy_officer_sees_every_provider_and_fifty_rows() -> None:
    answer = office.visitor("noor").get(LIST)
    page = read(answer)
    assert answer.content.count(b"<tr>") == 51
    assert "ROR" in page.text
    assert read(office.visitor("noor").get(LIST, {"pagina": "2"})).text != page.text


def test_a_provider_sees_its_own_trainings_only() -> None:
    text = read(office.visitor("sietske").get(LIST)).text
    assert "S-001" in text
    assert "R-001" not in text
    assert "1 training" in text


@pytest.mark.parametrize("account", ["gijs", "lieke", "aukje"])
@pytest.mark.parametrize(
    "address", [LIST, "/trainingen/hulp/", "/trainingen/uitvoer/csv/", "/trainingen/nieuw/",
                "/trainingen/inlezen/", "/trainingen/inlezen/hulp/",
                "/trainingen/inlezen/sjabloon.csv"],
)  # fmt: skip
def test_without_a_mandate_for_it_the_register_does_not_exist(account: str, address: str) -> None:
    refused = office.visitor(account).get(address)
    absent = office.visitor(account).get(f"/trainingen/{uuid.uuid4()}/")
    assert (refused.status_code, absent.status_code) == (404, 404)
    assert read(refused).text == read(absent).text


def test_who_has_nothing_yet_is_told_how_to_begin() -> None:
    page = read(office.visitor("jamila").get(LIST))
    assert "Er is nog niets vastgelegd" in page.text
    assert page.link("Nieuwe training") == "/trainingen/nieuw/"


def test_a_search_without_result_offers_to_drop_the_filters() -> None:
    page = read(office.visitor("noor").get(LIST, {"zoek": "qqqq"}))
    assert "Niets gevonden" in page.text
    assert page.link("Alle filters weghalen") == LIST


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"zoek": "R-013"}, "1 training"),
        ({"aanbieder": "ssv"}, "1 training"),
        ({"jaar": "2019", "zoek": "S-"}, "1 training"),
        ({"onderdeel": "vk-10"}, "1 training"),
        ({"thema": "polarisation"}, "1 training"),
        ({"zoek": "R-0", "stand": "held"}, "55 trainingen"),
        ({"zoek": "R-0", "stand": "planned"}, "0 trainingen"),
    ],
)
def test_each_filter_narrows(filters: dict[str, str], count: str) -> None:
    assert count in read(office.visitor("noor").get(LIST, filters)).text


def test_a_filter_in_force_is_a_chip_that_leads_to_the_list_without_it() -> None:
    page = read(office.visitor("noor").get(LIST, {"zoek": "R-0", "stand": "held"}))
    # What was searched by goes on under a seal.
    way, _, sealed = page.link("Stand: gegeven").partition("gezocht=")
    assert way == "/trainingen/?"
    assert words_of(sealed, who=somebody("noor")) == "R-0"
    assert page.link("Zoek: R-0") == "/trainingen/?stand=held"


def test_a_filter_that_makes_no_sense_says_so_and_narrows_nothing() -> None:
    page = read(office.visitor("noor").get(LIST, {"jaar": "vorig", "zoek": "R-0"}))
    assert "55 trainingen" in page.text
    assert "heel getal" in page.text.lower() or "geheel getal" in page.text.lower()


def test_a_heading_sorts_and_says_which_way() -> None:
    noor = office.visitor("noor")
    sort = read(noor.get(LIST, {"zoek": "R-0"})).link("Titel")
    assert "sorteer=titel" in sort
    answer = noor.get(sort)
    assert b'aria-sort="ascending"' in answer.content
    titles = [text for text in read(answer).links if text.startswith("Signalen herkennen")]
    assert titles == sorted(titles)


def test_the_pages_keep_the_filters() -> None:
    page = read(office.visitor("noor").get(LIST, {"zoek": "R-0"}))
    way, _, rest = page.link("Volgende").partition("gezocht=")
    sealed, _, page_asked = rest.partition("&")
    assert (way, page_asked) == ("?", "pagina=2")
    assert words_of(sealed, who=somebody("noor")) == "R-0"


def test_what_is_typed_is_in_no_address_and_the_pages_carry_it_on() -> None:
    noor = office.visitor("noor")
    answer = noor.post(LIST, {"zoek": "R-0", "stand": "held"}, headers={"HX-Request": "true"})
    page = read(answer)
    assert "55 trainingen" in page.text
    onward = [*page.addresses, answer.headers["HX-Push-Url"]]
    assert [each for each in onward if "R-0" in each.partition("?")[2]] == []
    for address in (page.link("Volgende"), answer.headers["HX-Push-Url"], page.link("JSON")):
        assert "gezocht=" in address
    assert "55 trainingen" in read(noor.get(LIST + page.link("Volgende"))).text
    assert page.link("Zoek: R-0") == "/trainingen/?stand=held"
    # For another reader, and altered, it is no word at all.
    sealed = answer.headers["HX-Push-Url"]
    assert "Zoek:" not in read(office.visitor("ruben").get(sealed)).text
    assert "Zoek:" not in read(noor.get(sealed + "x")).text


@pytest.mark.parametrize("page", ["0", "-1", "999999999999", "x", "٣"])
def test_a_page_that_is_not_there_gives_the_nearest(page: str) -> None:
    assert office.visitor("noor").get(LIST, {"pagina": page}).status_code == 200


@pytest.mark.parametrize("filters", [{}, {"zoek": "R-0", "sorteer": "titel"}, {"stand": "held"}])
def test_the_list_asks_few_questions_of_the_database(filters: dict[str, str]) -> None:
    noor = office.visitor("noor")
    noor.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        noor.get(LIST, filters)
    assert len(asked) <= 17, [query["sql"] for query in asked]


@pytest.mark.parametrize("format", ["csv", "ods", "json"])
def test_the_list_is_taken_along_as_it_stands_and_the_journal_knows(format: str) -> None:  # noqa: A002
    noor = office.visitor("noor")
    before = Event.objects.using("owner").filter(action="record.exported").count()
    address = read(noor.get(LIST, {"zoek": "S-001"})).link(format.upper())
    answer = noor.get(address)
    assert "verzonnen-gegevens" in answer["Content-Disposition"]
    assert f".{format}" in answer["Content-Disposition"]
    assert Event.objects.using("owner").filter(action="record.exported").count() == before + 1
    if format == "json":
        data = json.loads(answer.content)
        assert data["melding"] == "verzonnen gegevens"
        assert [row["kenmerk"] for row in data["trainingen"]] == ["S-001"]
    if format == "csv":
        assert answer.content.decode("utf-8-sig").splitlines()[0] == "# verzonnen gegevens"


def test_a_format_that_is_none_does_not_exist() -> None:
    assert office.visitor("noor").get("/trainingen/uitvoer/pdf/").status_code == 404


def test_the_help_explains_every_step_and_leads_to_the_programme() -> None:
    page = read(office.visitor("ruben").get("/trainingen/hulp/"))
    assert "Annulering terugdraaien" in page.text
    assert "/programma/onderdeel/vk-13/" in page.links.values()


def test_the_item_of_the_programme_leads_to_the_register() -> None:
    noor = office.visitor("noor")
    addresses = read(noor.get("/programma/onderdeel/vk-13/")).addresses
    (register,) = [address for address in addresses if address.startswith(f"{LIST}?onderdeel=")]
    assert "55 trainingen" in read(noor.get(register)).text


def test_htmx_gets_a_page_with_the_region_that_it_swaps() -> None:
    answer = office.visitor("noor").get(LIST, {"zoek": "R-0"}, headers={"HX-Request": "true"})
    assert answer.content.count(b'id="gevonden"') == 1
