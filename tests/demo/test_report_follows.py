"""The report follows the records: other targets, other numbers in every edition and file."""

import html

import page as validator
import pytest
from tests.demo.conftest import somebody
from tests.demo.recounting import REPORT, changed_at_random
from tests.sizes import part

from vijfluik.accountability.evidence.bundling import make_publication
from vijfluik.accountability.evidence.checking import check_bundle
from vijfluik.accountability.figures.actions import verify_receipts
from vijfluik.accountability.reports.actions import FileFormat, make_files
from vijfluik.accountability.reports.building import Built
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.accountability.reports.parts import base_of
from vijfluik.accountability.reports.source import InsertKind
from vijfluik.accountability.reports.structure import no_data
from vijfluik.accountability.reports.undertakings import open_promises
from vijfluik.core.documents.inline import plain_text
from vijfluik.core.documents.structure import (
    Chart,
    Language,
    Notice,
    Section,
    Table,
    blocks_of,
)
from vijfluik.core.documents.validation import figures_of
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions.moments import closed_moment
from vijfluik.demo.load import load
from vijfluik.demo.targets import read_targets

TARGETS = read_targets()


def made(language: Language) -> tuple[Built, dict[FileFormat, bytes]]:
    """The report as of now with its files; the receipts of its figures are kept."""
    with acting(somebody("noor")):
        built, files = make_files(
            DEFAULT,
            language=language,
            as_of=closed_moment(),
            formats=tuple(FileFormat),
            base_url="",
            demonstration=True,
        )
    return built, {file.format: file.content for file in files}


def shown(built: Built) -> dict[str, set[str]]:
    """Figure → the values under which it stands in the report."""
    found: dict[str, set[str]] = {}
    for figure in figures_of(built.document):
        found.setdefault(figure.key, set()).add(figure.value)
    return found


@pytest.mark.thorough
@pytest.mark.parametrize("seed", part([3, 4], quick=1))
def test_every_target_changed_by_a_random_amount_stands_in_the_report_and_verifies(
    committed: str, seed: int
) -> None:
    targets = changed_at_random(TARGETS, seed=seed)
    print(f"seed {seed}: {dict(targets.figures)}")  # noqa: T201 (shown when it fails)
    load(targets=targets)
    for language in Language:
        built, files = made(language)
        values = shown(built)
        named = set(targets.figures)
        assert named <= set(values)
        for name in named:
            # A sum over no records has no value and says "geen gegevens".
            assert {value or "0" for value in values[name]} == {str(targets.figures[name])}, name
            assert targets.figures[name] != TARGETS.figures[name]
        markup = html.unescape(files[FileFormat.HTML].decode())
        for figure in figures_of(built.document):
            assert figure.text in markup
        assert files[FileFormat.PDF].startswith(b"%PDF-1.7")
    with acting(somebody("aukje", purpose=Purpose.OVERSIGHT)):
        verdicts = verify_receipts()
    assert len(verdicts) >= len(built.report.figures)
    assert all(verdict.reproduced for verdict in verdicts)


@pytest.mark.thorough
def test_both_editions_are_whole_on_the_demonstration(committed: str) -> None:
    load(targets=TARGETS)
    editions = {language: made(language) for language in Language}
    for language, (built, files) in editions.items():
        keys = {base_of(figure.key) for figure in figures_of(built.document)}
        assert keys == set(built.report.figures) >= set(TARGETS.figures)
        assert len(keys) >= 75
        blocks = list(blocks_of(built.document.blocks))
        kinds = {each.kind for each in built.report.inserts} - {
            InsertKind.PROMISES,
            InsertKind.TABLE,
        }
        assert len(kinds) >= 9
        assert sum(isinstance(block, Table | Chart) for block in blocks) >= 12
        assert sum(isinstance(block, Notice) for block in blocks) >= 5
        empty = [figure.key for figure in figures_of(built.document) if not figure.text.strip()]
        assert not empty
        # Nothing is missing from the drawings either, in the words of the language.
        said = no_data(language)
        charts = [block for block in blocks if isinstance(block, Chart)]
        assert not [chart.caption for chart in charts if said in chart.alternative]
        titles = [block.title for block in blocks if isinstance(block, Section)]
        assert len(titles) == len(set(titles)) > 20
        content = files[FileFormat.PDF]
        assert validator.is_pdf_compliant_bytes(
            content, profile=validator.ValidationProfile.PDF_UA_1
        )
    dutch, english = (shown(built) for built, _ in editions.values())
    assert dutch == english
    with acting(somebody("noor")):
        evidence = make_publication(
            DEFAULT, as_of=closed_moment(), base_url="https://vijfluik.example", demonstration=True
        )
    assert check_bundle(evidence.content).rewritten


def test_the_outlook_shows_what_the_house_is_still_owed(committed: str) -> None:
    load(targets=TARGETS.changed(dict.fromkeys(TARGETS.figures, 20)))
    with acting(somebody("noor")):
        table = open_promises(
            caption="Wat de Kamer tegoed heeft",
            columns=("Toezegging", "Wat", "Uiterlijk"),
            none="Niets.",
            as_of=REPORT,
            language=Language.DUTCH,
        )
    assert isinstance(table, Table)
    assert [plain_text(row.cells[1].content) for row in table.rows] == [
        "31 december 2019", "31 december 2019", "1 februari 2020", "1 maart 2020",
    ]  # fmt: skip
