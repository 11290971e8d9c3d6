"""The House's open data: what is read of a file, and that it never changes what we say."""

import datetime as dt
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.accountability.undertakings.letters import approved
from tests.browser.reading import read
from tests.registers.examples import made
from tests.site.people import browser, somebody

from vijfluik.accountability.undertakings.house.actions import read_house
from vijfluik.accountability.undertakings.house.comparing import comparison
from vijfluik.accountability.undertakings.house.reading import read_house_file
from vijfluik.accountability.undertakings.models import HouseEntry, Undertaking
from vijfluik.accountability.undertakings.papers.register import REGISTER as PAPERS
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.seen import token_of

DAY = dt.date(2026, 3, 2)
COMMITMENT = {
    "Id": "0a",
    "Nummer": "TZ202601-001",
    "Naam": "Verzonnen, V.",
    "Status": "Openstaand",
    "Tekst": "De minister stuurt een overzicht.",
    "Ministerie": "Justitie en Veiligheid",
    "DatumNakoming": "2026-06-30T00:00:00+02:00",
    "GewijzigdOp": "2026-03-01T23:30:00Z",
    "Verwijderd": False,
}
MOTION = {
    "Nummer": "2026Z00017",
    "Soort": "Motie",
    "Onderwerp": "Motie over een overzicht",
    "Afgedaan": True,
    "GewijzigdOp": "2026-02-01T10:00:00+01:00",
}


def file_of(*rows: dict[str, object]) -> bytes:
    return json.dumps({"@odata.context": "…#Toezegging", "value": list(rows)}).encode()


def test_a_file_is_read_by_its_fields_and_no_row_is_lost() -> None:
    unknown = {**COMMITMENT, "Nummer": "TZ-2", "Status": "In behandeling bij de bode"}
    removed = {**COMMITMENT, "Nummer": "TZ-3", "Verwijderd": True}
    undated = {**COMMITMENT, "Nummer": "TZ-4", "DatumNakoming": "0001-01-01T00:00:00Z"}
    bill = {"Nummer": "2026Z1", "Soort": "Wetgeving", "Afgedaan": False}
    found = read_house_file(
        file_of(COMMITMENT, MOTION, unknown, removed, undated, bill, COMMITMENT), today=DAY
    )
    first, second, third = found.entries
    assert (first.number, first.says, first.said_on) == ("TZ202601-001", "open", DAY)
    assert (first.due_on, first.kind) == (dt.date(2026, 6, 30), "commitment")
    assert (second.kind, second.says, second.text) == ("motion", "done", MOTION["Onderwerp"])
    assert third.due_on is None
    assert [(row.line, row.number) for row in found.held] == [(3, "TZ-2"), (7, "TZ202601-001")]
    assert (found.left_out, found.rows) == (2, 7)
    # The names of persons in the file are not read.
    assert "Verzonnen" not in repr(found)


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("Nummer", "TZ-\0", "niet te bewaren"),
        ("Tekst", "half \ud800", "niet te bewaren"),
        ("Ministerie", "\0", "niet te bewaren"),
        ("GewijzigdOp", "9999-12-31T23:59:59-12:00", "geen datum"),
    ],
)
def test_what_no_database_can_hold_is_held_and_the_rest_is_read(
    field: str, value: str, wrong: str
) -> None:
    found = read_house_file(file_of({**COMMITMENT, field: value}, MOTION), today=DAY)
    (row,) = found.held
    assert wrong in row.wrong
    # It can be shown: the page is written as UTF-8.
    assert "\0" not in row.number.encode().decode()
    assert [each.number for each in found.entries] == [MOTION["Nummer"]]


def test_a_spreadsheet_with_the_same_names_says_the_same() -> None:
    names = [name for name in COMMITMENT if name != "Id"]
    line = ",".join(str(COMMITMENT[name]) for name in names if name != "Naam")
    head = ",".join(name for name in names if name != "Naam")
    found = read_house_file(f"{head}\n{line}\n".encode(), today=DAY)
    assert found.entries == read_house_file(file_of(COMMITMENT), today=DAY).entries


@pytest.mark.parametrize(
    "content", [b"{", b"[1]", b'{"value": 3}', b"kop;andere kop\n1;2\n", b"\xff\xfe{}"]
)
def test_what_is_no_file_of_the_house_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_house_file(content, today=DAY)


def numbered(who: Acting, number: str, *, reference: str, settled: bool = False) -> Undertaking:
    """An undertaking with its number at the House, settled by two people when asked."""
    record: Undertaking = made(REGISTER, who=who, reference=reference)
    with acting(who):
        seen = token_of(REGISTER, key=record.key)
    actions.correct(
        REGISTER, who=who, key=record.key,
        changes={"house_number": number, "made_on": dt.date(2026, 1, 5)}, reason="R", seen=seen,
    )  # fmt: skip
    if settled:
        letter = approved(made(PAPERS, who=who, reference=f"B-{reference}"))
        changes = {"settled_on": today(), "settled_in": letter.key}
        actions.step(REGISTER, who=who, key=record.key, edge="propose", changes=changes)
        actions.step(REGISTER, who=somebody("noor"), key=record.key, edge="settle")
    return record


def test_both_sides_are_laid_beside_each_other_and_ours_stays_what_it_was(platform: str) -> None:
    who = somebody("anouk")
    done = numbered(who, "TZ202601-001", reference="T-1", settled=True)
    ours = numbered(who, "2026Z00017", reference="T-2")
    alone = numbered(who, "TZ-9", reference="T-3")
    written = made(REGISTER, who=who, reference="T-4")
    strange = {**COMMITMENT, "Nummer": "TZ-5"}
    with acting(who):
        before = {row.key: (row.state, row.due_on) for row in Undertaking.objects.all()}
    outcome = read_house(who=who, owner="jenv", content=file_of(COMMITMENT, MOTION, strange))
    assert outcome.noted == 2
    with acting(who):
        found = comparison()
        rows = {row.key: row for row in Undertaking.objects.all()}
    assert [row.key for row in found.house_open] == [done.key]
    assert [row.key for row in found.house_done] == [ours.key]
    assert [row.key for row in found.only_ours] == [alone.key]
    assert [row.key for row in found.unnumbered] == [written.key]
    assert [entry.number for entry in found.only_house] == ["TZ-5"]
    assert {key: (row.state, row.due_on) for key, row in rows.items()} == before
    assert content_of(REGISTER, record=rows[done.key])["house_said_on"] == DAY
    # Said again, nothing is new.
    assert read_house(who=who, owner="jenv", content=file_of(COMMITMENT)).noted == 0
    with acting(who):
        assert HouseEntry.objects.count() == 1


def test_the_page_reads_a_file_and_shows_where_the_two_differ(platform: str) -> None:
    visitor = browser("anouk")
    numbered(somebody("anouk"), "TZ202601-001", reference="T-1", settled=True)
    wrong = {**COMMITMENT, "Nummer": "TZ-2", "Status": "?"}
    file = SimpleUploadedFile("kamer.json", file_of(COMMITMENT, wrong))
    answer = visitor.post("/toezeggingen/kamer/inlezen/", {"file": file, "owner": "jenv"})
    assert "Regel 2 (TZ-2)" in read(answer).text
    page = visitor.get("/toezeggingen/kamer/")
    assert "&lt;" not in page.content.decode()
    text = read(page).text
    assert "Kamer zegt open, wij zeggen afgedaan (1)" in text
    assert "Staat alleen bij de Kamer (0)" in text


def test_one_ministry_sees_and_replaces_nothing_of_another(platform: str) -> None:
    read_house(who=somebody("anouk"), owner="jenv", content=file_of(COMMITMENT))
    other = somebody("sander")
    with pytest.raises(Refused):
        read_house(who=other, owner="jenv", content=file_of(MOTION))
    with acting(other):
        assert comparison().only_house == []
        assert HouseEntry.objects.filter(organisation="jenv").delete()[0] == 0
    with acting(somebody("noor")):
        assert [entry.number for entry in comparison().only_house] == ["TZ202601-001"]
