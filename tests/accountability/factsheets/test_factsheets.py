"""A sheet per municipality: one moment, nothing small, and going on where it was stopped."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import page as validator
import pytest
from django.test import Client
from tests.accountability.disclosure.conftest import FIGURE, PLACES, past_of_module, who

from vijfluik.accountability.disclosure import actions
from vijfluik.accountability.disclosure.models import DisclosurePattern
from vijfluik.accountability.factsheets.lines import PUBLICATION
from vijfluik.cli.commands import report
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place

__all__ = ["past_of_module"]
Visit = Callable[[str], Client]
Said = pytest.CaptureFixture[str]
ON = "2019-04-15"


def made(folder: Path, capsys: Said, *words: str) -> dict[str, object]:
    """What the command answers."""
    assert report.run(["factsheets", "--out", str(folder), *words]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def own_numbers(folder: Path) -> dict[str, str]:
    """Sheet → what it says of the meetings in its own municipality."""
    found = {}
    for file in folder.glob("*.html"):
        numbers = re.findall(
            rf'data-figure="{FIGURE}/place/[^"]*"[^>]*>([^<]*)<', file.read_text("utf-8")
        )
        found[file.stem] = " ".join(numbers)
    return found


def test_every_municipality_has_a_sheet_and_a_run_that_was_stopped_goes_on(
    looking: str, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    told = made(tmp_path, capsys, "--as-of", ON)
    sheets = told["sheets"]
    assert isinstance(sheets, list)
    places = Place.objects.using("owner").filter(kind="municipality", valid_until=None)
    assert {each["code"] for each in sheets} == set(places.values_list("code", flat=True))
    for each in sheets:
        for name, digest in each["files"].items():
            assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    # Three municipalities had 7, 3 and 12 meetings; a small one is hidden with one that protects.
    numbers = [each for each in own_numbers(tmp_path).values() if each]
    assert sorted(numbers) == ["&lt;5", "12", "niet getoond"]
    assert len(numbers) == len(PLACES)
    first = next(tmp_path.glob("*.pdf"))
    for profile in (
        validator.ValidationProfile.PDF_UA_1,
        validator.ValidationProfile.PDF_A_3A,
    ):
        assert validator.is_pdf_compliant_bytes(first.read_bytes(), profile=profile)
    # What a run that was stopped left: one sheet half, the moment in the manifest.
    kept = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    first.with_suffix(".html").unlink()
    again = made(tmp_path, capsys)
    assert again["written"] == 1
    assert again["as_of"] == told["as_of"]
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == kept
    with pytest.raises(CommandFailed, match="holds sheets with as_of"):
        report.run(["factsheets", "--out", str(tmp_path), "--as-of", "2019-04-14"])


def test_a_municipality_sees_its_own_sheet_once_a_second_person_signed(
    looking: str, visit_as: Visit, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vijfluik.accountability.factsheets.writing.write_one", written_not_at_all)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    with pytest.raises(CommandFailed, match="cannot be written"):
        report.run(["factsheets", "--out", str(tmp_path), "--as-of", ON])
    capsys.readouterr()
    noor, daan = visit_as("noor"), visit_as("daan")
    page = noor.get("/gemeentebladen/").content.decode()
    assert "Nog niet vastgesteld" in page
    assert "/gemeentebladen/GM9002/" in page
    assert "Er zijn nog geen gemeentebladen" in daan.get("/gemeentebladen/").content.decode()
    with acting(who("noor")):
        pattern = DisclosurePattern.objects.filter(publication=PUBLICATION).get()
    actions.adopt(who=who("hanneke"), key=pattern.key)
    answer = daan.get("/gemeentebladen/")
    assert answer.headers["Location"] == "/gemeentebladen/GM9001/"
    own = daan.get("/gemeentebladen/GM9001/?taal=en").content.decode()
    assert "Municipal sheet Wolverdam" in own
    assert "Nog niet vastgesteld" not in own
    assert daan.get("/gemeentebladen/GM9002/").status_code == 404
    assert visit_as("ruben").get("/gemeentebladen/GM9001/").status_code == 404
    file = daan.get("/gemeentebladen/GM9001/pdf/").content
    assert validator.is_pdf_compliant_bytes(file, profile=validator.ValidationProfile.PDF_UA_1)


def written_not_at_all(*_work: object, **_where: object) -> None:
    """A disk that is full."""
    raise OSError(28, "No space left on device")
