"""Whom the notifier looks for first, and for how long."""

import datetime as dt
import uuid

from django.db import connection
from tests.core.accounts.doing import administrator
from tests.core.journal.making import as_administrator
from tests.core.notices.test_notices import RUBEN, SIETSKE, refused, round_in, training
from tests.site import people

from vijfluik.core.accounts.recovery import approve, propose
from vijfluik.core.notices import queries, worker
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.actions import plan


def pressed() -> set[uuid.UUID]:
    """Whom the next round looks for first."""
    return set(worker._keys("pressed"))


def some_time_ago(database: str) -> None:
    """What was told just now was told an hour ago."""
    with as_administrator(database) as admin:
        admin.execute("UPDATE notices_notice SET made_at = made_at - interval '1 hour'")


def test_a_term_of_a_day_or_less_is_looked_for_first_until_it_was_told(committed: str) -> None:
    round_in()
    ruben, before = people.professional(RUBEN).key, pressed()
    assert ruben not in before
    training(due_in=2)
    assert pressed() == before
    made = training(due_in=1)
    # Who can answer it; nobody of another organisation.
    assert ruben in pressed()
    assert people.professional(SIETSKE).key not in pressed()
    round_in()
    # A notifier that was killed before the mail has both to do again.
    assert ruben in pressed()
    some_time_ago(committed)
    assert ruben not in pressed()
    with acting(people.somebody(RUBEN)), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE lifecycle_due SET due_on = %s WHERE object_key = %s", [today(), made.key]
        )
    assert ruben in pressed()
    with acting(people.somebody(RUBEN)) as who:
        plan(who=who, key=made.key, planned_on=today() + dt.timedelta(days=60))
    assert ruben not in pressed()
    # The application asks nobody's, and cannot read what the function reads.
    assert refused("SELECT * FROM notices.pressed()", [])
    assert refused("SELECT * FROM notices.expiring()", [], using="clock")


def test_a_recovery_keeps_nobody_in_front_for_ever(committed: str) -> None:
    gijs = people.professional(people.KNOWLEDGE_EDITOR).key
    propose(who=administrator(), key=gijs, reason="telefoon kwijt")
    assert gijs in pressed()
    round_in(of=(people.KNOWLEDGE_EDITOR,))
    some_time_ago(committed)
    with as_administrator(committed) as admin:
        admin.execute("UPDATE accounts_link SET proposed_at = proposed_at - interval '2 hours'")
    # It was told, and waits on.
    assert gijs not in pressed()
    with as_administrator(committed) as admin:
        admin.execute("DELETE FROM notices_notice WHERE professional_id = %s", [gijs])
    assert gijs in pressed()
    approve(who=administrator(people.OTHER_ACCOUNT_ADMINISTRATOR), key=gijs)
    assert gijs in pressed()
    round_in(of=(people.KNOWLEDGE_EDITOR,))
    with acting(people.somebody(people.KNOWLEDGE_EDITOR)) as who:
        assert [each.read_at for each in queries.newest(who)] == [None]
    with as_administrator(committed) as admin:
        admin.execute(
            "UPDATE accounts_link SET expires_at = now() - interval '1 minute'"
            " WHERE professional_id = %s",
            [gijs],
        )
    # The link works no more, told or not: nothing is asked of anybody, and the notice is settled.
    assert gijs not in pressed()
    round_in(of=(people.KNOWLEDGE_EDITOR,))
    with acting(people.somebody(people.KNOWLEDGE_EDITOR)) as who:
        assert all(each.read_at for each in queries.newest(who))
