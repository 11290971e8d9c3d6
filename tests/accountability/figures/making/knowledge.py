"""Requests for advice, publications and what belongs to them, evaluations and theirs."""

import datetime as dt
import uuid
from collections.abc import Mapping

from tests.accountability.figures.making.maker import FIRST_DAY, Maker, Parent, Record

from vijfluik.programme.advice.models import Advice
from vijfluik.programme.evaluations.models import Evaluation, Finding
from vijfluik.programme.publications.models import Edition, Publication, Reach

PUBLICATION: Record = {
    "key": uuid.UUID(int=0x9B1),
    "organisation_id": "nctv",
    "reference": "P-1",
    "title": "Handreiking",
    "kind": "guide",
    "item": "VB-05",
    "state": "published",
    "begun_on": FIRST_DAY,
    "published_on": FIRST_DAY,
}


def publication() -> Record:
    """A publication that has appeared."""
    return PUBLICATION | {"reference": uuid.uuid4().hex[:12]}


def edition() -> Record:
    """An edition of it."""
    return {
        "organisation_id": "nctv",
        "publication_id": PUBLICATION["key"],
        "reference": uuid.uuid4().hex[:12],
        "title": "Uitgave",
        "number": int(uuid.uuid4().int % 1_000_000),
        "begun_on": FIRST_DAY,
        "published_on": FIRST_DAY,
    }


def reach() -> Record:
    """A count of it, measured."""
    return {
        "organisation_id": "nctv",
        "publication_id": PUBLICATION["key"],
        "reference": uuid.uuid4().hex[:12],
        "subject": "Bezoeken",
        "unit": "visits",
        "period_from": FIRST_DAY,
        "period_until": dt.date(2030, 1, 1),
    }


EVALUATION: Record = {
    "key": uuid.UUID(int=0xE1),
    "organisation_id": "wodc",
    "commissioner_id": "jenv",
    "reference": "E-1",
    "title": "Onderzoek",
    "kind": "effect",
    "item": "VV-15",
    "subject_item": "VV-14",
    "state": "published",
    "commissioned_on": FIRST_DAY,
    "delivered_on": FIRST_DAY,
    "published_on": FIRST_DAY,
    "maturity": "tested",
}


def evaluation() -> Record:
    """An evaluation that is public."""
    return EVALUATION | {"reference": uuid.uuid4().hex[:12]}


def finding() -> Record:
    """A finding of it, with a number."""
    return {
        "organisation_id": "wodc",
        "evaluation_id": EVALUATION["key"],
        "reference": uuid.uuid4().hex[:12],
        "title": "Bevinding",
        "study": "Onderzoek 2018",
        "about": "outcome",
        "strength": "plausible",
        "unit": "cases",
        "found_on": FIRST_DAY,
    }


def advice() -> Record:
    """A request for advice that was answered."""
    return {
        "organisation_id": "ess",
        "reference": uuid.uuid4().hex[:12],
        "subject": "Opbouw van een netwerk",
        "kind": "consultation",
        "service": "ess",
        "item": "VK-04",
        "theme": "other",
        "requester": "Gemeente",
        "requester_kind": "municipality",
        "requested_on": FIRST_DAY,
        "closed_on": FIRST_DAY,
        "state": "closed",
        "outcome": "answered",
    }


MAKERS: Mapping[str, Maker] = {
    "advice": Maker(
        model=Advice,
        plain=advice,
        withdrawn={"state": "withdrawn"},
        values={"place_id": (1, 2)},
    ),
    "evaluations": Maker(
        model=Evaluation, plain=evaluation, withdrawn={"state": "withdrawn"}, values={}
    ),
    "findings": Maker(
        model=Finding,
        plain=finding,
        withdrawn={"state": "withdrawn"},
        values={},
        parent=Parent(model=Evaluation, values=EVALUATION | {"state": "withdrawn"}),
    ),
    "publications": Maker(
        model=Publication, plain=publication, withdrawn={"state": "withdrawn"}, values={}
    ),
    "editions": Maker(
        model=Edition,
        plain=edition,
        withdrawn={"state": "withdrawn"},
        values={},
        parent=Parent(model=Publication, values=PUBLICATION | {"state": "withdrawn"}),
    ),
    "reach": Maker(
        model=Reach,
        plain=reach,
        withdrawn={"state": "withdrawn"},
        values={},
        parent=Parent(model=Publication, values=PUBLICATION | {"state": "withdrawn"}),
    ),
}
