"""The pages of everybody's day in English: no Dutch is left but the names of things and people."""

import re
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.browser import office
from tests.core.accounts.doing import invited, with_proof

# Words that no English sentence holds; what a record, a course or a municipality is called may.
DUTCH = re.compile(
    r"\b(aangevraagd|aanbieder|aantal|bekend|bewaard|bijgewerkt|cijfers?|deel|deelnemers|deze|door|"
    r"een|eenheid|geen|gegeven|gegevens|gemeente|gepland|gewijzigd|het|kenmerk|maand|meer|met|"
    r"mijn|naar|niet|onderdeel|organisatie|periode|registraties?|toezicht|toon|u|uw|van|"
    r"versie|voor|vastgelegd|wordt|zoeken)\b",
    re.IGNORECASE,
)
# What people wrote, and what is called so in every language: codes of organisations, and columns of
# a file, whose words are Dutch for everybody (the page that explains those is not looked at).
NAMES = re.compile(
    r"Signalen herkennen \d*|Nieuw gevraagd|In de klas|Gemeente [A-Z]\w+|Cursus [\w-]+|"
    r"^toezicht$|^[A-Z] deelnemers$|Bureau Toezicht Integrale Aanpak|"
    r"[A-Z]\w+ van(?: der?)? [A-Z]\w+"
)
# By who opens them, and what each says in English.
PAGES = {
    "noor": {
        "/": "Overview",
        "/mijn-werk/": "My work",
        "/trainingen/": "Trainings",
        "/trainingen/nieuw/": "Reference",
        "/trainingen/hulp/": "Help",
        "/trainingen/inlezen/": "File",
    },
    "aukje": {
        "/toezicht/": "Journal",
        "/toezicht/keten/": "fingerprint",
    },
    "bastiaan": {"/beheer/accounts/": "Accounts", "/beheer/accounts/nieuw/": "Name"},
}


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def in_english(username: str) -> Client:
    """A browser that reads English."""
    client = office.visitor(username) if username else Client(HTTP_HOST="127.0.0.1")
    client.cookies["vijfluik_taal"] = "en"
    return client


def left_over(body: bytes) -> list[str]:
    """Sentences of the page, read aloud ones too, in which a Dutch word was found."""
    page = body.decode()
    main = page[page.index("<body") : page.index("</main>")]
    # A part that says it is in another language, as a way to choose one does, is right to be.
    main = re.sub(r'<(\w+)[^>]* lang="nl"[^>]*>.*?</\1>', " ", main, flags=re.DOTALL)
    main = re.sub(r"<(script|style|code|pre)\b.*?</\1>", " ", main, flags=re.DOTALL)
    spoken = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', main)
    shown = re.split(r"\s*<[^>]+>\s*", main)
    said = (NAMES.sub(" ", each) for each in [*shown, *spoken])
    return sorted({" ".join(each.split()) for each in said if DUTCH.search(each)})


@pytest.mark.parametrize("username", PAGES)
def test_no_dutch_is_left_on_the_pages_of_every_day(username: str) -> None:
    client, found = in_english(username), {}
    for address, said in PAGES[username].items():
        body = client.get(address).content
        assert said in body.decode(), address
        found[address] = left_over(body)
    assert {address: each for address, each in found.items() if each} == {}


def test_no_dutch_is_left_on_a_record_and_an_import() -> None:
    noor, found = in_english("noor"), {}
    header = "kenmerk;aanbieder;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers"
    line = "E-1;ror;Signalen herkennen;08-01-2018;15-03-2018;15-03-2018;twelve"
    for made in (office.requested(), office.held()):
        address = f"/trainingen/{made.key}/"
        found[address] = left_over(noor.get(address).content)
    file = SimpleUploadedFile("list.csv", f"{header}\n{line}".encode())
    check = str(noor.post("/trainingen/inlezen/", {"file": file})["Location"])
    found["check"] = left_over(noor.get(check).content)
    assert {address: each for address, each in found.items() if each} == {}


def test_what_people_recorded_is_said_to_be_dutch_on_an_english_page_only() -> None:
    noor, made = in_english("noor"), office.requested()
    written = '<span lang="nl">Nieuw gevraagd</span>'
    for address in (f"/trainingen/?zoek={made.reference}", "/trainingen/?stand=requested"):
        assert written in noor.get(address).content.decode(), address
    record = noor.get(f"/trainingen/{made.key}/").content.decode()
    assert '<h1 id="kop" tabindex="-1" lang="nl">Nieuw gevraagd</h1>' in record
    assert '<dd><span lang="nl">Gemeente Wolverdam</span></dd>' in record
    noor.cookies["vijfluik_taal"] = "nl"
    for address in ("/trainingen/?stand=requested", f"/trainingen/{made.key}/"):
        page = noor.get(address).content.decode()
        assert "Nieuw gevraagd" in page
        assert '<span lang="nl">' not in page
        assert '<h1 id="kop" tabindex="-1">' in page


def test_no_dutch_is_left_where_people_sign_in() -> None:
    nobody = in_english("")
    found = {"choice": left_over(nobody.get("/aanmelden/").content)}
    with with_proof():
        found["proof"] = left_over(nobody.get("/aanmelden/").content)
        begin = f"/begin/{invited('engels').word}/"
        found["begin"] = left_over(nobody.get(begin).content)
    assert {name: each for name, each in found.items() if each} == {}
