"""Definitions are read strictly, versions never mix silently, and what is stored stays."""

import dataclasses
import datetime as dt
import json
import tomllib
from pathlib import Path

import pytest
from tests.accountability.figures.conftest import APRIL, Who, moment

from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.library import (
    FOLDER,
    UnknownFigure,
    arranged,
    check_series,
    in_force,
    library,
    read_file,
    read_folder,
)
from vijfluik.accountability.figures.loading import store
from vijfluik.accountability.figures.models import FigureDefinition
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.series import MixedVersions, breaks
from vijfluik.core.partners.acting import acting

FILE = FOLDER / "voorkomen" / "ror-trainings-2018.v1.toml"


def data(**changes: object) -> dict[str, object]:
    """The content of a real file with changes; a value of ... removes the key."""
    content: dict[str, object] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    content |= changes
    return {key: value for key, value in content.items() if value is not ...}


def changed(**changes: object) -> Definition:
    return definition_from(data(**changes), place="test")


def test_the_figures_that_trainings_answer_are_defined() -> None:
    live = library().items()
    assert [name for name, found in live if found[-1].query.source == "trainings"] == [
        "jep-meetings-2018",
        "jep-professionals-reached-2018",
        "ror-participants-2017",
        "ror-participants-2018",
        "ror-trainings-2017",
        "ror-trainings-2018",
        "ror-trainings-2019",
        "ror-trainings-requested-2019",
        "ssv-participants-2018",
        "ssv-teacher-trainings-2018",
    ]


def test_a_definition_survives_being_written_and_read() -> None:
    for definition in read_folder(FOLDER):
        again = definition_from(json.loads(definition.content), place="stored")
        assert again == definition
        assert again.sha256 == definition.sha256


def test_the_database_holds_the_definitions_of_the_files(committed: str, who: Who) -> None:
    with acting(who("noor")):
        stored = dict(FigureDefinition.objects.values_list("key", "sha256"))
    assert stored == {each.key: each.sha256 for each in read_folder(FOLDER)}


@pytest.mark.parametrize(
    "changes",
    [
        {"surprise": 1},
        {"version": 0},
        {"version": "1"},
        {"version": True},
        {"id": "Ror Trainings"},
        {"id": "../../etc"},
        {"id": "a" * 61},
        {"kind": "cumulative"},
        {"kind": "stock"},
        {"hedge": "bijna niets"},
        {"counting": "sometimes"},
        {"valid_from": "soon"},
        {"reason": ""},
        {"name": {"nl": "alleen Nederlands"}},
        {"name": {"nl": "a", "en": "b", "de": "c"}},
        {"name": "x" * 2001},
        {"period": {"year": 20018}},
        {"period": {"from": dt.date(2018, 1, 1), "until": dt.date(2018, 1, 1)}},
        {"period": {"on": dt.date(2018, 1, 1)}},
        {"period": {"year": 2018, "on": dt.date(2018, 1, 1)}},
        {"query": "SELECT 1"},
        {"query": {"sql": "SELECT 1"}},
        {"basis": {"source_lines": ["1"], "text": {"nl": "a", "en": "b"}}},
    ],
)
def test_a_hostile_or_careless_definition_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(DefinitionError):
        changed(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "partners_professional"},
        {"source": "trainings; DROP TABLE x"},
        {"event": "held_on; --"},
        {"event": "participants"},
        {"measure": {"sum": ["salt"]}},
        {"measure": {"sum": []}},
        {"measure": {"count": "persons"}},
        {"measure": {"count": "records", "sum": ["participants"]}},
        {"over_time": "forbidden"},
        {"over_time": "last"},
        {"dimensions": ["batch"]},
        {"dimensions": "month"},
        {"beside": ["row_hash"]},
        {"filters": []},
        {"filters": [{"column": "state", "equals": "held", "one_of": ["held"]}]},
        {"filters": [{"column": "state", "like": "h%"}]},
        {"filters": [{"column": "state", "equals": 1}]},
        {"filters": [{"column": "state", "one_of": []}]},
        {"filters": [{"column": "state", "filled": False}]},
        {"filters": [{"column": "reason", "equals": "x"}]},
        {"filters": ["true"]},
    ],
)
def test_a_hostile_or_careless_query_is_refused(changes: dict[str, object]) -> None:
    query = data()["query"]
    assert isinstance(query, dict)
    with pytest.raises(DefinitionError, match="test"):
        changed(query=query | changes)


def test_a_file_has_the_name_of_what_it_holds(tmp_path: Path) -> None:
    wrong = tmp_path / "ror-trainings-2018.v2.toml"
    wrong.write_text(FILE.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(DefinitionError, match="holds ror-trainings-2018@1"):
        read_file(wrong)
    wrong.write_bytes(b"id = \xff")
    with pytest.raises(DefinitionError, match=r"v2\.toml"):
        read_file(wrong)


def test_versions_count_from_one_and_follow_each_other() -> None:
    first = changed()
    second = changed(version=2, valid_from=dt.date(2019, 3, 1), reason="Beter geteld.")
    assert arranged([second, first]) == {"ror-trainings-2018": (first, second)}
    same_day = dataclasses.replace(second, valid_from=first.valid_from)
    for wrong in ([second], [first, first], [first, same_day]):
        with pytest.raises(DefinitionError):
            arranged(wrong)


def test_the_version_in_force_is_that_of_the_dutch_day() -> None:
    both = arranged(
        [changed(), changed(version=2, valid_from=dt.date(2019, 3, 1), reason="Beter geteld.")]
    )
    versions = {
        text: in_force("ror-trainings-2018", as_of=moment(text), of=both).version
        for text in ("2016-01-01T00:00:00", "2019-02-28T22:59:59", "2019-02-28T23:00:00")
    }
    assert list(versions.values()) == [1, 1, 2]
    with pytest.raises(UnknownFigure):
        in_force("nothing", as_of=APRIL)


def test_two_versions_of_a_figure_never_stand_in_one_series() -> None:
    with pytest.raises(MixedVersions):
        breaks([changed(), changed(version=2, valid_from=dt.date(2019, 3, 1))])


def test_requested_beside_held_is_a_break_with_its_note() -> None:
    names = ("ror-trainings-2017", "ror-trainings-2018", "ror-trainings-requested-2019")
    found = breaks([library()[name][0] for name in names])
    assert [(each.before, each.after) for each in found] == [
        ("ror-trainings-2018@1", "ror-trainings-requested-2019@1")
    ]
    assert found[0].note.startswith("2019: aangevraagde trainingen")


def test_what_is_requested_refuses_to_stand_among_what_is_given_without_a_note() -> None:
    names = ("ror-trainings-2017", "ror-trainings-2018", "ror-trainings-requested-2019")
    given, later, requested = (library()[name][0] for name in names)
    check_series([requested, given, later])
    silent = dataclasses.replace(requested, break_note=None)
    with pytest.raises(DefinitionError, match=r"ror-trainings: .*neither says so"):
        check_series([silent, given, later])
    check_series([dataclasses.replace(silent, series="ror-requests"), given, later])


def test_a_break_without_a_note_is_refused() -> None:
    other = changed(id="ror-trainings-2019", counting="may_double_count")
    with pytest.raises(ValueError, match="neither says so"):
        breaks([changed(), other])


def test_a_changed_definition_needs_a_new_version(committed: str, who: Who) -> None:
    with pytest.raises(DefinitionError, match="new version"):
        store([changed(reason="Stilletjes veranderd.")], using="owner")
    second = changed(version=2, valid_from=dt.date(2026, 1, 1), reason="Nieuwe telregel.")
    assert store([changed(), second], using="owner") == 1
    assert store([changed(), second], using="owner") == 0
    with acting(who("noor")):
        assert FigureDefinition.objects.filter(figure="ror-trainings-2018").count() == 2
