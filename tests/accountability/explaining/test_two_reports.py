"""Two reports: what vanished and came, what became of the text, and a file that was changed."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.accountability.figures.conftest import Who
from tests.accountability.reports.past import whole_past

from vijfluik.accountability.explaining.between.difference import changed_bindings, difference
from vijfluik.accountability.explaining.between.editions import (
    FILE,
    Binding,
    Edition,
    edition_in,
    edition_of,
)
from vijfluik.accountability.explaining.between.presenting import compared
from vijfluik.accountability.explaining.between.promises import Outcome
from vijfluik.accountability.explaining.between.promises import compared as promises_compared
from vijfluik.accountability.reports.building import build
from vijfluik.accountability.reports.library import report_named
from vijfluik.accountability.reports.parts import base_of
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.acting import acting

BEFORE = dt.datetime(2019, 3, 1, tzinfo=dt.UTC)
AFTER = dt.datetime(2019, 4, 15, tzinfo=dt.UTC)
REPORT = report_named("integrale-aanpak-2019")


def written(*, as_of: dt.datetime, without: str = "") -> str:
    """The page of the report; without the figures that begin so, and without its drawings."""
    prose = {
        language: "\n\n".join(
            part
            for part in text.split("\n\n")
            if not part.startswith("[[[") and not (without and without in part)
        )
        for language, text in REPORT.prose.items()
    }
    figures = tuple(each for each in REPORT.figures if not (without and each.startswith(without)))
    source = replace(REPORT, prose=prose, inserts=(), figures=figures)
    built = build(source, language=Language.DUTCH, as_of=as_of, keep=True, demonstration=True)
    return built.html().decode()


@pytest.fixture
def pages(past: Callable[..., None], who: Who) -> tuple[str, str]:
    """The report of March without SSV, and that of April without JEP."""
    past(list(whole_past()))
    with acting(who("noor")):
        return written(as_of=BEFORE, without="ssv"), written(as_of=AFTER, without="jep")


def test_figures_vanish_come_and_change_with_the_why(
    pages: tuple[str, str], who: Who, tmp_path: Path
) -> None:
    before, after = (edition_of(page, place="page") for page in pages)
    with acting(who("noor")):
        content: dict[str, Any] = compared(difference(before, after))
    names = {key: [each["figure"] for each in content[key]] for key in ("vanished", "new")}
    assert names == {
        "vanished": [
            "jep-start",
            "jep-meetings-2018",
            "jep-professionals-reached-2018",
            "jep-online-visits-2018",
        ],
        "new": ["ssv-teacher-trainings-2018", "ssv-participants-2018", "ssv-advice-talks-2018"],
    }
    [changed] = content["changed"]
    assert changed["figure"] == "ror-participants-2018"
    assert (changed["from"]["value"], changed["to"]["value"]) == (
        "4.000 deelnemers",
        "4.823 deelnemers",
    )
    assert [(each["cause"], each["amount"]) for each in changed["why"]["parts"]] == [
        ("corrected", 823)
    ]
    assert changed["why"]["sum_of_parts"] == changed["why"]["difference"] == 823
    told = {each["figure"]: (each["from"], each["to"]) for each in content["bindings"]}
    assert told["ror-participants-2018"][1]["text"] == "ruim 4.800"
    assert told["jep-meetings-2018"][1] is None
    assert told["ssv-participants-2018"][0] is None
    assert json.loads(json.dumps(content))["receipts_not_kept_here"] == []


def test_a_file_that_was_changed_is_told(pages: tuple[str, str], who: Who, tmp_path: Path) -> None:
    first, last = pages
    (tmp_path / FILE).write_text(first.replace("4.000 deelnemers", "4.999 deelnemers"))
    before, after = edition_in(tmp_path), edition_of(last, place="page")
    strange = replace(
        before,
        figures={name: replace(each, receipt="0" * 16) for name, each in before.figures.items()},
    )
    with acting(who("noor")):
        assert difference(before, after, files=[before]).altered == ("ror-participants-2018",)
        assert difference(before, after, files=[before]).unproven == ()
        assert difference(strange, after, files=[strange]).unproven == ("0" * 16,)


def test_a_place_of_the_text_is_found_again_by_its_number() -> None:
    def binding(section: str, text: str) -> Binding:
        return Binding(figure="a", section=section, text=text)

    before = [binding("Eerst", "12"), binding("Eerst", "ruim 10")]
    after = [binding("Eerst", "12"), binding("Later", "ruim 10"), binding("Later", "12")]
    found = list(changed_bindings(before, after))
    assert [(each.before, each.after) for each in found] == [
        (before[1], after[1]),
        (None, after[2]),
    ]
    assert list(changed_bindings(before, before)) == []


def test_promises_are_kept_late_overdue_postponed_or_open() -> None:
    day = dt.date(2019, 4, 15)

    def undertaking(key: str, **changes: object) -> SimpleNamespace:
        told: dict[str, object] = {
            "key": key,
            "kind": "motion",
            "title": key,
            "state": "open",
            "due_on": dt.date(2019, 4, 1),
            "settled_on": None,
            "figure": "",
        }
        return SimpleNamespace(**(told | changes))

    names = ("kept", "late", "overdue", "postponed", "open", "withdrawn", "settled")
    first = [
        undertaking(name, state="settled" if name == "settled" else "open", due_on=day)
        if name in {"open", "settled"}
        else undertaking(name)
        for name in names
    ]
    last = [
        undertaking("kept", state="settled", settled_on=dt.date(2019, 4, 1)),
        undertaking("late", state="settled", settled_on=dt.date(2019, 4, 2)),
        undertaking("overdue"),
        undertaking("postponed", due_on=dt.date(2019, 9, 1)),
        undertaking("open", due_on=day),
        undertaking("withdrawn", state="withdrawn"),
        undertaking("new"),
        undertaking("never", state="withdrawn"),
    ]
    found = promises_compared(first, last, on=day)
    assert [(each.outcome, each.title) for each in found] == [
        (outcome, str(outcome)) for outcome in Outcome
    ]
    assert isinstance(found, tuple)


def test_an_edition_is_read_from_its_page(pages: tuple[str, str]) -> None:
    edition: Edition = edition_of(pages[0], place="page")
    assert (edition.as_of, edition.language) == (BEFORE, Language.DUTCH)
    assert edition.title == "Integrale aanpak terrorisme en extremisme"
    bound = {base_of(each.figure) for each in edition.bindings}
    assert bound >= {"ror-trainings-2017", "ror-participants-2018"}
    assert bound <= edition.figures.keys() <= set(REPORT.figures)
    assert not any(each.startswith("ssv") for each in edition.figures)
    assert {each.section for each in edition.bindings} >= {"Trainingen van het ROR"}
