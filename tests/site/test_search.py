"""Search over everything: each room answers within its access, and a closed one leaves no trace."""

import json

import pytest
from tests.browser.reading import read
from tests.registers.examples import made
from tests.site.people import browser, somebody

from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.journal.results import Result
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.finding import SHOWN
from vijfluik.core.registers.registry import register_named, registers
from vijfluik.core.registers.seen import token_of
from vijfluik.core.search.words import search_words
from vijfluik.site.search.named import KINDS
from vijfluik.site.shell import may_enter


def promised(*, reference: str, title: str, by: str = "anouk") -> None:
    """An undertaking with this title."""
    register, who = register_named("undertakings"), somebody(by)
    record = made(register, who=who, reference=reference)
    with acting(who):
        seen = token_of(register, key=record.key)
    actions.correct(
        register, who=who, key=record.key, changes={"title": title}, reason="R", seen=seen
    )


def found(username: str, text: str) -> str:
    return read(browser(username).post("/zoeken/", {"zoek": text})).text


@pytest.mark.parametrize(
    "typed", ["coordinatie", "COÖRDINATIE", "Coördinatie van de aanpak", "aanpak coördin"]
)
def test_capitals_accents_order_and_small_words_do_not_matter(platform: str, typed: str) -> None:
    promised(reference="T-1", title="Coördinatie der aanpak")
    text = found("anouk", typed)
    assert "Moties en toezeggingen 1" in text
    assert "Coördinatie der aanpak" in text


def test_each_word_has_to_be_there_and_signs_are_only_signs(platform: str) -> None:
    promised(reference="T-1", title="Coördinatie der aanpak")
    assert "Niets gevonden" in found("anouk", "coördinatie strand")
    assert "Niets gevonden" in found("anouk", "%_\\zzz")
    assert "Waar zoekt u naar?" in found("anouk", " ")


def test_a_room_that_may_not_be_entered_leaves_no_trace(committed: str) -> None:
    empty = browser("ruben").post("/zoeken/", {"zoek": "onderwaterboot"}).content
    promised(reference="T-1", title="Een onderwaterboot")
    again = browser("ruben").post("/zoeken/", {"zoek": "onderwaterboot"}).content
    assert read_words(again) == read_words(empty)
    refused = page_of_events(wanted=Filter(result=Result.DENIED)).events
    assert [event for event in refused if event.object_type == "undertakings"] == []
    # Nor does a record of another ministry.
    assert "Een onderwaterboot" not in found("sander", "onderwaterboot")
    assert "Een onderwaterboot" in found("noor", "onderwaterboot")


def read_words(body: bytes) -> list[str]:
    return [line for line in body.decode().splitlines() if "csrf" not in line.lower()]


def test_items_provisions_and_figures_are_found_by_name_in_either_language(platform: str) -> None:
    text = found("noor", "twbmt")
    assert "VK-25" in text
    assert "Ten hoogste zes maanden, telkens te verlengen" in text
    assert "Inwerkingtreding van de Twbmt" in text
    assert "ROR-trainingen in 2018" in found("noor", "ROR trainings 2018")


def test_more_than_is_shown_is_told_as_a_number_and_leads_to_the_register(platform: str) -> None:
    for number in range(SHOWN + 2):
        made(register_named("papers"), who=somebody("anouk"), reference=f"KST-{number}")
    reader = browser("anouk")
    answer = reader.post("/zoeken/", {"zoek": "voortgang"})
    assert f"Kamerstukken {SHOWN + 2}" in read(answer).text
    (onward,) = [each for each in read(answer).addresses if each.startswith("/kamerstukken/?")]
    assert "voortgang" not in onward
    assert "Zoek: voortgang" in read(reader.get(onward)).text


def test_words_in_an_address_find_nothing_and_leave_it_at_once(platform: str) -> None:
    reader = browser("anouk")
    answer = reader.get("/zoeken/", {"zoek": "Sanne Verhoeven"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/zoeken/")
    page = reader.get("/zoeken/").content.decode()
    assert "Typ ze hier" in page
    assert "Verhoeven" not in page


def test_the_journal_tells_what_was_shown_and_never_what_was_typed(committed: str) -> None:
    promised(reference="T-1", title="Een onderwaterboot")
    found("anouk", "onderwaterboot")
    events = page_of_events(wanted=Filter(action="record.listed")).events
    lists = [event for event in events if event.object_type == "undertakings.undertaking"]
    assert [json.loads(event.details)["filters"] for event in lists] == [["search"]]
    assert "onderwaterboot" not in repr([event.details for event in events])


def test_a_room_in_which_nothing_is_found_says_in_the_journal_that_it_was_asked(
    committed: str,
) -> None:
    assert "Niets gevonden" in found("noor", "onderwaterboot")
    who = somebody("noor")
    entered = {each.object_type for each in registers() if may_enter(who, each.thing)}
    events = page_of_events(wanted=Filter(action="record.listed")).events
    told = {event.object_type: json.loads(event.details) for event in events}
    assert len(entered) > len(KINDS)
    nothing = {"rows": 0, "filters": ["search"]}
    assert {kind: told[kind] for kind in entered} == dict.fromkeys(entered, nothing)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("van der Molen", ["Molen"]),
        ("  van de ", ["van", "de"]),
        ("Ĳmond aanpak", ["Ĳmond", "aanpak"]),
    ],
)
def test_prefixes_of_names_count_only_alone(typed: str, words: list[str]) -> None:
    assert search_words(typed) == words
