"""From an installation in which nobody works yet to its first report, by the pages alone.

Nothing of the demonstration is there: the owner adds two organisations and the first people, as
docs/operations.md tells, and from then on everybody follows what the first steps say.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.utils import timezone
from tests.browser.reading import Page, filled, read
from tests.core.accounts.doing import signed_in, taken_in_use, with_proof
from tests.pointing import point_at

from vijfluik.cli import test_database
from vijfluik.core.accounts.beginning import add_organisation, add_person
from vijfluik.core.accounts.first import give_link
from vijfluik.core.mandates.first import give_first
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.moments import close

pytestmark = pytest.mark.drill
REASON = "inrichting van de installatie"
TRAINING = (
    "kenmerk;aanbieder;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers\n"
    "R-1;ror;Signalen herkennen;08-01-2018;15-03-2018;15-03-2018;14\n"
)


@pytest.fixture(scope="module")
def empty(database: str) -> Iterator[None]:
    """The migrations, two organisations and four people without any mandate; two become
    administrators.
    """
    name = f"{database}_empty"
    test_database.migrated(name=name)
    point_at(name)
    try:
        add_organisation(code="bureau", name="Programmabureau", kind="ministry")
        add_organisation(code="ror", name="Opleidingsinstituut", kind="education")
        for username in ("een", "twee", "drie", "vier"):
            add_person(
                username=username, name=f"Mens {username}", organisation="bureau", reason=REASON
            )
        give_first(
            administrators=("een", "twee"),
            witness="drie",
            until=today() + dt.timedelta(days=365),
            reason=REASON,
        )
        with with_proof():
            yield
    finally:
        connections.close_all()
        point_at(database)
        test_database.drop(name=name)


def let_in(username: str, *, witness: str) -> Client:
    """Somebody who took the account in use by a link of the owner, and signed in."""
    taken_in_use(give_link(username=username, witness=witness, reason=REASON))
    return signed_in(username)


def seen(visitor: Client, address: str = "/") -> Page:
    """A page that is there."""
    answer = visitor.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return read(answer)


def sent(visitor: Client, address: str, /, **values: Any) -> Page:
    """The page after a form was sent as a browser sends it; a form with faults fails here."""
    answer = visitor.post(address, filled(visitor.get(address), **values), follow=True)
    page = read(answer)
    faults = page.text[max(page.text.find("Er is "), page.text.find("Er zijn ")) :][:400]
    assert answer.status_code == 200, (address, faults)
    return page


def choice(visitor: Client, address: str, field: str, words: str) -> str:
    """The value of a choice that is called so."""
    page = visitor.get(address).content.decode()
    choices = re.search(rf'<select name="{field}".*?</select>', page, re.DOTALL)
    assert choices, (address, field)
    found = re.search(rf'<option value="([^"]+)"[^>]*>\s*[^<]*{re.escape(words)}', choices[0])
    assert found, (field, words, choices[0])
    return found[1]


def led(visitor: Client, words: str, *, address: str = "/") -> str:
    """Where the first steps lead."""
    return seen(visitor, address).link(words)


def act_of(visitor: Client, words: str) -> str:
    """Where Mijn werk leads for a piece of work."""
    return seen(visitor, "/mijn-werk/").link(words)


def proposed(visitor: Client, *, holder: str) -> None:
    """A mandate as policy officer, asked for along the way that the first steps show."""
    address = led(visitor, "Mandaat voorstellen", address="/mijn-werk/")
    said = sent(
        visitor,
        address,
        professional=choice(visitor, address, "professional", holder),
        role="policy_officer",
        organisation="bureau",
        purpose="programme",
    )
    assert "Het werkt zodra een andere beheerder het goedkeurt." in said.text


def mandated() -> tuple[Client, Client]:
    """Two colleagues whom one administrator proposed and the other approved."""
    een, twee = let_in("een", witness="drie"), let_in("twee", witness="drie")
    told = seen(een, "/mijn-werk/").text
    assert "Mensen en mandaten nu aan de beurt" in told
    assert "Dit doet wie een mandaat heeft als beleidsmedewerker" in told
    for holder in ("Mens drie", "Mens vier"):
        proposed(een, holder=holder)
    for holder in ("Mens drie", "Mens vier"):
        sent(twee, act_of(twee, f"Goedkeuren: {holder}"))
    # From here on others go on, and whoever administers is told so no longer.
    assert "Eerste stappen" not in seen(een, "/mijn-werk/").text
    return let_in("drie", witness="een"), let_in("vier", witness="een")


def granted(drie: Client, vier: Client) -> None:
    """A budget line and an award on it, which the other one signs."""
    line = led(drie, "Begrotingsregel vastleggen")
    sent(
        drie, line, title="Versterkingsgelden", reference="B-1", organisation="bureau",
        scheme="versterkingsgelden", budget_year=2018, recurrence="structural",
        amount_cents=100_000, adopt_by="2017-12-15",
    )  # fmt: skip
    award = led(drie, "Toekenning opstellen")
    sent(
        drie, award, title="Samen in de regio", reference="T-1", recipient="ror",
        budget_line=choice(drie, award, "budget_line", "B-1"), level="regional",
        amount_cents=50_000, conditions="Besteed het in het jaar.",
    )  # fmt: skip
    assert "De eerste subsidie nu aan de beurt" in seen(drie).text
    listed = seen(vier, "/toekenningen/").link("Samen in de regio")
    sign = seen(vier, listed).link("Beschikking ondertekenen")
    sent(vier, sign, awarded_on="2018-02-01", report_by="2019-02-01")


def imported(drie: Client) -> None:
    """A training that was given, from a file."""
    address = led(drie, "Bestand inlezen")
    file = SimpleUploadedFile("lijst.csv", TRAINING.encode())
    form: Mapping[str, Any] = {**filled(drie.get(address)), "file": file, "owner": ""}
    checked = drie.post(address, form, follow=True)
    assert "Controleren en bevestigen" in read(checked).text, read(checked).text
    answer = drie.post(checked.redirect_chain[-1][0], filled(checked), follow=True)
    # Progress comes as a stream, which does the work while it is read.
    assert answer.streaming or "Resultaat" in read(answer).text
    b"".join(answer)


def published(drie: Client, vier: Client) -> Page:
    """A release that one made, the other adopted, and everybody of the programme reads."""
    close(timezone.now(), longest_wait=5)
    begun = led(drie, "Uitgave beginnen")
    sent(
        drie, begun, title="De eerste rapportage", reference="RU-1", organisation="bureau",
        report="integrale-aanpak-2019", period_until="2018-12-31",
    )  # fmt: skip
    record = seen(drie, "/rapportage-uitgaven/").link("De eerste rapportage")
    check = f"{record}controlelijst/"
    page = drie.get(check).content.decode()
    if "Besluit wat deze uitgave niet toont" in page:
        decide = re.findall(r'<form method="post" action="([^"]+)" data-busy', page)
        assert drie.post(decide[0], {}, follow=True).status_code == 200
        pattern = seen(vier, check).link("Afscherming van kleine aantallen")
        signed = vier.post(f"{pattern}vaststellen/", {}, follow=True)
        assert "Dit patroon hoort nu bij de publicatie" in read(signed).text
    assert "Fouten (" not in seen(drie, check).text
    warnings = re.findall(r'name="warnings" value="([^"]+)"', drie.get(check).content.decode())
    if warnings:
        sent(drie, check, warnings=warnings, reason="Nagegaan.")
    for who, word in ((drie, "ter-controle"), (vier, "vaststellen"), (drie, "publiceren")):
        sent(who, f"{record}{word}/")
    return seen(drie, "/rapportages/")


def test_an_empty_platform_comes_to_its_first_report_by_following_the_steps(empty: None) -> None:
    drie, vier = mandated()
    began = seen(drie).text
    assert "Mensen en mandaten gedaan" in began
    assert "De eerste subsidie nu aan de beurt" in began
    assert began.count("nog niet gedaan") == 3
    granted(drie, vier)
    assert "De eerste subsidie gedaan" in seen(drie).text
    assert "De eerste training nu aan de beurt" in seen(drie).text
    imported(drie)
    assert "De eerste training gedaan" in seen(drie).text
    close(timezone.now(), longest_wait=5)
    assert led(drie, "Naar de cijfers") == "/cijfers/"
    figure = seen(drie, "/cijfers/").link("ROR-trainingen in 2018")
    assert "1 training" in seen(drie, figure).text
    assert "Het eerste cijfer nu aan de beurt" in seen(drie).text
    keep = re.search(r'action="(/cijfers/[^"]+/)"', drie.get(figure).content.decode())
    assert keep, figure
    kept = drie.post(keep[1], {"op": ""}, follow=True)
    assert kept.status_code == 200, (keep[1], kept.status_code)
    assert "De eerste rapportage nu aan de beurt" in seen(drie).text
    reports = published(drie, vier)
    assert "RU-1" in reports.text
    # There is a report: nobody is led any more, and the page of the steps says that all was done.
    for visitor in (drie, vier):
        assert "Eerste stappen" not in seen(visitor).text
    assert seen(drie, "/eerste-stappen/").text.count(" gedaan") == 5
