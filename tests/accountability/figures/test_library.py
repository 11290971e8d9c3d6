"""All 115 figures of the source are defined: live, or planned until their room is there."""

import re
from collections import Counter
from typing import Any

import pytest

from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.library import FOLDER, library, read_folder, read_planned
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.sources import declared
from vijfluik.core.items.register import items

PLACE = re.compile(r"%\((\w+)\)s")
LIVE = read_folder(FOLDER)
PLANNED = read_planned()
ALL = {each.id: each for each in (*LIVE, *PLANNED)}
# The figures that are supplied and never computed, as the programme lists them.
OFFICIAL = {
    "liv-deployments",
    "aivd-ambtsberichten-trend",
    "lse-individuals-supported",
    "lse-families-supported",
    "twbmt-persons-since-start",
    "twbmt-persons-active",
    "twbmt-measures-total",
    "twbmt-measures-by-kind",
    "passport-alerts-active",
    "passport-alerts-lifted",
    "visa-speakers-since-2015",
    "visa-speakers-this-period",
    "nationality-intentions-pending",
    "nationality-left-voluntarily",
    "nationality-infographic-112",
    "sanction-list-placed",
    "sanction-list-removed",
    "iru-urls-detected-2018",
    "tf-unusual-transactions-2018",
    "tf-declared-suspicious-pct-2018",
    "tf-conversion-taskforce-pct",
    "tf-conversion-regular-pct",
    "criminal-alerts-travellers",
    "in-absentia-cases",
    "returnees-prosecuted-now",
    "suspects-arrested-sept-2018",
    "amsterdam-stabbing-victims",
    "utrecht-tram-deaths",
    "tf-court-cases-completed",
    "tf-court-cases-expected",
    "children-dossiers",
}


# A figure of our own, beside those of the source: one whose definition changed.
OURS = {"ror-trainings-2019"}


def test_the_source_has_115_figures_of_which_31_are_official() -> None:
    assert ALL.keys() >= OURS
    assert len(ALL.keys() - OURS) == 115
    assert {each.id for each in ALL.values() if each.official} == OFFICIAL
    assert len(OFFICIAL) == 31


def test_what_is_live_and_what_waits_for_its_room_is_counted() -> None:
    """Whoever makes a figure live changes these two numbers, and nothing else here."""
    figures = {each.id for each in LIVE} - OURS
    assert Counter(live=len(figures), planned=len(PLANNED)) == Counter(live=115)
    assert {each.id for each in LIVE} == set(library())
    assert not {each.id for each in PLANNED} & set(library())


def test_a_live_figure_has_a_source_and_official_ones_are_all_live() -> None:
    assert all(declared(each.query.source) for each in LIVE)
    assert set(library()) >= OFFICIAL


@pytest.mark.parametrize("figure", ALL)
def test_each_stands_with_an_item_in_both_languages_and_with_its_lines(figure: str) -> None:
    definition = ALL[figure]
    assert definition.register_item in items()
    assert definition.basis.source_lines
    for words in (definition.name, definition.unit, definition.status, definition.basis.text):
        assert words.in_language(Language.DUTCH)
        assert words.in_language(Language.ENGLISH)
    assert definition_from(definition.data(), place="again", planned=True) == definition


def test_what_the_source_leaves_open_is_said() -> None:
    uncertain = {
        "nationality-infographic-112",
        "lse-consultation-questions-split",
        "versterkingsgelden-2018-reached",
        "twbmt-measures-by-kind",
        "tf-conversion-taskforce-pct",
        "ter-recidivism",
        "toolkit-linked-to-grants-from",
    }
    assert all(ALL[name].ambiguity is not None for name in uncertain)


def test_a_figure_over_a_source_that_no_room_declares_is_refused() -> None:
    data: dict[str, Any] = {**LIVE[0].data()}
    data["query"] = {**data["query"], "source": "nowhere"}
    with pytest.raises(DefinitionError, match="no room declares"):
        definition_from(data, place="elsewhere")


def by_status(definitions: list[Definition]) -> set[str]:
    return {each.status.nl for each in definitions}


def test_requested_and_delivered_are_different_figures() -> None:
    assert {"aangevraagd", "gegeven"} <= by_status(LIVE)
