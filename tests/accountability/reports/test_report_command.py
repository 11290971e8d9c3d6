"""`./run report build` as a person or a script runs it."""

import hashlib
import json
from pathlib import Path

import page as validator
import pytest
from tests.accountability.reports.past import whole_past
from tests.sizes import part

from vijfluik.accountability.reports import library
from vijfluik.cli.commands import report
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.versions.loading import PastVersion


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


def run(out: Path, *words: str) -> int:
    """Run the command."""
    return report.run(["build", "--out", str(out), *words])


def test_it_writes_every_format_and_names_them_in_json(
    looking: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    assert run(out, "--as-of", "2019-04-15") == 0
    printed = capsys.readouterr()
    told = json.loads(printed.out)
    assert told["as_of"] == "2019-04-15T21:59:59.999999+00:00"
    assert told["notice"] == "verzonnen gegevens"
    names = [f"report.{kind}" for kind in report.FORMATS]
    assert [Path(file["path"]).name for file in told["files"]] == names
    for file in told["files"]:
        content = Path(file["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file["sha256"]
    figures = {figure["id"]: figure for figure in told["figures"]}
    assert figures["ror-participants-2018"]["value"] == 4823
    assert figures["ror-participants-2018"]["text"] == "ruim 4.800"
    assert all(figure["receipt"] for figure in told["figures"])
    assert validator.is_pdf_compliant_bytes(
        (out / "report.pdf").read_bytes(), profile=validator.ValidationProfile.PDF_UA_1
    )
    assert "Acting as noor" in printed.err
    assert sorted(file.name for file in out.iterdir()) == sorted(names)


def test_the_same_moment_gives_the_same_answer_in_either_language(
    looking: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in part(["nl", "en"], quick=1):
        answers = []
        for _ in range(2):
            assert run(tmp_path, "--as-of", "2019-04-15", "--language", language) == 0
            answers.append(capsys.readouterr().out)
        assert answers[0] == answers[1]
        assert json.loads(answers[0])["language"] == language


def test_the_chapter_of_one_area_names_its_own_figures_and_no_others(
    looking: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {}
    for area in ((), ("--area", "voorkomen")):
        assert run(tmp_path, "--as-of", "2019-04-15", "--only", "json", *area) == 0
        figures = json.loads(capsys.readouterr().out)["figures"]
        told[area] = {figure["id"]: figure for figure in figures}
    whole, chapter = told.values()
    assert 0 < len(chapter) < len(whole)
    # The same moment, the same receipts, the same numbers hidden.
    assert chapter.items() <= {name: whole[name] for name in chapter}.items()


def test_a_naked_number_is_refused_with_the_list_and_writes_nothing(
    looking: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    for file in library.FOLDER.iterdir():
        text = file.read_text(encoding="utf-8")
        (texts / file.name).write_text(text.replace("[[jep-meetings-2018]]", "45"), "utf-8")
    monkeypatch.setattr(library, "FOLDER", texts)
    assert run(out) == 1
    printed = capsys.readouterr()
    [finding] = json.loads(printed.out)["findings"]
    assert finding["code"] == "naked-number"
    assert finding["excerpt"] == "45"
    assert finding["line"] > 1
    assert "not bound to a figure" in printed.err
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "aukje"), "may not do this"),
        (("--as", "nobody"), "There is no account"),
        (("--report", "nothing"), "There is no report"),
        (("--as-of", "2999-01-01"), "is not closed"),
        (("--as-of", "tomorrow"), "is no moment"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    looking: str, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    with pytest.raises(CommandFailed, match=said):
        run(tmp_path, *words)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(looking: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CommandFailed, match="cannot be made"):
        run(tmp_path / "file" / "out", "--as-of", "2019-04-15")
