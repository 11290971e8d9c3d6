"""People at once, in threads with connections of their own: nothing is lost and nothing is double.

Two editors, a form that is sent several times, an approval that is given several times: over the
actions of the register machinery and over those that rooms write themselves.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.accountability.releases import doing as releases
from tests.opening import activity, assessment
from tests.programme.grants import world
from tests.racing import TIMES, at_once, done
from tests.registers.examples import content_for, keeper, owner_for
from tests.site.people import somebody
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.accountability.releases.models import File, ReleaseStep
from vijfluik.core.accounts import actions as accounts
from vijfluik.core.accounts import recovery
from vijfluik.core.accounts.models import Account, Link
from vijfluik.core.mandates import actions as mandates
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Mandate, Purpose, Role
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.declaration import CORRECT, Register
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.seen import token_of
from vijfluik.core.versions.history import versions
from vijfluik.programme.grants.registers import APPLICATIONS, AWARDS

# Registers of different rooms, owners and walls; the actions on them are the same code.
GENERIC = ("trainings", "advice", "needs", "partnerships", "undertakings", "networks")


def steps_of(register: Register, record: Any, *, who: Any, edge: str) -> int:
    with acting(who):
        found = register.steps._default_manager.filter(
            **{register.step_link: record.key}, edge=edge
        )
        return int(found.count())


@pytest.mark.parametrize("thing", GENERIC)
def test_a_form_sent_several_times_and_two_editors_lose_and_double_nothing(
    committed: str, thing: str
) -> None:
    register = register_named(thing)
    who = keeper(register)
    owner = owner_for(register, who)
    with acting(who):
        content = content_for(register, reference="R-1", owner=owner)
    sent = at_once(
        *[lambda: actions.create(register, who=who, owner=owner, content=content)] * TIMES
    )
    assert len(done(sent)) == 1
    assert sum(isinstance(answer, Invalid) for answer in sent) == TIMES - 1
    (record,) = done(sent)
    with acting(who):
        assert register.model._default_manager.filter(reference="R-1").count() == 1
        seen = token_of(register, key=record.key)
    assert steps_of(register, record, who=who, edge=register.lifecycle.opening) == 1
    reason = str(register.reasons[CORRECT].values[0]) if register.reasons else "beter"

    def editor(reference: str) -> Callable[[], object]:
        return lambda: actions.correct(
            register, who=who, key=record.key, changes={"reference": reference},
            reason=reason, seen=seen,
        )  # fmt: skip

    edited = at_once(editor("R-2"), editor("R-3"))
    (written,) = done(edited)
    (conflict,) = [answer for answer in edited if isinstance(answer, Conflict)]
    # The other one is told what was written in the meantime, and loses nothing of its own.
    assert [each.theirs for each in conflict.differences] == [written.reference]
    with acting(who):
        kept: Any = register.model._default_manager.get(key=record.key)
        assert kept.reference == written.reference
        assert versions(register.model).filter(key=record.key).count() == 2
    assert steps_of(register, record, who=who, edge=CORRECT) == 1


def test_an_approval_of_a_register_counts_once_and_never_beside_its_return(committed: str) -> None:
    held = assessment(activity(reference="VW-2"), kind="dpia", reference="T-9", until="proposed")
    sterre = somebody("sterre")

    def step(edge: str) -> Callable[[], object]:
        return lambda: actions.step(ASSESSMENTS, who=sterre, key=held.key, edge=edge, reason="R")

    answers = at_once(*[step("decide")] * TIMES, step("return"))
    assert len(done(answers)) == 1
    decided = steps_of(ASSESSMENTS, held, who=sterre, edge="decide")
    returned = steps_of(ASSESSMENTS, held, who=sterre, edge="return")
    assert (decided, returned) in ((1, 0), (0, 1))


def test_of_one_application_one_award_is_decided_prepared_and_signed(committed: str) -> None:
    line = world.line(
        holder="jenv", scheme="versterkingsgelden", reference="L-1", amount_cents=None
    )
    within = world.round_of(line, desk=world.MINISTRY)
    asked = world.applied(within, by="daan", owner="wolverdam", title="Buurtwerk")
    world.judged(asked, desk=world.MINISTRY)
    proposing = at_once(
        *[
            lambda: actions.step(
                APPLICATIONS, who=somebody("hanneke"), key=asked.key, edge="propose_award",
                changes={"proposed_cents": asked.asked_cents}, reason="Voldoet.",
            )
        ] * TIMES
    )  # fmt: skip
    assert len(done(proposing)) == 1
    noor = somebody("noor")
    deciding = at_once(
        *[
            lambda: actions.step(
                APPLICATIONS, who=noor, key=asked.key, edge="award",
                changes={"decided_on": dt.date(2018, 1, 20)},
            )
        ] * TIMES
    )  # fmt: skip
    assert len(done(deciding)) == 1
    assert steps_of(APPLICATIONS, asked, who=noor, edge="award") == 1
    award = world.prepared(asked, line=line, desk=world.MINISTRY)
    signing = at_once(*[lambda: world.signed(award, desk=world.MINISTRY)] * TIMES)
    assert len(done(signing)) == 1
    assert steps_of(AWARDS, award, who=noor, edge="grant") == 1


def test_a_mandate_is_approved_ended_and_an_account_invited_and_recovered_once(
    committed: str,
) -> None:
    maarten, willemijn, bastiaan, amina = (
        somebody(name, purpose=Purpose.ADMINISTRATION)
        for name in ("maarten", "willemijn", "bastiaan", "amina")
    )
    mandate = mandates.propose(
        who=maarten, professional=somebody("gijs").actor.key, organisation="wolverdam",
        role=Role.MUNICIPAL_OFFICER, purpose=Purpose.PROGRAMME, valid_from=today(),
        valid_until=today() + dt.timedelta(days=30),
    )  # fmt: skip
    approving = at_once(*[lambda: mandates.approve(who=willemijn, key=mandate.key)] * TIMES)
    assert len(done(approving)) == 1
    ending = at_once(
        lambda: mandates.end(who=maarten, key=mandate.key, reason="Toch niet."),
        lambda: mandates.end(who=willemijn, key=mandate.key, reason="Toch niet."),
    )
    assert len(done(ending)) == 1
    with acting(maarten):
        kept = Mandate.objects.get(key=mandate.key)
        assert versions(Mandate).filter(key=mandate.key).count() == 3
    assert (kept.approved_by_id, kept.ended_at is not None) == (willemijn.actor.key, True)

    inviting = at_once(
        *[
            lambda: accounts.invite(
                who=bastiaan, username="nieuw", name="Nieuw", organisation="wolverdam"
            )
        ] * TIMES
    )  # fmt: skip
    assert len(done(inviting)) == 1
    with acting(bastiaan):
        assert Account.objects.filter(professional__username="nieuw").count() == 1
        assert Link.objects.filter(professional__username="nieuw").count() == 1
    # Bastiaan proposed in the demonstration that Gijs begins anew; Amina approves it, once.
    gijs = somebody("gijs").actor.key
    approved = at_once(*[lambda: recovery.approve(who=amina, key=gijs)] * TIMES)
    assert len(done(approved)) == 1


@pytest.mark.drill
def test_a_release_is_adopted_and_published_once_with_one_set_of_files(committed: str) -> None:
    release = releases.in_check()
    adopting = at_once(*[lambda: releases.taken(release, "adopt", by=releases.COLLEAGUE)] * TIMES)
    assert len(done(adopting)) == 1
    maker = somebody(releases.MAKER)
    with acting(maker):
        assert ReleaseStep.objects.filter(release=release.key, edge="adopt").count() == 1
        files = list(File.objects.filter(release=release.key).values_list("format", "language"))
    assert len(files) == len(set(files)) > 1
    publishing = at_once(*[lambda: releases.taken(release, "publish")] * TIMES)
    assert len(done(publishing)) == 1
