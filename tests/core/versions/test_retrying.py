"""An action that came second is run again in a new transaction."""

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from tests.core.versions.scratch import Thing, connect, query

from vijfluik.core.versions.history import versions
from vijfluik.core.versions.retrying import retrying


def test_an_action_that_came_second_succeeds_at_the_next_attempt(things: str) -> None:
    Thing.objects.create(title="een", number=0)
    starts = []

    def add() -> None:
        starts.append(query("SELECT transaction_timestamp()")[0][0])
        if len(starts) == 1:
            with connect(database=things) as other:
                other.execute("UPDATE scratch_thing SET number = number + 10")
        Thing.objects.update(number=(Thing.objects.get().number or 0) + 1)

    retrying(add)
    assert Thing.objects.get().number == 11
    assert len(set(starts)) == 2
    assert versions(Thing).count() == 3


def test_it_gives_up_after_the_attempts_allowed(things: str) -> None:
    tried = []

    def always() -> None:
        tried.append(1)
        raise OperationalError from psycopg.errors.SerializationFailure("again")

    with pytest.raises(OperationalError):
        retrying(always, attempts=4)
    assert len(tried) == 4


def test_other_errors_are_not_tried_again(things: str) -> None:
    tried = []

    def twice() -> None:
        tried.append(1)
        thing = Thing.objects.create()
        Thing.objects.create(key=thing.key)

    with pytest.raises(IntegrityError):
        retrying(twice)
    assert len(tried) == 1
    assert versions(Thing).count() == 0


def test_within_an_open_transaction_it_is_run_once(things: str) -> None:
    tried = []

    def fail() -> None:
        tried.append(connection.in_atomic_block)
        raise DatabaseError from psycopg.errors.DeadlockDetected("again")

    with pytest.raises(DatabaseError), transaction.atomic():
        retrying(fail)
    assert tried == [True]


def test_what_the_function_answers_is_answered(things: str) -> None:
    assert retrying(lambda: "antwoord") == "antwoord"


def test_no_attempts_is_a_mistake(things: str) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        retrying(lambda: None, attempts=0)
