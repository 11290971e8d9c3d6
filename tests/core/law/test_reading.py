"""The data files: complete, and faults in them named."""

import datetime as dt
import tomllib
from typing import Any

import pytest

from vijfluik.core.law.library import arranged, library
from vijfluik.core.law.provision import Confirmation, LawError
from vijfluik.core.law.reading import read
from vijfluik.core.law.vocabulary import Certainty, Claim, Standing
from vijfluik.engines.terms.sentences import EVENTS

FILE = """
[act]
short = "Proefwet"
nl = "Wet op de proef"
en = "Act on the test"
source_nl = "nergens"
source_en = "nowhere"
[[act.knowledge]]
known_from = 2019-01-01
from = 2019-01-01

[provision.proef-1]
rule = "R1"
article = "1"
nl = "Proef"
en = "Test"
text_nl = "Het is een proef."
text_en = "It is a test."
certainty = "V"
claims = ["term"]
terms.answer = { weeks = 6, from = "request" }
"""


def content(**changes: object) -> dict[str, Any]:
    """What the file holds, with keys of its provision changed; None takes one away."""
    found = tomllib.loads(FILE)
    entry = found["provision"]["proef-1"]
    for key, value in changes.items():
        entry[key] = value
        if value is None:
            del entry[key]
    return found


def span(known: str, first: str, until: str | None = None) -> dict[str, object]:
    """A version's days."""
    made: dict[str, object] = {
        "known_from": dt.date.fromisoformat(known),
        "from": dt.date.fromisoformat(first),
    }
    if until is not None:
        made["until"] = dt.date.fromisoformat(until)
    return made


def test_every_rule_of_the_table_has_a_provision() -> None:
    rules = {versions[0].rule for versions in library().values()}
    assert rules - {""} == {f"R{number}" for number in range(1, 51)}


def test_every_provision_is_told_in_both_languages() -> None:
    for versions in library().values():
        for version in versions:
            for texts in (version.title, version.text, version.source):
                assert texts["nl"].strip(), version.key
                assert texts["en"].strip(), version.key
                assert texts["nl"] != texts["en"], version.key
            assert " lid" not in version.article, version.key
            assert bool(version.note["nl"]) == bool(version.note["en"]), version.key


def test_every_event_of_a_term_has_a_name() -> None:
    events = {
        rule.event
        for versions in library().values()
        for version in versions
        for rule in version.terms.values()
    }
    assert events - EVENTS.keys() == set()
    assert EVENTS.keys() - events == set()


def test_nothing_that_comes_with_the_software_is_confirmed() -> None:
    for versions in library().values():
        for version in versions:
            assert version.standing != Standing.CONFIRMED, version.key
            assert version.carries == frozenset(), version.key
            expected = version.certainty in (Certainty.READ, Certainty.SECONDARY)
            assert (version.standing == Standing.REPORTED) == expected, version.key


WRONG: list[tuple[dict[str, object], str]] = [
    ({"article": None}, "article is missing"),
    ({"artikel": "1"}, "unknown key 'artikel'"),
    ({"certainty": "surely"}, "'surely'"),
    ({"rule": "51"}, "rule: such as R5"),
    ({"claims": ["power"]}, "'power'"),
    ({"claims": []}, "its claims name a term"),
    ({"terms": {"answer": {"weeks": 6}}}, "give one"),
    ({"confirmed_by": ["A"]}, "two lawyers"),
    ({"confirmed_by": ["A", "a "], "confirmed_on": dt.date(2020, 1, 1)}, "two different"),
    (
        {"certainty": "M+", "confirmed_by": ["A", "B"], "confirmed_on": dt.date(2020, 1, 1)},
        "a text that was read",
    ),
    ({"versions": [span("2019-01-01", "2019-01-01", "2019-01-01")]}, "cannot end"),
    (
        {"versions": [span("2019-01-01", "2019-01-01"), span("2019-01-01", "2020-01-01")]},
        "two texts hold",
    ),
    (
        {"versions": [span("2020-01-01", "2019-01-01"), span("2019-01-01", "2019-01-01")]},
        "go forward",
    ),
    (
        {"versions": [span("2019-01-01", "2019-01-01"), span("2019-01-01", "2019-01-01")]},
        "begin on the same day",
    ),
]


@pytest.mark.parametrize(("changes", "words"), WRONG)
def test_a_fault_is_named_with_its_place(changes: dict[str, object], words: str) -> None:
    with pytest.raises(LawError, match=words) as caught:
        read(content(**changes), place="proef.toml")
    assert str(caught.value).startswith("proef")


def test_a_provision_has_one_file() -> None:
    (one,) = read(content(), place="proef.toml")
    (other,) = read(content(), place="ander.toml")
    with pytest.raises(LawError, match="proef-1 is defined twice"):
        arranged([one, other])


def test_only_a_confirmed_provision_carries_anything() -> None:
    (version,) = read(content(), place="proef.toml")
    assert version.standing == Standing.REPORTED
    assert version.claims == {Claim.TERM}
    assert version.carries == frozenset()
    assert dict(version.usable_terms) == {}
    confirmed = version.confirmed(Confirmation(by=("A", "B"), on=dt.date(2020, 1, 1)))
    assert confirmed.standing == Standing.CONFIRMED
    assert confirmed.carries == {Claim.TERM}
    assert set(confirmed.usable_terms) == {"answer"}
