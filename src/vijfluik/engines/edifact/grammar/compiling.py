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
    """What of the kernel's memory depends on grammar and policy only."""

    tag_keys: Long
    tag_numbers: Long
    rule_of: Long
    rules: Long
    case_keys: Long
    cases: Long
    ops: Long
    service_keys: Long
    service_kinds: Long


def pack(text: str) -> int:
    """ASCII as the number that the kernel compares."""
    return int.from_bytes(text.encode("ascii"), "big")


def tag_names() -> list[str]:
    """Every tag that the grammar knows; the kernel's own first, numbered from 1."""
    used = {rule.tag for tables in GRAMMARS.values() for rules in tables for rule in rules}
    return ["", *OWN, *sorted(used - set(OWN))]


class _Writer:
    """Collects rules, cases and operations in flat lists."""

    def __init__(self, dropped: frozenset[str]) -> None:
        self.dropped = dropped
        self.rules: list[int] = []
        self.keys: list[int] = []
        self.cases: list[int] = []
        self.ops: list[int] = []

    def case(self, key: int, operations: Operations) -> None:
        self.keys.append(key)
        self.cases += [len(self.ops) // 6, len(operations)]
        self.ops += [int(value) for operation in operations for value in operation]

    def rule(self, rule: Rule) -> int:
        first = len(self.keys)
        for word, operations in rule.cases.items():
            if rule.tag == "SSR" and word in self.dropped:
                continue
            self.case(pack(word), operations)
        if rule.otherwise is not None:
            self.case(-2, rule.otherwise)
        element, component = rule.qualifier or (-1, 0)
        self.rules += [element, component, first, len(self.keys) - first]
        return len(self.rules) // 4 - 1


@lru_cache(maxsize=16)
def compile_grammar(policy: Policy) -> Grammar:
    """The arrays for a policy; kept, because a policy is used for millions of messages."""
    names = tag_names()
    number = {name: place for place, name in enumerate(names)}
    tag_keys, tag_numbers = _slots({pack(name): number[name] for name in names[1:]})
    rule_of = np.full(len(Format) * at.STATES * at.TAGS, -1, np.int64)
    writer = _Writer(policy.dropped)
    for kind, tables in GRAMMARS.items():
        for rules in tables:
            for rule in rules:
                made = writer.rule(rule)
                for state in rule.states:
                    rule_of[(kind * at.STATES + state) * at.TAGS + number[rule.tag]] = made
    service_keys, service_kinds = _slots(
        {pack(code): int(kind) for code, kind in kinds_of_codes().items()}
    )
    return Grammar(
        tag_keys=tag_keys,
        tag_numbers=tag_numbers,
        rule_of=rule_of,
        rules=np.array(writer.rules, np.int64),
        case_keys=np.array(writer.keys, np.int64),
        cases=np.array(writer.cases, np.int64),
        ops=np.array(writer.ops, np.int64),
        service_keys=service_keys,
        service_kinds=service_kinds,
    )


def _slots(entries: dict[int, int]) -> tuple[Long, Long]:
    """A hash table as the kernel looks things up: keys and values, next place when one is taken."""
    keys, values = np.zeros(at.SLOTS, np.int64), np.zeros(at.SLOTS, np.int64)
    for key, value in entries.items():
        slot = hashed(key)
        while keys[slot]:
            slot = (slot + 1) % at.SLOTS
        keys[slot], values[slot] = key, value
    return keys, values
