"""Somebody is invited, comes in, is looked at each year, loses a telephone, and leaves."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from tests.core.accounts.doing import (
    PASSWORD,
    Clock,
    administrator,
    invited,
    other,
    signed_in,
    taken_in_use,
    told,
    with_proof,
)
from tests.site import people

from vijfluik.core.access.gate import Refused
from vijfluik.core.accounts import actions, recovery, visits
from vijfluik.core.accounts.faults import Invalid, NotNow
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.links import working
from vijfluik.core.accounts.models import Account, Visit
from vijfluik.core.accounts.queries import State, one, overview, work_of
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import verify_at
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import account, today
from vijfluik.demo.people import key_of


def test_from_invitation_to_leaving(committed: str) -> None:
    with with_proof():
        given = invited()
        assert Client().post("/aanmelden/", {"username": "nieuw", "password": PASSWORD,
                                             "code": "000000"}).status_code == 422  # fmt: skip
        person = taken_in_use(given)
        assert working(given.word, at=timezone.now()) is None
        client = signed_in("nieuw")
        assert client.get("/mijn-account/").status_code == 200
        assert client.get("/trainingen/").status_code == 404
        actions.review(who=administrator(), key=person.key)
        actions.leave(who=other(), key=person.key, reason="Andere baan")
        answer = client.get("/mijn-account/")
        assert answer.headers["Location"].startswith("/aanmelden/")
        assert account(person.key) is None
        with pytest.raises(NotNow, match="afgesloten"):
            actions.invite_again(who=administrator(), key=person.key)
    assert [(action, result) for action, result, _ in told(person.key)] == [
        ("account.invited", "done"),
        ("account.activated", "done"),
        ("account.reviewed", "done"),
        ("account.left", "done"),
        ("account.link_renewed", "failed"),
    ]
    seal_now()
    assert verify_at(parameters(), folder=None).fault is None


def test_a_link_works_once_for_a_while_and_not_after_another(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        first = invited()
        again = actions.invite_again(who=other(), key=first.professional)
        assert working(first.word, at=timezone.now()) is None
        assert working(again.word + "x", at=timezone.now()) is None
        at = timezone.now()
        assert working(again.word, at=at + LIMITS.invitation - dt.timedelta(minutes=1))
        assert working(again.word, at=at + LIMITS.invitation) is None
        actions.withdraw_link(who=administrator(), key=first.professional)
        assert working(again.word, at=at) is None
        page = Client().get(f"/begin/{again.word}/")
        assert page.status_code == 410
        assert "nieuw" not in page.content.decode().replace("een nieuwe", "")


def test_who_lost_it_all_begins_anew_after_two_administrators(committed: str) -> None:
    with with_proof():
        person = taken_in_use(invited())
        old = signed_in("nieuw")
        with pytest.raises(Invalid, match="reden"):
            recovery.propose(who=administrator(), key=person.key, reason=" ")
        recovery.propose(who=administrator(), key=person.key, reason="Telefoon kwijt")
        with pytest.raises(NotNow, match="zelf voor"):
            recovery.approve(who=administrator(), key=person.key)
        with pytest.raises(NotNow, match="wacht al"):
            recovery.propose(who=other(), key=person.key, reason="nog eens")
        given = recovery.approve(who=other(), key=person.key)
        assert old.get("/mijn-account/").status_code == 200
        taken_in_use(given, password="heel andere woorden hier")
        assert old.get("/mijn-account/").headers["Location"].startswith("/aanmelden/")
        assert Client().post("/aanmelden/", {"username": "nieuw", "password": PASSWORD,
                                             "code": "1"}).status_code == 422  # fmt: skip
        signed_in("nieuw", password="heel andere woorden hier")
    assert [action for action, *_ in told(person.key)][-2:] == [
        "account.recovery_approved",
        "account.recovered",
    ]


def test_nobody_recovers_reviews_or_closes_an_account_of_ones_own(committed: str) -> None:
    own = key_of(people.ACCOUNT_ADMINISTRATOR)
    for attempt in (
        lambda: recovery.propose(who=administrator(), key=own, reason="x"),
        lambda: actions.review(who=administrator(), key=own),
        lambda: actions.leave(who=administrator(), key=own, reason="x"),
    ):
        with pytest.raises(NotNow, match="van uzelf"):
            attempt()
    recovery.propose(who=other(), key=own, reason="Sleutel stuk")
    with pytest.raises(NotNow, match="van uzelf"):
        recovery.approve(who=administrator(), key=own)


@pytest.mark.parametrize(
    "username", [people.POLICY_OFFICER, people.ADMINISTRATOR, people.AUDITOR, people.OUTSIDER]
)
def test_nobody_else_administers_accounts(committed: str, username: str) -> None:
    key = key_of(people.PROVIDER)
    attempts: list[Callable[[Acting], object]] = [
        lambda who: invited(who=who),
        lambda who: actions.review(who=who, key=key),
        lambda who: actions.leave(who=who, key=key, reason="x"),
        lambda who: recovery.propose(who=who, key=key, reason="x"),
        lambda who: visits.end_of(who=who, professional=key),
        lambda who: actions.invite_again(who=who, key=key),
    ]
    for purpose in Purpose:
        who = people.somebody(username, purpose=purpose)
        for attempt in attempts:
            with pytest.raises(Refused):
                attempt(who)


def test_what_cannot_be_invited_is_said_per_field(committed: str) -> None:
    with pytest.raises(Invalid) as raised:
        actions.invite(who=administrator(), username="Jan!", name=" ", organisation="nergens")
    assert set(raised.value.faults) == {"username", "name", "organisation"}
    with pytest.raises(Invalid, match="al in gebruik"):
        invited(people.PROVIDER)


def test_an_administrator_sees_what_waits_and_what_is_due(committed: str) -> None:
    now, day = timezone.now(), today()
    given = invited()
    with acting(administrator()):
        found = overview(at=now, on=day)
        assert [each.account.professional.username for each in found.waiting] == ["gijs", "nieuw"]
        assert found.running[0].account.professional.username == "jamila"
        assert found.due == 1
        assert [e.account.professional.username for e in work_of(
            actor=administrator().actor.key, at=now, on=day)] == ["jamila"]  # fmt: skip
        later = one(Account.objects.get(professional=given.professional),
                    at=given.until, on=day)  # fmt: skip
        assert later.state == State.EXPIRED
    with acting(other()):
        work = work_of(actor=other().actor.key, at=now, on=day)
        assert [each.account.professional.username for each in work] == ["gijs", "jamila"]


def test_a_session_ends_after_a_quarter_of_an_hour_and_after_eight_hours(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        taken_in_use(invited())
        clock = Clock(monkeypatch)
        client = signed_in("nieuw")
        clock.later(minutes=14, seconds=59)
        assert client.get("/mijn-account/").status_code == 200
        clock.later(minutes=15)
        answer = client.get("/mijn-account/")
        assert answer.headers["Location"] == "/aanmelden/?next=%2Fmijn-account%2F"
        assert "kwartier" in client.get("/aanmelden/").content.decode()
        client = signed_in("nieuw")
        for _ in range(47):
            clock.later(minutes=10)
            assert client.get("/mijn-account/").status_code == 200
        clock.later(minutes=10)
        assert client.get("/mijn-account/").status_code == 302
        assert "acht uur" in client.get("/aanmelden/").content.decode()
    ended = Visit.objects.using("owner").order_by("started_at")
    assert list(ended.values_list("ended_because", "limits")) == [
        ("idle", LIMITS.version),
        ("over", LIMITS.version),
    ]


def test_in_the_demonstration_a_visit_does_not_idle_and_can_be_ended(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, client = Clock(monkeypatch), Client()
    agent = {"User-Agent": "Mozilla Firefox (Windows)"}
    client.post("/aanmelden/", {"account": people.PROVIDER}, headers=agent)
    clock.later(hours=7)
    assert "Firefox, Windows" in client.get("/mijn-account/").content.decode()
    assert visits.end_of(who=administrator(), professional=key_of(people.PROVIDER)) == 1
    assert client.get("/mijn-account/").status_code == 302


def test_sessions_are_listed_and_ended_by_oneself(committed: str) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        client.post("/aanmelden/", {"account": people.PROVIDER})
    stranger = Client()
    stranger.post("/aanmelden/", {"account": people.OTHER_PROVIDER})
    foreign = Visit.objects.using("owner").get(professional=key_of(people.OTHER_PROVIDER)).key
    assert here.post(f"/mijn-account/sessies/{foreign}/").status_code == 404
    assert here.post("/mijn-account/sessies/anders/").status_code == 302
    assert there.get("/mijn-account/").status_code == 302
    assert here.get("/mijn-account/").status_code == 200
    assert stranger.get("/mijn-account/").status_code == 200
    assert here.post("/afmelden/").status_code == 302
    ended = Visit.objects.using("owner").exclude(ended_at=None)
    assert sorted(ended.values_list("ended_because", flat=True)) == ["by_oneself", "signed_out"]


def test_a_session_that_chose_in_a_demonstration_is_nobodys_where_proof_is_asked(
    committed: str,
) -> None:
    client = Client()
    client.post("/aanmelden/", {"account": people.PROVIDER})
    with with_proof():
        assert client.get("/mijn-account/").status_code == 302
        assert Client().post("/aanmelden/", {"account": people.PROVIDER}).status_code == 422
        bare = people.browser(people.PROVIDER)
        assert bare.get("/mijn-account/").status_code == 302


def test_who_administers_accounts_may_do_nothing_else() -> None:
    from vijfluik.core.access.policy import policy

    rules = [rule for rule in policy().rules if rule.role == "account_administrator"]
    assert {rule.thing for rule in rules} == {"accounts"}
    assert {rule.purpose for rule in rules} == {Purpose.ADMINISTRATION}
    assert {rule.role for rule in policy().rules if rule.thing == "accounts"} == {
        "account_administrator"
    }
