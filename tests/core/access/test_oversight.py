"""Overseers read the journal, and their reading is in it; nobody else learns that it exists."""

import datetime as dt
import uuid

import pytest
from django.http import Http404
from django.utils import translation
from tests.core.journal.making import as_role, somebody

from vijfluik.core.access.oversight import dropped_months, events, seal_of
from vijfluik.core.journal.kinds import Kind, all_kinds, register
from vijfluik.core.journal.models import Event
from vijfluik.core.journal.queries import Filter
from vijfluik.core.journal.recording import record, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.sentences import sentence
from vijfluik.core.journal.vocabulary import (
    ACCESS_DECIDED,
    RECORD_STEPPED,
    RECORD_VIEWED,
    RECORDS_LISTED,
)
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose, Role


def overseer(role: Role = Role.AUDITOR) -> Acting:
    return somebody(role=role, purpose=Purpose.OVERSIGHT)


def view(*, who: Acting, subjects: list[uuid.UUID] | None = None) -> uuid.UUID:
    with acting(who):
        made = record(
            action=RECORD_VIEWED,
            object_type="partners.organisation",
            object_key="abc",
            subjects=subjects or [],
        )
    return made.id


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PRIVACY_OFFICER])
def test_an_overseer_reads_and_the_reading_is_an_event(committed: str, role: Role) -> None:
    seen = view(who=somebody())
    who = overseer(role)
    with acting(who):
        page = events(wanted=Filter(action="record.viewed"))
    assert [event.id for event in page.events] == [seen]
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT result, details FROM journal_event WHERE actor = %s ORDER BY moment",
            [who.actor.key],
        ).fetchall()
    assert rows == [("allowed", '{"act":"read"}'), ("done", '{"filters":["action"],"rows":1}')]


@pytest.mark.parametrize(
    "who",
    [
        somebody(),
        somebody(role=Role.POLICY_OFFICER, purpose=Purpose.OVERSIGHT),
        somebody(role=Role.AUDITOR, purpose=Purpose.PROGRAMME),
    ],
    ids=["policy officer", "policy officer for oversight", "auditor for the programme"],
)
def test_others_find_nothing_and_their_attempt_is_an_event(committed: str, who: Acting) -> None:
    with pytest.raises(Http404), acting(who):
        events(wanted=Filter())
    with pytest.raises(Http404), acting(who):
        dropped_months()
    with as_role("auditor") as auditor:
        rows = auditor.execute("SELECT action, result, rule FROM journal_event").fetchall()
    assert rows == [("access.decided", "denied", "no-rule")] * 2


def test_who_saw_what_about_me_is_one_query(committed: str) -> None:
    me, other = uuid.uuid4(), uuid.uuid4()
    mine = view(who=somebody(), subjects=[me, other])
    view(who=somebody(), subjects=[other])
    who = overseer()
    with acting(who):
        page = events(wanted=Filter(subject=me))
    assert [event.id for event in page.events] == [mine]


def test_filters_narrow_and_pages_follow(committed: str) -> None:
    alice = somebody()
    for _ in range(3):
        view(who=alice)
    record_apart(
        action=ACCESS_DECIDED, result=Result.DENIED, rule="r", policy_version="1", who=alice
    )
    who = overseer()
    now = dt.datetime.now(dt.UTC)
    hour = dt.timedelta(hours=1)
    with acting(who):
        first = events(wanted=Filter(actor=alice.actor.key), limit=3)
        rest = events(wanted=Filter(actor=alice.actor.key), offset=3, limit=3)
        denied = events(wanted=Filter(actor=alice.actor.key, result=Result.DENIED))
        past = events(wanted=Filter(until=now - hour))
        traced = events(wanted=Filter(trace=alice.trace, since=now - hour))
    assert (len(first.events), first.more) == (3, True)
    assert (len(rest.events), rest.more) == (1, False)
    assert len(denied.events) == 1
    assert past.events == []
    assert len(traced.events) == 4


def test_a_page_has_a_longest_length(platform: str) -> None:
    with pytest.raises(ValueError, match="500"), acting(overseer()):
        events(wanted=Filter(), limit=501)


def test_an_event_waits_for_its_seal_and_then_has_one(committed: str) -> None:
    seen = view(who=somebody())
    who = overseer()
    with acting(who):
        assert seal_of(seen) is None
    seal_now()
    with acting(who):
        seal = seal_of(seen)
    assert seal is not None
    assert seal.block == 1


def event(**fields: object) -> Event:
    given = {
        "moment": dt.datetime.now(dt.UTC),
        "actor_name": "Alice",
        "action": RECORDS_LISTED.name,
        "object_type": "partners.organisation",
        "object_key": "",
        "result": "done",
        "details": '{"rows":3}',
        **fields,
    }
    return Event(**given)


def test_an_event_is_a_sentence() -> None:
    with translation.override("nl"):
        assert sentence(event()) == "Alice bekeek een lijst van 3 regels van organisatie"
        assert sentence(event(result="denied", details="{}")) == (
            "Alice wilde een lijst van organisatie bekijken: geweigerd"
        )
        known = {"k": "Gemeente Utrecht"}
        made = event(action=RECORD_VIEWED.name, object_key="k", details="{}")
        assert sentence(made, objects=known) == "Alice bekeek organisatie Gemeente Utrecht"


def test_an_event_of_a_kind_long_gone_can_still_be_read() -> None:
    with translation.override("nl"):
        assert sentence(event(action="gone.away", object_type="x")) == "Alice: gone.away (gedaan)"


def test_every_sentence_names_only_its_details() -> None:
    for kind in all_kinds():
        names = dict.fromkeys([*kind.details, "actor", "object"], "x")
        assert str(kind.done).format(**names)
        assert str(kind.tried).format(**names)


def test_a_name_stands_for_one_kind() -> None:
    with pytest.raises(ValueError, match="twice"):
        register(Kind(name=RECORD_VIEWED.name, done="", tried=""))
    with pytest.raises(ValueError, match="named as"):
        register(Kind(name="Viewed", done="", tried=""))


def test_an_overseer_reads_which_months_went(platform: str) -> None:
    with acting(overseer()):
        assert dropped_months() == []


def test_what_an_event_was_done_to_and_how_is_named_for_people() -> None:
    with translation.override("nl"):
        decided = {"action": ACCESS_DECIDED.name, "object_type": "trainings", "result": "allowed"}
        made = event(**decided, details='{"act":"read"}', object_key="0123456789")
        assert sentence(made) == (
            "Alice vroeg toegang tot de trainingen 01234567 (lezen): toegestaan"
        )
        unknown = event(**{**decided, "object_type": "x y"}, details='{"act":"sing"}')
        assert sentence(unknown) == "Alice vroeg toegang tot x y (sing): toegestaan"
        several = event(action=RECORD_VIEWED.name, details='{"rows":3}', actor_name="")
        assert sentence(several) == "Onbekende bekeek 3 registraties (organisatie)"
        tried = event(result="failed", action=RECORD_STEPPED.name, details="{}")
        assert sentence(tried) == "Alice wilde organisatie van … naar … brengen: mislukt"
