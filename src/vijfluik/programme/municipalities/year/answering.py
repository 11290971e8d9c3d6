"""Answering a matter: the register's own act, with its rules, version and event in the journal."""

from collections.abc import Mapping
from typing import Any

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers import actions
from vijfluik.programme.municipalities.year.matters import ITEM, Kind, Matter
from vijfluik.programme.partnerships.plans.actions import take_over
from vijfluik.programme.partnerships.registers import PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import PartnershipKind


def answer(
    matter: Matter,
    *,
    who: Acting,
    owner: str,
    edge: str,
    values: Mapping[str, Any],
    reason: str = "",
    seen: str | None = None,
) -> None:
    """Answer one matter; nothing else changes with it.

    Args:
        owner: the code of the organisation of the municipality.
        edge: the step taken; empty where something is made.
        values: field → value, as content holds it.
        seen: the version that the person looked at.

    Raises:
        Refused, Invalid, EdgeRefused, Conflict: as the acts of `core.registers.actions` do.
    """
    if matter.kind == Kind.PLAN:
        content = {**values, "kind": PartnershipKind.ACTION_PLAN.value, "item": ITEM}
        actions.create(PARTNERSHIPS, who=who, owner=owner, content=content)
        return
    if matter.kind == Kind.GOALS:
        key = matter.record.key
        take_over(who=who, key=key, words=values["goals"], begins=values["begins"])
        return
    actions.step(
        matter.register,
        who=who,
        key=matter.record.key,
        edge=edge,
        changes=values,
        reason=reason,
        seen=seen,
    )
