"""`./run law`: list, show and effects, as text and as JSON."""

import json

import pytest
from tests.site import people

from vijfluik.cli.commands import law
from vijfluik.cli.errors import CommandFailed


def answered(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command writes to standard output."""
    assert law.run(words) == 0
    return capsys.readouterr().out


def test_effects_as_json(confirmed_law: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("effects", "--lapse", "twbmt-4-1", "--on", "2027-01-01", "--format", "json")
    found = json.loads(answered(capsys, *words))
    assert found["until"] == "2027-03-01"
    assert found["lapse"] == "2027-01-01"
    resting = {each["key"]: each["kind"] for each in found["dependants"]}
    assert resting["twbmt-4-1/measure"] == "term"
    assert resting["VK-25"] == "item"
    assert found["cases"] == []
    assert found["tasks_made"] == 0
    text = answered(capsys, *words[:-2], "--tasks")
    assert "No case falls." in text
    assert "nothing else was changed" in text


def test_list_and_show_as_known_in_2019(
    confirmed_law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--on", "2019-04-15", "--as-of", "2019-04-15")
    listed = json.loads(answered(capsys, "list", *days, "--format", "json"))
    states = {each["id"]: each for each in listed["provisions"]}
    assert states["twbmt-13"]["until"] == "2022-03-01"
    assert "wpga-2" not in states
    shown = json.loads(answered(capsys, "show", "twbmt-13", *days, "--format", "json"))
    assert shown["terms"]["lapse"]["years"] == 5
    assert shown["confirmed"]["invented"] is True
    assert "twbmt-13" in answered(capsys, "list", *days)
    assert "state: in_force" in answered(capsys, "show", "twbmt-13", *days)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("show", "twbmt-99"), "no provision 'twbmt-99'"),
        (("effects", "--lapse", "twbmt-99", "--on", "2027-01-01"), "no provision"),
        (("effects", "--lapse", "twbmt-3", "--on", "2030-01-01"), "a day in between"),
        (
            ("effects", "--lapse", "twbmt-3", "--on", "2027-01-01", "--as", people.PROVIDER),
            "may not do this",
        ),
        (("list", "--as", "nobody"), "There is no account"),
    ],
)
def test_what_cannot_be_done_is_told(
    confirmed_law: str, words: tuple[str, ...], fault: str
) -> None:
    with pytest.raises(CommandFailed, match=fault):
        law.run(words)


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        law.run(["list", "--on", "1 maart"])
    assert "write one such as 2027-03-01" in capsys.readouterr().err
