"""The policy as values: which role may do which action to which thing, and how widely."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from vijfluik.core.partners.models import Purpose, Role

FILE = Path(__file__).with_name("policy.toml")


class Scope(StrEnum):
    """How widely a rule holds."""

    OWN = "own"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, order=True)
class Rule:
    """One line of the policy, for one of the purposes of its thing."""

    role: Role
    thing: str
    action: str
    purpose: Purpose
    scope: Scope

    @property
    def name(self) -> str:
        """How a decision names it: `role:thing:action:scope`."""
        return f"{self.role}:{self.thing}:{self.action}:{self.scope}"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A version of the policy and its rules."""

    version: str
    rules: tuple[Rule, ...]

    def rule_for(self, *, role: Role, thing: str, action: str, purpose: Purpose) -> Rule | None:
        """The rule that allows it, or None: what is not written is not allowed."""
        return self._by_question.get((role, thing, action, purpose))

    @cached_property
    def _by_question(self) -> Mapping[tuple[Role, str, str, Purpose], Rule]:
        """A page asks dozens of times, and a policy grows with each register."""
        return {(rule.role, rule.thing, rule.action, rule.purpose): rule for rule in self.rules}


def parse(text: str) -> Policy:
    """Read a policy.

    Raises:
        ValueError: an unknown role, purpose or scope.
        KeyError: it has no version, or a thing has no purposes.
    """
    content = tomllib.loads(text)
    version = content.pop("version")
    purposes = content.pop("purposes")
    rules = [
        Rule(
            role=Role(role),
            thing=thing,
            action=action,
            purpose=Purpose(purpose),
            scope=Scope(scope),
        )
        for role, things in content.items()
        for thing, actions in things.items()
        for action, scope in actions.items()
        for purpose in purposes[thing]
    ]
    return Policy(version=version, rules=tuple(sorted(rules)))


@cache
def policy() -> Policy:
    """The policy in force; a process reads it once."""
    return parse(FILE.read_text(encoding="utf-8"))
