"""The whole policy as a matrix: which role may do what to which thing, where and for what."""

from collections import defaultdict
from dataclasses import dataclass

from vijfluik.core.access.policy import Policy, Scope
from vijfluik.core.access.reasons import Reason, reason_of
from vijfluik.core.partners.models import Purpose, Role


@dataclass(frozen=True, kw_only=True, order=True)
class Right:
    """What a role may do to a thing, as widely as stated and for one purpose."""

    thing: str
    role: Role
    purpose: Purpose
    scope: Scope
    actions: tuple[str, ...]

    @property
    def reason(self) -> Reason:
        """Why it is there, and the law on which it rests."""
        return reason_of(role=self.role, thing=self.thing)

    def as_json(self) -> dict[str, object]:
        """The same as plain data, in the words of the policy file, with its reason."""
        return {
            "thing": self.thing,
            "role": str(self.role),
            "purpose": str(self.purpose),
            "scope": str(self.scope),
            "actions": list(self.actions),
            "reason": dict(self.reason.words),
            "law": list(self.reason.law),
            "rests_on": self.reason.rests,
        }


def matrix(
    policy: Policy, *, role: str = "", thing: str = "", purpose: str = "", action: str = ""
) -> list[Right]:
    """The rights by thing and role, of those that are named. What is not there is refused.

    Of an action that is named, the rights are those that allow it, with whatever else they allow.
    """
    found: dict[tuple[str, Role, Purpose, Scope], list[str]] = defaultdict(list)
    named = {"role": role, "thing": thing, "purpose": purpose}
    asked = {name: value for name, value in named.items() if value}
    for rule in policy.rules:
        if any(getattr(rule, name) != value for name, value in asked.items()):
            continue
        found[rule.thing, rule.role, rule.purpose, rule.scope].append(rule.action)
    rights = sorted(
        Right(thing=of, role=who, purpose=why, scope=where, actions=tuple(sorted(actions)))
        for (of, who, why, where), actions in found.items()
    )
    if not action:
        return rights
    return [right for right in rights if action in right.actions]
