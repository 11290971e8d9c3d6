"""Mandates are proposed by one, approved by another, reviewed and ended."""

import datetime as dt
import uuid

import pytest
from django.http import Http404
from tests.core.journal.making import as_role
from tests.site import people

from vijfluik.core.access.gate import Refused
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import verify_at
from vijfluik.core.lifecycle.edges import Edge, EdgeRefused
from vijfluik.core.lifecycle.four_eyes import check_four_eyes
from vijfluik.core.mandates import actions
from vijfluik.core.mandates.lifecycle import State, state_of
from vijfluik.core.mandates.queries import overview, purposes_of, standing_of
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Purpose, Role
from vijfluik.core.partners.queries import grants_of, today
from vijfluik.core.versions.history import history
from vijfluik.demo.people import key_of

DAY = dt.timedelta(days=1)


def administrator(username: str = people.ADMINISTRATOR) -> Acting:
    return people.somebody(username, purpose=Purpose.ADMINISTRATION)


def other() -> Acting:
    return administrator(people.OTHER_ADMINISTRATOR)


def proposed(
    *,
    who: Acting | None = None,
    professional: str = people.OUTSIDER,
    role: Role = Role.POLICY_OFFICER,
    purpose: Purpose = Purpose.PROGRAMME,
    begins: int = 0,
    ends: int = 100,
) -> Mandate:
    return actions.propose(
        who=who or administrator(),
        professional=key_of(professional),
        organisation="wolverdam",
        role=role,
        purpose=purpose,
        valid_from=today() + begins * DAY,
        valid_until=today() + ends * DAY,
    )


def told(key: uuid.UUID) -> list[tuple[object, ...]]:
    """What the journal holds of a mandate, the oldest first, without decisions."""
    with as_role("auditor") as auditor:
        return auditor.execute(
            "SELECT action, result, reason FROM journal_event WHERE object_key = %s"
            " AND action <> 'access.decided' ORDER BY moment",
            [str(key)],
        ).fetchall()


def test_a_mandate_works_from_its_approval_until_it_is_ended(committed: str) -> None:
    outsider = people.browser(people.OUTSIDER)
    made = proposed()
    assert grants_of(key_of(people.OUTSIDER)) == ()
    assert outsider.get("/trainingen/").status_code == 404
    actions.approve(who=other(), key=made.key)
    assert [grant.key for grant in grants_of(key_of(people.OUTSIDER))] == [made.key]
    assert outsider.get("/trainingen/").status_code == 200
    actions.review(who=administrator(), key=made.key)
    actions.end(who=administrator(), key=made.key, reason="Andere baan")
    assert outsider.get("/trainingen/").status_code == 404
    assert told(made.key) == [
        ("mandate.proposed", "done", ""),
        ("mandate.approved", "done", ""),
        ("mandate.reviewed", "done", ""),
        ("mandate.ended", "done", "Andere baan"),
    ]
    with acting(administrator()):
        steps = history(Mandate, key=made.key)
    assert [step.actor for step in steps] == [
        key_of(name) for name in ("maarten", "willemijn", "maarten", "maarten")
    ]
    assert steps[-1].reason == "Andere baan"
    assert steps[1].values["approved_by"] == key_of("willemijn")
    seal_now()
    assert verify_at(parameters(), folder=None).fault is None


def test_whoever_proposed_does_not_approve(committed: str) -> None:
    made = proposed()
    with pytest.raises(EdgeRefused, match="zelf voor"):
        actions.approve(who=administrator(), key=made.key)
    assert told(made.key)[-1] == ("mandate.approved", "failed", "")


def test_nobody_proposes_approves_or_reviews_a_mandate_of_ones_own(committed: str) -> None:
    with pytest.raises(actions.Invalid, match="zichzelf"):
        proposed(professional=people.ADMINISTRATOR, role=Role.AUDITOR, purpose=Purpose.OVERSIGHT)
    for_the_other = proposed(
        professional=people.OTHER_ADMINISTRATOR, role=Role.AUDITOR, purpose=Purpose.OVERSIGHT
    )
    with pytest.raises(EdgeRefused, match="uzelf"):
        actions.approve(who=other(), key=for_the_other.key)
    with acting(administrator()):
        own = Mandate.objects.get(professional=key_of(people.ADMINISTRATOR))
    with pytest.raises(EdgeRefused, match="uzelf"):
        actions.review(who=administrator(), key=own.key)


def test_ones_own_mandate_may_be_ended(committed: str) -> None:
    with acting(administrator()):
        own = Mandate.objects.get(professional=key_of(people.ADMINISTRATOR))
    actions.end(who=administrator(), key=own.key, reason="Ik stop")
    assert grants_of(key_of(people.ADMINISTRATOR)) == ()


@pytest.mark.parametrize(
    "username",
    [people.POLICY_OFFICER, people.PRIVACY_OFFICER, people.AUDITOR, people.OUTSIDER],
)
def test_nobody_else_proposes_approves_reviews_or_ends(committed: str, username: str) -> None:
    made = proposed()
    for purpose in Purpose:
        who = people.somebody(username, purpose=purpose)
        with pytest.raises(Refused):
            proposed(who=who, role=Role.AUDITOR, purpose=Purpose.OVERSIGHT)
        for attempt in (actions.approve, actions.review):
            with pytest.raises(Refused):
                attempt(who=who, key=made.key)
        with pytest.raises(Refused):
            actions.end(who=who, key=made.key, reason="x")
    assert told(made.key) == [("mandate.proposed", "done", "")]


def test_a_mandate_that_is_not_there_is_refused(committed: str) -> None:
    with pytest.raises(Http404):
        actions.approve(who=administrator(), key=uuid.uuid4())


def test_what_was_done_is_not_done_again(committed: str) -> None:
    made = proposed()
    with pytest.raises(EdgeRefused, match="wacht op goedkeuring"):
        actions.review(who=other(), key=made.key)
    actions.approve(who=other(), key=made.key)
    with pytest.raises(EdgeRefused, match="in werking"):
        actions.approve(who=other(), key=made.key)
    actions.end(who=other(), key=made.key, reason="klaar")
    for attempt in (actions.approve, actions.review):
        with pytest.raises(EdgeRefused, match="beëindigd"):
            attempt(who=other(), key=made.key)
    with pytest.raises(EdgeRefused, match="beëindigd"):
        actions.end(who=other(), key=made.key, reason="nog eens")


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501, "a\0b"])
def test_an_end_has_a_reason(committed: str, reason: str) -> None:
    made = proposed()
    with pytest.raises(actions.Invalid, match="reden"):
        actions.end(who=administrator(), key=made.key, reason=reason)


def test_a_proposal_that_cannot_work_names_the_field_and_the_remedy(committed: str) -> None:
    faults = []
    for change in (
        {"ends": 0},
        {"begins": 5, "ends": 5},
        {"role": Role.TRAINING_PROVIDER, "purpose": Purpose.ADMINISTRATION},
    ):
        with pytest.raises(actions.Invalid) as raised:
            proposed(**change)
        faults.append(set(raised.value.faults))
    assert faults == [{"valid_until"}, {"valid_until"}, {"purpose"}]
    with pytest.raises(actions.Invalid) as raised:
        actions.propose(
            who=administrator(),
            professional=uuid.uuid4(),
            organisation="nergens",
            role=Role.POLICY_OFFICER,
            purpose=Purpose.PROGRAMME,
            valid_from=today(),
            valid_until=today() + DAY,
        )
    assert set(raised.value.faults) == {"professional", "organisation"}


def test_the_same_mandate_is_not_proposed_twice(committed: str) -> None:
    made = proposed()
    with pytest.raises(actions.Invalid, match="er al"):
        proposed(begins=50, ends=150)
    proposed(begins=100, ends=150)
    actions.end(who=administrator(), key=made.key, reason="vergissing")
    assert proposed().key != made.key


def test_the_overview_puts_first_what_asks_for_attention(committed: str) -> None:
    made = proposed()
    ahead = proposed(professional=people.POLICY_OFFICER, begins=10)
    actions.approve(who=other(), key=ahead.key)
    with acting(administrator()):
        found = overview(on=today())
    assert made.key in {each.mandate.key for each in found.waiting}
    assert found.running[0].mandate.professional_id == key_of("jamila")
    assert found.running[0].soon
    assert found.due == 1
    assert found.running[-1].mandate.key == ahead.key
    assert [each.mandate.professional_id for each in found.over] == [key_of("lieke")]
    due_on = found.running[0].due_on
    assert due_on is not None
    with acting(administrator()):
        later = overview(on=due_on + DAY)
    assert later.running[0].mandate.professional_id != key_of("jamila")
    (lapsed,) = [each for each in later.over if each.mandate.professional_id == key_of("jamila")]
    assert lapsed.state == State.LAPSED


def test_the_list_is_an_event_with_the_mandates_it_showed(committed: str) -> None:
    with acting(administrator()):
        found = overview(on=today())
    shown = {each.mandate.key for each in (*found.waiting, *found.running, *found.over)}
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT action, ARRAY(SELECT unnest(objects) ORDER BY 1) FROM journal_event"
        ).fetchall()
    assert rows == [("record.listed", sorted(shown))]


def test_a_state_is_what_hands_and_days_say() -> None:
    day = dt.date(2026, 3, 1)
    made = Mandate(valid_from=day, valid_until=day + DAY, reviewed_on=day)
    assert state_of(made, on=day) == State.PROPOSED
    made.approved_by_id = uuid.uuid4()
    assert state_of(made, on=day) == State.IN_FORCE
    assert state_of(made, on=day - DAY) == State.AHEAD
    assert state_of(made, on=day + DAY) == State.LAPSED
    assert standing_of(made, on=day + DAY).due_on is None
    made.ended_at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    assert state_of(made, on=day) == State.ENDED


def test_an_edge_without_four_eyes_asks_for_two() -> None:
    edge = Edge(name="x", label="x", sources=("a",), target="b", why="x")
    row = Mandate(proposed_by_id=uuid.uuid4())
    check_four_eyes(edge=edge, row=row, actor=row.proposed_by_id)


def test_a_role_works_for_the_purposes_of_its_rules() -> None:
    assert purposes_of(Role.MANDATE_ADMINISTRATOR) == {
        Purpose.ADMINISTRATION,
        Purpose.OVERSIGHT,
    }
    assert purposes_of(Role.TRAINING_PROVIDER) == {Purpose.PROGRAMME, Purpose.OVERSIGHT}
