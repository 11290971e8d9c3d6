"""Records that fit a definition, made from the definition itself; per source only what is left.

A new figure is covered without a line here. A new source adds one `Maker`: its model, values that
its constraints ask for, and what withdrawing changes.
"""

import datetime as dt
import itertools
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import models
from tests.accountability.figures.conftest import training

from vijfluik.accountability.catalogue.models import ListedItem
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.official.model import OfficialValue
from vijfluik.accountability.undertakings.models import Bill
from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.facts.filters import Empty, Equals, Filter, Is, OneOf, Overlaps
from vijfluik.core.facts.measures import Distinct, Field, Ratio, Sum
from vijfluik.core.facts.periods import Always, days_of
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.core.law.models import Provision
from vijfluik.demo.people import key_of
from vijfluik.programme.evaluations.models import Evaluation, Finding
from vijfluik.programme.grants.models import Award, BudgetLine, Round
from vijfluik.programme.partnerships.models import Milestone, Partner, Partnership, Post
from vijfluik.programme.publications.models import Edition, Publication, Reach
from vijfluik.programme.trainings.models import Training

Record = dict[str, object]
AS_OF = dt.datetime(2019, 6, 1, tzinfo=dt.UTC)
# What a record brings in, and what it is corrected to.
FIRST, SECOND = 12, 20
PROPOSED = dt.datetime(2018, 3, 5, 9, tzinfo=dt.UTC)
FIRST_DAY, SECOND_DAY = dt.date(2018, 3, 5), dt.date(2020, 10, 6)


def random_key(_record: Record) -> object:
    """The key of a record of ours."""
    return uuid.uuid4()


@dataclass(frozen=True, kw_only=True)
class Parent:
    """A record that others belong to; no figure counts it."""

    model: type[models.Model]
    values: Record

    @property
    def key(self) -> object:
        """Its key."""
        return self.values["key"]


@dataclass(frozen=True, kw_only=True)
class Maker:
    """How records of one source are made.

    plain: values that any record needs. withdrawn: what withdrawing changes. values: two different
    values of a column that cannot be made up, such as a key of another table. key: of a record
    whose other values are there, where it is no random one. parent: what each of its records
    belongs to.
    """

    model: type[models.Model]
    plain: Callable[[], Record]
    withdrawn: Mapping[str, object]
    values: Mapping[str, tuple[object, object]]
    key: Callable[[Record], object] = random_key
    parent: Parent | None = None


def official() -> Record:
    """An official value that two people put their names to."""
    return {
        "number": FIRST,
        "supplied_by": "Bureau",
        "document": "Verslag",
        "place": "regel 1",
        "valid_from": FIRST_DAY,
        "entered_on": FIRST_DAY,
        "proposed_by_id": key_of("noor"),
        "proposed_at": PROPOSED,
        "approved_by_id": key_of("hanneke"),
        "approved_at": PROPOSED,
    }


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


def budget_line(**changes: object) -> Record:
    """A line of the budget that no figure counts, with changes."""
    return {
        "reference": uuid.uuid4().hex[:12],
        "organisation_id": "jenv",
        "state": "draft",
        "title": "Regel",
        "scheme": "familiesteun",
        "budget_year": 2018,
        "adopt_by": FIRST_DAY,
        "adopted_on": FIRST_DAY,
    } | changes


LINE = Parent(model=BudgetLine, values=budget_line(key=uuid.UUID(int=2018)))


def of_line(**changes: object) -> Record:
    """What each record of the money that belongs to a line has."""
    return {
        "reference": uuid.uuid4().hex[:12],
        "title": "Project",
        "scheme": "familiesteun",
        "budget_year": 2018,
        "budget_line_id": LINE.values["key"],
    } | changes


def award() -> Record:
    """An award that commits 100 cents."""
    return of_line(
        recipient_id="wolverdam",
        state="awarded",
        participants=[],
        amount_cents=100,
        prepared_on=FIRST_DAY,
        awarded_on=FIRST_DAY,
        report_by=SECOND_DAY,
    )


def grant_round() -> Record:
    """A round with a dated threshold."""
    return of_line(
        organisation_id="jenv",
        state="open",
        opens_on=FIRST_DAY,
        closes_on=SECOND_DAY,
        criteria="Past.",
        threshold_cents=100,
        threshold_from=FIRST_DAY,
    )


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
    "trainings": Maker(
        model=Training,
        plain=lambda: training(participants=100, planned_on=None),
        withdrawn={"state": "withdrawn"},
        values={"provider_id": ("ror", "jep")},
    ),
    "payments": Maker(
        model=Training,
        plain=lambda: training(participants=100, planned_on=None),
        withdrawn={"state": "withdrawn"},
        values={},
    ),
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
    "budget_lines": Maker(
        model=BudgetLine, plain=budget_line, withdrawn={"state": "withdrawn"}, values={}
    ),
    "rounds": Maker(
        model=Round, plain=grant_round, withdrawn={"state": "withdrawn"}, values={}, parent=LINE
    ),
    "awards": Maker(
        model=Award,
        plain=award,
        withdrawn={"state": "withdrawn"},
        values={"lead_id": (1, 2)},
        parent=LINE,
    ),
    "official_values": Maker(
        model=OfficialValue,
        plain=official,
        withdrawn={"state": "withdrawn"},
        values={},
    ),
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


def fitting(definition: Definition) -> Record:
    """A record that the definition counts, or reads its value from: the first value."""
    query = definition.query
    source, maker = source_named(query.source), MAKERS[query.source]
    record: Record = maker.plain()
    for condition in query.filters:
        record |= fulfilled(condition)
    if query.event and not isinstance(query.period, Always):
        day = days_of(query.period, as_of=AS_OF).start
        year = source.event(query.event).type is ColumnType.YEAR
        record[query.event] = day.year if year else day
    record |= brought_in(definition, at=0)
    return record | {"key": maker.key(record)}


def corrected(definition: Definition) -> Record:
    """What a correction changes: the amount, the thing that is named, or the field."""
    return brought_in(definition, at=1)


def brought_in(definition: Definition, *, at: int) -> Record:
    """The columns that decide the value, first (0) or corrected (1)."""
    query = definition.query
    source, maker = source_named(query.source), MAKERS[query.source]
    amount = (FIRST, SECOND)[at]
    match query.measure:
        case Sum(columns=columns):
            return dict.fromkeys(columns, None) | {columns[0]: amount}
        case Distinct(columns=columns):
            return {columns[0]: maker.values[columns[0]][at]}
        case Ratio(part=part, numerator=numerator, denominator=denominator):
            if numerator:
                return {numerator[0]: amount, denominator[0]: 4 * FIRST}
            return fulfilled(part[0]) if at == 0 else not_fulfilled(part[0])
        case Field(columns=columns, planned=planned):
            changes = {name: value_of(source, name=name, at=at) for name in columns}
            return changes | ({planned: FIRST_DAY} if planned else {})
        case _ if source.official:
            return {"number": amount}
        case _:
            return {}


def value_of(source: Source, *, name: str, at: int) -> object:
    """A value for a column by its type."""
    match source.column(name).type:
        case ColumnType.DATE:
            return (FIRST_DAY, SECOND_DAY)[at]
        case ColumnType.YEAR:
            return (FIRST_DAY.year, SECOND_DAY.year)[at]
        case ColumnType.TEXT:
            return ("eind 2017", "begin 2019")[at]
        case _:
            return (FIRST, SECOND)[at]


def fulfilled(condition: Filter) -> Record:
    """The value with which a record passes a condition."""
    match condition:
        case Equals(column=column, value=value):
            return {column: value}
        case OneOf(column=column, values=values):
            return {column: values[0]}
        case Overlaps(column=column, values=values):
            return {column: [values[0]]}
        case Is(column=column, value=flag):
            return {column: flag}
        case Empty(column=column):
            return {column: None}
        case _:
            return {}


def not_fulfilled(condition: Filter) -> Record:
    """A value with which a record does not pass a condition on text or a list."""
    match condition:
        case Overlaps(column=column):
            return {column: []}
        case Is(column=column, value=flag):
            return {column: not flag}
        case Equals(column=column):
            return {column: "cancelled"}
        case _:
            raise NotImplementedError(condition)
