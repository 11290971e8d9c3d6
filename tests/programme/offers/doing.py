"""Offers, trajectories, rounds and needs as the people of the demonstration record them."""

import datetime as dt
import itertools
from typing import Any

from tests.site.people import ADVISER, MUNICIPALITY, POLICY_OFFICER, somebody

from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.programme.needs.answering import answer
from vijfluik.programme.needs.registers import ROUNDS
from vijfluik.programme.offers.registers import OFFERS, TRAJECTORIES

_numbers = itertools.count(1)
NEXT_YEAR = dt.timedelta(days=365)
TOWNS = {
    "wolverdam": MUNICIPALITY, "duinmeer": "femke", "oosterlo": "hidde", "ravenstad": "mirthe",
    "zandwijk": "joost",
}  # fmt: skip


def offer(*, owner: str = "ror", offered: bool = True, **content: Any) -> Any:
    """An offer of a partner, in the offer unless said otherwise."""
    who = somebody(POLICY_OFFICER)
    told = {
        "name": "Aanbod", "reference": f"A-{next(_numbers)}", "kind": "training",
        "themes": ("polarisation",), "audience": ("municipality",), "contact": "loket",
        "valid_from": today() - dt.timedelta(days=30), **content,
    }  # fmt: skip
    made = actions.create(OFFERS, who=who, owner=owner, content=told)
    if not offered:
        return made
    review = {"review_on": today() + NEXT_YEAR}
    return actions.step(OFFERS, who=who, key=made.key, edge="offer", changes=review)


def trajectory(*parts: Any, **content: Any) -> Any:
    """A trajectory of offers in this order."""
    told = {
        "name": "Traject", "reference": f"T-{next(_numbers)}", "goal": "Een netwerk dat blijft.",
        "audience": ("municipality",), "parts": tuple(each.key for each in parts),
        "composed_on": today(), **content,
    }  # fmt: skip
    return actions.create(TRAJECTORIES, who=somebody(ADVISER), owner="ess", content=told)


def a_round(**content: Any) -> Any:
    """A round that is open today, on two themes."""
    told = {
        "title": "Peiling", "reference": f"R-{next(_numbers)}",
        "themes": ("polarisation", "radicalisation"), "question": "Steun nodig?",
        "opens_on": today() - dt.timedelta(days=5), **content,
    }  # fmt: skip
    return actions.create(ROUNDS, who=somebody(ADVISER), owner="ess", content=told)


def said(found: Any, *, owner: str = "wolverdam", theme: str = "polarisation", **more: Any) -> Any:
    """What a municipality says of itself in a round."""
    told = {
        "level": "now", "audience": ("municipality",), "forms": (), "capacity": None, "note": "",
        **more,
    }  # fmt: skip
    who = somebody(TOWNS[owner])
    return answer(who=who, round_key=found.key, owner=owner, theme=theme, said=told)
