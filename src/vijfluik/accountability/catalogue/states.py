"""The state of a row and of an item: computed from evidence, never typed.

A row *works* when everything that its claim names was really called, with data of its item, by
tests that passed, and when those tests notice that its rule is taken out. It works *partly* when
some of what is named was, or when the claim itself says what is still lacking. Everything else is
*not yet*. Without evidence of this state of the code a claimed row is *unchecked*: nobody knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.accountability.catalogue.evidence import Evidence, Proof, RulesOut
from vijfluik.accountability.catalogue.library import Catalogue, Demand


class State(StrEnum):
    """How far a row or an item is."""

    WORKS = "works"
    PARTLY = "partly"
    NOT_YET = "not yet"
    UNCHECKED = "not checked"


class Why(StrEnum):
    """Why a row does not work, or not wholly."""

    UNCLAIMED = "nothing serves it yet"
    NO_EVIDENCE = "no evidence for this state of the code"
    NO_TEST = "no test of it was run"
    FAILED = "a test of it failed"
    NOT_CALLED = "its tests did not call all that serves it with data of the item"
    UNNOTICED = "its tests pass with its rule taken out"
    LACKING = "what serves it gives a part"


@dataclass(frozen=True, kw_only=True)
class RowState:
    """How far one row is.

    Attributes:
        why: what is in the way; None when it works.
        missing: what the claim names and no passing test called with data of the item.
        tests: the tests that name it.
        rule_noticed: whether its tests notice that the rule is taken out; None when not tried.
    """

    demand: Demand
    state: State
    why: Why | None
    missing: Sequence[str] = ()
    tests: Sequence[str] = ()
    rule_noticed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ItemState:
    """How far one item is, from its rows."""

    item: str
    state: State
    rows: Sequence[RowState]


def states(
    catalogue: Catalogue, *, evidence: Evidence | None, rules_out: RulesOut | None
) -> dict[str, ItemState]:
    """The state of every item.

    Args:
        evidence: of this state of the code; None when there is none.
        rules_out: of the same state of the code; None when no rule was taken out yet.
    """
    proofs: dict[str, list[Proof]] = {}
    for proof in () if evidence is None else evidence.proofs:
        proofs.setdefault(proof.row, []).append(proof)
    noticed = {} if rules_out is None else rules_out.noticed
    rows: dict[str, list[RowState]] = {key: [] for key in catalogue.described}
    for demand in catalogue.demands.values():
        rows[demand.item].append(
            row_state(
                demand,
                proofs=None if evidence is None else proofs.get(demand.id, []),
                noticed=noticed.get(demand.id),
            )
        )
    return {
        key: ItemState(item=key, state=whole(row.state for row in found), rows=found)
        for key, found in rows.items()
    }


def row_state(demand: Demand, *, proofs: Sequence[Proof] | None, noticed: bool | None) -> RowState:
    """How far one row is; `proofs` is None when there is no evidence at all."""
    claim = demand.claim
    if claim is None:
        return RowState(demand=demand, state=State.NOT_YET, why=Why.UNCLAIMED)
    if proofs is None:
        return RowState(demand=demand, state=State.UNCHECKED, why=Why.NO_EVIDENCE)
    tests = sorted(proof.test for proof in proofs)
    met = {
        call.target
        for proof in proofs
        for call in proof.called
        if claim.programme or demand.item in call.items
    }
    missing = [target for target in claim.by if target not in met]
    state, why = _judged(demand, proofs=proofs, missing=missing, noticed=noticed)
    return RowState(
        demand=demand, state=state, why=why, missing=missing, tests=tests, rule_noticed=noticed
    )


def _judged(
    demand: Demand, *, proofs: Sequence[Proof], missing: Sequence[str], noticed: bool | None
) -> tuple[State, Why | None]:
    claim = demand.claim
    assert claim is not None  # noqa: S101 - for the type only
    if not proofs:
        return State.NOT_YET, Why.NO_TEST
    if not all(proof.passed for proof in proofs):
        return State.NOT_YET, Why.FAILED
    if len(missing) == len(claim.by):
        return State.NOT_YET, Why.NOT_CALLED
    if noticed is False:
        return State.NOT_YET, Why.UNNOTICED
    if missing:
        return State.PARTLY, Why.NOT_CALLED
    if claim.lacks is not None:
        return State.PARTLY, Why.LACKING
    return State.WORKS, None


def whole(parts: Iterable[State]) -> State:
    """The state of something from those of its parts: nothing works when there are no parts."""
    found = list(parts)
    if found and all(state is State.WORKS for state in found):
        return State.WORKS
    if State.WORKS in found or State.PARTLY in found:
        return State.PARTLY
    return State.UNCHECKED if State.UNCHECKED in found else State.NOT_YET


def counted(found: Iterable[State]) -> Mapping[State, int]:
    """How many there are of each state."""
    listed = list(found)
    return {state: listed.count(state) for state in State}
