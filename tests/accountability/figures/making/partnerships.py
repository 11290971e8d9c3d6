"""Partnerships with their partners, milestones and posts."""

import uuid
from collections.abc import Mapping

from tests.accountability.figures.making.maker import FIRST_DAY, SECOND_DAY, Maker, Parent, Record

from vijfluik.programme.partnerships.models import Milestone, Partner, Partnership, Post

PARTNERSHIP: Record = {
    "key": uuid.UUID(int=0x9A5),
    "lead_id": "fec",
    "reference": "SW-1",
    "name": "Samenwerking",
    "item": "VK-40",
    "kind": "network",
    "goal": "Samen zien.",
    "ground": "Convenant",
    "state": "prepared",
    "decided_on": FIRST_DAY,
    "started_on": FIRST_DAY,
    "review_on": SECOND_DAY,
}


def partnership() -> Record:
    """A partnership that began and is looked at again."""
    return PARTNERSHIP | {"reference": uuid.uuid4().hex[:12]}


def part_of_partnership() -> Record:
    """What partners, milestones and posts have alike."""
    return {
        "lead_id": "fec",
        "partnership_id": PARTNERSHIP["key"],
        "reference": uuid.uuid4().hex[:12],
        "name": "Partner",
        "title": "Mijlpaal of functie",
        "sector": "public",
        "kind": "large_bank",
        "country": "NL",
        "joined_on": FIRST_DAY,
        "agreed_on": FIRST_DAY,
        "reached_on": FIRST_DAY,
        "decided_on": FIRST_DAY,
        "from_on": FIRST_DAY,
    }


MAKERS: Mapping[str, Maker] = {
    "partnerships": Maker(
        model=Partnership,
        plain=partnership,
        withdrawn={"state": "withdrawn"},
        values={},
    ),
    "partnership_partners": Maker(
        model=Partner,
        plain=part_of_partnership,
        withdrawn={"state": "withdrawn"},
        values={"name": ("Grootbank Noord", "Grootbank Zuid")},
        parent=Parent(model=Partnership, values=PARTNERSHIP),
    ),
    "milestones": Maker(
        model=Milestone,
        plain=part_of_partnership,
        withdrawn={"state": "withdrawn"},
        values={},
        parent=Parent(model=Partnership, values=PARTNERSHIP),
    ),
    "posts": Maker(
        model=Post,
        plain=part_of_partnership,
        withdrawn={"state": "withdrawn"},
        values={"country": ("MA", "TR"), "region": ("sahel", "gulf")},
        parent=Parent(model=Partnership, values=PARTNERSHIP),
    ),
}
