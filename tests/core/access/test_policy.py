"""The policy is read strictly, and the database holds the same rules."""

import pytest

from vijfluik.core.access.models import AccessRule
from vijfluik.core.access.policy import Scope, parse, policy
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.partners.models import Role


def test_the_database_holds_the_rules_of_the_file(platform: str) -> None:
    stored = {(r.role, r.thing, r.action, r.scope) for r in AccessRule.objects.all()}
    written = {(r.role, r.thing, r.action, r.scope) for r in policy().rules}
    assert stored == written


def test_a_rule_is_found_by_role_thing_and_action() -> None:
    read = parse('version = "1"\n[auditor.journal]\nread = "all"\n')
    rule = read.rule_for(role=Role.AUDITOR, thing="journal", action="read")
    assert rule is not None
    assert rule.scope == Scope.ALL
    assert read.rule_for(role=Role.AUDITOR, thing="journal", action="write") is None
    assert read.rule_for(role=Role.POLICY_OFFICER, thing="journal", action="read") is None


@pytest.mark.parametrize(
    "text",
    [
        'version = "1"\n[superuser.journal]\nread = "all"\n',
        'version = "1"\n[auditor.journal]\nread = "everything"\n',
    ],
)
def test_an_unknown_role_or_scope_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        parse(text)


def test_a_policy_without_a_version_is_refused() -> None:
    with pytest.raises(KeyError, match="version"):
        parse('[auditor.journal]\nread = "all"\n')


def test_every_thing_and_act_of_the_policy_has_a_name() -> None:
    rules = policy().rules
    assert {rule.thing for rule in rules} <= set(THINGS)
    assert {rule.action for rule in rules} == set(ACTS)
