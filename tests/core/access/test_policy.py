"""The policy is read strictly, and the database holds the same rules."""

import pytest

from vijfluik.core.access.models import AccessRule
from vijfluik.core.access.policy import Scope, parse, policy
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.partners.models import Purpose, Role

HEAD = 'version = "1"\n[purposes]\njournal = ["oversight"]\n'
OVERSIGHT = Purpose.OVERSIGHT


def test_the_database_holds_the_rules_of_the_file(platform: str) -> None:
    stored = {(r.role, r.thing, r.action, r.purpose, r.scope) for r in AccessRule.objects.all()}
    written = {(r.role, r.thing, r.action, r.purpose, r.scope) for r in policy().rules}
    assert stored == written


def test_a_rule_is_found_by_role_thing_action_and_purpose() -> None:
    read = parse(f'{HEAD}[auditor.journal]\nread = "all"\n')

    def found(
        *, role: Role = Role.AUDITOR, action: str = "read", purpose: Purpose = OVERSIGHT
    ) -> Scope | None:
        rule = read.rule_for(role=role, thing="journal", action=action, purpose=purpose)
        return None if rule is None else rule.scope

    assert found() == Scope.ALL
    assert found(action="write") is None
    assert found(role=Role.POLICY_OFFICER) is None
    assert found(purpose=Purpose.PROGRAMME) is None


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}[superuser.journal]\nread = "all"\n',
        f'{HEAD}[auditor.journal]\nread = "everything"\n',
    ],
)
def test_an_unknown_role_or_scope_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        parse(text)


def test_a_policy_without_a_version_is_refused() -> None:
    with pytest.raises(KeyError, match="version"):
        parse('[purposes]\njournal = ["oversight"]\n[auditor.journal]\nread = "all"\n')


def test_a_thing_without_a_purpose_is_refused() -> None:
    with pytest.raises(KeyError, match="figures"):
        parse(f'{HEAD}[auditor.figures]\nread = "all"\n')


def test_every_thing_and_act_of_the_policy_has_a_name() -> None:
    rules = policy().rules
    assert {rule.thing for rule in rules} <= set(THINGS)
    assert {rule.action for rule in rules} == set(ACTS)
