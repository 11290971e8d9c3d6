"""Each figure of the library moves with one record by the stated amount, whatever its kind.

A record is added, corrected and withdrawn within a window of time of its own, so that one database
serves them all. New definitions are covered as soon as they are live; a new source needs a maker.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pytest
from tests.accountability.figures.conftest import life, moment
from tests.accountability.figures.examples import EXAMPLES
from tests.accountability.figures.makers import (
    FIRST,
    MAKERS,
    SECOND,
    corrected,
    fitting,
)
from tests.accountability.figures.making.maker import FIRST_DAY, SECOND_DAY
from tests.pointing import point_at
from tests.sizes import part

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.computing import compute, values
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.models import FigureDefinition, FigureReceipt
from vijfluik.accountability.figures.receipts import content_of
from vijfluik.accountability.figures.values import Value
from vijfluik.accountability.figures.verifying import verify
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.kinds import READ, Kind
from vijfluik.core.facts.measures import Count, Distinct, Field, Joining, Precision, Ratio, Sum
from vijfluik.core.facts.sources import source_named
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.demo.people import INVENTED

BEGIN = moment("2019-02-01T00:00:00")
HOUR = dt.timedelta(hours=1)
LIVE = {name: versions[-1] for name, versions in library().items()}
DEFINITIONS: Mapping[str, Definition] = LIVE | EXAMPLES
NONE_READ = {"geen gegeven"}


@dataclass(frozen=True)
class Window:
    """The hours in which the record of one figure is there."""

    start: dt.datetime

    @property
    def moments(self) -> tuple[dt.datetime, ...]:
        """Before it, added, corrected, withdrawn."""
        return (self.start - HOUR, self.start, self.start + HOUR, self.start + 2 * HOUR)


WINDOWS = {name: Window(BEGIN + 4 * HOUR * at) for at, name in enumerate(DEFINITIONS)}


@pytest.fixture(scope="module")
def moved(database: str, module_database: str) -> str:
    """A database in which every figure has had its record."""
    point_at(module_database)
    mark_demonstration(invented=INVENTED)
    lives: dict[str, list[PastVersion]] = {}
    for figure, definition in DEFINITIONS.items():
        maker = MAKERS[definition.query.source]
        record = fitting(definition)
        better = record | corrected(definition)
        _, added, put_right, gone = WINDOWS[figure].moments
        lives.setdefault(definition.query.source, []).extend(
            life((added, record), (put_right, better), (gone, better | dict(maker.withdrawn)))
        )
    parents = {maker.parent.key: maker.parent for maker in MAKERS.values() if maker.parent}
    for parent in parents.values():
        first = PastVersion(values=parent.values, tx_from=BEGIN - HOUR, tx_to=None)
        load_history(parent.model, [first])
    for model in {MAKERS[source].model for source in lives}:
        own = [each for source in lives if MAKERS[source].model is model for each in lives[source]]
        load_history(model, own)
    point_at(database)
    return module_database


@pytest.fixture
def seen(database: str, moved: str) -> Iterator[Callable[[Definition, dt.datetime], Computed]]:
    """A figure as of a moment, as the policy officer sees it; overviews say the same."""
    point_at(moved)

    def computed(definition: Definition, as_of: dt.datetime) -> Computed:
        with acting(officer()):
            [found] = compute([definition], as_of=as_of)
            [brief] = values([definition], as_of=as_of)
        said = (found.value, found.records, found.unstated, found.text(Language.DUTCH))
        assert said == (brief.value, brief.records, brief.unstated, brief.text(Language.DUTCH))
        return found

    yield computed
    point_at(database)


def officer() -> Acting:
    """The policy officer, in whichever database is pointed at."""
    person = Professional.objects.using("owner").get(username="noor")
    return Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME, origin="command")


def expected(definition: Definition) -> list[Value | None]:
    """Before, added, corrected, withdrawn; of what is counted as of what is read."""
    measure = definition.query.measure
    match measure:
        case _ if definition.split:
            part = source_named(definition.query.source).dimension(definition.split).column
            cell: Value = {str(fitting(definition)[part or ""]): 1}
            return [{}, cell, cell, {}]
        case Count():
            return [0, 1, 1, 0]
        case Distinct():
            return [0, 1, 1, 0]
        case Sum():
            return [None, FIRST, SECOND, None]
        case Ratio(numerator=numerator):
            if numerator:
                return [None, Decimal(25), Decimal("41.7"), None]
            return [None, Decimal(100), Decimal(0), None]
        case Field():
            return [None, *(field_value(definition, at=at) for at in (0, 1)), None]
        case _:
            return [None, FIRST, SECOND, None]


def field_value(definition: Definition, *, at: int) -> Value:
    """What a record of `makers` says in the fields of a definition."""
    measure = definition.query.measure
    assert isinstance(measure, Field)
    source = source_named(definition.query.source)
    day = (FIRST_DAY, SECOND_DAY)[at]
    days: dict[Precision, int | str] = {
        Precision.DAY: day.isoformat(),
        Precision.MONTH: f"{day:%Y-%m}",
        Precision.YEAR: day.year,
    }
    by_type: dict[str, int | str] = {
        "date": days[measure.precision],
        "moment": days[measure.precision],
        "year": day.year,
        "text": ("eind 2017", "begin 2019")[at],
    }
    said = [by_type.get(source.column(name).type, (FIRST, SECOND)[at]) for name in measure.columns]
    return said[0] if len(said) == 1 else tuple(said)


@pytest.mark.parametrize("name", part(sorted(DEFINITIONS), quick=30))
def test_a_record_added_corrected_and_withdrawn_moves_its_figure(
    name: str, seen: Callable[[Definition, dt.datetime], Computed]
) -> None:
    definition = DEFINITIONS[name]
    found = [seen(definition, moment) for moment in WINDOWS[name].moments]
    assert [each.value for each in found] == expected(definition)
    assert [each.records for each in found] == [0, 1, 1, 0]
    if definition.kind in READ or definition.official:
        for nothing in (found[0], found[-1]):
            assert nothing.text(Language.DUTCH) in NONE_READ
            assert nothing.text(Language.ENGLISH) == "no value recorded"


@pytest.mark.parametrize("name", part(sorted(DEFINITIONS), quick=30))
def test_its_receipt_is_reproduced_and_an_altered_one_is_not(
    name: str, seen: Callable[[Definition, dt.datetime], Computed]
) -> None:
    definition = DEFINITIONS[name]
    receipt = receipt_of(seen(definition, WINDOWS[name].moments[1]))
    later = receipt_of(seen(definition, WINDOWS[name].moments[2]))
    with acting(officer()):
        [good] = verify([receipt])
        later.as_of = receipt.as_of
        [bad] = verify([later])
    assert good.reproduced, good.difference
    assert not bad.reproduced


@pytest.mark.parametrize("name", [name for name in LIVE if name.startswith("ter-")])
def test_a_finding_of_an_evaluation_names_its_study_in_its_receipt(
    name: str, seen: Callable[[Definition, dt.datetime], Computed]
) -> None:
    before, added = (seen(LIVE[name], moment) for moment in WINDOWS[name].moments[:2])
    assert "Onderzoek 2018" in content_of(added).text
    assert "Onderzoek 2018" not in content_of(before).text


def receipt_of(figure: Computed) -> FigureReceipt:
    """The receipt that would be kept."""
    definition, content = figure.definition, content_of(figure)
    return FigureReceipt(
        key=content.key,
        definition=FigureDefinition(
            key=definition.key,
            figure=definition.id,
            version=definition.version,
            content=definition.content,
            sha256=definition.sha256,
        ),
        definition_sha256=definition.sha256,
        as_of=figure.as_of,
        content=content.text,
        sha256=content.sha256,
        fingerprints=figure.fingerprints,
    )


def test_every_kind_and_measure_has_moved() -> None:
    assert {each.kind for each in DEFINITIONS.values()} == set(Kind)
    measures = {type(each.query.measure) for each in DEFINITIONS.values()}
    assert {Count, Sum, Distinct, Ratio, Field} < measures
    joined = {
        each.query.measure.joining
        for each in DEFINITIONS.values()
        if isinstance(each.query.measure, Field) and len(each.query.measure.columns) > 1
    }
    assert Joining.BOTH in joined


def test_every_source_that_a_live_figure_counts_has_a_maker() -> None:
    assert {each.query.source for each in LIVE.values()} <= MAKERS.keys()
