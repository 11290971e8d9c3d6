"""Two people at once: nothing is lost, nothing is double, and both are told what happened."""

import datetime as dt
from collections.abc import Callable

from tests.programme.trainings.doing import import_file, token_of
from tests.programme.trainings.files import csv_of
from tests.programme.trainings.world import People, request
from tests.racing import at_once

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training, TrainingStep


def the_only(people: People) -> Training:
    with acting(people.officer):
        return Training.objects.get()


def test_of_two_editors_one_is_told_what_the_other_did(committed_people: People) -> None:
    people = committed_people
    training = actions.request_training(who=people.ror, provider="opleider", content=request())
    with acting(people.ror):
        seen = token_of(training.key)

    def editor(who: Acting, title: str) -> Callable[[], object]:
        return lambda: actions.correct(
            who=who, key=training.key, changes={"title": title}, reason="Beter", seen=seen
        )

    answers = at_once(editor(people.ror, "Een"), editor(people.officer, "Twee"))
    conflicts = [answer for answer in answers if isinstance(answer, Conflict)]
    written = [answer.title for answer in answers if isinstance(answer, Training)]
    assert (len(conflicts), len(written)) == (1, 1)
    assert the_only(people).title == written[0]
    (difference,) = conflicts[0].differences
    assert difference.clash
    assert difference.theirs == written[0]


def test_of_many_steps_at_once_one_is_taken(committed_people: People) -> None:
    people = committed_people
    training = actions.request_training(who=people.ror, provider="opleider", content=request())
    answers = at_once(
        *(
            lambda: actions.hold(
                who=people.ror,
                key=training.key,
                held_on=dt.date(2018, 3, 15),
                participants=8,
            )
            for _ in range(4)
        )
    )
    assert len([answer for answer in answers if isinstance(answer, Training)]) == 1
    assert len([answer for answer in answers if isinstance(answer, EdgeRefused)]) == 3
    with acting(people.ror):
        assert TrainingStep.objects.filter(training=training.key, edge="hold").count() == 1


def test_a_request_that_is_sent_twice_is_recorded_once(committed_people: People) -> None:
    people = committed_people
    content = request(reference="DUBBEL-1")
    answers = at_once(
        *(
            lambda: actions.request_training(who=people.ror, provider="opleider", content=content)
            for _ in range(4)
        )
    )
    refusals = [answer for answer in answers if isinstance(answer, Invalid)]
    assert len(refusals) == 3
    assert all("DUBBEL-1" in str(refusal) for refusal in refusals)
    assert the_only(people).reference == "DUBBEL-1"


def test_one_file_read_twice_at_once_adds_its_rows_once(committed_people: People) -> None:
    people = committed_people
    content = csv_of(*({"kenmerk": f"K-{number}"} for number in range(20)))
    at_once(
        *(
            lambda who=who: import_file(who=who, file_name="x.csv", content=content)
            for who in (people.ror, people.officer)
        )
    )
    with acting(people.officer):
        assert Training.objects.count() == 20
        assert TrainingStep.objects.count() == 40
