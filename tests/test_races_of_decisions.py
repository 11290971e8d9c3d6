"""What two people propose, decide, accept or replace at the same moment happens once.

Every act is held just before it commits until the others are there too, or wait for it: what does
not take turns shows itself each time, and not only when threads happen to meet.
"""

import contextlib
import datetime as dt
import threading
import uuid
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any, cast

import pytest

from tests.accountability.figures.test_official import content
from tests.core.documents.stored.making import PDF
from tests.core.journal.making import as_role
from tests.core.mandates.test_deputies import DEPUTY, REPLACED, mandate_of
from tests.core.mandates.test_deputies import asked as deputy_asked
from tests.programme.attachments.doing import brought, put, training
from tests.racing import TIMES, at_once, done
from tests.site.people import PROVIDER, browser, somebody
from vijfluik.accountability.disclosure import actions as patterns
from vijfluik.accountability.disclosure import exempting
from vijfluik.accountability.disclosure.models import DisclosureExemption, DisclosurePattern
from vijfluik.accountability.disclosure.network import Adding, Limits
from vijfluik.accountability.disclosure.pattern import Pattern, State
from vijfluik.accountability.disclosure.tables import Number, Table
from vijfluik.accountability.disclosure.treating import Treatment
from vijfluik.accountability.figures.official import actions as official
from vijfluik.accountability.figures.official.model import OfficialValue
from vijfluik.core.facts.statements import sha256
from vijfluik.core.mandates import actions as mandates
from vijfluik.core.mandates import deputies
from vijfluik.core.mandates.deputies import Period
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Mandate, Purpose, Role
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.registry import register_named
from vijfluik.demo.people import key_of
from vijfluik.programme.attachments import actions as attachments
from vijfluik.programme.attachments.models import Document
from vijfluik.programme.attachments.taking import taken
from vijfluik.programme.attachments.vocabulary import Ground

Meeting = Callable[..., list[object]]
PATIENCE = 0.3
MOMENT = dt.datetime(2019, 4, 15, 21, 59, 59, 999999, tzinfo=dt.UTC)


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> Meeting:
    """Acts of a module at once, each held where it is told in the journal."""

    def held(module: ModuleType, *acts: Callable[[], object], word: str = "record") -> list[object]:
        barrier, tell = threading.Barrier(len(acts)), getattr(module, word)

        def waiting(*given: object, **named: object) -> None:
            with contextlib.suppress(threading.BrokenBarrierError):
                barrier.wait(PATIENCE)
            tell(*given, **named)

        with monkeypatch.context() as patch:
            patch.setattr(module, word, waiting)
            return at_once(*acts)

    return held


def only(answers: list[object], *, words: str) -> Any:
    """The one answer that is no refusal; every other one says these words."""
    (made,) = done(answers)
    told = [str(answer) for answer in answers if answer is not made]
    assert len(told) == len(answers) - 1
    assert [text for text in told if words not in text] == []
    return made


def events(key: uuid.UUID, *, action: str = "record.stepped") -> int:
    """How many done acts the journal holds of a thing."""
    with as_role("auditor") as auditor:
        (row,) = auditor.execute(
            "SELECT count(*) FROM journal_event"
            " WHERE object_key = %s AND action = %s AND result = 'done'",
            [str(key), action],
        ).fetchall()
    return cast("int", row[0])


def test_an_official_value_is_proposed_and_confirmed_once(committed: str, meeting: Meeting) -> None:
    noor, hanneke = somebody("noor"), somebody("hanneke")

    def proposing(**named: Any) -> Any:
        sent = [lambda: official.propose(who=noor, content=content(), **named)] * TIMES
        return only(meeting(official, *sent), words="wacht op bevestiging")

    row = proposing()
    confirming = [lambda: official.confirm(who=hanneke, key=row.key)] * TIMES
    assert only(meeting(official, *confirming), words="").key == row.key
    assert events(row.key) == 1
    better = proposing(replaces=row.key, reason="Opnieuw geteld.")
    other = official.propose(
        who=noor, content=content(number=3), replaces=row.key, reason="Anders geteld."
    )
    # Two corrections of one value: one of them counts, and the other one goes on waiting.
    both = [partial(official.confirm, who=hanneke, key=each.key) for each in (better, other)]
    only(meeting(official, *both), words="heeft al een bevestigde waarde")
    with acting(noor):
        states = OfficialValue.objects.values_list("state", flat=True)
        assert sorted(states) == ["confirmed", "proposed", "replaced"]


def test_an_official_value_is_confirmed_or_rejected(committed: str, meeting: Meeting) -> None:
    row = official.propose(who=somebody("noor"), content=content())
    answers = meeting(
        official,
        lambda: official.confirm(who=somebody("hanneke"), key=row.key),
        lambda: official.reject(who=somebody("noor"), key=row.key, reason="Staat er niet."),
    )
    decided = only(answers, words="")
    with acting(somebody("noor")):
        assert OfficialValue.objects.get().state == decided.state
    assert events(row.key) == 1


FIGURE = "jep-meetings-2018"


def decided_on(value: int) -> Pattern:
    """The pattern of a publication of one table, with one small number."""
    return Pattern(
        limits=Limits(threshold=5, width=3),
        parameters={},
        tables=(
            Table(
                figure=FIGURE,
                dimension="place",
                reading="then",
                plane="value",
                adding=Adding.EXACT,
                total=("whole", 20),
                numbers=(Number(member="a", name="part", value=value),),
            ),
        ),
        states={"part": State.SMALL},
        withheld=frozenset(),
        protects={},
        intervals={},
        exposed=(),
        earlier=(),
    )


def pattern() -> DisclosurePattern:
    """A pattern that Noor made."""
    made = decided_on(3)
    with acting(somebody("noor")):
        row = DisclosurePattern(
            publication="rapportage:proef",
            as_of=MOMENT,
            figures=[],
            cells=["part"],
            content=made.content,
            sha256=sha256(made.content),
            proposed_by_id=key_of("noor"),
        )
        row.save(force_insert=True)
    return row


def test_a_pattern_is_adopted_and_decided_anew_once(
    committed: str, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor, hanneke = somebody("noor"), somebody("hanneke")
    row = pattern()
    adopting = [lambda: patterns.adopt(who=hanneke, key=row.key)] * TIMES
    only(meeting(patterns, *adopting), words="al vastgesteld")
    assert events(row.key) == 1
    # What was exempted since changes what is decided.
    monkeypatch.setattr(
        patterns,
        "composed",
        lambda *_, publication, as_of: Treatment(
            pattern=decided_on(4), publication=publication, as_of=as_of
        ),
    )
    deciding = [partial(patterns.decide_again, who=each, key=row.key) for each in (noor, hanneke)]
    only(meeting(patterns, *deciding), words="niets veranderd")
    with acting(noor):
        assert sorted(DisclosurePattern.objects.values_list("revision", flat=True)) == [1, 2]


def test_an_exemption_is_proposed_confirmed_and_withdrawn_once(
    committed: str, meeting: Meeting
) -> None:
    noor, hanneke = somebody("noor"), somebody("hanneke")
    of = pattern()
    proposing = [
        lambda: exempting.propose(
            who=noor, pattern=of.key, figure=FIGURE, dimension="place", member="a",
            document="Jaarverslag", place="bladzijde 4",
        )
    ] * TIMES  # fmt: skip
    row = only(meeting(exempting, *proposing), words="al een vrijstelling")
    confirming = [lambda: exempting.confirm(who=hanneke, key=row.key)] * TIMES
    only(meeting(exempting, *confirming), words="wacht niet op bevestiging")
    assert events(row.key) == 1
    withdrawing = [partial(exempting.withdraw, who=each, key=row.key) for each in (noor, hanneke)]
    only(meeting(exempting, *withdrawing), words="al ingetrokken")
    assert events(row.key, action="record.withdrawn") == 1
    with acting(noor):
        kept = DisclosureExemption.objects.get()
    assert (kept.state, kept.approved_by_id) == ("withdrawn", key_of("hanneke"))


def test_a_deputy_is_asked_accepts_and_is_ended_once(committed: str, meeting: Meeting) -> None:
    mandate = mandate_of(REPLACED).key
    days = Period(valid_from=today(), valid_until=today() + dt.timedelta(days=14))
    asking = [
        lambda: deputies.propose_deputy(
            who=somebody(REPLACED), mandate=mandate, professional=key_of(DEPUTY), period=days
        )
    ] * TIMES
    made = only(meeting(deputies, *asking), words="is er al")
    accepting = [lambda: deputies.accept(who=somebody(DEPUTY), key=made.key)] * TIMES
    only(meeting(deputies, *accepting), words="wacht niet meer")
    assert events(made.key, action="deputy.accepted") == 1
    ending = [
        partial(deputies.end_deputy, who=somebody(each), key=made.key)
        for each in (REPLACED, DEPUTY)
    ]
    only(meeting(deputies, *ending), words="al voorbij")
    with acting(somebody(REPLACED)):
        kept = Deputy.objects.get()
    assert (kept.accepted_at is not None, kept.ended_at is not None) == (True, True)


def test_a_deputy_accepts_before_it_is_ended_or_not_at_all(
    committed: str, meeting: Meeting
) -> None:
    made = deputy_asked()
    accepting, ending = meeting(
        deputies,
        lambda: deputies.accept(who=somebody(DEPUTY), key=made.key),
        lambda: deputies.end_deputy(who=somebody(REPLACED), key=made.key),
    )
    assert isinstance(ending, Deputy)
    with acting(somebody(REPLACED)):
        kept = Deputy.objects.get()
    assert kept.ended_at is not None
    assert (kept.accepted_at is None) == ("wacht niet meer" in str(accepting))


def test_a_mandate_is_proposed_once(committed: str, meeting: Meeting) -> None:
    maarten, willemijn = (
        somebody(name, purpose=Purpose.ADMINISTRATION) for name in ("maarten", "willemijn")
    )
    proposing = [
        partial(
            mandates.propose, who=each, professional=key_of("gijs"), organisation="wolverdam",
            role=Role.MUNICIPAL_OFFICER, purpose=Purpose.PROGRAMME, valid_from=today(),
            valid_until=today() + dt.timedelta(days=30),
        )
        for each in (maarten, willemijn)
    ]  # fmt: skip
    made = only(meeting(mandates, *proposing), words="is er al")
    with acting(maarten):
        assert Mandate.objects.filter(key=made.key).count() == 1
        assert (
            Mandate.objects.filter(professional=key_of("gijs"), approved_at__isnull=True).count()
            == 1
        )


def test_a_document_that_is_sent_several_times_stands_there_once(
    committed: str, meeting: Meeting
) -> None:
    at, file = training(), taken(PDF, file_name="verslag.pdf")

    def storing(title: str = "Verslag") -> Document:
        return attachments.store(
            register_named("trainings"), who=somebody(PROVIDER), key=at.key, file=file,
            title=title, organisation="ror",
        )  # fmt: skip

    answers = meeting(attachments, *[storing] * TIMES, word="journal")
    kept = only(answers, words="staat er al")
    # What differs in anything that people see is another one, and so is what comes back later.
    storing("Verslag van de middag")
    again = brought(browser(PROVIDER), at, title="Verslag van de middag")
    assert again.status_code == 422
    assert "dit document staat er al" in again.content.decode()
    attachments.withdraw(who=somebody(PROVIDER), key=kept.key, ground=str(Ground.OVER))
    storing()
    with acting(somebody(PROVIDER)):
        states = sorted(Document.objects.values_list("state", flat=True))
    assert states == ["current", "current", "withdrawn"]


def test_a_document_is_replaced_by_one_of_two(committed: str, meeting: Meeting) -> None:
    key = put(browser(PROVIDER), training())
    files = [taken(PDF, file_name=name) for name in ("een.pdf", "twee.pdf")]
    replacing = [
        partial(attachments.replace, who=somebody(PROVIDER), key=key, file=each) for each in files
    ]
    kept = only(meeting(attachments, *replacing, word="journal"), words="al een nieuwere versie")
    with acting(somebody(PROVIDER)):
        rows = list(Document.objects.order_by("number").values_list("key", "number", "state"))
    assert rows == [(key, 1, "replaced"), (kept.key, 2, "current")]
    assert events(kept.key, action="document.stored") == 1


def test_a_document_is_replaced_or_destroyed(committed: str, meeting: Meeting) -> None:
    key, who = put(browser(PROVIDER), training()), somebody(PROVIDER)
    replaced, _ = meeting(
        attachments,
        lambda: attachments.replace(who=who, key=key, file=taken(PDF, file_name="a.pdf")),
        lambda: attachments.withdraw(who=who, key=key, ground=str(Ground.WRONG)),
        word="journal",
    )
    with acting(who):
        states = dict(Document.objects.values_list("number", "state"))
    # The one that was replaced first is destroyed all the same; what was destroyed has no next one.
    assert states[1] == "withdrawn"
    assert (2 in states) == isinstance(replaced, Document)
