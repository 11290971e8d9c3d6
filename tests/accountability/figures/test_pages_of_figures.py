"""Cijfers as people see them: who sees them, as known when, how the number leads to its records."""

import json
import os
import re
from collections.abc import Callable

import psycopg
import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.accountability.figures.conftest import (
    APRIL,
    FEBRUARY,
    JANUARY,
    Who,
    life,
    training,
)

from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.queries import access_receipt
from vijfluik.cli import test_database
from vijfluik.core.access.gate import Refused
from vijfluik.core.journal.models import Event
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place
from vijfluik.core.versions.loading import PastVersion

Past = Callable[..., None]
Visit = Callable[[str], Client]
MARCH_FIRST = "?op=2019-03-01"
FIGURE = "/cijfers/ror-trainings-2018/"
FILES = ("/cijfers/ror-trainings-2018.json", "/cijfers/ror-trainings-2018.csv")


def two_trainings() -> list[list[PastVersion]]:
    """One training known since January, one recorded in April only."""
    first = training(reference="ROR-VROEG", participants=12)
    late = training(reference="ROR-LAAT", participants=30, provider_id="ror")
    return [life((JANUARY, first)), life((APRIL, late))]


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """The records of most tests here."""
    return [version for each in two_trainings() for version in each]


def words_of(body: bytes) -> str:
    """The text of a page without its markup."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", body.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def shown_value(body: bytes) -> str:
    """The large number of a page."""
    [value] = re.findall(r'vijfluik-answer__value">([^<]*)', body.decode())
    return str(value).strip()


@pytest.mark.serves("X-04/P-FIG.1")
def test_list_shows_every_figure_in_words_and_exactly(past: Past, visit_as: Visit) -> None:
    past(life((JANUARY, training(participants=4823))))
    response = visit_as("noor").get("/cijfers/")
    assert response.status_code == 200
    text = words_of(response.content)
    assert "ruim 4.800" in text
    assert "4.823" in text
    assert "geen gegevens" in text
    assert text.count("Hoe komt dit cijfer tot stand?") >= 4
    assert "aangevraagd" in text
    assert "niet met elkaar te vergelijken" in text


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("?aanbieder=jep", "jep-meetings-2018", "ror-trainings-2018"),
        ("?onderdeel=vk-10", "ssv-participants-2018", "jep-meetings-2018"),
    ],
)
def test_list_is_filtered_by_provider_and_item(
    looking: str, visit_as: Visit, query: str, there: str, not_there: str
) -> None:
    body = visit_as("noor").get(f"/cijfers/{query}").content.decode()
    assert f"cijfer-{there}" in body
    assert f"cijfer-{not_there}" not in body


def test_filters_that_leave_nothing_say_so(looking: str, visit_as: Visit) -> None:
    text = words_of(visit_as("noor").get("/cijfers/?aanbieder=jep&onderdeel=vk-10").content)
    assert "geen cijfer dat bij deze filters past" in text


def test_a_page_shows_the_figure_as_it_was_known_on_the_day_asked_for(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    assert shown_value(noor.get(FIGURE).content) == "2"
    assert shown_value(noor.get(f"{FIGURE}{MARCH_FIRST}").content) == "1"
    exact = f"{FIGURE}?op={APRIL.isoformat()}"
    assert shown_value(noor.get(exact).content) == "2"  # the plus arrives as a space
    assert shown_value(noor.get(f"{FIGURE}?op={FEBRUARY.isoformat()[:-6]}Z").content) == "1"


@pytest.mark.parametrize("address", ["/cijfers/", FIGURE, f"{FIGURE}vastleggingen/"])
@pytest.mark.parametrize(
    ("asked", "said"),
    [("2999-01-01", "ligt in de toekomst"), ("eergisteren", "geen dag of moment")],
)
def test_a_moment_that_cannot_be_shown_gives_a_message_and_no_number(
    looking: str, visit_as: Visit, address: str, asked: str, said: str
) -> None:
    response = visit_as("noor").get(f"{address}?op={asked}")
    assert response.status_code == 400
    text = words_of(response.content)
    assert said in text
    assert "Bewijs" not in text
    assert "vijfluik-answer" not in response.content.decode()


@pytest.mark.parametrize("address", FILES)
def test_a_file_of_a_moment_that_is_not_closed_is_refused_in_words(
    looking: str, visit_as: Visit, address: str
) -> None:
    response = visit_as("noor").get(f"{address}?op=2999-01-01")
    assert response.status_code == 400
    assert "ligt in de toekomst" in response.content.decode()


def test_the_number_leads_to_its_records_and_each_record_to_its_register(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    body = noor.get(f"{FIGURE}{MARCH_FIRST}").content.decode()
    assert f'href="{FIGURE}vastleggingen/{MARCH_FIRST}"' in body
    records = noor.get(f"{FIGURE}vastleggingen/{MARCH_FIRST}").content.decode()
    assert "ROR-VROEG" in records
    assert "ROR-LAAT" not in records
    [key] = re.findall(r'<tr id="([0-9a-f-]{36})"', records)
    assert f'href="/trainingen/{key}/"' in records
    assert noor.get(f"/trainingen/{key}/").status_code == 200


def test_a_part_of_a_breakdown_leads_to_its_own_records(past: Past, visit_as: Visit) -> None:
    place = Place.objects.using("owner").filter(kind="municipality").order_by("pk").first()
    assert place is not None
    past(
        life((JANUARY, training(reference="MET", place_id=place.pk, audience=["police"]))),
        life((JANUARY, training(reference="ZONDER", audience=[]))),
    )
    noor = visit_as("noor")
    body = noor.get(FIGURE).content.decode().replace("&amp;", "&")
    [with_place] = set(re.findall(rf'href="([^"]*uitsplitsing=place&deel={place.pk})"', body))
    [without] = set(re.findall(r'href="([^"]*uitsplitsing=place)"', body))
    found = noor.get(with_place).content.decode()
    assert "MET" in found
    assert "ZONDER" not in found
    assert f"gemeente: {place.name}" in words_of(noor.get(with_place).content)
    assert "ZONDER" in noor.get(without).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "?uitsplitsing=bestaat-niet",
        "?uitsplitsing=month&deel=mei",
        "?uitsplitsing=month&deel=2018-05%00",
        "?uitsplitsing=place&deel=%00",
        "?uitsplitsing=audience&deel=police%00",
        "?uitsplitsing=%00",
        "?indeling=morgen",
        "?uitsplitsing=place&deel=x&indeling=nu",
        "?page=2",
        "?page=x",
        "?page=1%00",
    ],
)
def test_an_address_of_records_that_makes_no_sense_does_not_exist(
    past: Past, visit_as: Visit, query: str
) -> None:
    past(life((JANUARY, training())))
    assert visit_as("noor").get(f"{FIGURE}vastleggingen/{query}").status_code == 404


def test_records_come_fifty_at_a_time(past: Past, visit_as: Visit) -> None:
    past(*(life((JANUARY, training())) for _ in range(51)))
    noor = visit_as("noor")
    first = noor.get(f"{FIGURE}vastleggingen/").content.decode()
    second = noor.get(f"{FIGURE}vastleggingen/?page=2").content.decode()
    assert first.count('<tr id="') == 50
    assert second.count('<tr id="') == 1
    assert "51 registraties" in words_of(first.encode())


def test_a_provider_sees_the_figure_of_all_and_the_records_of_its_own(
    looking: str, visit_as: Visit
) -> None:
    jamila = visit_as("jamila")
    assert shown_value(jamila.get(FIGURE).content) == "2"
    records = jamila.get(f"{FIGURE}vastleggingen/")
    assert "ROR-VROEG" not in records.content.decode()
    assert "geen registraties" in words_of(records.content)


def test_who_may_read_figures_but_no_records_gets_no_way_to_them(
    looking: str, visit_as: Visit
) -> None:
    aukje = visit_as("aukje")
    assert "vastleggingen" not in aukje.get(FIGURE).content.decode()
    assert aukje.get(f"{FIGURE}vastleggingen/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/cijfers/", FIGURE, f"{FIGURE}vastleggingen/", f"{FIGURE}controle/", *FILES]
)
def test_an_outsider_gets_what_does_not_exist(looking: str, visit_as: Visit, address: str) -> None:
    lieke = visit_as("lieke")
    nothing = lieke.get("/cijfers/bestaat-niet/")
    refused = lieke.get(address)
    assert (refused.status_code, nothing.status_code) == (404, 404)
    assert without_token(refused.content) == without_token(nothing.content)


@pytest.mark.parametrize("rest", ["/", "/vastleggingen/", ".json", ".csv"])
def test_an_unknown_figure_does_not_exist(looking: str, visit_as: Visit, rest: str) -> None:
    assert visit_as("noor").get(f"/cijfers/bestaat-niet{rest}").status_code == 404


@pytest.mark.parametrize("address", ["/cijfers/", FIGURE, f"{FIGURE}vastleggingen/", *FILES])
@pytest.mark.parametrize("asked", ["2019-03-01%00", "%00", "0001-01-01T00:00:00%2B01:00"])
def test_no_moment_that_is_asked_for_breaks_a_page(
    looking: str, visit_as: Visit, address: str, asked: str
) -> None:
    assert visit_as("noor").get(f"{address}?op={asked}").status_code == 400


def test_filters_hold_any_character(looking: str, visit_as: Visit) -> None:
    response = visit_as("noor").get("/cijfers/?aanbieder=%00&onderdeel=%00")
    assert response.status_code == 200


def denials(object_type: str) -> int:
    """How many refusals of reading the journal holds for Noor."""
    return (
        Event.objects.using("owner")
        .filter(
            action="access.decided",
            result="denied",
            actor_name="Noor Verhagen",
            object_type=object_type,
        )
        .count()
    )


@pytest.mark.parametrize("rest", ["/", "/vastleggingen/", ".json", ".csv", f"{'x' * 200}/"])
def test_an_unknown_figure_leaves_a_refusal(looking: str, visit_as: Visit, rest: str) -> None:
    noor = visit_as("noor")
    before = denials("figures")
    assert noor.get(f"/cijfers/bestaat-niet{rest}").status_code == 404
    assert denials("figures") == before + 1


def test_an_unknown_receipt_leaves_a_refusal(committed: str, who: Who) -> None:
    before = denials("figures.receipt")
    with acting(who("noor")), pytest.raises(Refused):
        access_receipt(key="0" * 16)
    assert denials("figures.receipt") == before + 1


def without_token(body: bytes) -> bytes:
    """A page without what differs at every request."""
    return re.sub(
        rb'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"|next" value="[^"]*"', b"", body
    )


def test_reading_is_journalled_and_so_is_the_refusal(looking: str, visit_as: Visit) -> None:
    visit_as("noor").get(FIGURE)
    visit_as("lieke").get(FIGURE)
    decisions = Event.objects.using("owner").filter(
        action="access.decided", object_type__startswith="figures"
    )
    found = {(event.actor_name, event.result) for event in decisions}
    assert ("Noor Verhagen", "allowed") in found
    assert ("Lieke van Rossum", "denied") in found


def kept_receipts(who: Who) -> list[tuple[str, str, str]]:
    """Key, hash and account of every receipt that is stored."""
    with acting(who("noor")):
        rows = FigureReceipt.objects.values_list("key", "sha256", "issued_by__username")
        return list(rows)


def test_looking_keeps_no_receipt_and_taking_the_figure_does(
    past: Past, visit_as: Visit, who: Who
) -> None:
    past(*two_trainings())
    noor = visit_as("noor")
    for query in ("", MARCH_FIRST, "?op=2019-03-01T12:00:00.000001Z", "?op=2999-01-01"):
        noor.get(f"{FIGURE}{query}")
    noor.get(f"{FILES[0]}?op=2999-01-01")
    assert kept_receipts(who) == []
    looked_at = words_of(noor.get(f"{FIGURE}{MARCH_FIRST}").content)
    assert "Vastgelegd door" not in looked_at
    noor.get(f"{FILES[0]}{MARCH_FIRST}")
    [(key, digest, account)] = kept_receipts(who)
    assert account == "noor"
    # The page pinned the moment before anything was kept, and shows the same proof after.
    text = words_of(noor.get(f"{FIGURE}{MARCH_FIRST}").content)
    assert f"Kenmerk {key}" in looked_at
    assert f"Kenmerk {key}" in text
    assert digest in text
    assert "Vastgelegd door Noor Verhagen" in text


def test_having_it_checked_keeps_the_receipt(past: Past, visit_as: Visit, who: Who) -> None:
    past(*two_trainings())
    visit_as("aukje").post(f"{FIGURE}controle/", {"op": "2019-03-01"})
    assert [account for _, _, account in kept_receipts(who)] == ["aukje"]


def test_the_auditor_has_the_receipt_computed_again(
    past: Past, visit_as: Visit, committed: str
) -> None:
    past(*two_trainings())
    aukje = visit_as("aukje")
    assert "controle/" in aukje.get(FIGURE).content.decode()
    response = aukje.post(f"{FIGURE}controle/", {"op": "2019-03-01"})
    assert response.status_code == 200
    assert "Nagerekend: het cijfer klopt" in words_of(response.content)
    address = test_database.address(os.environ["VIJFLUIK_TEST_ADMIN"], database=committed)
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute("SET session_replication_role = replica")
        admin.execute("UPDATE trainings_training_version SET participants = 99")
    response = aukje.post(f"{FIGURE}controle/", {"op": "2019-03-01"})
    text = words_of(response.content)
    assert "het cijfer klopt niet met zijn bewijs" in text
    assert "De registraties zijn niet meer die van toen" in text


def test_who_may_not_verify_is_not_offered_it_and_cannot(looking: str, visit_as: Visit) -> None:
    ruben = visit_as("ruben")
    assert "controle/" not in ruben.get(FIGURE).content.decode()
    assert ruben.post(f"{FIGURE}controle/", {"op": ""}).status_code == 404
    unknown = "/cijfers/bestaat-niet/controle/"
    assert visit_as("aukje").get(unknown).status_code == 404


def test_the_address_of_a_check_leads_back_to_the_figure(looking: str, visit_as: Visit) -> None:
    response = visit_as("aukje").get(f"{FIGURE}controle/")
    assert (response.status_code, response["Location"]) == (302, FIGURE)


def test_a_check_of_no_moment_leads_back_with_nothing_but_the_moment(
    looking: str, visit_as: Visit
) -> None:
    fields = {"op": "eergisteren & nu", "csrfmiddlewaretoken": "geheim", "ander": "veld"}
    response = visit_as("aukje").post(f"{FIGURE}controle/", fields)
    assert (response.status_code, response["Location"]) == (
        302,
        f"{FIGURE}?op=eergisteren+%26+nu",
    )


def test_the_files_hold_the_figure_its_cells_and_its_receipt_but_no_keys(
    past: Past, visit_as: Visit, who: Who
) -> None:
    record = training()
    past(life((JANUARY, record)))
    noor = visit_as("noor")
    content = json.loads(noor.get(f"{FILES[0]}{MARCH_FIRST}").content)
    assert content["notice"] == "verzonnen gegevens"
    assert content["value"] == 1
    assert content["as_of"] == "2019-03-01T22:59:59.999999+00:00"
    assert [key for key, _, _ in kept_receipts(who)] == [content["receipt"]]
    lines = noor.get(f"{FILES[1]}{MARCH_FIRST}").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "# verzonnen gegevens"
    assert lines[1].startswith("cijfer;uitsplitsing;deel;")
    assert lines[2].startswith("ror-trainings-2018;totaal;;ROR-trainingen in 2018;1;1;trainingen;")
    assert any(line.startswith("ror-trainings-2018;month;2018-05;") for line in lines)
    for address in FILES:
        assert str(record["key"]) not in noor.get(address).content.decode()


@pytest.mark.serves("X-04/P-FIG.2")
def test_a_figure_says_how_it_comes_about(past: Past, visit_as: Visit) -> None:
    past(life((JANUARY, training())))
    text = words_of(visit_as("noor").get("/cijfers/ror-participants-2018/").content)
    for said in (
        "Hoe komt dit cijfer tot stand?",
        "bezette plaatsen",
        "telt meer dan één keer",
        "ror-participants-2018, versie 1",
        "SELECT",
        "Per maand",
        "Per gemeente",
        "Per doelgroep",
    ):
        assert said in text


def test_a_figure_without_data_says_so_in_words(looking: str, visit_as: Visit) -> None:
    body = visit_as("noor").get("/cijfers/ror-participants-2017/").content
    assert shown_value(body) == "geen gegevens"
    assert "Er zijn geen gegevens" in words_of(body)


def test_records_that_state_no_number_are_counted_as_a_gap(past: Past, visit_as: Visit) -> None:
    school = {"provider_id": "ssv", "audience": ["teachers"], "participants": 20}
    past(
        life((JANUARY, training(**school, participants_primary=12))),
        life((JANUARY, training(**school))),
    )
    body = visit_as("noor").get("/cijfers/ssv-participants-2018/").content
    assert shown_value(body) == "ten minste 12"
    assert "1 registratie noemt geen aantal" in words_of(body)


@pytest.mark.parametrize("address", ["/cijfers/", FIGURE, f"{FIGURE}vastleggingen/"])
def test_pages_are_plain_markup_that_needs_no_script(
    looking: str, visit_as: Visit, address: str
) -> None:
    body = visit_as("noor").get(address).content.decode()
    assert " style=" not in body
    assert "<style" not in body
    assert re.findall(r"<script(?![^>]*\bsrc=)", body) == []
    assert re.findall(r'\bon\w+="', body) == []
    assert "erzonnen gegevens" in body


@pytest.mark.parametrize(
    ("address", "most"), [("/cijfers/", 60), (FIGURE, 40), (f"{FIGURE}vastleggingen/", 30)]
)
def test_the_number_of_queries_does_not_grow_with_the_records(
    past: Past, visit_as: Visit, address: str, most: int
) -> None:
    past(*(life((JANUARY, training())) for _ in range(3)))
    noor = visit_as("noor")
    few = queries_of(noor, address)
    past(*(life((JANUARY, training())) for _ in range(40)))
    many = queries_of(noor, address)
    assert many <= few <= most


def queries_of(client: Client, address: str) -> int:
    """How many queries a page takes, over all its connections."""
    with (
        CaptureQueriesContext(connections["default"]) as own,
        CaptureQueriesContext(connections["report"]) as report,
    ):
        assert client.get(address).status_code == 200
    return len(own) + len(report)


DUTCH = re.compile(
    r"\b(aanbieder|bekend|bewaard|bewijs|cijfers?|definitie|deel|doelgroep|een|eenheid|gemeente|"
    r"gegeven|het|maand|niet|onderdeel|periode|registraties?|stand|toon|trainingen|van|versie|wordt)"
    r"\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/cijfers/", "Key figures"),
        (FIGURE, "By audience"),
        (f"{FIGURE}{MARCH_FIRST}", "By month"),
        (f"{FIGURE}?op=2999-01-01", "in the future"),
        (f"{FIGURE}vastleggingen/", "Municipality"),
        (f"{FIGURE}vastleggingen/?uitsplitsing=audience&deel=police", "audience: "),
        ("/cijfers/?aanbieder=jep&onderdeel=vk-10", "filters"),
    ],
)
def test_the_pages_are_there_in_english(
    looking: str, visit_as: Visit, address: str, said: str
) -> None:
    noor = visit_as("noor")
    noor.cookies["vijfluik_taal"] = "en"
    body = noor.get(address).content
    main = body[body.index(b"<main") : body.index(b"</main>")]
    text = words_of(main)
    assert said in text
    assert DUTCH.findall(without_names(text)) == []
    # What is read aloud is language too.
    spoken = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', main.decode())
    assert [each for each in spoken if DUTCH.search(without_names(each))] == []


def without_names(text: str) -> str:
    """Text without SQL and without what is a name in every language."""
    return re.sub(r"SELECT .*? (?=Proof)|Rijksopleidingsinstituut[^.]*", " ", text)
