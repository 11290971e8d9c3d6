"""Row-level security, the guard and the constraints alone: raw SQL as the application."""

import contextlib

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.core.mandates.test_actions import administrator, other, proposed
from tests.site import people

from vijfluik.core.mandates import actions
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Purpose, Role
from vijfluik.demo.people import key_of

INSERT = (
    "INSERT INTO partners_mandate (key, professional_id, organisation_id, role, for_purpose,"
    " valid_from, valid_until, proposed_by_id, proposed_at, approved_by_id, approved_at,"
    " reviewed_on, end_reason) SELECT gen_random_uuid(), {professional}, 'jenv', 'auditor',"
    " 'oversight', partners.today(), partners.today() + 9, {proposer}, {at}, {approver},"
    " {approved}, partners.today(), ''"
)
FAIR = {
    "professional": "'{gijs}'::uuid",
    "proposer": "partners.actor()",
    "at": "now()",
    "approver": "NULL::uuid",
    "approved": "NULL::timestamptz",
}


def done(statement: str, *, who: Acting) -> int:
    """Rows that the statement changed; -1 when PostgreSQL refuses. It is undone either way."""
    changed = -1
    with acting(who), contextlib.suppress(DatabaseError), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(statement)
            changed = cursor.rowcount
        transaction.set_rollback(True)
    return changed


def insert(**changes: str) -> str:
    text = INSERT.format(**{**FAIR, **changes})
    for name in ("gijs", "maarten", "willemijn"):
        text = text.replace(f"{{{name}}}", str(key_of(name)))
    return text


def test_a_fair_proposal_passes_and_nothing_else_does(committed: str) -> None:
    assert done(insert(), who=administrator()) == 1
    for unfair in (
        insert(professional="partners.actor()"),
        insert(proposer="'{willemijn}'::uuid"),
        insert(at="now() - interval '1 day'"),
        insert(approver="'{willemijn}'::uuid", approved="now()"),
        insert(approver="partners.actor()", approved="now()"),
        insert(approver="'{gijs}'::uuid", approved="now()"),
    ):
        assert done(unfair, who=administrator()) == -1, unfair


@pytest.mark.parametrize(
    "username",
    [people.POLICY_OFFICER, people.PRIVACY_OFFICER, people.AUDITOR, people.OUTSIDER],
)
def test_nobody_else_proposes_or_changes(committed: str, username: str) -> None:
    for purpose in Purpose:
        who = people.somebody(username, purpose=purpose)
        assert done(insert(), who=who) == -1
        for change in ("end_reason = 'x'", "reviewed_on = partners.today()"):
            assert done(f"UPDATE partners_mandate SET {change}", who=who) <= 0


def update(made: Mandate, change: str) -> str:
    return f"UPDATE partners_mandate SET {change} WHERE key = '{made.key}'"


APPROVE = "approved_by_id = partners.actor(), approved_at = now()"
REVIEW = "reviewed_by_id = partners.actor(), reviewed_on = partners.today()"
END = "ended_by_id = partners.actor(), ended_at = now(), end_reason = 'x'"


def test_the_database_refuses_the_proposer_and_the_holder_as_approver(committed: str) -> None:
    made = proposed()
    mine = proposed(
        professional=people.OTHER_ADMINISTRATOR, role=Role.AUDITOR, purpose=Purpose.OVERSIGHT
    )
    assert done(update(made, APPROVE), who=administrator()) == -1
    assert done(update(made, APPROVE), who=other()) == 1
    assert done(update(mine, APPROVE), who=other()) == -1
    forged = f"approved_by_id = '{key_of('fleur')}', approved_at = now()"
    assert done(update(made, forged), who=administrator()) == -1
    assert done(update(made, "approved_by_id = partners.actor()"), who=other()) == -1
    late = "approved_by_id = partners.actor(), approved_at = now() - interval '1 day'"
    assert done(update(made, late), who=other()) == -1


def test_a_review_is_of_today_by_another_and_of_what_works(committed: str) -> None:
    made = proposed()
    assert done(update(made, REVIEW), who=other()) == -1
    actions.approve(who=other(), key=made.key)
    assert done(update(made, REVIEW), who=other()) == 1
    ahead = "reviewed_by_id = partners.actor(), reviewed_on = partners.today() + 900"
    assert done(update(made, ahead), who=other()) == -1
    assert done(update(made, "reviewed_on = partners.today() - 1"), who=other()) == -1
    with acting(administrator()):
        own = Mandate.objects.get(professional=key_of(people.ADMINISTRATOR))
    assert done(update(own, REVIEW), who=administrator()) == -1


def test_an_end_has_hand_and_reason_and_is_final(committed: str) -> None:
    made = proposed()
    assert done(update(made, END), who=administrator()) == 1
    assert done(update(made, END.replace("'x'", "''")), who=administrator()) == -1
    forged = END.replace("partners.actor()", f"'{key_of('fleur')}'")
    assert done(update(made, forged), who=administrator()) == -1
    actions.end(who=administrator(), key=made.key, reason="klaar")
    for back in (
        "ended_by_id = NULL, ended_at = NULL, end_reason = ''",
        "end_reason = 'anders'",
        APPROVE,
    ):
        assert done(update(made, back), who=other()) == -1


@pytest.mark.parametrize(
    "change",
    [
        "professional_id = partners.actor()",
        "role = 'auditor'",
        "for_purpose = 'oversight'",
        "valid_until = valid_until + 999",
        "proposed_by_id = partners.actor()",
        "organisation_id = 'ror'",
    ],
)
def test_the_words_of_a_mandate_do_not_change(committed: str, change: str) -> None:
    made = proposed()
    assert done(update(made, change), who=other()) == -1
    assert done(f"DELETE FROM partners_mandate WHERE key = '{made.key}'", who=other()) == -1
    assert done("TRUNCATE partners_mandate CASCADE", who=other()) == -1


def test_an_approval_is_given_once(committed: str) -> None:
    made = proposed()
    actions.approve(who=other(), key=made.key)
    away = "approved_by_id = NULL, approved_at = NULL"
    assert done(update(made, away), who=administrator()) == -1
    assert done(update(made, APPROVE), who=administrator()) == -1


def test_history_cannot_be_written(committed: str) -> None:
    made = proposed()
    for statement in (
        f"UPDATE partners_mandate_version SET role = 'auditor' WHERE key = '{made.key}'",
        "DELETE FROM partners_mandate_version",
    ):
        assert done(statement, who=administrator()) == -1


@pytest.mark.parametrize(
    ("column", "value", "constraint"),
    [
        ("approved_by_id", "maarten", "four_eyes"),
        ("approved_by_id", "gijs", "approved_by_someone_else"),
        ("proposed_by_id", "gijs", "granted_by_someone_else"),
        ("reviewed_by_id", "gijs", "reviewed_by_someone_else"),
    ],
)
def test_the_constraints_bind_the_owner_too(
    committed: str, column: str, value: str, constraint: str
) -> None:
    made = proposed()
    row = Mandate.objects.using("owner").filter(key=made.key)
    changes: dict[str, object] = {column: key_of(value)}
    if column == "approved_by_id":
        changes["approved_at"] = "2026-01-01T00:00Z"
    with pytest.raises(IntegrityError, match=constraint):
        row.update(**changes)
    for half in ({"approved_at": "2026-01-01T00:00Z"}, {"end_reason": "x"}):
        with pytest.raises(IntegrityError):
            row.update(**half)
