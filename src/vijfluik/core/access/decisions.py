"""May this actor do this? A function of the actor, the policy, the thing, and what is open.

For what holds nobody's data it is pure; of a thing that is shut until it was assessed, the database
is asked for which organisations it is open (`compartments`).
"""

import uuid
from dataclasses import dataclass

from vijfluik.core.access.compartments import open_at
from vijfluik.core.access.policy import Policy, Rule, Scope, policy
from vijfluik.core.partners.acting import Acting, Grant

NOTHING_ALLOWS = "no-rule"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The outcome, the rule behind it and the version of the policy (AuthZEN-NLGov).

    Attributes:
        mandate: the one that allows it; without one nothing is allowed.
    """

    rule: str
    policy_version: str
    mandate: uuid.UUID | None = None

    @property
    def allowed(self) -> bool:
        """Whether a mandate allows it."""
        return self.mandate is not None


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Where an actor may do something: everywhere, or at these organisations only."""

    everywhere: bool
    organisations: frozenset[str]
    rule: str
    policy_version: str
    mandates: frozenset[uuid.UUID]

    @property
    def nowhere(self) -> bool:
        """True when no rule allows it at all."""
        if self.everywhere:
            return False
        return not self.organisations


def decide(
    *, who: Acting, thing: str, action: str, organisation: str | None, by: Policy | None = None
) -> Decision:
    """Decide whether `who` may do `action` to a `thing` that belongs to `organisation`.

    Args:
        organisation: the code of the owning organisation; None for a thing without an owner,
            which only a rule of scope "all" opens.
        by: the policy; the one in force when None.
    """
    rules = by or policy()
    for rule, grant in _rules_of(who, thing=thing, action=action, by=rules):
        allowed = Decision(rule=rule.name, policy_version=rules.version, mandate=grant.key)
        if rule.scope == Scope.ALL:
            return allowed
        if grant.organisation == organisation:
            return allowed
    return Decision(rule=NOTHING_ALLOWS, policy_version=rules.version)


def reach(*, who: Acting, thing: str, action: str, by: Policy | None = None) -> Reach:
    """Where `who` may do `action`, for limiting a list."""
    rules = by or policy()
    found = _rules_of(who, thing=thing, action=action, by=rules)
    names = sorted({rule.name for rule, _ in found})
    return Reach(
        everywhere=any(rule.scope == Scope.ALL for rule, _ in found),
        organisations=frozenset(
            grant.organisation for rule, grant in found if rule.scope == Scope.OWN
        ),
        rule=" ".join(names) or NOTHING_ALLOWS,
        policy_version=rules.version,
        mandates=frozenset(grant.key for _, grant in found),
    )


def _rules_of(who: Acting, *, thing: str, action: str, by: Policy) -> list[tuple[Rule, Grant]]:
    """The rules that the actor's mandates bring for this purpose, each with its mandate."""
    found = []
    for grant in who.actor.grants:
        if grant.purpose != who.purpose:
            continue
        rule = by.rule_for(role=grant.role, thing=thing, action=action, purpose=grant.purpose)
        if rule is None:
            continue
        if not open_at(thing, organisation=grant.organisation):
            continue
        found.append((rule, grant))
    return found
