"""Rapportages as people see them: who reads, who makes files, what the linter says on screen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.accountability.reports.past import whole_past
from tests.sizes import part

from vijfluik.accountability.reports import library
from vijfluik.accountability.reports.parts import base_of
from vijfluik.core.journal.models import Event
from vijfluik.core.versions.loading import PastVersion

Visit = Callable[[str], Client]
REPORT = f"/rapportages/{library.DEFAULT}/"
KINDS = ("pdf", "html", "docx", "odt", "csv", "json", "jsonld", "bewijs", "bewijs-intern")
FILES = tuple(f"{REPORT}{kind}/" for kind in KINDS)
ON = "?op=2019-04-15"


pytestmark = pytest.mark.usefixtures("short_report")


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


@pytest.fixture
def spoilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report with a number that somebody typed."""
    for file in library.FOLDER.iterdir():
        text = file.read_text(encoding="utf-8")
        if file.name.endswith(".nl.md"):
            text += "\nEr waren ook 417 andere bijeenkomsten.\n"
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(library, "FOLDER", tmp_path)


def test_the_list_leads_to_the_report(looking: str, visit_as: Visit) -> None:
    body = visit_as("noor").get("/rapportages/").content.decode()
    assert f'href="{REPORT}"' in body
    assert "Integrale aanpak terrorisme en extremisme" in body


def test_each_number_leads_to_its_figure_at_the_moment_of_the_report(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    body = noor.get(f"{REPORT}{ON}").content.decode()
    links = re.findall(r'data-figure="([^"]*)" data-value="([^"]*)" href="([^"]*)"', body)
    named = library.report_named(library.DEFAULT).figures
    assert {base_of(figure) for figure, _, _ in links} == set(named)
    [address] = {url for figure, _, url in links if figure == "ror-participants-2018"}
    page = noor.get(address)
    assert page.status_code == 200
    assert "precies 4.823" in page.content.decode()


def test_the_report_follows_the_moment_asked_for(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    assert 'data-value="4000"' in noor.get(f"{REPORT}?op=2019-03-01").content.decode()
    now = noor.get(REPORT).content.decode()
    assert 'data-value="4823"' in now
    assert 'data-value="4000"' not in now


def test_the_editions_are_a_click_apart(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    body = noor.get(f"{REPORT}{ON}").content.decode().replace("&amp;", "&")
    assert f'{REPORT}{ON}&taal=en"' in body
    english = noor.get(f"{REPORT}{ON}&taal=en").content.decode()
    assert '<article class="document" lang="en">' in english
    assert "just over 4,800" in english


@pytest.mark.parametrize("address", part(FILES, quick=3))
def test_two_downloads_of_one_moment_are_the_same_bytes(
    looking: str, visit_as: Visit, address: str
) -> None:
    noor = visit_as("noor")
    first, second = noor.get(f"{address}{ON}"), noor.get(f"{address}{ON}")
    assert first.status_code == 200
    assert first.content == second.content
    assert first["Content-Disposition"].startswith(f'attachment; filename="{library.DEFAULT}')
    assert "2019-04-15." in first["Content-Disposition"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_offers_every_file_with_its_size_and_a_name_of_its_own(
    looking: str, visit_as: Visit, language: str
) -> None:
    noor = visit_as("noor")
    noor.cookies["vijfluik_taal"] = language
    body = noor.get(f"{REPORT}{ON}&taal={language}").content.decode().replace("&amp;", "&")
    part = body[body.index('<section class="vijfluik-report-files"') :]
    part = part[: part.index("</section>")]
    found = re.findall(r'<a href="([^"]*)" download>(.*?)</a>', part)
    # Files of one area stand apart, and nobody made them to know their size.
    links = {address: text for address, text in found if "vlak=" not in address}
    names = [re.sub(r"<[^>]+>", "", text) for text in links.values()]
    assert sorted(links) == sorted(f"{address}{ON}&taal={language}" for address in FILES)
    assert len(set(names)) == len(FILES)
    about = "ongeveer" if language == "nl" else "about"
    sized = [re.search(rf", {about} [\d,.]+ kB\Z", name) for name in names]
    assert [name for name, size in zip(names, sized, strict=True) if not size] == [
        *(
            ("Bewijs voor publicatie (ZIP)", "Bewijs, INTERN (ZIP)")
            if language == "nl"
            else ("Evidence for publication (ZIP)", "Evidence, INTERNAL (ZIP)")
        )
    ]


def test_the_file_leads_back_to_the_site(looking: str, visit_as: Visit) -> None:
    markup = visit_as("noor").get(f"{FILES[1]}{ON}").content.decode()
    assert "http://testserver/cijfers/ror-trainings-2018/bewijs/" in markup
    assert "Verzonnen gegevens" in markup


def test_the_auditor_reads_and_makes_no_files(looking: str, visit_as: Visit) -> None:
    aukje = visit_as("aukje")
    page = aukje.get(REPORT)
    assert page.status_code == 200
    assert "/pdf/" not in page.content.decode()
    assert {aukje.get(address).status_code for address in FILES} == {404}


@pytest.mark.parametrize("address", [REPORT, *FILES[:2], FILES[-1], f"{REPORT}?op=2999-01-01"])
@pytest.mark.parametrize("name", ["lieke", "ruben"])
def test_who_may_not_read_gets_what_does_not_exist(
    looking: str, visit_as: Visit, address: str, name: str
) -> None:
    client = visit_as(name)
    refused, nothing = client.get(address), client.get("/rapportages/bestaat-niet/")
    assert (refused.status_code, nothing.status_code) == (404, 404)
    assert plain(refused.content) == plain(nothing.content)


def plain(body: bytes) -> bytes:
    """A page without what differs at every request."""
    parts = rb'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"|next" value="[^"]*"'
    return re.sub(parts, b"", body)


def test_an_unknown_report_does_not_exist(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    for address in ("/rapportages/bestaat-niet/", "/rapportages/bestaat-niet/pdf/"):
        assert noor.get(address).status_code == 404


def test_an_unknown_report_leaves_a_refusal_in_the_journal(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    refusals = Event.objects.using("owner").filter(
        action="access.decided", result="denied", object_type="reports"
    )
    before = refusals.count()
    noor.get("/rapportages/bestaat-niet/")
    noor.get("/rapportages/bestaat-niet/pdf/")
    assert refusals.count() == before + 2


def test_reading_keeps_no_receipts_and_a_file_keeps_them_all(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    other = "?op=2019-04-16T08:00:00Z"
    receipts = Event.objects.using("owner").filter(action="figure.issued")
    before = receipts.count()
    assert noor.get(f"{REPORT}{other}").status_code == 200
    assert receipts.count() == before
    assert noor.get(f"{FILES[1]}{other}").status_code == 200
    assert receipts.count() == before + 1


@pytest.mark.parametrize("address", ["/rapportages/", REPORT, f"{REPORT}?op=2999-01-01"])
def test_round_the_report_everything_is_english_when_the_screen_is(
    looking: str, visit_as: Visit, address: str
) -> None:
    noor = visit_as("noor")
    noor.cookies["vijfluik_taal"] = "en"
    body = noor.get(address).content.decode()
    main = body[body.index("<main") : body.index("</main>")]
    text = re.sub(r"<[^>]+>", " ", main.split('<div class="vijfluik-report">')[0])
    found = re.findall(
        r"\b(bekend|bestand|cijfers?|een|het|maken|niet|rapportages?|stand|toon|uitgaven|van)\b",
        text,
        re.IGNORECASE,
    )
    assert found == []


@pytest.mark.parametrize("asked", ["2999-01-01", "morgen"])
def test_a_moment_that_cannot_be_shown_gives_a_message_and_no_report(
    looking: str, visit_as: Visit, asked: str
) -> None:
    noor = visit_as("noor")
    page = noor.get(f"{REPORT}?op={asked}")
    assert page.status_code == 400
    assert 'class="document"' not in page.content.decode()
    file = noor.get(f"{FILES[0]}?op={asked}")
    assert (file.status_code, file["Location"]) == (302, f"{REPORT}?op={asked}")


@pytest.mark.parametrize("address", [REPORT, FILES[0], FILES[-1]])
def test_a_typed_number_is_shown_with_its_place_instead_of_the_report(
    looking: str, spoilt: None, visit_as: Visit, address: str
) -> None:
    page = visit_as("noor").get(address)
    assert page.status_code == 422
    text = page.content.decode()
    assert "417" in text
    assert "niet aan een cijfer gebonden" in text
    assert re.search(r"regel \d+, kolom \d+", text)
    assert 'class="document"' not in text


def test_a_text_that_cannot_be_read_says_where(looking: str, spoilt: None, visit_as: Visit) -> None:
    file = library.FOLDER / f"{library.DEFAULT}.nl.md"
    file.write_text("# Kop\n\n[[niet gesloten\n", encoding="utf-8")
    page = visit_as("noor").get(REPORT)
    assert page.status_code == 422
    assert "regel 3, kolom 1" in page.content.decode()


def test_the_page_is_plain_markup_that_needs_no_script(looking: str, visit_as: Visit) -> None:
    body = visit_as("noor").get(REPORT).content.decode()
    assert " style=" not in body
    assert "<style" not in body
    assert re.findall(r"<script(?![^>]*\bsrc=)", body) == []
    assert body.count("<h1") == 1
    assert "<svg" in body


def test_the_file_runs_nothing_and_fetches_nothing(looking: str, visit_as: Visit) -> None:
    markup = visit_as("noor").get(f"{FILES[1]}{ON}").content.decode()
    assert "<script" not in markup
    assert " style=" not in markup
    assert "default-src &#x27;none&#x27;" in markup or "default-src 'none'" in markup


def test_the_number_of_queries_is_bounded(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    with (
        CaptureQueriesContext(connections["default"]) as own,
        CaptureQueriesContext(connections["report"]) as report,
    ):
        assert noor.get(f"{REPORT}{ON}").status_code == 200
    # A figure is a statement, unless it shares one with others; what is hidden is looked up once.
    assert len(own) + len(report) <= 41 + len(library.report_named(library.DEFAULT).figures)


@pytest.mark.serves("X-04.3")
def test_one_area_is_taken_by_itself_with_the_receipts_of_its_own_figures(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    whole, alone = (
        noor.get(f"{FILES[1]}{ON}{asked}").content.decode() for asked in ("", "&vlak=voorkomen")
    )
    chapter = re.compile(r'<section class="deel vlak vlak--(\w+)">')
    assert len(chapter.findall(whole)) == 5
    assert chapter.findall(alone) == ["voorkomen"]
    bound = set(re.findall(r'href="#(herkomst-[0-9a-f]+)"', alone))
    assert set(re.findall(r'<tr id="(herkomst-[0-9a-f]+)"', alone)) == bound
    assert 0 < len(bound) < len(set(re.findall(r'<tr id="(herkomst-[0-9a-f]+)"', whole)))
    assert noor.get(f"{FILES[1]}{ON}&vlak=elders").status_code == 404
    assert "vlak=voorkomen" in noor.get(f"{REPORT}{ON}").content.decode()
