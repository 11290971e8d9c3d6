"""What leaves the platform: "<5" in every format, decided once, signed by two people."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import DatabaseError, connections, transaction
from django.test import Client
from tests.accountability.disclosure.conftest import (
    FIGURE,
    PLACES,
    REPORT,
    TODAY,
    by_place,
    computed,
    who,
)
from tests.core.documents.test_document_pdf import page_texts

from vijfluik.accountability.disclosure import actions
from vijfluik.accountability.disclosure.composing import compose
from vijfluik.accountability.disclosure.models import DisclosurePattern, PatternState
from vijfluik.accountability.disclosure.outward import told
from vijfluik.accountability.disclosure.pattern import State, parsed
from vijfluik.accountability.disclosure.stored import parameters_of, standing
from vijfluik.accountability.disclosure.treating import (
    Treatment,
    composed,
    figure_name,
    report_name,
    treatment_of,
)
from vijfluik.accountability.explaining.presenting import explained
from vijfluik.accountability.explaining.why import why
from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.reports.building import build
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.accountability.reports.source import InsertKind
from vijfluik.core.documents.structure import Language
from vijfluik.core.journal.models import Event
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting

Visit = Callable[[str], Client]
ON = "?op=2019-04-15"
# What is written stays in the database of the module: each test that signs has its own moment.
EARLIER, PAGE_ON = (TODAY - dt.timedelta(days=days) for days in (1, 2))


def test_a_small_number_is_hidden_with_the_smallest_that_protects_it(looking: str) -> None:
    with acting(who("noor")):
        treatment = composed(computed(), publication=figure_name(FIGURE), as_of=TODAY)
    small, protecting, shown = sorted(PLACES)
    assert by_place(treatment) == {
        small: State.SMALL,
        protecting: State.PROTECTING,
        shown: State.SHOWN,
    }
    assert not treatment.pattern.exposed
    assert set(treatment.pattern.intervals.values()) == {(1, 4)}


@pytest.mark.serves("X-04/P-FIG.4")
def test_files_of_a_figure_never_say_a_small_number(looking: str, visit_as: Visit) -> None:
    noor = visit_as("noor")
    body = noor.get(f"/cijfers/{FIGURE}.csv{ON}").content.decode("utf-8-sig")
    lines = [line for line in csv.reader(io.StringIO(body), delimiter=";") if len(line) > 5]
    head = next(line for line in lines if "uitsplitsing" in line)
    told = [dict(zip(head, line, strict=True)) for line in lines[lines.index(head) + 1 :]]
    of_places = [each for each in told if each["uitsplitsing"] == "place"]
    assert sorted(each["waarde"] for each in of_places) == ["12", "<5", "niet getoond"]
    assert [each["registraties"] for each in of_places] == [each["waarde"] for each in of_places]
    content = json.loads(noor.get(f"/cijfers/{FIGURE}.json{ON}").content)
    cells = [each for each in content["cells"] if each["dimension"] == "place"]
    assert {each["value"] for each in cells} == {12, "<5", "niet getoond"}
    assert {each["beside"] for each in cells} == {None}
    # The hash of a receipt of which all else is known would give small numbers away.
    assert "root" not in content
    assert content["disclosure"]["pattern"]
    assert "<" in content["disclosure"]["notes"]["place"]


def test_a_page_shows_records_only_to_who_may_open_them(looking: str, visit_as: Visit) -> None:
    address = f"/cijfers/{FIGURE}/{ON}"
    officer = visit_as("noor").get(address).content.decode()
    assert "Kleine aantallen zijn afgeschermd" not in officer
    municipality = visit_as("daan").get(address).content.decode()
    assert "Kleine aantallen zijn afgeschermd" in municipality
    assert "Vingerafdruk van de registraties" in officer
    assert "Vingerafdruk van de registraties" not in municipality
    [table] = re.findall(r"<table.*?per gemeente.*?</table>", municipality, flags=re.DOTALL)[-1:]
    assert "&lt;5" in table
    assert "niet getoond" in table
    assert not re.search(r">\s*3\s*<", table)


def test_a_command_tells_what_its_reader_may_open(looking: str) -> None:
    for name, numbers in (("noor", {*PLACES}), ("daan", {12, "<5", "niet getoond"})):
        with acting(who(name)):
            [issued] = issue(figures=[FIGURE], as_of=TODAY)
            content = told(issued, keys=None)
        cells = content["cells"]
        assert isinstance(cells, list)
        assert {each["value"] for each in cells if each["dimension"] == "place"} == numbers
        assert ("root" in content) is (name == "noor")


@pytest.mark.thorough
def test_a_report_says_it_in_html_and_in_pdf_and_keeps_its_pattern(looking: str) -> None:
    report = report_named(DEFAULT)
    inserts = tuple(
        replace(each, by="place") if each.kind is InsertKind.BREAKDOWN else each
        for each in report.inserts
    )
    with acting(who("noor")):
        built = build(
            replace(report, inserts=inserts),
            language=Language.DUTCH,
            as_of=TODAY,
            keep=True,
            demonstration=True,
        )
        row = standing(publication=REPORT, as_of=TODAY)
        again = treatment_of(built.figures, publication=REPORT, as_of=TODAY)
    markup = built.html().decode()
    [rows] = re.findall(r"naar onderwerp</caption>(.*?)</table>", markup, flags=re.DOTALL)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", rows)
    told = sorted(re.sub(r"<[^>]+>", "", cell) for cell in cells[::2])
    assert told == ["&lt;5*", "12", "22", "niet getoond*"]
    paper = "".join(page_texts(built.pdf())).replace("\N{NO-BREAK SPACE}", " ")
    assert "<5" in paper
    assert "niet getoond" in paper
    assert row is not None
    assert again.key == row.key
    assert again.pattern == parsed(row.content)
    events = Event.objects.using("auditor").filter(action="disclosure.decided")
    assert events.filter(object_key=str(row.key)).count() == 1


def test_a_pattern_is_signed_by_another_and_never_changed(looking: str) -> None:
    with acting(who("noor")):
        treatment = actions.decide(
            computed(EARLIER), publication=report_name("signed"), as_of=EARLIER
        )
    key = treatment.key
    assert key is not None
    with pytest.raises(EdgeRefused, match="collega"):
        actions.adopt(who=who("noor"), key=key)
    for change in ({"content": "{}"}, {"state": "adopted"}, {"revision": 9}):
        with (
            acting(who("noor")),
            pytest.raises(DatabaseError),
            transaction.atomic(),
        ):
            DisclosurePattern.objects.filter(key=key).update(**change)
    assert actions.adopt(who=who("hanneke"), key=key).state == PatternState.ADOPTED
    with pytest.raises(EdgeRefused, match="al vastgesteld"):
        actions.adopt(who=who("hanneke"), key=key)


def test_what_was_shown_before_protects_nothing_now(looking: str) -> None:
    # An earlier publication shows the 7 that protects the 3: now another has to.
    name = figure_name("earlier")
    with acting(who("noor")):
        figures = computed()
        made = composed(figures, publication=name, as_of=TODAY)
    shown = {
        key: state for key, state in made.pattern.states.items() if state is not State.PROTECTING
    }
    earlier = parsed(made.pattern.content)
    object.__setattr__(earlier, "states", shown)
    with acting(who("noor")):
        again = compose(
            made.pattern.tables, parameters=parameters_of(TODAY), earlier={"before": earlier}
        )
    treatment = Treatment(pattern=again, publication=name, as_of=TODAY)
    # With the others and the total out the 3 is no secret: it stays hidden, and takes none along.
    assert by_place(treatment) == {3: State.KNOWN, 7: State.SHOWN, 12: State.SHOWN}
    assert not treatment.pattern.exposed


def test_the_pages_show_why_what_and_who(looking: str, visit_as: Visit) -> None:
    with acting(who("noor")):
        treatment = actions.decide(
            computed(PAGE_ON), publication=report_name("page"), as_of=PAGE_ON
        )
    assert treatment.key is not None
    address = f"/cijfers/afscherming/{treatment.key}/"
    assert address in visit_as("noor").get("/cijfers/afscherming/").content.decode()
    body = visit_as("hanneke").get(address).content.decode()
    for words in ("&lt;5", "beschermt: ", "1 tot en met 4", "Stel dit patroon vast", "ESSnet"):
        assert words in body, words
    assert "Stel dit patroon vast" not in visit_as("noor").get(address).content.decode()
    assert visit_as("daan").get(address).status_code == 404
    exempt = re.findall(r'href="([^"]*/vrijstellen/[^"]*)"', body)
    assert visit_as("noor").get(exempt[0].replace("&amp;", "&")).status_code == 200
    assert visit_as("hanneke").post(f"{address}vaststellen/").status_code == 302
    with acting(who("noor")):
        row = DisclosurePattern.objects.get(key=treatment.key)
    assert row.state == PatternState.ADOPTED
    connections["default"].close()


def test_an_explanation_of_a_figure_with_hidden_parts_is_about_the_whole(looking: str) -> None:
    first, last = (TODAY - dt.timedelta(days=days) for days in (4, 3))
    with acting(who("noor")):
        for moment in (first, last):
            actions.decide(computed(moment), publication=figure_name(FIGURE), as_of=moment)
        found = why(FIGURE, before=first, after=last)
        content = explained(found)
    assert found.hides
    assert content["hides_parts"] is True
    text = content["text"]
    assert isinstance(text, dict)
    assert "afgeschermd" in text["nl"]
    assert "hidden" in text["en"]
    # The same is hidden at both, so nothing of it is a cause.
    assert not [part for part in found.parts if part.cause == "suppression"]
