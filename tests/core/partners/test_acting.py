"""Who acts is known to PostgreSQL for one transaction and no longer."""

import uuid

import pytest
from django.db import connection, transaction

from vijfluik.core.partners.acting import Acting, Actor, acting, current
from vijfluik.core.partners.models import Purpose


def somebody() -> Acting:
    actor = Actor(key=uuid.uuid4(), name="Alice", organisation="ministerie", grants=())
    return Acting(actor=actor, purpose=Purpose.PROGRAMME, reason="proef")


def actor_in_database() -> uuid.UUID | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT partners.actor()")
        found: uuid.UUID | None = cursor.fetchone()[0]
    return found


def test_the_tests_run_as_the_role_of_the_application(platform: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("vijfluik_app", False, False)


def test_postgresql_knows_the_actor_within_and_nobody_after(platform: str) -> None:
    who = somebody()
    with acting(who):
        assert actor_in_database() == who.actor.key
        assert current() is who
    assert actor_in_database() is None
    assert current() is None


def test_a_nested_actor_gives_way_to_the_outer_one(platform: str) -> None:
    outer, inner = somebody(), somebody()
    with acting(outer):
        with acting(inner):
            assert actor_in_database() == inner.actor.key
        assert actor_in_database() == outer.actor.key


def test_after_an_error_nobody_acts(platform: str) -> None:
    def fail() -> None:
        with acting(somebody()):
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"), transaction.atomic():
        fail()
    assert actor_in_database() is None
    assert current() is None


def test_a_reused_connection_carries_nobody_over(committed: str) -> None:
    with acting(somebody()):
        pass
    assert actor_in_database() is None
