"""What the checklist finds, and who may let it stand."""

import dataclasses
import datetime as dt
import json
from types import SimpleNamespace
from typing import Any

import pytest
from tests.accountability.releases.doing import (
    AS_OF,
    COLLEAGUE,
    MAKER,
    drafted,
    in_check,
    signed,
    taken,
)
from tests.accountability.reports.past import whole_past
from tests.documents import as_told
from tests.registers.examples import content_for
from tests.site.people import browser, somebody

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.official import actions as official
from vijfluik.accountability.figures.official.content import Content
from vijfluik.accountability.releases import actions as own
from vijfluik.accountability.releases.checklist import Checklist, checklist
from vijfluik.accountability.releases.checklist_figures import stale_official, unexplained
from vijfluik.accountability.releases.checklist_finding import Code, Severity
from vijfluik.accountability.releases.checklist_texts import without_alternative
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.reports.building import build
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.cli.commands import report as command
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.documents.structure import Chart, Language, blocks_of
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import AMSTERDAM, today
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.versions.loading import PastVersion
from vijfluik.core.versions.moments import close

pytestmark = pytest.mark.usefixtures("printed_once", "short_report")

BEFORE = dt.datetime(2019, 4, 1, 12, tzinfo=AMSTERDAM)
PERIOD = {"as_of": BEFORE, "period_until": dt.date(2019, 3, 31)}


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure, one of which was corrected on 10 April 2019."""
    return list(whole_past())


def found(release: Release) -> Checklist:
    with acting(somebody(MAKER)):
        return checklist(release)


def test_a_figure_that_changed_since_is_answered_for_by_name_or_stands_in_the_way(
    looking: str,
) -> None:
    release = drafted(reference="C-1", **PERIOD)
    signed(release)
    waiting = found(release).waiting
    assert {each.code for each in waiting} == {Code.RECORDS_CHANGED}
    # What it said, and what it would say now; another figure counts the same record.
    [message] = [each.message for each in waiting if "4.800" in each.message]
    assert "4.000" in message
    assert any("staat nog" in each.message for each in waiting)
    taken(release, "submit", check_by=today())
    with pytest.raises(Invalid, match=f"waarschuwingen zonder reden: {len(waiting)}"):
        taken(release, "adopt", by=COLLEAGUE)
    address = f"/rapportage-uitgaven/{release.key}/controlelijst/"
    noor, keys = browser(MAKER), [each.key for each in waiting]
    assert noor.post(address, {"warnings": keys, "reason": ""}).status_code == 400
    sent = noor.post(address, {"warnings": keys, "reason": "De periode was toen om."})
    assert sent.status_code == 302
    shown = noor.get(address).content.decode()
    assert "De periode was toen om." in shown
    assert "Noor Verhagen, " in shown
    assert "Er staat niets meer in de weg" in shown
    with pytest.raises(Invalid, match="gekozen"):
        own.acknowledge(who=somebody(MAKER), key=release.key, warnings=keys, reason="Nog eens.")
    # Answered for is this value at this moment, and no other.
    other = drafted(reference="C-2", as_of=BEFORE - dt.timedelta(days=60),
                    period_until=dt.date(2019, 1, 31))  # fmt: skip
    assert found(other).waiting
    assert taken(release, "adopt", by=COLLEAGUE).state == "adopted"


def test_an_undertaking_whose_day_passed_is_warned_of(looking: str) -> None:
    register, who = register_named("undertakings"), somebody("anouk")
    with acting(who):
        content = content_for(register, reference="T-1", owner="jenv")
    given = {"made_on": today() - dt.timedelta(days=30), "due_on": today()}
    actions.create(register, who=who, owner="jenv", content={**content, **given})
    moment = close(dt.datetime.now(dt.UTC), longest_wait=5).replace(microsecond=999_999)
    close(moment, longest_wait=5)
    release = drafted(reference="C-3", as_of=moment, period_until=today())
    codes = {each.code for each in found(release).waiting}
    assert Code.UNANSWERED_UNDERTAKING in codes
    with_day_before = drafted(reference="C-4", as_of=AS_OF)
    assert Code.UNANSWERED_UNDERTAKING not in {each.code for each in found(with_day_before).waiting}


def test_an_official_value_of_before_the_end_of_the_period_is_stale(platform: str) -> None:
    row = official.propose(
        who=somebody(MAKER),
        content=Content(
            figure="liv-deployments", supplied_by="LIV", document="Rapportage", place="regel 1",
            valid_from=dt.date(2017, 1, 1), valid_until=dt.date(2018, 12, 31), number=20,
            hedge=Hedge.EXACT,
        ),
    )  # fmt: skip
    official.confirm(who=somebody(COLLEAGUE), key=row.key)
    built: Any = SimpleNamespace(
        figures=[
            SimpleNamespace(definition=library()["liv-deployments"][-1], supplied=object()),
            SimpleNamespace(definition=library()["ror-trainings-2018"][-1], supplied=None),
        ]
    )
    with acting(somebody(MAKER)):
        [warning] = stale_official(built, period_until=dt.date(2019, 4, 15))
        assert list(stale_official(built, period_until=dt.date(2018, 12, 31))) == []
    assert (warning.severity, warning.code) == (Severity.WARNING, Code.STALE_OFFICIAL)
    assert "31-12-2018" in warning.message


def test_a_chart_that_needs_its_picture_is_an_error(platform: str) -> None:
    with acting(somebody(MAKER)):
        document = build(
            report_named(DEFAULT), language=Language.DUTCH, as_of=AS_OF, keep=False,
            demonstration=False,
        ).document  # fmt: skip
    assert list(without_alternative(document)) == []
    chart = next(each for each in blocks_of(document.blocks) if isinstance(each, Chart))
    for lacking in ({"alternative": " "}, {"sentence": ()}, {"caption": ""}):
        spoilt = dataclasses.replace(document, blocks=(dataclasses.replace(chart, **lacking),))
        [error] = without_alternative(spoilt)
        assert (error.severity, error.code) == (Severity.ERROR, Code.NO_ALTERNATIVE)


def test_a_break_in_a_series_is_explained_by_a_note_or_asked_about() -> None:
    before = library()["ror-trainings-2018"][-1]
    after = library()["ror-trainings-requested-2019"][-1]
    assert after.break_note is not None
    said = {"language": Language.DUTCH}
    warned = unexplained(before, after, noted=frozenset(), **said)
    assert warned is not None
    assert (warned.severity, warned.code) == (Severity.WARNING, Code.UNEXPLAINED_BREAK)
    assert unexplained(before, after, noted=frozenset({after.break_note.nl}), **said) is None
    silent = dataclasses.replace(after, break_note=None)
    refused = unexplained(before, silent, noted=frozenset(), **said)
    assert refused is not None
    assert refused.severity is Severity.ERROR


def run(*words: str) -> int:
    return command.run(["publish", *words])


def test_four_eyes_and_the_checklist_hold_on_the_command_line(
    looking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted(reference="C-5", **PERIOD)
    with pytest.raises(CommandFailed, match="--step check"):
        run("C-5")
    assert run("C-5", "--step", "decide") == 0
    decided = json.loads(capsys.readouterr().out)
    if decided["state"] == "proposed":
        with pytest.raises(CommandFailed, match="colleague"):
            run("C-5", "--step", "sign")
        assert run("C-5", "--step", "sign", "--as", COLLEAGUE) == 0
        assert json.loads(capsys.readouterr().out)["state"] == "adopted"
    assert run("C-5", "--step", "check") == 0
    assert json.loads(capsys.readouterr().out)["state"] == "in_check"
    assert run("C-5", "--step", "adopt", "--as", COLLEAGUE) == 1
    lines = json.loads(capsys.readouterr().out)["checklist"]
    assert {(each["severity"], each["acknowledged"]) for each in lines} == {("warning", False)}
    waiting = in_check(reference="C-6", **PERIOD)
    assert run("C-6", "--step", "adopt") == 1
    assert "four eyes" in capsys.readouterr().out
    assert run("C-6", "--step", "adopt", "--as", COLLEAGUE) == 0
    capsys.readouterr()
    told_there = as_told("report publish", {"RELEASE": str(waiting.key)})
    assert command.run(told_there[1:]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["state"] == "published"
    assert {file["language"] for file in told["files"]} == {"nl", "en", None}
    for account in ("ruben", "gijs"):
        with pytest.raises(CommandFailed, match="There is no release"):
            run("C-5", "--as", account)
    assert command.run(["releases", "--as", "ruben"]) == 0
    listed = json.loads(capsys.readouterr().out)["releases"]
    assert [each["reference"] for each in listed] == ["C-6"]
