"""How values of groups become the value of the whole: by their kind, and never by averaging."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.accountability.figures.conftest import JANUARY, MARCH, Who, life, training
from tests.accountability.figures.examples import EXAMPLES, HELD, example

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.series import breaks, comparable
from vijfluik.accountability.figures.values import Fraction
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.acting import acting

Past = Callable[..., None]
YEAR = {"year": 2018}


def computed(definition: Definition, *, who: Who) -> Computed:
    with acting(who("noor")):
        return compute([definition], as_of=MARCH)[0]


def test_a_ratio_adds_numerators_and_denominators_of_its_groups(past: Past, who: Who) -> None:
    past(
        *(life((JANUARY, training(audience=["teachers"]))) for _ in range(1)),
        *(life((JANUARY, training(audience=["police"]))) for _ in range(1)),
        *(
            life((JANUARY, training(provider_id="jep", audience=audience)))
            for audience in (["teachers"], ["police"], ["other"], ["other"], ["other"], ["other"])
        ),
    )
    figure = computed(EXAMPLES["share-for-teachers"], who=who)
    assert figure.fraction == Fraction(numerator=2, denominator=8)
    assert (figure.value, figure.text(Language.DUTCH)) == (Decimal(25), "25 procent")
    cells = [cell for cell in figure.cells if cell.dimension == "provider"]
    assert [(cell.member, cell.value, cell.of) for cell in cells] == [("jep", 1, 6), ("ror", 1, 2)]
    # The mean of 16,7 and 50 would be 33,3: groups of other sizes do not weigh the same.
    whole = sum(
        (Fraction(numerator=c.value or 0, denominator=c.of or 0) for c in cells),
        start=Fraction(numerator=0, denominator=0),
    )
    assert whole == figure.fraction


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=20))
def test_the_percentage_of_a_whole_lies_among_those_of_its_parts(
    groups: list[tuple[int, int]],
) -> None:
    parts = [Fraction(numerator=min(n, d), denominator=d) for n, d in groups]
    whole = sum(parts, start=Fraction(numerator=0, denominator=0))
    shares = [part.percentage or Decimal(0) for part in parts]
    assert whole.percentage is not None
    assert min(shares) <= whole.percentage <= max(shares)


def test_a_record_that_does_not_state_both_is_in_neither(past: Past, who: Who) -> None:
    past(
        life((JANUARY, training(participants=40, participants_primary=10))),
        life((JANUARY, training(participants=40, participants_primary=None))),
    )
    figure = computed(EXAMPLES["share-from-primary"], who=who)
    assert figure.fraction == Fraction(numerator=10, denominator=40)
    assert (figure.unstated, figure.text(Language.DUTCH)) == (1, "25 procent")


def test_different_things_count_once_in_the_whole_and_in_each_part(past: Past, who: Who) -> None:
    days = (dt.date(2018, 2, 1), dt.date(2018, 2, 9), dt.date(2018, 3, 1))
    past(
        *(life((JANUARY, training(held_on=day))) for day in days),
        life((JANUARY, training(held_on=days[0], provider_id="jep"))),
    )
    figure = computed(EXAMPLES["providers"], who=who)
    assert (figure.value, figure.records) == (2, 4)
    months = [(c.member, c.value, c.records) for c in figure.cells if c.dimension == "month"]
    assert months == [("2018-02", 2, 3), ("2018-03", 1, 1)]
    named = [(c.member, c.value, c.records) for c in figure.cells if c.dimension == "provider"]
    assert named == [("jep", 1, 1), ("ror", 1, 3)]


def test_parts_are_the_value_and_add_up_to_what_is_counted(past: Past, who: Who) -> None:
    past(*(life((JANUARY, training(provider_id=name))) for name in ("ror", "ror", "jep")))
    figure = computed(EXAMPLES["by-provider"], who=who)
    assert figure.value == {"jep": 1, "ror": 2}
    assert figure.text(Language.DUTCH) == "jep 1, ror 2"
    assert sum(cell.value or 0 for cell in figure.cells if cell.dimension == "provider") == 3


def test_records_that_contradict_one_another_give_no_value(past: Past, who: Who) -> None:
    day = dt.date(2018, 5, 1)
    both = ({"provider_id": "ror", "held_on": day}, {"provider_id": "jep", "held_on": day})
    past(*(life((JANUARY, training(reference="day-held", **each))) for each in both))
    assert computed(EXAMPLES["day-held"], who=who).text(Language.ENGLISH) == "1 May 2018"
    other = training(reference="day-held", provider_id="ssv", held_on=dt.date(2018, 6, 1))
    past(life((JANUARY, other)))
    figure = computed(EXAMPLES["day-held"], who=who)
    assert (figure.value, figure.text(Language.DUTCH)) == (None, "geen eenduidig gegeven")


def test_the_last_of_several_is_the_last_by_its_day(past: Past, who: Who) -> None:
    past(
        *(
            life((JANUARY, training(held_on=dt.date(2018, month, 1), participants=number)))
            for month, number in ((3, 47), (11, 49), (6, 48))
        )
    )
    assert computed(EXAMPLES["last-number"], who=who).value == 49


def test_what_is_planned_is_said_as_planned_until_it_is_reached(past: Past, who: Who) -> None:
    planned = training(
        reference="reached",
        state="held",
        held_on=dt.date(2018, 6, 2),
        planned_on=dt.date(2018, 4, 1),
    )
    past(life((JANUARY, planned)))
    assert computed(EXAMPLES["reached"], who=who).text(Language.DUTCH) == (
        "2 juni 2018 (gepland: 1 april 2018)"
    )


def test_two_years_of_one_record_are_said_together(past: Past, who: Who) -> None:
    record = training(
        reference="years", requested_on=dt.date(2016, 5, 1), held_on=dt.date(2017, 5, 1)
    )
    past(life((JANUARY, record)))
    figure = computed(EXAMPLES["years"], who=who)
    assert (figure.value, figure.text(Language.DUTCH)) == ((2016, 2017), "2016 en 2017")


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("stock", {"query": {"measure": {"count": "records"}, "event": "held_on",
                             "over_time": "sum"}, "period": {"on": "2018-01-01"}}),
        ("stock", {"query": {"measure": {"count": "records"}, "event": "held_on",
                             "dimensions": ["month"]}, "period": {"on": "2018-01-01"}}),
        ("flow", {"query": {"measure": {"distinct": ["provider_id"]}, "over_time": "sum"},
                  "period": YEAR}),
        ("flow", {"query": {"measure": {"distinct": ["provider_id"]}, "over_place": "sum"},
                  "period": YEAR}),
        ("flow", {"query": {"measure": {"distinct": ["provider_id"]},
                            "dimensions": ["audience"]}, "period": YEAR}),
        ("ratio", {"query": {"measure": {"ratio": {"part": [HELD]}}, "over_place": "sum"},
                   "period": YEAR}),
        ("ratio", {"query": {"measure": {"ratio": {}}}, "period": YEAR}),
        ("ratio", {"query": {"measure": {"count": "records"}}, "period": YEAR}),
        ("cumulative", {"query": {"measure": {"count": "records"}}, "period": YEAR}),
        ("cumulative", {"query": {"measure": {"count": "records"}, "over_time": "sum"},
                        "period": {"since": "2017-01-01"}}),
        ("money", {"query": {"measure": {"sum": ["participants"]}}, "period": YEAR}),
        ("money", {"query": {"measure": {"count": "records"}}, "period": YEAR}),
        ("date", {"query": {"measure": {"count": "records"}}}),
        ("date", {"query": {"measure": {"value": ["held_on"], "pick": "last"}}}),
        ("date", {"query": {"measure": {"value": ["held_on"]}, "dimensions": ["provider"]}}),
        ("date", {"query": {"measure": {"value": ["audience"]}}}),
        ("date", {"query": {"measure": {"value": ["held_on"]}, "over_place": "sum"}}),
        ("flow", {"query": {"measure": {"official": True}}, "period": YEAR}),
        ("flow", {"query": {"measure": {"count": "records"}}, "period": YEAR, "split": "month"}),
        ("flow", {"query": {"measure": {"count": "records"}}, "period": YEAR,
                  "hedge": "about", "hedge_word": {"nl": "ruim", "en": "about"}}),
    ],
)  # fmt: skip
def test_a_wrong_way_of_adding_up_is_refused(kind: str, changes: dict[str, object]) -> None:
    query = changes.pop("query")
    assert isinstance(query, dict)
    with pytest.raises(DefinitionError):
        example("wrong", kind=kind, query=query, **changes)


def test_what_counts_differently_is_compared_only_with_a_note() -> None:
    held = example("a", kind="flow", query={"measure": {"count": "records"}}, period=YEAR)
    asked = example(
        "b",
        kind="flow",
        query={"measure": {"count": "records"}},
        period={"year": 2019},
        status={"nl": "aangevraagd", "en": "requested"},
    )
    assert not comparable(held, asked)
    with pytest.raises(ValueError, match="neither says so"):
        breaks([held, asked])
    other = example(
        "c", kind="flow", query={"measure": {"count": "records"}}, period={"year": 2019}
    )
    assert comparable(held, other)
    assert breaks([held, other]) == []


def test_money_is_added_up_in_cents_and_said_in_euros(past: Past, who: Who) -> None:
    amounts = (433_700_050, 200_000_000)
    past(*(life((JANUARY, training(participants=cents))) for cents in amounts))
    figure = computed(EXAMPLES["paid"], who=who)
    assert (figure.value, figure.number) == (633_700_050, Decimal("6337000.50"))
    assert figure.text(Language.DUTCH) == "ongeveer €\N{NO-BREAK SPACE}6,3 miljoen"
    assert figure.text(Language.ENGLISH) == "approximately €6.3 million"


def test_money_with_gaps_is_at_least_and_names_them(past: Past, who: Who) -> None:
    stated = training(participants=50_000_000)
    # Only what was held has to state its participants.
    silent = [training(state="planned", planned_on=dt.date(2018, 5, 1), participants=None)] * 1
    past(life((JANUARY, stated)), *(life((JANUARY, each)) for each in silent))
    any_state = example(
        "gaps",
        kind="money",
        period=YEAR,
        query={
            "source": "payments",
            "measure": {"sum": ["participants"]},
            "filters": [{"column": "state", "one_of": ["held", "planned"]}],
        },
    )
    figure = computed(any_state, who=who)
    assert figure.text(Language.DUTCH) == (
        "ten minste €\N{NO-BREAK SPACE}500.000 (1 registratie zonder bedrag)"
    )
    assert figure.text(Language.ENGLISH) == "at least €500,000 (1 record without an amount)"
