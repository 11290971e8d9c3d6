"""Reading a file in by the pages: choose, check, confirm, put right."""

import uuid
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import StreamingHttpResponse
from django.test import Client, override_settings
from tests.browser import office
from tests.browser.reading import filled, read
from tests.programme.trainings.doing import COLUMNS_EXPLAINED, WORDS, token_of

from vijfluik.core.partners.acting import acting
from vijfluik.programme.trainings.models import Training
from vijfluik.ui.registers.importing_shown import LARGE_BYTES

IMPORT = "/trainingen/inlezen/"
STAGES = ("Regels lezen", "Vergelijken met wat vastligt", "Vastleggen")
HEADER = "kenmerk;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers"


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def handed_in(visitor: Client, *lines: str, name: str = "lijst.csv") -> str:
    """The address of the check of a file with these lines under the header."""
    file = SimpleUploadedFile(name, "\n".join([HEADER, *lines]).encode())
    answer = visitor.post(IMPORT, {"file": file})
    assert answer.status_code == 302, read(answer).text
    return str(answer["Location"])


def fresh() -> str:
    """A reference that nobody has used."""
    return f"I-{uuid.uuid4().hex[:10]}"


def exists(reference: str) -> bool:
    """Whether there is a training with this reference."""
    try:
        office.found(reference=reference)
    except Training.DoesNotExist:
        return False
    return True


def test_the_check_names_every_wrong_cell_and_writes_nothing() -> None:
    ruben, good, bad = office.visitor("ruben"), fresh(), fresh()
    check = handed_in(
        ruben,
        f"{good};Goed;08-01-2018;15-03-2018;15-03-2018;14",
        f"{bad};Fout;08-01-2018;15-03-2018;31-02-2018;twaalf",
    )
    text = read(ruben.get(check)).text
    assert "nieuw: wordt toegevoegd 1" in text
    assert "3 E gegeven op 31-02-2018 Deze dag bestaat niet" in text
    assert "3 F deelnemers twaalf Geen getal een heel getal" in text
    assert not exists(good)


def test_confirming_adds_keeps_what_is_wrong_and_leads_to_it() -> None:
    ruben, good, bad = office.visitor("ruben"), fresh(), fresh()
    check = handed_in(
        ruben,
        f"{good};Goed;08-01-2018;15-03-2018;15-03-2018;14",
        f"{bad};Fout;08-01-2018;15-03-2018;15-03-2018;twaalf",
    )
    answer = ruben.post(check, filled(ruben.get(check)), follow=True)
    result = read(answer)
    assert "toegevoegd 1" in result.text
    assert exists(good)
    assert not exists(bad)
    address = result.link("Regel 3 verbeteren")
    opened = ruben.get(address)
    assert "geen getal" in read(opened).text
    still = ruben.post(address, filled(opened, cell5="nog steeds niet"))
    assert "geen getal" in read(still).text
    done = ruben.post(address, filled(opened, cell5="12"), follow=True)
    assert f"Regel 3 is vastgelegd als {bad}." in read(done).text
    assert "Alles is verwerkt" in read(done).text
    assert ruben.get(address).status_code == 404


def test_what_is_wrong_can_be_taken_along_or_dropped() -> None:
    ruben, bad = office.visitor("ruben"), fresh()
    check = handed_in(ruben, f"{bad};Fout;08-01-2018;15-03-2018;15-03-2018;twaalf")
    result = read(ruben.post(check, filled(ruben.get(check)), follow=True))
    answer = ruben.get(result.link("Regels ophalen"))
    assert "trainingen-te-verbeteren-verzonnen-gegevens.csv" in answer["Content-Disposition"]
    file = answer.content.decode("utf-8-sig")
    assert file.splitlines()[:2] == ["# verzonnen gegevens", f"{HEADER};fout"]
    assert "geen getal" in file
    with override_settings(DEMONSTRATION=False):
        answer = ruben.get(result.link("Regels ophalen"))
    assert "trainingen-te-verbeteren.csv" in answer["Content-Disposition"]
    assert answer.content.decode("utf-8-sig").splitlines()[0] == f"{HEADER};fout"
    address = result.link("Regel 2 verbeteren")
    done = ruben.post(address, {"vervalt": "1"}, follow=True)
    assert "Alles is verwerkt" in read(done).text
    assert not exists(bad)


def test_the_same_file_twice_adds_nothing_and_says_so() -> None:
    ruben = office.visitor("ruben")
    line = f"{fresh()};Goed;08-01-2018;15-03-2018;15-03-2018;14"
    check = handed_in(ruben, line)
    ruben.post(check, filled(ruben.get(check)))
    again = read(ruben.get(handed_in(ruben, line)))
    assert "Dit bestand is al ingelezen" in again.text
    assert "Er is niets in te lezen" in again.text


def test_what_differs_is_left_or_taken_over_with_a_reason() -> None:
    ruben, reference = office.visitor("ruben"), fresh()
    line = f"{reference};Goed;08-01-2018;15-03-2018;15-03-2018;"
    check = handed_in(ruben, line + "14")
    ruben.post(check, filled(ruben.get(check)))
    check = handed_in(ruben, line + "15")
    opened = ruben.get(check)
    assert f"2 {reference} Deelnemers 14 15" in read(opened).text
    refused = ruben.post(check, filled(opened, choice="correct"))
    assert refused.status_code == 422
    ruben.post(check, filled(opened, choice="correct", reason="Nageteld"))
    assert office.found(reference=reference).participants == 15


def test_what_changed_since_the_check_is_shown_again_before_it_is_overwritten() -> None:
    ruben, reference = office.visitor("ruben"), fresh()
    line = f"{reference};Goed;08-01-2018;15-03-2018;15-03-2018;"
    check = handed_in(ruben, line + "14")
    ruben.post(check, filled(ruben.get(check)))
    check = handed_in(ruben, line + "15")
    opened = ruben.get(check)
    training = office.found(reference=reference)
    with acting(office.acting_as("ruben")):
        seen = token_of(training.key)
    office.corrected(training, seen=seen, participants=16)
    again = ruben.post(check, filled(opened, choice="correct", reason="Nageteld"))
    assert again.status_code == 422
    assert f"intussen gewijzigd: {reference}" in read(again).text
    assert f"2 {reference} Deelnemers 16 15" in read(again).text
    assert office.found(reference=reference).participants == 16
    # The page that came back carries what it shows, with the choice and the reason as given.
    ruben.post(check, filled(again))
    assert office.found(reference=reference).participants == 15


def test_a_large_file_shows_how_far_it_is_until_it_leads_to_the_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vijfluik.ui.registers.importing_shown.LARGE_BYTES", 10)
    ruben, reference = office.visitor("ruben"), fresh()
    check = handed_in(ruben, f"{reference};Goed;08-01-2018;15-03-2018;15-03-2018;14")
    opened = ruben.get(f"{check}?vergelijk=1")
    assert b'hx-post=""' not in opened.content
    answer = ruben.post(check, filled(opened))
    assert isinstance(answer, StreamingHttpResponse)
    # Nothing happens before the page is on its way.
    assert not exists(reference)
    pieces = [piece.decode() for piece in answer]
    assert "</html>" not in "".join(pieces[:-1])
    bars = [piece for piece in pieces if "<progress" in piece]
    assert [label in piece for label, piece in zip(STAGES, bars, strict=True)] == [True] * 3
    assert exists(reference)
    onward = pieces[-2].partition('content="0; url=')[2].partition('"')[0]
    assert "toegevoegd 1" in read(ruben.get(onward)).text
    assert ruben.get(check).status_code == 404


def sent(visitor: Client, address: str, form: dict[str, object]) -> str:
    """What a page that is sent in pieces says in the end."""
    answer = visitor.post(address, form)
    assert isinstance(answer, StreamingHttpResponse)
    return answer.getvalue().decode()


def test_a_large_file_that_cannot_be_written_says_why_and_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vijfluik.ui.registers.importing_shown.LARGE_BYTES", 10)
    ruben, reference = office.visitor("ruben"), fresh()
    line = f"{reference};Goed;08-01-2018;15-03-2018;15-03-2018;"
    check = handed_in(ruben, line + "14")
    sent(ruben, check, filled(ruben.get(f"{check}?vergelijk=1")))
    check = handed_in(ruben, line + "15")
    form = filled(ruben.get(f"{check}?vergelijk=1"), choice="correct", reason="Nageteld")
    text = sent(ruben, check, {**form, "seen": "0-anders"})
    assert f"Intussen gewijzigd: {reference}" in text
    assert "http-equiv" not in text
    assert office.found(reference=reference).participants == 14

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("vijfluik.core.registers.importing.changing.insert_many", broken)
    text = sent(ruben, check, form)
    assert "Er is niets ingelezen" in text
    assert office.found(reference=reference).participants == 14
    monkeypatch.undo()
    assert ruben.post(check, form).status_code == 302
    assert office.found(reference=reference).participants == 15


def test_a_file_that_cannot_be_read_is_told_at_its_field() -> None:
    file = SimpleUploadedFile("plaatje.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    answer = office.visitor("ruben").post(IMPORT, {"file": file})
    assert answer.status_code == 422
    assert b'aria-invalid="true"' in answer.content


def test_a_file_without_the_needed_columns_is_refused_with_their_names() -> None:
    file = SimpleUploadedFile("kort.csv", b"naam;kleur\na;b\n")
    answer = office.visitor("ruben").post(IMPORT, {"file": file}, follow=True)
    assert "ontbreekt: kenmerk, aangevraagd op" in read(answer).text


def test_a_file_is_its_uploaders_alone_and_can_be_thrown_away() -> None:
    ruben, reference = office.visitor("ruben"), fresh()
    check = handed_in(ruben, f"{reference};Goed;08-01-2018;15-03-2018;15-03-2018;14")
    for other in ("noor", "sietske", "gijs"):
        assert office.visitor(other).get(check).status_code == 404
        assert office.visitor(other).post(check, {"choice": "skip"}).status_code == 404
    assert "Er is niets ingelezen." in read(ruben.post(f"{check}weg/", follow=True)).text
    assert ruben.get(check).status_code == 404
    assert not exists(reference)


def test_the_result_is_its_importers_alone() -> None:
    ruben = office.visitor("ruben")
    check = handed_in(ruben, f"{fresh()};Fout;08-01-2018;15-03-2018;15-03-2018;x")
    result = str(ruben.post(check, filled(ruben.get(check)))["Location"])
    for address in (result, f"{result}fout.csv", f"{result}regel/2/"):
        assert ruben.get(address).status_code == 200
        assert office.visitor("noor").get(address).status_code == 404


def test_a_large_file_shows_that_it_is_being_compared() -> None:
    ruben = office.visitor("ruben")
    filler = "x" * 190
    lines = [f"{fresh()};{filler};08-01-2018;15-03-2018;;" for _ in range(LARGE_BYTES // 200)]
    check = handed_in(ruben, *lines)
    waiting = ruben.get(check)
    assert "vergeleken met wat er al vastligt" in read(waiting).text
    assert f"{check}?vergelijk=1".encode() in waiting.content
    assert "nieuw: wordt toegevoegd" in read(ruben.get(f"{check}?vergelijk=1")).text


def test_the_template_can_be_read_in_as_it_is() -> None:
    noor = office.visitor("noor")
    content = noor.get("/trainingen/inlezen/sjabloon.csv").content
    answer = noor.post(IMPORT, {"file": SimpleUploadedFile("sjabloon.csv", content)})
    text = read(noor.get(answer["Location"])).text
    assert "Wat er niet klopt" not in text
    assert "worden overgeslagen" not in text


def test_every_column_is_explained() -> None:
    assert {column.identifier for column in COLUMNS_EXPLAINED} == {
        word.identifier for word in WORDS
    }
    text = read(office.visitor("ruben").get("/trainingen/inlezen/hulp/")).text
    assert all(word.heading in text for word in WORDS)
