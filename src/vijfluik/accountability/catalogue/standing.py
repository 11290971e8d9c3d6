"""How far everything is on this installation, from the evidence that lies beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vijfluik.accountability.catalogue.code_state import CodeState
from vijfluik.accountability.catalogue.evidence import (
    Evidence,
    RulesOut,
    read_evidence,
    read_rules_out,
)
from vijfluik.accountability.catalogue.library import Catalogue
from vijfluik.accountability.catalogue.states import ItemState, states


class Found(StrEnum):
    """What evidence there is."""

    CURRENT = "current"
    OTHER_CODE = "of another state of the code"
    ABSENT = "absent"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The states of all items, and the evidence that they rest on.

    `evidence` and `rules_out` are those of this state of the code; None otherwise.
    """

    found: Found
    evidence: Evidence | None
    rules_out: RulesOut | None
    items: Mapping[str, ItemState]


def standing(catalogue: Catalogue, *, folder: Path, code: CodeState) -> Standing:
    """The standing by the evidence in a folder.

    Args:
        code: the state of the code that is asked about; empty `tests` when an installation has
            none, which then do not have to agree.
    """
    evidence, rules_out = read_evidence(folder), read_rules_out(folder)
    found = Found.ABSENT if evidence is None else Found.CURRENT
    if evidence is not None and not agrees(evidence.code, code):
        found, evidence = Found.OTHER_CODE, None
    if rules_out is not None and not agrees(rules_out.code, code):
        rules_out = None
    return Standing(
        found=found,
        evidence=evidence,
        rules_out=rules_out,
        items=states(catalogue, evidence=evidence, rules_out=rules_out),
    )


def agrees(seen: CodeState, now: CodeState) -> bool:
    """Whether evidence speaks of the code that is asked about."""
    return seen.source == now.source and now.tests in ("", seen.tests)
