"""The pages of the programme: every item, its ties and figures, and how far it is."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.accountability.catalogue.trainings import held, requested
from tests.browser import office
from tests.browser.reading import Page, read

from vijfluik.accountability.catalogue.code_state import CodeState, running_source
from vijfluik.accountability.catalogue.evidence import Called, Evidence, Proof, write
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.records import way_to_item
from vijfluik.accountability.reports.linter import lint
from vijfluik.accountability.reports.prose import parse
from vijfluik.accountability.reports.prose_binding import Sources
from vijfluik.core.documents.structure import Language
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items
from vijfluik.core.registers.registry import registers

pytestmark = pytest.mark.usefixtures("offering")
EFFECT = "effecten zijn diffuus en meestal indirect"


@pytest.fixture(autouse=True)
def evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for evidence of this test's own; empty at first."""
    monkeypatch.setenv("VIJFLUIK_EVIDENCE", str(tmp_path))
    return tmp_path


def proved(folder: Path, row: str, *, item: str, source: str = "") -> None:
    """Evidence that all that claims to serve a row was called by a test that passed."""
    claim = catalogue().demands[row].claim
    assert claim is not None
    met = [Called(target=target, items=frozenset({item})) for target in claim.by]
    proof = Proof(row=row, test="tests/test_it.py::test_it", passed=True, called=met)
    code = CodeState(source=source or running_source(), tests="these")
    made = "2026-11-25T10:00:00+00:00"
    write(folder, Evidence(code=code, made=made, tests=1, failed=0, proofs=[proof]))


def page(address: str, *, account: str = "noor", language: str = "nl") -> Page:
    """A page as somebody sees it."""
    visitor = office.visitor(account)
    visitor.post("/taal/", {"language": language, "next": "/"})
    answer = visitor.get(address)
    assert answer.status_code == 200
    return read(answer)


@pytest.mark.serves("X-01.1")
def test_one_walks_from_area_to_item_to_actors_results_and_evidence() -> None:
    area = page("/programma/").link("Voorkomen")
    assert area == "/programma/voorkomen/"
    found = page(area)
    assert found.link("VK-13") == "/programma/onderdeel/vk-13/"
    held("VK-13", participants=8)
    item = page("/programma/onderdeel/vk-13/")
    assert "Rijksopleidingsinstituut tegengaan Radicalisering (ROR)" in item.text
    assert item.link("ROR-trainingen in 2018") == "/cijfers/ror-trainings-2018/"
    assert "regels 427–433" in item.text
    # An item may sit in several areas: the threat team is of Voorkomen and has a part here.
    protecting = page("/programma/verdedigen/")
    assert protecting.link("VK-22") == "/programma/onderdeel/vk-22/"


@pytest.mark.serves("X-01.2")
def test_ties_between_items_are_shown_from_both_ends_and_on_the_map() -> None:
    law, study = page("/programma/onderdeel/vk-25/"), page("/programma/onderdeel/vk-26/")
    assert law.link("VK-26") == "/programma/onderdeel/vk-26/"
    assert "Wordt geëvalueerd in VK-26" in law.text
    assert "Evalueert VK-25" in study.text
    chosen = page("/programma/samenhang/?kies=vk-26")
    assert "Evalueert VK-25" in chosen.text


@pytest.mark.serves("X-01.3")
@pytest.mark.parametrize("key", ["vk-13", "vb-07", "x-01"])
def test_counts_stand_beside_the_caveat_on_effects(key: str) -> None:
    assert EFFECT in page(f"/programma/onderdeel/{key}/").text
    text = "De aanpak leidt tot minder uitreizigers."
    assert refused(text) == ["effect-without-study"]


def refused(text: str) -> list[str]:
    """What the linter of reports has against a text."""
    sources = Sources(language=Language.DUTCH, figures={}, studies={}, inserts={})
    return [str(finding.code) for finding in lint(parse(text), sources=sources)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", ["X-07", "VW-13", "VK-02", "VK-23", "VD-05", "VB-08", "VV-16"])
def test_an_item_is_told_in_the_language_of_the_page(key: str, language: str) -> None:
    found = page(f"/programma/onderdeel/{key.lower()}/", language=language)
    described = catalogue().described[key]
    assert described.what.of(language) in found.text
    for demand in catalogue().demands_of(key):
        assert demand.row.words.of(language) in found.text


def test_every_item_has_a_page_and_stands_in_the_programme() -> None:
    visitor = office.visitor("noor")
    listed = read(visitor.get("/programma/"))
    for key in items():
        address = f"/programma/onderdeel/{key.lower()}/"
        assert address in listed.addresses
    assert visitor.get("/programma/onderdeel/vk-99/").status_code == 404
    assert visitor.get("/programma/samenhang/?kies=vk-99").status_code == 404


def test_an_item_counts_the_records_that_the_reader_may_see() -> None:
    before = count_on_page("noor"), count_on_page("ruben"), count_on_page("sietske")
    requested("VK-13")
    after = count_on_page("noor"), count_on_page("ruben"), count_on_page("sietske")
    assert [new - old for new, old in zip(after, before, strict=True)] == [1, 1, 0]


def count_on_page(account: str) -> int:
    """What the page of VK-13 says is recorded for it."""
    text = page("/programma/onderdeel/vk-13/", account=account).text
    return int(text.partition("Register Nu Trainingen ")[2].split()[0])


def test_the_records_of_every_register_say_their_item() -> None:
    assert len(registers()) > 30
    # A release and what is said about it are of the report as a whole, processing of the platform.
    whole = {"releases", "release_comments", "release_readers"}
    whole |= {"processing_activities", "assessments"}
    assert {each.thing for each in registers() if way_to_item(each.model) is None} == whole
    assert "/adviezen/?onderdeel=vk-04" in page("/programma/onderdeel/vk-04/").addresses
    fleurs = page("/programma/onderdeel/vk-04/", account="fleur")
    assert "/adviezen/?onderdeel=vk-04" not in fleurs.addresses


def test_who_may_see_no_records_gets_no_count_and_no_figure() -> None:
    found = page("/programma/onderdeel/vk-13/", account="fleur")
    assert "/trainingen/?onderdeel=vk-13" not in found.addresses
    assert "/cijfers/ror-trainings-2018/" not in found.addresses
    assert "nog niet berekend" in found.text


def test_without_evidence_nothing_is_said_to_work() -> None:
    found = page("/programma/onderdeel/vk-13/")
    assert "niet nagegaan wat werkt" in found.text
    assert "niet gecontroleerd" in found.text
    assert " werkt. " not in found.text.split("Wat het moet kunnen")[1]
    assert "nog niet" in page("/programma/onderdeel/vv-11/").text


def test_with_evidence_a_row_works_and_its_item_partly(evidence: Path) -> None:
    proved(evidence, "VK-13.1", item="VK-13")
    found = page("/programma/onderdeel/vk-13/")
    assert "25 november 2026" in found.text
    assert "VK-13.1 “Aangevraagd” is apart te tellen, naast gegeven werkt" in found.text
    assert "VK-13" in page("/programma/?stand=deels").text


def test_evidence_of_other_code_is_refused(evidence: Path) -> None:
    proved(evidence, "VK-13.1", item="VK-13", source="another")
    found = page("/programma/onderdeel/vk-13/")
    assert "van een andere stand van de code" in found.text
    assert "niet gecontroleerd" in found.text


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ({"zoek": "docenten voortgezet"}, "vk-10", "vk-13"),
        ({"zoek": "marechaussee"}, "vv-08", "vk-05"),
        ({"gebied": "verdedigen"}, "vk-22", "vk-25"),
        ({"patroon": "p-grant"}, "vk-39", "vk-40"),
        ({"stand": "nog-niet"}, "vv-11", "vk-13"),
        ({"gebied": "vervolgen", "patroon": "p-eval"}, "vv-15", "vk-26"),
    ],
)
def test_items_are_found_by_word_area_pattern_and_state(
    asked: dict[str, str], there: str, not_there: str
) -> None:
    found = read(office.visitor("noor").get("/programma/", asked))
    assert f"/programma/onderdeel/{there}/" in found.addresses
    assert f"/programma/onderdeel/{not_there}/" not in found.addresses


@pytest.mark.parametrize("asked", [{"zoek": "onvindbaarwoord"}, {"gebied": "x'\"<"}])
def test_filters_that_make_no_sense_break_nothing(asked: dict[str, str]) -> None:
    answer = office.visitor("noor").get("/programma/", asked)
    assert answer.status_code == 200


def test_filters_that_leave_nothing_say_so() -> None:
    found = page("/programma/?zoek=onvindbaarwoord")
    assert "Er is geen onderdeel dat bij deze filters past" in found.text
    assert found.link("Toon alle onderdelen") == "/programma/"


def test_the_map_draws_each_item_and_each_tie_once() -> None:
    body = office.visitor("noor").get("/programma/samenhang/").content.decode()
    assert body.count("<path class=") - body.count('<path class="icon') >= len(catalogue().links)
    assert body.count('class="vijfluik-map__spot') == len(items())
    assert body.count("vijfluik-map__curve--near") == 0
    near = office.visitor("noor").get("/programma/samenhang/?kies=vk-13").content.decode()
    ties = [link for link in catalogue().links if "VK-13" in link.ends]
    assert near.count("vijfluik-map__curve--near") == len(ties)


@pytest.mark.parametrize("address", ["/programma/", "/programma/onderdeel/vk-13/"])
def test_a_page_asks_few_questions_of_the_database(address: str) -> None:
    visitor = office.visitor("noor")
    visitor.get(address)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(address)
    assert len(asked) <= 25, [query["sql"] for query in asked]


@pytest.mark.parametrize("area", list(Area))
def test_an_area_tells_its_items(area: Area) -> None:
    found = page(f"/programma/{area}/")
    for item in items().values():
        if item.area == area:
            assert f"/programma/onderdeel/{item.key.lower()}/" in found.addresses
