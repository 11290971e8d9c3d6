"""The grammar and a policy as the arrays that the kernel walks through."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vijfluik.engines.edifact.grammar import paxlst, pnrgov
from vijfluik.engines.edifact.grammar.rules import Operations, Rule
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kernel.spans import hashed
from vijfluik.engines.edifact.kinds import Format
from vijfluik.engines.edifact.policy import Policy, kinds_of_codes

Long = npt.NDArray[np.int64]
OWN = [
    "UNB",
    "UNG",
    "UNH",
    "UNT",
    "UNE",
    "UNZ",
    "UNA",
    "UNS",
    "TIF",
    "NAD",
    "PDT",
    "ERP",
    "SRC",
    "TVL",
    "TDT",
]
# Later tables take precedence over earlier ones of the same tag and state.
GRAMMARS: dict[Format, tuple[tuple[Rule, ...], ...]] = {
    Format.UNKNOWN: (),
    Format.PNRGOV: (pnrgov.RULES,),
    Format.PAXLST: (paxlst.RULES,),
    Format.PAXLST_US: (paxlst.RULES, paxlst.OLD_US),
    Format.CUSRES: (paxlst.RULES, paxlst.REPLY),
    Format.ACKRES: (pnrgov.RULES,),
}


class Grammar(NamedTuple):
    """What of the kernel's memory depends on grammar and policy only.

    Small and dense, because every segment is looked up in it: a rule, a slot and an operation are
    one number each.
    """

    tags: Long
    services: Long
    rule_of: Long
    cases: Long
    ops: Long


def packed(*parts: int) -> int:
    """Numbers below 256 as one, the first the least significant but unbounded when it is the last.

    Raises:
        ValueError: a number that is too large for its place; the grammar is then at fault.
    """
    if any(not 0 <= part < 256 for part in parts[:-1]) or not 0 <= parts[-1] < 1 << 32:
        raise ValueError(f"{parts} does not fit")
    return sum(part << (8 * place) for place, part in enumerate(parts))


def pack(text: str) -> int:
    """ASCII as the number that the kernel compares."""
    return int.from_bytes(text.encode("ascii"), "big")


def tag_names() -> list[str]:
    """Every tag that the grammar knows; the kernel's own first, numbered from 1."""
    used = {rule.tag for tables in GRAMMARS.values() for rules in tables for rule in rules}
    return ["", *OWN, *sorted(used - set(OWN))]


class _Writer:
    """Collects cases and operations in flat lists."""

    def __init__(self, dropped: frozenset[str]) -> None:
        self.dropped = dropped
        self.cases: list[int] = []
        self.ops: list[int] = []

    def case(self, key: int, operations: Operations) -> None:
        self.cases += [key, packed(len(operations), len(self.ops))]
        self.ops += [packed(*operation) for operation in operations]

    def rule(self, rule: Rule) -> int:
        """The rule as a number: its qualifier (0 for none), how many cases, the first of them."""
        first = len(self.cases) // 2
        for word, operations in rule.cases.items():
            if rule.tag == "SSR" and word in self.dropped:
                continue
            self.case(pack(word), operations)
        if rule.otherwise is not None:
            self.case(-2, rule.otherwise)
        element, component = rule.qualifier or (0, 0)
        return packed(element, component, len(self.cases) // 2 - first, first)


@lru_cache(maxsize=16)
def compile_grammar(policy: Policy) -> Grammar:
    """The arrays for a policy; kept, because a policy is used for millions of messages."""
    names = tag_names()
    number = {name: place for place, name in enumerate(names)}
    rule_of = np.full(len(Format) * at.STATES * at.TAGS, -1, np.int64)
    writer = _Writer(policy.dropped)
    for kind, tables in GRAMMARS.items():
        for rules in tables:
            for rule in rules:
                made = writer.rule(rule)
                for state in rule.states:
                    rule_of[(kind * at.STATES + state) * at.TAGS + number[rule.tag]] = made
    return Grammar(
        tags=_slots({pack(name): number[name] for name in names[1:]}),
        services=_slots({pack(code): int(kind) for code, kind in kinds_of_codes().items()}),
        rule_of=rule_of,
        cases=np.array(writer.cases, np.int64),
        ops=np.array(writer.ops, np.int64),
    )


def _slots(entries: dict[int, int]) -> Long:
    """A hash table as the kernel looks things up: key and value, next place when one is taken."""
    slots = np.zeros(at.SLOTS, np.int64)
    for key, value in entries.items():
        slot = hashed(key)
        while slots[slot]:
            slot = (slot + 1) % at.SLOTS
        slots[slot] = packed(value + 1, key)
    return slots
