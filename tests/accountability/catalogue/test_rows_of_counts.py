"""The rows that say what is counted, and what apart from what: advice (P-REQ) and money (P-GRANT).

Each is proved on figures of its own item, over records of every side that has to be told apart.
"""

import datetime as dt
import re
import uuid
from collections.abc import Callable, Mapping

import pytest
from tests.accountability.figures.making.knowledge import advice
from tests.accountability.figures.making.maker import Record
from tests.accountability.figures.making.money import award, budget_line
from tests.browser.reading import read
from tests.registers.examples import content_for
from tests.site.people import browser, somebody

from vijfluik.accountability.figures.queries import headlines
from vijfluik.accountability.figures.values import Value
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.seen import token_of
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.core.versions.moments import closed_moment
from vijfluik.demo.people import INVENTED
from vijfluik.programme.advice.models import Advice
from vijfluik.programme.grants.models import Award, BudgetLine

KNOWN = dt.datetime(2019, 1, 10, 9, tzinfo=dt.UTC)
ASKED = dt.datetime(2019, 3, 10, 9, tzinfo=dt.UTC)
IN_2018, IN_2019 = dt.date(2018, 5, 1), dt.date(2019, 1, 2)
Load = Callable[..., None]


@pytest.fixture
def load(committed: str) -> Load:
    """Write records that were known from one moment on into a database of the test's own."""
    mark_demonstration(invented=INVENTED)

    def written(model: type[Advice] | type[Award], *records: Record) -> None:
        rows = [{"key": uuid.uuid4()} | record for record in records]
        load_history(model, [PastVersion(values=row, tx_from=KNOWN, tx_to=None) for row in rows])

    return written


def said(*names: str) -> Mapping[str, Value | None]:
    """What figures say as of a day on which all of it was known."""
    with acting(somebody("noor")):
        return {each.definition.id: each.value for each in headlines(names=names, as_of=ASKED)}


def places(*names: str) -> list[int]:
    """The keys of municipalities of the demonstration."""
    found = dict(Place.objects.using("owner").values_list("name", "pk"))
    return [found[name] for name in names]


def asked(service: str, kind: str, **values: object) -> Record:
    """A request that was answered in 2018."""
    return advice() | {"service": service, "kind": kind, "closed_on": IN_2018} | values


def awarded(load: Load, *, year: int, cents: int, lead: str, others: tuple[str, ...] = ()) -> None:
    """An award of the strengthening funds on the budget line of its year."""
    line = budget_line(
        key=uuid.uuid4(), scheme="versterkingsgelden", budget_year=year, amount_cents=None
    )
    load_history(BudgetLine, [PastVersion(values=line, tx_from=KNOWN, tx_to=None)])
    [led] = places(lead)
    load(
        Award,
        award()
        | {
            "scheme": "versterkingsgelden", "budget_year": year, "budget_line_id": line["key"],
            "amount_cents": cents, "lead_id": led, "participants": places(*others),
        },
    )  # fmt: skip


LSE = ("lse-information-requests-split", "lse-consultation-questions-split")
LSE_TOTALS = ("lse-information-requests-total", "lse-consultation-questions-total")


def of_the_support_centre(load: Load) -> None:
    """Of each kind another number, at both services."""
    load(
        Advice,
        *(asked("forsa", "information") for _ in range(3)),
        asked("family_support", "information"),
        *(asked("family_support", "consultation") for _ in range(2)),
        asked("forsa", "trajectory", outcome="completed"),
    )


def test_questions_for_information_and_for_consultation_are_counted_apart(load: Load) -> None:
    of_the_support_centre(load)
    assert tuple(said(*LSE_TOTALS).values()) == (4, 2)


@pytest.mark.serves("VK-16.1")
def test_what_each_service_answered_adds_up_to_the_total(load: Load) -> None:
    of_the_support_centre(load)
    information, consultation = said(*LSE).values()
    assert (information, consultation) == (
        {"forsa": 3, "family_support": 1},
        {"family_support": 2},
    )
    totals = [
        sum(count for count in parts.values() if isinstance(count, int))
        for parts in (information, consultation)
        if isinstance(parts, Mapping)
    ]
    assert totals == [*said(*LSE_TOTALS).values()]


@pytest.mark.serves("VK-04.2")
def test_a_municipality_that_is_advised_twice_in_a_year_counts_once(load: Load) -> None:
    wolverdam, duinmeer, oosterlo = places("Wolverdam", "Duinmeer", "Oosterlo")
    load(
        Advice,
        *(asked("ess", "consultation", place_id=wolverdam) for _ in range(2)),
        asked("ess", "trajectory", place_id=duinmeer, outcome="completed"),
        asked("ess", "consultation", place_id=oosterlo, closed_on=IN_2019),
    )
    assert said("ess-municipalities-advised-2018") == {"ess-municipalities-advised-2018": 2}


@pytest.mark.serves("VK-10.4")
def test_talks_of_ssv_count_in_their_year(load: Load) -> None:
    load(
        Advice,
        *(asked("school_safety", "talk") for _ in range(2)),
        asked("school_safety", "talk", closed_on=IN_2019),
        asked("school_safety", "information"),
    )
    assert said("ssv-advice-talks-2018") == {"ssv-advice-talks-2018": 2}


@pytest.mark.serves("VK-02/P-GRANT.5")
def test_awards_count_in_the_budget_year_of_their_line(load: Load) -> None:
    for year, cents in ((2017, 100), (2018, 200), (2019, 400)):
        awarded(load, year=year, cents=cents, lead="Wolverdam")
    names = [f"versterkingsgelden-{year}-municipalities" for year in (2017, 2018, 2019)]
    assert [*said(*names).values()] == [1, 1, 1]
    # A second municipality of one year is none of another.
    awarded(load, year=2018, cents=200, lead="Duinmeer")
    assert [*said(*names).values()] == [1, 2, 1]


@pytest.mark.serves("VK-02.4")
def test_the_amounts_of_a_year_are_what_was_awarded_in_it(load: Load) -> None:
    for year, cents in ((2017, 100), (2018, 200), (2018, 50), (2019, 400)):
        awarded(load, year=year, cents=cents, lead="Wolverdam")
    names = [f"versterkingsgelden-{year}-amount" for year in (2017, 2018, 2019)]
    assert [*said(*names).values()] == [100, 250, 400]


@pytest.mark.serves("VK-47.4")
def test_the_portfolio_abroad_is_what_was_committed_at_each_level(load: Load) -> None:
    line = budget_line(key=uuid.uuid4(), scheme="capaciteitsopbouw", amount_cents=None)
    load_history(BudgetLine, [PastVersion(values=line, tx_from=KNOWN, tx_to=None)])
    abroad = {"scheme": "capaciteitsopbouw", "budget_line_id": line["key"]}
    for level, cents in (("international", 100), ("regional", 200), ("national", 400)):
        load(Award, award() | abroad | {"level": level, "amount_cents": cents})
    load(Award, award() | abroad | {"level": "national", "state": "prepared", "awarded_on": None})
    awarded(load, year=2018, cents=50, lead="Wolverdam")
    assert said("capacity-building-portfolio") == {"capacity-building-portfolio": 700}


@pytest.mark.serves("VK-51.2")
def test_advice_on_a_strategy_keeps_the_versions_before(committed: str) -> None:
    register, who = register_named("advice"), somebody("noor")
    made = actions.create(
        register, who=who, owner="bz",
        content={
            "reference": "S-1", "subject": "Strategie", "kind": "consultation", "theme": "strategy",
            "service": "strategies", "requester": "Tunesië", "requester_kind": "state",
            "requested_on": today(),
        },
    )  # fmt: skip
    told = {"closed_on": today(), "outcome": "answered", "answer": "Begin met scholen."}
    steps: tuple[tuple[str, dict[str, object]], ...] = (
        ("accept", {"answer_by": today()}), ("close", told),
    )  # fmt: skip
    for edge, changes in steps:
        actions.step(register, who=who, key=made.key, edge=edge, changes=changes)
    with acting(who):
        seen = token_of(register, key=made.key)
    actions.correct(
        register, who=who, key=made.key, changes={"answer": "Begin met gemeenten."},
        reason="Tweede versie van het advies.", seen=seen,
    )  # fmt: skip
    page = read(browser("noor").get(f"/adviezen/{made.key}/")).text
    for words in ("Begin met scholen.", "Begin met gemeenten.", "Tweede versie van het advies."):
        assert words in page


RECEIVING, REACHED = "versterkingsgelden-2018-municipalities", "versterkingsgelden-2018-reached"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("VK-02.2", marks=pytest.mark.serves("VK-02.2")),
        pytest.param("VK-02/P-GRANT.6", marks=pytest.mark.serves("VK-02/P-GRANT.6")),
    ],
)
def test_who_receives_and_who_is_reached_are_counted_apart(load: Load, row: str) -> None:
    awarded(load, year=2018, cents=200, lead="Wolverdam", others=("Oosterlo", "Veenbroek"))
    awarded(load, year=2018, cents=100, lead="Duinmeer", others=("Oosterlo", "Wolverdam"))
    assert said(RECEIVING, REACHED) == {RECEIVING: 2, REACHED: 4}, row


@pytest.mark.serves("X-09.3")
def test_the_figures_of_a_letter_are_made_again_as_they_were_on_their_day(load: Load) -> None:
    of_the_support_centre(load)
    register, who = register_named("papers"), somebody("anouk")
    with acting(who):
        content = content_for(register, reference="BRIEF-7", owner="jenv")
    letter = {**content, "item": "X-09", "figures": LSE_TOTALS}
    with pytest.raises(Invalid) as caught:
        actions.create(register, who=who, owner="jenv", content=letter)
    assert {fault.field for fault in caught.value.faults} == {"figures_on"}
    with pytest.raises(Invalid, match="nog niet voorbij"):
        actions.create(register, who=who, owner="jenv", content=letter | {"figures_on": today()})
    made = actions.create(
        register, who=who, owner="jenv", content=letter | {"figures_on": ASKED.date()}
    )
    # What was known only later changes the figure of now, and not the set of the letter.
    late = {"key": uuid.uuid4()} | asked("forsa", "information")
    later = dt.datetime(2019, 4, 2, 9, tzinfo=dt.UTC)
    load_history(Advice, [PastVersion(values=late, tx_from=later, tx_to=None)])
    with acting(somebody("noor")):
        now = headlines(names=LSE_TOTALS, as_of=closed_moment())
    assert [each.value for each in now] == [5, 2]
    page = read(browser("anouk").get(f"/kamerstukken/{made.key}/"))
    at = page.text.index("Opnieuw gemaakt, zoals bekend op 10 maart 2019")
    shown = page.text[at : at + 300]
    assert [bool(re.search(rf"\b{value}\b", shown)) for value in (4, 2, 5)] == [True, True, False]
    for figure in LSE_TOTALS:
        assert f"/cijfers/{figure}/?op=2019-03-10" in page.addresses
