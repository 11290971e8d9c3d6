"""How far the first steps are for a reader: asked of the registers that the reader may enter."""

import contextlib
import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import listing
from vijfluik.core.access.matrix import matrix
from vijfluik.core.access.policy import policy
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.site.first_steps.sequence import STEPS, Step, Way

# Whoever may only look has nothing to begin.
LOOKING = frozenset({"read", "verify"})


class State(StrEnum):
    """How a step stands; ELSEWHERE is what the reader may not know."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A step for one reader.

    `ways`: those that the reader may go. `roles`: who completes the step, in the words of mandates.
    """

    step: Step
    state: State
    ways: tuple[Way, ...]
    roles: tuple[str, ...]


def begins(who: Acting) -> bool:
    """Whether somebody may do more than look in one step or more."""
    return any(
        way.action not in LOOKING and may(who, way=way) for step in STEPS for way in step.ways
    )


def may(who: Acting, *, way: Way) -> bool:
    """Whether somebody may go a way, for the purpose that it needs."""
    for_way = _for(who, purpose=way.purpose)
    return not reach(who=for_way, thing=way.thing, action=way.action).nowhere


def last_known(who: Acting) -> Step | None:
    """The last step of which somebody may know whether it was done; None for nothing."""
    return next((step for step in reversed(STEPS) if knows(who, step=step)), None)


def standings(who: Acting) -> list[Standing]:
    """The steps in order, the first that the reader knows not to be done yet marked as the next."""
    found: list[Standing] = []
    for step in STEPS:
        state = _state(who, step=step, before=[each.state for each in found])
        found.append(
            Standing(
                step=step,
                state=state,
                ways=tuple(way for way in step.ways if may(who, way=way)),
                roles=roles_of(step),
            )
        )
    return found


def _state(who: Acting, *, step: Step, before: Sequence[State]) -> State:
    if not knows(who, step=step):
        return State.ELSEWHERE
    if done(who, step=step):
        return State.DONE
    return State.LATER if State.NEXT in before else State.NEXT


def knows(who: Acting, *, step: Step) -> bool:
    """Whether somebody may know if a step was done."""
    if _works(who) and step.purpose == Purpose.ADMINISTRATION:
        return True
    return not reach(who=_for(who, purpose=step.purpose), thing=step.reads, action="read").nowhere


def done(who: Acting, *, step: Step) -> bool:
    """Whether a step was done, by the records of it; the decision to look is journalled."""
    # Whoever works in the programme is the proof that somebody was let in.
    if _works(who) and step.purpose == Purpose.ADMINISTRATION:
        return True
    with _acting_for(who, purpose=step.purpose), listing(thing=step.reads):
        return step.made().exists()


def _works(who: Acting) -> bool:
    """Whether somebody has a mandate to work in the programme."""
    return any(grant.purpose == Purpose.PROGRAMME for grant in who.actor.grants)


@contextlib.contextmanager
def _acting_for(who: Acting, *, purpose: Purpose) -> Iterator[None]:
    """As the request acts already, or for another purpose."""
    if who.purpose == purpose:
        yield
        return
    with acting(_for(who, purpose=purpose)):
        yield


def _for(who: Acting, *, purpose: Purpose) -> Acting:
    return who if who.purpose == purpose else dataclasses.replace(who, purpose=purpose, used=None)


def roles_of(step: Step) -> tuple[str, ...]:
    """The roles that may complete a step, by the policy."""
    last = step.ways[-1]
    rights = matrix(policy(), thing=last.thing, action=last.action, purpose=str(last.purpose))
    return tuple(sorted({str(right.role.label) for right in rights}))
