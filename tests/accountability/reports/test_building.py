"""The real report on computed figures: one moment, the same bytes, and nothing typed by hand."""

import datetime as dt
import re
from dataclasses import replace

import page as validator
import pytest
from tests.accountability.reports.editions import TODAY, built, somebody
from tests.accountability.reports.past import whole_past

from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.reports.actions import FileFormat, make_files
from vijfluik.accountability.reports.building import Built, build, figures_named
from vijfluik.accountability.reports.library import DEFAULT, report_named, reports
from vijfluik.accountability.reports.linter import LintError
from vijfluik.accountability.reports.parts import base_of
from vijfluik.accountability.reports.prose import parse
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.documents.validation import figures_of
from vijfluik.core.journal.models import Event
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions.loading import PastVersion
from vijfluik.core.versions.moments import NotClosed, parse_moment

MARCH = parse_moment("2019-03-01")


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


def shown(report: Built) -> dict[str, set[tuple[str, str]]]:
    """Figure → every value and text under which it stands in the report."""
    found: dict[str, set[tuple[str, str]]] = {}
    for figure in figures_of(report.document):
        found.setdefault(figure.key, set()).add((figure.value, figure.text))
    return found


def test_two_builds_of_one_moment_are_the_same_bytes(looking: str) -> None:
    first, second = built(), built()
    assert first.html() == second.html()
    assert first.pdf() == second.pdf()


@pytest.mark.parametrize("language", list(Language))
def test_the_pdf_is_accessible_and_says_that_its_data_are_invented(
    looking: str, language: Language
) -> None:
    content = built(language=language).pdf()
    assert validator.is_pdf_compliant_bytes(content, profile=validator.ValidationProfile.PDF_UA_1)
    assert b"%PDF-1.7" in content[:10]


@pytest.mark.thorough
def test_a_correction_changes_the_next_report_and_not_the_one_of_before(looking: str) -> None:
    before = built(as_of=MARCH).html()
    assert shown(built(as_of=MARCH))["ror-participants-2018"] == {("4000", "4.000")}
    assert shown(built())["ror-participants-2018"] == {
        ("4823", "ruim 4.800"),
        ("4823", "4.823"),
    }
    assert built(as_of=MARCH).html() == before


@pytest.mark.serves("X-04.1")
def test_every_number_of_the_report_is_a_figure_with_a_row_in_the_annex(looking: str) -> None:
    report = built()
    keys = set(report.report.figures)
    assert {base_of(key) for key in shown(report)} == keys
    markup = report.html().decode()
    for figure in figures_of(report.document):
        assert f'id="herkomst-{figure.receipt}"' in markup
        assert figure.url == f"/cijfers/{base_of(figure.key)}/?op=2019-04-15T21:59:59.999999Z"
    assert markup.count("Bekijk het bewijs") == len(keys)


def test_both_editions_bind_the_same_figures_to_the_same_values(looking: str) -> None:
    for report in reports().values():
        named = {
            language: sorted(figures_named(parse(text))) for language, text in report.prose.items()
        }
        assert named[Language.DUTCH] == named[Language.ENGLISH]
    dutch, english = built(), built(language=Language.ENGLISH)
    values = [
        {key: {value for value, _ in pairs} for key, pairs in shown(each).items()}
        for each in (dutch, english)
    ]
    assert values[0] == values[1]
    assert ("4823", "just over 4,800") in shown(english)["ror-participants-2018"]


def test_the_chapters_of_both_editions_have_the_colours_of_their_areas(looking: str) -> None:
    for language in Language:
        markup = built(language=language).html().decode()
        order = re.findall(r'<section class="deel vlak vlak--(\w+)">', markup)
        assert order == ["verwerven", "voorkomen", "verdedigen", "voorbereiden", "vervolgen"]


def test_what_was_requested_never_stands_beside_what_was_held_unmarked(looking: str) -> None:
    markup = built().html().decode()
    assert "2019: aangevraagde trainingen; 2017 en 2018: gegeven trainingen." in markup
    report = report_named(DEFAULT)
    unmarked = replace(report, inserts=tuple(replace(each, breaks=()) for each in report.inserts))
    with pytest.raises(LintError) as refused:
        built(report=unmarked)
    assert {str(each.code) for each in refused.value.findings} == {"mixed-series"}


def test_without_records_the_report_says_so_and_can_still_be_made(committed: str) -> None:
    report = built()
    assert shown(report)["ror-trainings-2018"] == {("0", "0")}
    assert {text for _, text in shown(report)["ror-participants-2018"]} == {"geen gegevens"}
    assert report.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Er waren 417 trainingen.", "naked-number"),
        ("Er waren [[ror-participants-2018 als ruim 4.900]] deelnemers.", "false-hedge"),
        ("De trainingen leiden tot minder radicalisering.", "effect-without-study"),
        ("Er zijn [[bestaat-niet]] trainingen gegeven.", "unknown-figure"),
    ],
)
@pytest.mark.serves("X-04.1")
def test_a_sentence_that_is_not_true_or_not_bound_is_refused_with_its_place(
    looking: str, sentence: str, code: str
) -> None:
    report = report_named(DEFAULT)
    text = f"{report.prose[Language.DUTCH]}\n{sentence}\n"
    with pytest.raises(LintError) as refused:
        built(report=replace(report, prose={**report.prose, Language.DUTCH: text}))
    [finding] = refused.value.findings
    assert str(finding.code) == code
    assert finding.line == text.rstrip("\n").count("\n") + 1


def test_the_sentence_over_a_chart_is_checked_as_well(looking: str) -> None:
    report = report_named(DEFAULT)
    inserts = tuple(
        replace(each, sentence=replace(each.sentence, nl="Wel 9 deelnames."))
        if each.sentence
        else each
        for each in report.inserts
    )
    with pytest.raises(LintError) as refused:
        built(report=replace(report, inserts=inserts))
    assert "naked-number" in {str(each.code) for each in refused.value.findings}


def test_a_moment_that_is_not_closed_is_refused(looking: str) -> None:
    with acting(somebody("noor")), pytest.raises(NotClosed):
        build(
            report_named(DEFAULT),
            language=Language.DUTCH,
            as_of=dt.datetime(2999, 1, 1, tzinfo=dt.UTC),
            keep=True,
            demonstration=True,
        )


def made(name: str, *, slug: str = DEFAULT) -> list[str]:
    """The hashes of the files that an account makes."""
    with acting(somebody(name)):
        _, files = make_files(
            slug,
            language=Language.DUTCH,
            as_of=TODAY,
            formats=(FileFormat.HTML, FileFormat.PDF),
            base_url="https://vijfluik.test",
            demonstration=True,
        )
    return [file.sha256 for file in files]


def test_making_files_keeps_receipts_and_is_journalled_with_their_hashes(looking: str) -> None:
    hashes = made("noor")
    with acting(somebody("noor")):
        kept = set(FigureReceipt.objects.filter(as_of=TODAY).values_list("definition__figure"))
    assert kept == {(figure,) for figure in report_named(DEFAULT).figures}
    who = Acting(actor=somebody("fleur").actor, purpose=Purpose.OVERSIGHT, origin="command")
    with acting(who, using="auditor"):
        events = Event.objects.using("auditor").filter(action="report.built")
        told = " ".join(str(details) for details in events.values_list("details", flat=True))
    assert all(digest in told for digest in hashes)


@pytest.mark.parametrize("name", ["aukje", "ruben", "fleur", "lieke"])
def test_only_the_policy_officer_makes_files(looking: str, name: str) -> None:
    with pytest.raises(Refused):
        made(name)


def test_a_report_that_does_not_exist_is_refused_alike(looking: str) -> None:
    with pytest.raises(Refused):
        made("noor", slug="bestaat-niet")
