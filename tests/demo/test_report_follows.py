"""The report follows the records: other targets, other numbers in every edition and file."""

import pytest
from tests.demo.conftest import somebody
from tests.demo.recounting import changed_at_random
from tests.sizes import part

from vijfluik.accountability.figures.actions import verify_receipts
from vijfluik.accountability.reports.actions import FileFormat, make_files
from vijfluik.accountability.reports.building import Built
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.core.documents.structure import Language
from vijfluik.core.documents.validation import figures_of
from vijfluik.core.partners.acting import acting
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
        named = set(built.report.figures)
        assert named <= set(targets.figures)
        assert set(values) == named
        for name in named:
            # A sum over no records has no value and says "geen gegevens".
            assert {value or "0" for value in values[name]} == {str(targets.figures[name])}, name
            assert targets.figures[name] != TARGETS.figures[name]
        markup = files[FileFormat.HTML].decode()
        for figure in figures_of(built.document):
            assert figure.text in markup
        assert files[FileFormat.PDF].startswith(b"%PDF-1.7")
    with acting(somebody("aukje")):
        verdicts = verify_receipts()
    assert len(verdicts) >= len(built.report.figures)
    assert all(verdict.reproduced for verdict in verdicts)


def test_the_report_names_every_figure_that_has_a_target(committed: str) -> None:
    load(targets=TARGETS)
    built, _files = made(Language.DUTCH)
    assert set(built.report.figures) == set(TARGETS.figures)
