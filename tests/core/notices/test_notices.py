"""Notices: made once for who must act, seen by who may see, mailed without a word of the record."""

import contextlib
import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test import override_settings
from django.utils import timezone
from tests.core.accounts.doing import administrator
from tests.core.journal.making import as_administrator, as_role
from tests.core.notices.mailserver import Mailbox, mail_server
from tests.site import people

from vijfluik.core.accounts import actions as accounts
from vijfluik.core.accounts.faults import Invalid, NotNow
from vijfluik.core.accounts.recovery import propose
from vijfluik.core.notices import actions, queries, worker
from vijfluik.core.notices.gathering import gather
from vijfluik.core.notices.making import make
from vijfluik.core.notices.models import Fault, Kind, Mail, Notice, Reason, Rhythm, Setting
from vijfluik.core.notices.sending import BACKOFF, send_waiting
from vijfluik.core.notices.worker import Done, go_round
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.programme.trainings.actions import plan, request_training
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.vocabulary import ActivityKind

RUBEN, SIETSKE, NOOR = people.PROVIDER, people.OTHER_PROVIDER, people.POLICY_OFFICER
TITLE = "Signalen in de wijk Quibbelaar"
ADDRESS = "ruben@ror.example"


def training(*, due_in: int = 40) -> Training:
    """One that was asked for, and is to be answered in so many days (within 14 of asking)."""
    who = people.somebody(RUBEN)
    asked = today() + dt.timedelta(days=due_in - 14)
    content = Content(
        reference=f"Q-{due_in}",
        kind=ActivityKind.TRAINING,
        title=TITLE,
        requested_on=min(asked, today()),
        wanted_on=today() + dt.timedelta(days=60),
    )
    with acting(who):
        made = request_training(who=who, provider="ror", content=content)
        if asked > today():
            with connection.cursor() as cursor:
                # A term further ahead than that of a request has; nothing else of it matters here.
                cursor.execute(
                    "UPDATE lifecycle_due SET due_on = %s WHERE object_key = %s",
                    [today() + dt.timedelta(days=due_in), made.key],
                )
    return made


def round_in(days: float = 0, *, of: tuple[str, ...] = (RUBEN,)) -> Done:
    """A round of these people only; that a round is of everybody is tested once."""
    at = timezone.now() + dt.timedelta(days=days)
    notices = mails = 0
    for username in of:
        who = people.somebody(username)
        notices += make(who=who, at=at)
        mails += gather(who=who, at=at)
    return Done(notices=notices, mails=mails, sent=send_waiting(at=at))


def seen(username: str) -> list[tuple[str, str]]:
    """The moments of somebody's notices about terms that they see, unread first."""
    with acting(people.somebody(username)) as who:
        return [
            (each.moment.partition("/")[2], "read" if each.read_at else "new")
            for each in queries.newest(who)
            if each.kind == Kind.TERM
        ]


@pytest.fixture
def told(committed: str) -> str:
    """A database in which what the demonstration's mandates ask of Ruben was told already."""
    round_in()
    return committed


def test_who_must_act_is_told_at_each_moment_once(told: str) -> None:
    made = training(due_in=40)
    assert seen(RUBEN) == []
    for days, expected in (
        (5, []),
        (10, [("30", "new")]),
        (12, [("30", "new")]),
        (26, [("14", "new"), ("30", "read")]),
        (33, [("7", "new"), ("14", "read"), ("30", "read")]),
    ):
        round_in(days)
        # A second round, as after a worker that was killed, adds nothing.
        assert round_in(days).notices == 0
        assert seen(RUBEN) == expected
    # Who might act everywhere is not told of what its owner does; nobody else is told at all.
    assert queries.last_round() is None
    go_round(at=timezone.now() + dt.timedelta(days=33))
    assert (seen(NOOR), seen(SIETSKE), seen(people.OUTSIDER)) == ([], [], [])
    assert seen(RUBEN)[0] == ("7", "new")
    assert not queries.stands_still(at=timezone.now() + dt.timedelta(days=33))
    assert queries.stands_still(at=timezone.now() + dt.timedelta(days=34))
    with acting(people.somebody(RUBEN)) as who:
        assert queries.unread() == 1
        plan(who=who, key=made.key, planned_on=today() + dt.timedelta(days=60))
        # What was done asks for nothing, before any round.
        assert queries.unread() == 0
    round_in(33)
    assert {state for _moment, state in seen(RUBEN)} == {"read"}


def test_what_is_known_late_is_told_once_and_another_day_anew(told: str) -> None:
    made = training(due_in=5)
    round_in()
    assert seen(RUBEN) == [("7", "new")]
    with acting(people.somebody(RUBEN)), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE lifecycle_due SET due_on = due_on + 6 WHERE object_key = %s", [made.key]
        )
    round_in()
    assert seen(RUBEN) == [("14", "new"), ("7", "read")]


def test_a_notice_is_seen_only_while_its_record_is(told: str) -> None:
    training(due_in=7)
    round_in()
    assert seen(RUBEN)
    with as_administrator(told) as admin:
        admin.execute(
            "UPDATE partners_mandate SET valid_until = partners.today() WHERE professional_id = %s",
            [people.professional(RUBEN).key],
        )
    with acting(people.somebody(RUBEN)):
        assert queries.unread() == 0
        assert not Notice.objects.filter(kind=Kind.TERM).exists()
    with as_administrator(told) as admin:
        assert admin.execute(
            "SELECT count(*) FROM notices_notice WHERE professional_id = %s AND kind = 'term'",
            [people.professional(RUBEN).key],
        ).fetchone() == (1,)


def refused(statement: str, parameters: list[Any], *, using: str = "default") -> bool:
    done = False
    with contextlib.suppress(DatabaseError), transaction.atomic(using=using):
        with connections[using].cursor() as cursor:
            cursor.execute(statement, parameters)
        done = True
        transaction.set_rollback(True, using=using)
    return not done


def test_the_database_lets_nobody_read_or_write_the_notices_of_another(told: str) -> None:
    training(due_in=7)
    round_in()
    ruben = people.professional(RUBEN).key
    with acting(people.somebody(RUBEN)) as who:
        actions.choose_rhythm(who=who, rhythm=Rhythm.DAILY)
    forged = (
        "INSERT INTO notices_notice (key, professional_id, kind, thing, object_key, moment, urgent,"
        " made_at) VALUES (gen_random_uuid(), %s, 'mandate_ends', 'x', gen_random_uuid(), 'x',"
        " false, now())"
    )
    for username in (SIETSKE, NOOR, people.ACCOUNT_ADMINISTRATOR):
        with acting(people.somebody(username)):
            assert not Notice.objects.filter(professional=ruben).exists()
            assert not Setting.objects.filter(professional=ruben).exists()
            assert refused(forged, [ruben])
    assert not Notice.objects.exists()
    for statement in (
        "SELECT kind FROM notices_notice",
        "SELECT * FROM notices_setting",
        "SELECT * FROM notices_feed",
        "SELECT name FROM partners_professional",
    ):
        assert refused(statement, [], using="clock"), statement  # fmt: skip
    # What was sent stays sent, and what is young stays.
    assert refused("INSERT INTO notices_round (id, ended_at) VALUES (2, now())", [], using="clock")


def test_what_is_about_oneself_or_waits_for_a_hand_is_urgent(told: str) -> None:
    gijs = people.professional(people.KNOWLEDGE_EDITOR).key
    waiting = (people.KNOWLEDGE_EDITOR, people.ACCOUNT_ADMINISTRATOR,
               people.OTHER_ACCOUNT_ADMINISTRATOR)  # fmt: skip
    propose(who=administrator(), key=gijs, reason="telefoon kwijt")
    round_in(of=waiting)
    with acting(people.somebody(people.KNOWLEDGE_EDITOR)) as who:
        (own,) = queries.newest(who)
        assert (own.kind, own.urgent) == (Kind.RECOVERY_OF_YOU, True)
    with acting(people.somebody(people.OTHER_ACCOUNT_ADMINISTRATOR)) as who:
        waits = [each for each in queries.newest(who) if each.object_key == gijs]
        assert [(each.kind, each.urgent) for each in waits] == [(Kind.RECOVERY_WAITS, True)]
    # Who proposed it does not approve it, and is not asked to.
    with acting(people.somebody(people.ACCOUNT_ADMINISTRATOR)) as who:
        assert not [each for each in queries.newest(who) if each.object_key == gijs]
    accounts.withdraw_link(who=administrator(), key=gijs)
    round_in(of=waiting)
    with acting(people.somebody(people.OTHER_ACCOUNT_ADMINISTRATOR)) as who:
        assert all(each.read_at for each in queries.newest(who) if each.object_key == gijs)


def test_a_round_goes_on_where_time_was_up_and_begins_with_what_is_urgent(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gijs = people.professional(people.KNOWLEDGE_EDITOR).key
    propose(who=administrator(), key=gijs, reason="telefoon kwijt")
    with connections["clock"].cursor() as cursor:
        cursor.execute("SELECT professional FROM notices.pressed()")
        first = [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT professional FROM notices.people()")
        everybody = [key for (key,) in cursor.fetchall()]
    # Whose it is and who may approve it; nobody who has nothing to do with it.
    assert gijs in first
    assert people.professional(people.OTHER_ACCOUNT_ADMINISTRATOR).key in first
    assert people.professional(SIETSKE).key not in first
    looked: list[uuid.UUID] = []
    monkeypatch.setattr(worker, "PAGE", 10)

    def look(*, who: Acting, at: dt.datetime) -> int:
        looked.append(who.actor.key)
        return int(at is None)

    monkeypatch.setattr(worker, "gather", lambda **_: 0)
    monkeypatch.setattr(worker, "make", look)
    onward, rounds = worker.FIRST, 0
    while rounds == 0 or onward != worker.FIRST:
        looked.clear()
        # No time at all: one page, after who comes first.
        onward = go_round(at=timezone.now(), after=onward, seconds=0).onward
        assert looked[: len(first)] == first
        assert looked[len(first) :] == everybody[rounds * 10 : rounds * 10 + 10]
        rounds += 1
    assert rounds == -(-len(everybody) // 10)
    # What is urgent does not wait behind what began to wait before it.
    at = timezone.now()
    with acting(people.somebody(RUBEN)) as who:
        for reason, age in ((Reason.DIRECT, 60), (Reason.URGENT, 1)):
            begun = at - dt.timedelta(seconds=age)
            Mail(
                professional_id=who.actor.key, reason=reason, made_at=begun, next_try_at=begun
            ).save(force_insert=True)
    with mail_server():
        send_waiting(at=at, until=0)
    assert [(each.reason, each.tries) for each in mails()] == [
        (Reason.DIRECT, 0),
        (Reason.URGENT, 1),
    ]


@pytest.fixture
def box(told: str) -> Iterator[Mailbox]:
    """A mail server to which Ruben's confirmed address belongs."""
    with mail_server() as made:
        with_address(made)
        yield made


def with_address(box: Mailbox, *, language: str = "nl") -> None:
    """Ruben gives an address and opens the link in the mail that comes."""
    who = people.somebody(RUBEN)
    with acting(who):
        Professional.objects.filter(key=who.actor.key).update(language=language)
    actions.ask_address(who=who, address=ADDRESS)
    round_in()
    ((to, raw),) = box.taken
    assert to == ADDRESS
    link = raw.decode().split("https://vijfluik.test")[1].split()[0]
    _berichten, mail, word, _end = link.removeprefix("/mijn-account/berichten/").split("/")
    actions.confirm_address(who=who, mail=uuid.UUID(mail), word=word)
    box.taken.clear()


def mails() -> list[Mail]:
    with acting(people.somebody(RUBEN)):
        return list(Mail.objects.exclude(reason=Reason.ADDRESS).order_by("made_at"))


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Er staat iets voor u klaar"), ("en", "Something is waiting for you")],
)
def test_a_mail_says_that_something_waits_and_where_and_nothing_else(
    told: str, language: str, words: str
) -> None:
    with mail_server() as box:
        with_address(box, language=language)
        training(due_in=6)
        assert round_in().sent == 1
        assert round_in().sent == 0
        (message,) = box.messages
        assert message["Subject"] == words
        assert message.get_content().split() == [
            *f"{words}:".split(),
            "https://vijfluik.test/berichten/",
        ]
        assert set(message.keys()) == {
            "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To",
            "Date", "Message-ID", "Auto-Submitted",
        }  # fmt: skip
        ((_to, raw),) = box.taken
        (mail,) = mails()
        assert message["Message-ID"] == f"<{mail.key}@vijfluik.test>"
        assert mail.sent_at is not None
        for word in ("Quibbelaar", "Q-6", "training", "ror", "Ruben"):
            assert word not in raw.decode().replace(ADDRESS, "")


def test_a_temporary_refusal_is_tried_again_later_and_a_lasting_one_given_up(box: Mailbox) -> None:
    box.to_recipient = f"451 4.2.0 <{ADDRESS}> try later"
    training(due_in=6)
    assert round_in().sent == 0
    (mail,) = mails()
    assert (mail.fault, mail.tries, mail.given_up_at) == (Fault.LATER, 1, None)
    soon = BACKOFF[0] / 1440
    assert round_in(soon * 0.9).sent == 0
    assert mails()[0].tries == 1
    box.to_recipient = "250 OK"
    assert round_in(soon * 1.1).sent == 1
    assert len(box.taken) == 1
    training(due_in=7)
    box.to_recipient = f"550 5.1.1 <{ADDRESS}> unknown"
    round_in(soon * 1.2)
    last = mails()[-1]
    assert (last.fault, last.tries) == (Fault.REFUSED, 1)
    assert last.given_up_at is not None
    # It is told: to the person in the platform, and to who administers accounts.
    with acting(people.somebody(RUBEN)) as who:
        assert queries.own_trouble(who) == last
        assert queries.unread() == 2
    with acting(administrator()):
        assert last in queries.unsent()
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT result, details FROM journal_event WHERE object_key = %s", [str(last.key)]
        ).fetchall()
    assert told == [("failed", '{"fault":"refused"}')]


def test_a_server_that_is_away_or_dies_loses_and_doubles_nothing(box: Mailbox) -> None:
    training(due_in=6)
    with override_settings(EMAIL_PORT=1):
        assert round_in().sent == 0
    assert mails()[0].fault == Fault.UNREACHABLE
    days = 0.0
    box.hangs_up = True
    for patience in BACKOFF[:2]:
        days += patience / 1440 * 1.01
        assert round_in(days).sent == 0
    assert mails()[0].tries == 3
    box.hangs_up = False
    days += BACKOFF[2] / 1440 * 1.01
    assert round_in(days).sent == 1
    assert len(box.taken) == 1
    assert round_in(days + 1).sent == 0


def test_it_is_given_up_after_the_last_try(box: Mailbox) -> None:
    training(due_in=6)
    days = 0.0
    with override_settings(EMAIL_PORT=1):
        for patience in (0, *BACKOFF):
            days += patience / 1440 * 1.01
            round_in(days)
    (mail,) = [each for each in mails() if each.given_up_at]
    assert mail.tries == len(BACKOFF) + 1


def test_an_overview_gathers_and_what_presses_does_not_wait(box: Mailbox) -> None:
    actions.choose_rhythm(who=people.somebody(RUBEN), rhythm=Rhythm.WEEKLY)
    # Due after next Monday, and of the same moment until then, whatever day it is.
    training(due_in=24)
    training(due_in=25)
    assert (round_in().mails, mails()) == (0, [])
    training(due_in=1)
    assert round_in().sent == 1
    assert [each.reason for each in mails()] == [Reason.URGENT]
    assert round_in(8).sent == 1
    assert [each.reason for each in mails()] == [Reason.URGENT, Reason.WEEKLY]


@pytest.mark.parametrize("rhythm", list(Rhythm))
def test_a_term_that_ends_before_the_next_overview_is_mailed_before_it_ends(
    box: Mailbox, rhythm: Rhythm
) -> None:
    actions.choose_rhythm(who=people.somebody(RUBEN), rhythm=rhythm)
    ahead = (1 - today().weekday()) % 7 + 7
    # Told on a Tuesday, with five days left; again on the day before, without a later notice.
    training(due_in=ahead + 5)
    at = [round_in(ahead - 7 + days).mails for days in range(7, 7 + 5)]
    assert (sum(at), len(mails())) == (1, 1)
    assert mails()[0].reason == (Reason.URGENT if rhythm == Rhythm.WEEKLY else rhythm)


def test_who_leaves_is_mailed_no_more_and_the_address_goes(box: Mailbox, told: str) -> None:
    training(due_in=6)
    with override_settings(EMAIL_PORT=1):
        round_in()
    ruben = people.professional(RUBEN).key
    accounts.leave(who=administrator(), key=ruben, reason="andere baan")
    assert round_in(1, of=()).sent == 0
    assert box.taken == []
    with as_administrator(told) as admin:
        assert admin.execute("SELECT count(*) FROM notices_setting").fetchone() == (0,)
        faults = admin.execute(
            "SELECT fault FROM notices_mail WHERE given_up_at IS NOT NULL"
        ).fetchall()
    assert faults == [("address",)]


def test_an_address_of_which_the_link_was_not_opened_gets_nothing(told: str) -> None:
    who = people.somebody(RUBEN)
    with mail_server() as box:
        actions.ask_address(who=who, address=ADDRESS)
        training(due_in=6)
        round_in()
        assert len(box.taken) == 1
        asked = setting()
        assert asked is not None
        with pytest.raises(NotNow):
            actions.confirm_address(who=who, mail=asked.asked_mail or uuid.uuid4(), word="geraden")
        with pytest.raises(NotNow):
            actions.confirm_address(who=people.somebody(SIETSKE), mail=uuid.uuid4(), word="x")
        with pytest.raises(Invalid):
            actions.ask_address(who=who, address="ruben@ror.example\nBcc: ander@elders.example")
    with as_administrator(told) as admin:
        rows = admin.execute("SELECT address, asked::text FROM notices_setting").fetchall()
    assert [address for address, _asked in rows] == [None]
    assert ADDRESS.encode().hex() not in str(rows)


def setting() -> Setting | None:
    with acting(people.somebody(RUBEN)) as who:
        return queries.setting_of(who)
