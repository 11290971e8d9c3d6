"""Answering a round: one need per theme, said anew or changed, each an act of its own."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.needs.models import Need, NeedRound
from vijfluik.programme.needs.registers import NEEDS, ROUNDS
from vijfluik.programme.needs.rounds.register import takes_answers

# What is said per theme; the rest follows from the round and the day.
ASKED = ("level", "audience", "forms", "capacity", "note")


def reference_of(found: NeedRound, *, theme: str) -> str:
    """The number of an answer: one per theme and round, so that no theme is answered twice."""
    return f"{found.reference[:15]}-{found.key.hex[:4]}-{theme}"


def answer(
    *, who: Acting, round_key: uuid.UUID, owner: str, theme: str, said: Mapping[str, Any]
) -> Any:
    """Say, or say otherwise, what an organisation needs on one theme.

    Args:
        owner: the organisation that speaks of itself; whose mandate it is not, is refused.
        said: level, audience, forms, capacity, note.

    Raises:
        Refused: there is no such round, or this person may not speak for this organisation.
        Invalid: the round takes no answers, or something is not right.
    """
    with acting(who):
        found = access_record(ROUNDS, who=who, key=round_key)
        if not takes_answers(found):
            raise Invalid([Fault(field="", wrong=_("deze peiling is nu niet open"))])
        reference = reference_of(found, theme=theme)
        there = Need.objects.filter(respondent_id=owner, reference=reference).first()
        there = there if there is not None and there.state != WITHDRAWN else None
        seen = token_of(NEEDS, key=there.key) if there is not None else ""
        before = content_of(NEEDS, record=there) if there is not None else None
    if there is None or before is None:
        content = {**said, "reference": reference, "need_round": found.key, "theme": theme,
                   "item": found.item, "answered_on": today()}  # fmt: skip
        return actions.create(NEEDS, who=who, owner=owner, content=content)
    if not _differs(before, said=said):
        return there
    return actions.correct(
        NEEDS,
        who=who,
        key=there.key,
        changes={**said, "answered_on": today()},
        reason=_("Antwoord gewijzigd zolang de peiling open is."),
        seen=seen,
    )


def _differs(before: Content, *, said: Mapping[str, Any]) -> bool:
    """Whether something else is said than stands there."""
    return any(before[name] != value for name, value in said.items())
