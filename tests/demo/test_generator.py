"""The invented records add up to the targets, at each moment as designed, and are believable."""

import datetime as dt
import re
import tomllib
from collections import Counter
from dataclasses import asdict
from functools import cache
from itertools import pairwise

import pytest
from tests.demo.recounting import BOXES, DAY, NOW, REPORT, changed_at_random, recounted

from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.checking import check
from vijfluik.core.registers.contents import completed
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.lookups import Lookups, PlaceFact
from vijfluik.demo import people
from vijfluik.demo.catalogue import offers
from vijfluik.demo.generator import batches, generate
from vijfluik.demo.records import Record
from vijfluik.demo.requesters import NAMES, municipalities
from vijfluik.demo.targets import read_targets
from vijfluik.demo.workdays import AMSTERDAM
from vijfluik.programme.trainings.lifecycle import LIFECYCLE
from vijfluik.programme.trainings.models import Course
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.terms import term_of_state

TARGETS = read_targets()


@cache
def everything() -> tuple[Record, ...]:
    return tuple(generate(targets=TARGETS, day=DAY))


def test_every_figure_is_its_target_as_of_now() -> None:
    assert recounted(everything(), as_of=NOW) == TARGETS.figures


def test_as_of_the_report_only_the_participants_found_since_are_missing() -> None:
    expected = {**TARGETS.figures, "ror-participants-2018": 4823 - 12}
    assert recounted(everything(), as_of=REPORT) == expected


def test_as_of_1_march_every_yearly_figure_differs_from_the_report() -> None:
    before, after = (recounted(everything(), as_of=moment) for moment in (BOXES, REPORT))
    assert before["ror-trainings-2018"] == 406 - 18 + 5
    assert before["ror-trainings-2017"] == 460 - 2 + 4
    same = {name for name in before if before[name] == after[name]}
    assert same == set()


@pytest.mark.parametrize("seed", range(12))
def test_every_target_changed_by_a_random_amount_is_met(seed: int) -> None:
    targets = changed_at_random(TARGETS, seed=seed)
    records = list(generate(targets=targets, day=DAY))
    assert recounted(records, as_of=NOW) == targets.figures
    assert len(records) == targets.size(day=DAY)


@pytest.mark.parametrize("value", [0, 1])
def test_no_or_hardly_any_participants_can_be_had(value: int) -> None:
    names = [series.participants for series in TARGETS.series if series.participants]
    targets = TARGETS.changed(dict.fromkeys(names, value))
    assert recounted(generate(targets=targets, day=DAY), as_of=NOW) == targets.figures


def test_with_every_target_zero_every_figure_is_zero_at_each_moment() -> None:
    targets = TARGETS.changed(dict.fromkeys(TARGETS.figures, 0))
    records = list(generate(targets=targets, day=DAY))
    for moment in (BOXES, REPORT, NOW):
        assert recounted(records, as_of=moment) == targets.figures


def test_the_same_seed_and_day_give_the_same_records() -> None:
    assert tuple(generate(targets=TARGETS, day=DAY)) == everything()


def test_a_changed_target_leaves_the_records_of_others_as_they_are() -> None:
    targets = TARGETS.changed({"jep-meetings-2018": 44})
    others = [record for record in everything() if record.latest.provider != "jep"]
    made = generate(targets=targets, day=DAY)
    kept = [record for record in made if record.latest.provider != "jep"]
    assert [record.versions for record in kept[:1000]] == [r.versions for r in others[:1000]]


def test_versions_follow_each_other_without_a_gap_and_the_last_one_holds() -> None:
    for record in everything():
        for before, after in pairwise(record.versions):
            assert before.known_from < after.known_from
            assert before.known_until == after.known_from
            assert before.row != after.row
        assert record.versions[-1].known_until is None


def test_everything_was_known_in_office_hours_before_the_day_of_loading() -> None:
    for record in everything():
        for version in record.versions:
            local = version.known_from.astimezone(AMSTERDAM)
            assert local.date() < DAY
            assert dt.time(8, 30) <= local.time() < dt.time(19)


def test_each_version_has_its_step_and_each_step_is_an_edge_of_the_lifecycle() -> None:
    for record in everything():
        assert [step.registered_at for step in record.steps] == [
            version.known_from for version in record.versions
        ]
        first, *later = record.steps
        assert (first.edge, first.from_state) == ("request", "")
        for step in later:
            if step.edge == "correct":
                assert step.from_state == step.to_state
                assert step.reason
            else:
                edge = LIFECYCLE.edge(step.edge)
                assert LIFECYCLE.target(name=step.edge, state=step.from_state) == step.to_state
                assert step.reason or not edge.reason_asked


def test_a_step_is_never_known_before_the_day_on_which_it_was_taken() -> None:
    for record in everything():
        for step in record.steps:
            assert step.on <= step.registered_at.astimezone(AMSTERDAM).date()


def test_late_registrations_come_from_a_file_between_the_boxes_and_the_report() -> None:
    (batch,) = batches(TARGETS)
    late = [record for record in everything() if record.latest.batch == batch.key]
    assert len(late) == batch.added == 18
    assert BOXES < batch.at < REPORT
    assert {record.versions[0].known_from for record in late} == {batch.at}


def test_a_provider_gives_each_number_once() -> None:
    given = Counter((r.latest.provider, r.latest.reference) for r in everything())
    assert max(given.values()) == 1
    assert all(re.fullmatch(r"(ROR|JEP|SSV)-20\d\d-\d{4}", name) for _, name in given)


def test_every_place_is_there_when_the_training_is_asked_for_and_given() -> None:
    places = {place.code: place for place in municipalities()}
    for record in everything():
        row = record.latest
        for day in (row.requested_on, row.wanted_on, row.held_on or row.wanted_on):
            assert places[row.place].exists_on(day)


def test_no_course_is_given_before_it_exists() -> None:
    for record in everything():
        row = record.latest
        assert row.held_on is None or row.held_on >= offers()[row.course].since


def test_evaluations_are_never_more_than_participants() -> None:
    for record in everything():
        for version in record.versions:
            row = version.row
            assert row.rating_responses is None or row.rating_responses <= (row.participants or 0)


def test_every_version_passes_the_rules_that_a_form_and_a_file_pass() -> None:
    numbers = {place.code: number for number, place in enumerate(municipalities())}
    providers = {offer.provider for offer in offers().values()}
    courses = [
        Course(code=offer.code, name=offer.name, provider_id=offer.provider, kind=offer.kind)
        for offer in offers().values()
    ]
    lookups = Lookups(
        given={
            Organisation: [Organisation(code=code, name=code) for code in providers],
            Course: courses,
            Place: [
                PlaceFact(
                    id=numbers[place.code],
                    code=place.code,
                    name=place.name,
                    valid_from=place.valid_from,
                    valid_until=place.valid_until,
                )
                for place in municipalities()
            ],
        }
    )
    for record in everything():
        for version in record.versions:
            facts = vars(version.row) | {"place": numbers[version.row.place]}
            content = completed(REGISTER, values={name: facts[name] for name in REGISTER.names})
            about = About(
                state=version.row.state, owner=version.row.provider, today=DAY, lookups=lookups
            )
            assert not check(REGISTER, content=content, about=about)


def test_beside_the_figures_stands_what_looks_alike_and_does_not_count() -> None:
    rows = [record.latest for record in everything()]
    assert {row.state for row in rows if row.wanted_on.year == 2018} >= {"cancelled", "withdrawn"}
    assert [row for row in rows if row.provider == "jep" and row.kind == "conference"]
    school_leaders = [row for row in rows if row.course == "ssv-schoolleiders"]
    assert not [row for row in school_leaders if "teachers" in row.audience]
    slipped = [row for row in rows if row.held_on and row.held_on.year != row.wanted_on.year]
    assert len(slipped) == 5


def test_left_and_right_are_taught_from_versions_reviewed_on_the_same_days() -> None:
    left, right = offers()["ror-links"].versions, offers()["ror-rechts"].versions
    reviewed = [(content.valid_from, content.reviewed_on) for content in left]
    assert reviewed == [(content.valid_from, content.reviewed_on) for content in right]
    assert all(day is not None and day < since for since, day in reviewed)


def test_nobody_is_named_in_a_record() -> None:
    content = tomllib.loads(people.FILE.read_text(encoding="utf-8"))
    names = {word for person in content["people"] for word in person["name"].split()}
    names = {name for name in names if name[0].isupper()}
    patterns = [re.escape(name).replace(r"\{\}", "(.+)") for of in NAMES.values() for name in of]
    known = {place.name for place in municipalities()}
    for record in everything():
        for version in record.versions:
            texts = [value for value in asdict(version.row).values() if isinstance(value, str)]
            words = {
                word.strip("(),.") for text in [*texts, version.reason] for word in text.split()
            }
            assert not words & names
            found = [re.fullmatch(pattern, version.row.requester) for pattern in patterns]
            assert version.row.requester == "Onbekend" or any(
                match.group(1) in known for match in found if match
            )


@pytest.mark.parametrize(
    "day", [dt.date(2026, 11, 23), dt.date(2027, 1, 2), dt.date(2028, 2, 29), dt.date(2027, 8, 8)]
)
def test_work_is_due_yesterday_today_and_tomorrow_whatever_the_day(day: dt.date) -> None:
    records = list(generate(targets=TARGETS, day=day))
    due = Counter((r.due.kind, (r.due.due_on - day).days) for r in records if r.due)
    for kind in ("respond", "register_result"):
        assert due[kind, 0] > 0
        assert due[kind, 1] > 0
        assert any(count for (of, days), count in due.items() if of == kind and days < 0)
    for record in records:
        assert record.versions[-1].known_from.astimezone(AMSTERDAM).date() < day
        term = term_of_state(record.latest.state)
        assert (record.due is None) == (term is None)
        if record.due and term:
            start = getattr(record.latest, term.start)
            assert record.due.due_on == start + dt.timedelta(days=term.days)
