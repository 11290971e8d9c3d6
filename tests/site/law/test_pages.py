"""The pages of the law: two days, standing, terms, what rests on it; in two languages."""

import pytest
from django.test import Client
from lxml import html
from tests.site import people
from tests.sizes import part

from vijfluik.core.law.library import library
from vijfluik.core.law.vocabulary import Certainty


def text(client: Client, path: str, *, language: str = "nl") -> str:
    """The words of the page, with single spaces."""
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200, path
    (main,) = html.fromstring(answer.content.decode()).xpath("//main")
    return " ".join(" ".join(main.itertext()).split())


def test_in_2019_the_twbmt_has_its_five_years_and_today_1_march_2027(client: Client) -> None:
    then = text(client, "/recht/twbmt-13/?op=2019-04-15&bekend=2019-04-15")
    assert "vijf jaar na de inwerkingtreding, dus met ingang van 1 maart 2022" in then
    assert "vanaf 1 mrt 2017 tot 1 mrt 2022" in then
    now = text(client, "/recht/twbmt-13/?op=2026-11-25&bekend=2026-11-25")
    assert "De wet vervalt met ingang van 1 maart 2027." in now
    assert "tot 1 mrt 2027" in now


def test_the_overview_tells_what_lapses_when_as_known_then(client: Client) -> None:
    then = text(client, "/recht/?op=2019-04-15&bekend=2019-04-15")
    assert "Op 15 april 2019, zoals bekend op 15 april 2019." in then
    assert "hebben een einde, het eerst op 1 mrt 2022" in then
    assert "Wpga" not in then
    now = text(client, "/recht/?op=2026-11-25&bekend=2026-11-25")
    assert "hebben een einde, het eerst op 1 mrt 2027" in now
    assert "Wpga" in now


def test_an_unconfirmed_provision_says_so_and_asks_for_the_term(client: Client) -> None:
    page = text(client, "/recht/awb-6-7/")
    assert "Niet bevestigd" in page
    assert "vult die zelf in, met redenen" in page
    assert "Reken uit" not in page


def test_invented_lawyers_are_visibly_invented(client: Client) -> None:
    page = text(client, "/recht/twbmt-4-1/?bekend=2026-11-25")
    assert "bevestigd door verzonnen juristen" in page
    assert "verzonnen jurist)" in page


def test_a_term_is_reckoned_with_its_steps(client: Client) -> None:
    page = text(client, "/recht/rwn-22a/?bekend=2026-11-25&op=2026-11-25&begin=2026-03-06")
    assert "Laatste dag: 7 april 2026" in page
    assert "Goede Vrijdag" in page
    hours = text(client, "/recht/tco-3/?begin=2026-03-29T01:30")
    assert "Loopt tot: 29 maart 2026, 03:30" in hours


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?op=gisteren", "Dit is geen dag"),
        ("?op=0001-01-01", "Dit is geen dag"),
        ("?bekend=2999-01-01", "weet nu niemand"),
        ("?op=2019-02-30", "Dit is geen dag"),
    ],
)
def test_a_wrong_day_is_named_and_shows_no_law(client: Client, query: str, words: str) -> None:
    page = text(client, f"/recht/{query}")
    assert words in page
    assert "Twbmt" not in page
    one = text(client, f"/recht/twbmt-13/{query}")
    assert words in one
    assert "Stand en bron" not in one


def test_a_wrong_day_for_a_term_is_named(client: Client) -> None:
    assert "Dit is geen dag of tijd" in text(client, "/recht/rwn-22a/?begin=ooit")
    assert "Kies een dag vanaf 2000" in text(client, "/recht/rwn-22a/?begin=1950-01-01")


def test_a_rule_of_the_table_shows_its_provisions_only(client: Client) -> None:
    page = text(client, "/recht/?regel=R16")
    assert "Paspoortwet" in page
    assert "Twbmt" not in page
    assert "Alle bepalingen" in page
    assert "geen bepaling bekend" in text(client, "/recht/?regel=R99")


def test_a_provision_not_known_then_says_from_when(client: Client) -> None:
    page = text(client, "/recht/wpga-2/?bekend=2019-04-15")
    assert "Toen nog niet bekend" in page
    assert "1 jul 2025" in page


def test_an_unknown_provision_is_what_does_not_exist(client: Client) -> None:
    assert client.get("/recht/twbmt-99/").status_code == 404


def test_every_provision_has_a_page_in_both_languages(client: Client) -> None:
    for slug in part(sorted(library()), quick=20):
        versions = library()[slug]
        for language in ("nl", "en"):
            page = text(client, f"/recht/{slug}/", language=language)
            assert versions[-1].title[language] in page
            assert versions[-1].source[language] in page
        if versions[-1].certainty != Certainty.READ:
            assert "Not confirmed" in page or not versions[-1].claims, slug


def test_english_holds_no_dutch(client: Client) -> None:
    page = text(client, "/recht/?op=2026-11-25&bekend=2026-11-25", language="en")
    assert "What lapses when" in page
    assert "in force" in page
    for word in ("Bepaling", "Regeling", "bevestigd", "geen einde"):
        assert word not in page
    one = text(client, "/recht/twbmt-4-1/?begin=2026-08-31", language="en")
    assert "That month has no day 31" in one
    for word in ("Termijn", "Reken", "maanden"):
        assert word not in one


def test_whoever_may_not_read_finds_nothing(client: Client) -> None:
    outsider = people.browser(people.OUTSIDER)
    assert outsider.get("/recht/").status_code == 404
    assert outsider.get("/recht/twbmt-13/").status_code == 404
