"""Versions of a definition: what a next one must say, what receipts pin, what may not be mixed."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from tests.accountability.figures.conftest import Who, issued_as_of, life, moment, training
from tests.accountability.figures.examples import EXAMPLES

from vijfluik.accountability.explaining.causes import Cause, NotComparable
from vijfluik.accountability.explaining.why import WrongOrder, explain, why
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.pages_words import change_since
from vijfluik.accountability.figures.queries import definition_of, headlines
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.series import UnseenBreak, require_seen
from vijfluik.accountability.figures.verifying import verify
from vijfluik.accountability.figures.versions import check_versions, versions_of
from vijfluik.accountability.figures.words import Words
from vijfluik.accountability.reports.library import report_named
from vijfluik.core.facts.kinds import Kind
from vijfluik.core.partners.acting import acting

WHILE_IT_RAN, AFTERWARDS = moment("2019-06-01T00:00:00"), moment("2020-06-01T00:00:00")
FIRST, SECOND = library()["ror-trainings-2019"]


def test_a_next_version_says_why_it_came_and_what_breaks() -> None:
    check_versions([FIRST, SECOND])
    silent = dataclasses.replace(SECOND, break_note=None)
    with pytest.raises(DefinitionError, match="say it in `break_note`"):
        check_versions([FIRST, silent])
    with pytest.raises(DefinitionError, match="says in `reason` why it came"):
        check_versions([FIRST, dataclasses.replace(SECOND, reason="Eerste versie.")])
    # What only words a figure otherwise breaks nothing.
    renamed = dataclasses.replace(
        FIRST, version=2, name=Words(nl="Anders", en="Otherwise"), reason="Duidelijker naam."
    )
    check_versions([FIRST, renamed])


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("kind", {"kind": Kind.CUMULATIVE}),
        ("unit", {"unit": Words(nl="deelnemers", en="participants")}),
        ("series", {"series": "iets-anders"}),
        ("sort of measure", {"query": EXAMPLES["seats-since-2017"].query}),
    ],
)
def test_another_figure_takes_another_id(name: str, changes: dict[str, object]) -> None:
    other = dataclasses.replace(SECOND, **changes)  # type: ignore[arg-type]
    with pytest.raises(DefinitionError, match=f"another {name} than"):
        check_versions([FIRST, other])
    with pytest.raises(NotComparable):
        explain(FIRST, other, before=WHILE_IT_RAN, after=AFTERWARDS)


def test_versions_tell_how_long_they_hold_and_what_changed() -> None:
    first, second = versions_of([FIRST, SECOND])
    assert (first.valid_until, second.valid_until) == (dt.date(2020, 1, 1), None)
    assert (first.breaks, second.breaks) == (False, True)
    assert second.changed == ("status", "event", "filters", "basis")
    assert second.note == SECOND.break_note


def test_two_versions_stand_beside_one_another_with_a_mark_only() -> None:
    renamed = dataclasses.replace(FIRST, version=2)
    for row in ([FIRST, SECOND], [FIRST, FIRST, SECOND], [FIRST, renamed]):
        with pytest.raises(UnseenBreak, match="no mark says so"):
            require_seen(row, marked=())
        require_seen(row, marked={row[-1].key})
    require_seen([FIRST, FIRST], marked=())
    with pytest.raises(UnseenBreak):
        require_seen([FIRST, SECOND, FIRST], marked={"ror-trainings-2018@1"})


def test_a_receipt_names_its_version_and_is_reproduced_by_it_after_the_next(
    past: Callable[..., None], who: Who
) -> None:
    asked = training(state="requested", wanted_on=dt.date(2019, 9, 1), held_on=None)
    past(
        life((moment("2019-01-10T00:00:00"), asked | {"participants": None})),
        life(
            (moment("2019-01-11T00:00:00"), asked | {"key": training()["key"], "reference": "B"}),
        ),
    )
    first, second = (issued_as_of(who, at, SECOND.id)[0] for at in (WHILE_IT_RAN, AFTERWARDS))
    assert (first.figure.value, second.figure.value) == (2, 0)
    with acting(who("noor")):
        receipts = list(FigureReceipt.objects.select_related("definition").order_by("as_of"))
        assert [each.definition_id for each in receipts] == [FIRST.key, SECOND.key]
        assert [definition_of(each) for each in receipts] == [FIRST, SECOND]
        assert all(verdict.reproduced for verdict in verify(receipts))
        said = [headlines(names=[SECOND.id], as_of=at)[0] for at in (WHILE_IT_RAN, AFTERWARDS)]
        assert change_since(said[1], before=said[0]) is None
        found = why(SECOND.id, before=WHILE_IT_RAN, after=AFTERWARDS)
        with pytest.raises(WrongOrder):
            why(SECOND.id, before=AFTERWARDS, after=WHILE_IT_RAN)
    assert found.redefined
    [part] = found.parts
    assert (part.cause, int(part.amount or 0), part.records) == (Cause.DEFINITION, -2, 2)


def test_a_chart_of_a_report_refuses_what_breaks_without_a_mark() -> None:
    report = report_named("integrale-aanpak-2019")
    [chart] = [each for each in report.inserts if each.name == "ror-trainingen"]
    assert chart.breaks == ("ror-trainings-requested-2019",)
    names = [name for row in chart.rows for name in row.figures if name]
    definitions: list[Definition] = [library()[name][-1] for name in names]
    with pytest.raises(UnseenBreak):
        require_seen(definitions, marked=())
    require_seen(definitions, marked={library()[name][-1].key for name in chart.breaks})
