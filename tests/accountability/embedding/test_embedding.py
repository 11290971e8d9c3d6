"""A figure that was taken along: its receipt stays, says nothing small, and stays bound."""

import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.accountability.disclosure.conftest import FIGURE, TODAY, past_of_module, who
from tests.accountability.releases.doing import OTHER, published
from tests.site.people import browser

from vijfluik.accountability.disclosure.outward import seen
from vijfluik.accountability.embedding.sentences import paragraph_of
from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.figures.permalink import named_by, permalink
from vijfluik.accountability.figures.presentation import shown
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.accountability.reports.linter import lint
from vijfluik.accountability.reports.linter_finding import FindingCode
from vijfluik.accountability.reports.prose import parse
from vijfluik.accountability.reports.prose_binding import Sources, bind
from vijfluik.accountability.reports.prose_nodes import BoundFigure, flattened, runs
from vijfluik.core.documents.inline import figures_in
from vijfluik.core.documents.structure import Language, Paragraph
from vijfluik.core.partners.acting import acting

__all__ = ["past_of_module"]
pytestmark = pytest.mark.usefixtures("printed_once", "short_report")
Visit = Callable[[str], Client]
SITE = "https://vijfluik.example"


def kept(name: str = "noor") -> str:
    """The path of a receipt that somebody kept."""
    with acting(who(name)):
        [issued] = issue(figures=[FIGURE], as_of=TODAY)
    return permalink(figure=FIGURE, receipt=issued.receipt)


def test_a_receipt_has_a_page_that_stays_and_says_no_small_number_to_anybody(
    looking: str, visit_as: Visit
) -> None:
    noor = visit_as("noor")
    made = noor.post(f"/cijfers/{FIGURE}/bewijs/", {"op": "2019-04-15"})
    address = made.headers["Location"]
    named = named_by(f"http://testserver{address}")
    assert (made.status_code, named and named.figure) == (302, FIGURE)
    for reader in (noor, visit_as("daan")):
        page = reader.get(address).content.decode()
        assert "Zojuist nagerekend: gelijk aan het bewijs" in page
        assert named
        assert named.receipt in page
        assert "&lt;5" in page
        assert "niet getoond" in page
        assert not re.search(r">\s*3\s*<", page)
        assert "Vingerafdruk van de registraties" not in page
        assert f"./run figures verify {FIGURE}" in page
    # The page of the figure leads there from then on, and offers no second one.
    here = noor.get(f"/cijfers/{FIGURE}/?op=2019-04-15").content.decode()
    assert address in here
    assert "Maak een vaste verwijzing" not in here
    other = address.replace(FIGURE, "ror-trainings-2018")
    assert noor.get(other).status_code == 404
    assert noor.get(f"/cijfers/{FIGURE}/bewijs/{'0' * 16}/").status_code == 404
    assert visit_as("gijs").get(address).status_code == 404


@pytest.mark.parametrize("language", list(Language))
def test_a_pasted_paragraph_of_every_figure_stays_bound_and_is_checked_anew(
    looking: str, language: Language
) -> None:
    with acting(who("noor")):
        issued = issue(as_of=TODAY)
        figures = {
            each.figure.definition.id: shown(each.figure, language=language) for each in issued
        }
        taken = [
            paragraph_of(
                seen(each.figure, language=language).figure,
                receipt=each.receipt,
                language=language,
                site=SITE,
            )
            for each in issued
        ]
    sources = Sources(figures=figures, language=language)
    for one, each in zip(taken, issued, strict=True):
        prose = parse(one.text)
        found = [node for run in runs(prose) for node in flattened(run)]
        bound = [node.key for node in found if isinstance(node, BoundFigure)]
        assert bound == [each.figure.definition.id]
        wrong = [
            finding
            for finding in lint(prose, sources=sources)
            if finding.code is not FindingCode.NAKED_NUMBER
        ]
        assert wrong == [], one.text
        [block] = bind(prose, sources=sources)
        assert isinstance(block, Paragraph)
        [figure] = figures_in(block.content)
        assert figure.receipt == each.receipt
        assert f'data-figure="{figure.key}"' in one.rich
        assert f"{SITE}{permalink(figure=figure.key, receipt=each.receipt)}" in html.unescape(
            one.rich
        )


def test_a_pasted_number_that_is_not_true_any_more_is_stopped(looking: str) -> None:
    address = f"{SITE}{kept()}"
    with acting(who("noor")):
        [issued] = issue(figures=[FIGURE], as_of=TODAY)
        figure = shown(issued.figure, language=Language.DUTCH)
    sources = Sources(figures={FIGURE: figure}, language=Language.DUTCH)
    for words, codes in (
        ("22", []),
        ("ruim 21", []),
        ("ruim 25", [FindingCode.FALSE_HEDGE]),
        ("23", [FindingCode.FALSE_HEDGE]),
    ):
        prose = parse(f"Er waren [{words}]({address}) bijeenkomsten.")
        assert [each.code for each in lint(prose, sources=sources)] == codes
    naked = parse(f"Er waren [22]({SITE}/elders/) bijeenkomsten.")
    assert [each.code for each in lint(naked, sources=sources)] == [FindingCode.NAKED_NUMBER]


def test_the_paragraphs_of_a_release_are_taken_with_the_receipts_that_were_adopted(
    platform: str,
) -> None:
    release = published()
    page = f"/rapportages/uitgave/{release.key}/"
    reader = browser(OTHER)
    assert f"{page}alineas/" in reader.get(page).content.decode()
    body = reader.get(f"{page}alineas/?taal=en").content.decode()
    texts = [html.unescape(each) for each in re.findall(r"<textarea[^>]*>(.*?)</textarea>", body)]
    bound = [
        node
        for text in texts
        for run in runs(parse(text))
        for node in flattened(run)
        if isinstance(node, BoundFigure)
    ]
    assert len(texts) == 8
    assert {node.key for node in bound} == set(report_named(DEFAULT).figures)
    address = re.findall(r'<a href="http://testserver(/cijfers/[^"]+)" data-figure', body)[0]
    receipt = reader.get(address).content.decode()
    assert page in receipt
    assert release.reference in receipt
