"""`./run figures why` and `./run report diff`: the contract for checks, on standard output."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.accountability.figures.conftest import JANUARY, MARCH, Who, life, training
from tests.accountability.reports.past import whole_past

from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.cli.commands.figures import run as figures
from vijfluik.cli.commands.report import run as report
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.partners.acting import acting

BETWEEN = ("--from", "2019-02-01", "--to", "2019-04-01")


def test_why_answers_in_json_and_in_words(
    past: Callable[..., None], who: Who, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = training()
    past(
        life((JANUARY, training())),
        life((JANUARY, gone), (MARCH, gone | {"state": "withdrawn"})),
        life((MARCH, training())),
        life((MARCH, training())),
    )
    assert figures(("why", "ror-trainings-2018", *BETWEEN, "--format", "json")) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["cause"], each["amount"], each["records"]) for each in found["parts"]] == [
        ("new", 2, 2),
        ("withdrawn", -1, 1),
    ]
    assert (found["from"]["value"], found["to"]["value"], found["difference"]) == (2, 3, 1)
    with acting(who("noor")):
        kept = set(FigureReceipt.objects.values_list("key", flat=True))
    assert kept == {found["from"]["receipt"], found["to"]["receipt"]}
    assert found["sum_of_parts"] == found["difference"]
    assert found["sum_of_parts_exact"] == found["exact"] == "1"
    assert (found["from"]["definition"], found["method"]) == ("ror-trainings-2018@1", "added")
    assert found["text"]["en"].endswith(
        "This is due to 2 new records (+2) and 1 withdrawn record (−1)."
    )
    assert "Dat komt door 2 nieuwe registraties (+2)" in found["text"]["nl"]
    assert figures(("why", "ror-trainings-2018", *BETWEEN)) == 0
    assert "+1  difference" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nothing", *BETWEEN), "no figure 'nothing'"),
        (
            ("ror-trainings-2018", "--from", "2019-04-01", "--to", "2019-02-01"),
            "does not lie after",
        ),
        (("ror-trainings-2018", "--from", "gisteren"), "is no moment"),
        (("ror-trainings-2018", *BETWEEN, "--as", "gijs"), "gijs may not do this"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(
    past: Callable[..., None], words: tuple[str, ...], message: str
) -> None:
    past()
    with pytest.raises(CommandFailed, match=message):
        figures(("why", *words))


@pytest.mark.thorough
def test_diff_compares_a_file_with_a_moment(
    past: Callable[..., None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    past(list(whole_past()))
    assert report(("build", "--out", str(tmp_path), "--as-of", "2019-03-01")) == 0
    capsys.readouterr()
    assert report(("diff", str(tmp_path), "2019-04-15", "--format", "json")) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["figure"] for each in found["changed"]] == ["ror-participants-2018"]
    assert (found["vanished"], found["new"], found["altered"]) == ([], [], [])
    assert found["receipts_not_kept_here"] == []
    assert set(found["undertakings"]) >= {"kept", "late", "overdue"}
    assert report(("diff", "2019-03-01", "2019-04-15")) == 0
    assert "changed   Participants in ROR trainings in 2018" in capsys.readouterr().out
    for words, message in (
        (("diff", "2019-04-15", str(tmp_path)), "Give the earlier report first"),
        (("diff", str(tmp_path / "report.pdf"), "2019-04-15"), "cannot be read"),
        (("diff", "nothing@2019-03-01", "2019-04-15"), "no report 'nothing'"),
    ):
        with pytest.raises(CommandFailed, match=message):
            report(words)
