"""Bills, provisions and items of the programme."""

import itertools
import uuid
from collections.abc import Mapping

from tests.accountability.figures.making.maker import FIRST_DAY, Maker, Record

from vijfluik.accountability.catalogue.models import ListedItem
from vijfluik.accountability.undertakings.models import Bill
from vijfluik.core.law.models import Provision

REVISIONS = itertools.count(1000)


def provision() -> Record:
    """A text as the data of the law state it, in a revision of its own."""
    return {
        "provision": "proef-1",
        "revision": next(REVISIONS),
        "part": 1,
        "act": "proef",
        "act_short": "Proefwet",
        "act_nl": "Proefwet",
        "act_en": "Trial Act",
        "article": "1",
        "title_nl": "Proef",
        "title_en": "Trial",
        "text_nl": "Een proef.",
        "text_en": "A trial.",
        "known_from": FIRST_DAY,
        "valid_from": FIRST_DAY,
        "start": "exact",
        "certainty": "V",
        "standing": "reported",
        "source_nl": "Proef",
        "source_en": "Trial",
        "claims": [],
        "state": "current",
    }


def of_ministry(**values: object) -> Record:
    """What any record of the registers for Parliament has."""
    return {
        "organisation_id": "jenv",
        "reference": uuid.uuid4().hex[:12],
        "title": "Stuk",
        **values,
    }


MAKERS: Mapping[str, Maker] = {
    "bills": Maker(
        model=Bill,
        plain=lambda: of_ministry(item="VV-07", followed_since=FIRST_DAY, in_force_on=FIRST_DAY),
        withdrawn={"state": "withdrawn"},
        values={},
    ),
    "provisions": Maker(
        model=Provision,
        plain=provision,
        # A later revision without it takes its place.
        withdrawn={"state": "superseded"},
        values={},
        key=lambda record: f"{record['provision']}@{record['revision']}.{record['part']}",
    ),
    "items": Maker(
        model=ListedItem,
        plain=lambda: {"name_nl": "Proef", "name_en": "Trial", "valid_from": FIRST_DAY},
        withdrawn={"state": "ended"},
        values={"area": ("voorkomen", "verdedigen")},
        key=lambda _record: uuid.uuid4().hex[:10],
    ),
}
