"""Worked examples, and that the document shows the same ones."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from vijfluik.engines.terms import compute, describe, dutch_calendar, rule_from, say

EXAMPLES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text("utf-8"))["example"]
PAGE = Path(__file__).resolve().parents[3] / "docs" / "law.md"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: str(each["why"]))
def test_example(example: dict[str, Any]) -> None:
    term = compute(rule_from(example["rule"]), event=example["event"], calendar=dutch_calendar())
    said = [say(step, language="en") for step in term.steps]
    assert term.last_day == example["last_day"], said
    assert str(example["last_day"].year) in " ".join(said)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: str(each["why"]))
def test_the_document_shows_the_example(example: dict[str, Any]) -> None:
    rule = describe(rule_from(example["rule"]), language="en")
    row = f"| {rule} | {example['event']} | {example['last_day']} | {example['why']} |"
    assert row in PAGE.read_text("utf-8")


def test_easter_of_years_that_almanacs_give() -> None:
    from vijfluik.engines.terms.easter import easter

    known = ["2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2038-04-25"]
    for day in map(dt.date.fromisoformat, known):
        assert easter(day.year) == day
    with pytest.raises(ValueError, match="1500"):
        easter(1500)
