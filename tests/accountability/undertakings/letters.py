"""Letters to Parliament that two people let go."""

from typing import Any

from tests.site.people import somebody

from vijfluik.accountability.undertakings.papers.register import REGISTER
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions


def approved(letter: Any) -> Any:
    """The letter, laid before a colleague and approved."""
    actions.step(
        REGISTER, who=somebody("anouk"), key=letter.key, edge="propose",
        changes={"send_by": today()},
    )  # fmt: skip
    return actions.step(
        REGISTER, who=somebody("noor"), key=letter.key, edge="approve",
        changes={"approved_on": today()},
    )  # fmt: skip
