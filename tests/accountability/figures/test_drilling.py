"""From a figure down to its records: everybody counts, but one sees one's own records only."""

import datetime as dt
from collections.abc import Callable

import pytest
from tests.accountability.figures.conftest import (
    APRIL,
    JANUARY,
    MARCH,
    Who,
    issued_as_of,
    life,
    training,
)

from vijfluik.accountability.figures.presentation import breakdowns, detailed, shown, summary
from vijfluik.accountability.figures.queries import (
    access_receipt,
    definition_named,
    definition_of,
    figures,
    keys,
    records,
)
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.acting import acting

Past = Callable[..., None]
FIGURE = "ror-trainings-2018"


def test_every_cell_leads_to_exactly_its_records(past: Past, who: Who, municipality: int) -> None:
    past(
        life((JANUARY, training(place_id=municipality, audience=["police", "other"]))),
        life((JANUARY, training(audience=[], held_on=dt.date(2018, 12, 31)))),
        life((JANUARY, training(audience=["police"]))),
        life((JANUARY, training(state="cancelled"))),
    )
    (issued,) = issued_as_of(who, APRIL, FIGURE)
    with acting(who("noor")):
        for cell in issued.figure.cells:
            members = None if cell.member is None else [cell.member]
            page = records(issued.figure.definition, as_of=APRIL, cell=(cell.dimension, members))
            assert len(page.records) == page.visible == cell.records, cell


def test_records_come_in_pages_newest_first(past: Past, who: Who) -> None:
    days = [dt.date(2018, 1, day) for day in range(1, 8)]
    past(*(life((JANUARY, training(held_on=day))) for day in days))
    with acting(who("noor")):
        definition = definition_named(FIGURE, as_of=APRIL)
        pages = [
            records(definition, as_of=APRIL, offset=offset, limit=3) for offset in (0, 3, 6, 9)
        ]
    assert [len(page.records) for page in pages] == [3, 3, 1, 0]
    assert {page.visible for page in pages} == {7}
    found = [record.values["held_on"] for page in pages for record in page.records]
    assert found == days[::-1]


def test_a_record_stands_there_as_it_was_known(past: Past, who: Who) -> None:
    record = training(title="Eerst")
    past(life((JANUARY, record), (APRIL, record | {"title": "Later", "participants": 3})))
    with acting(who("noor")):
        definition = definition_named(FIGURE, as_of=MARCH)
        (row,) = records(definition, as_of=MARCH).records
    assert (row.key, row.values["title"]) == (record["key"], "Eerst")


def test_a_provider_sees_the_figure_of_all_and_the_records_of_its_own(past: Past, who: Who) -> None:
    past(life((JANUARY, training())), life((JANUARY, training())))
    for name, visible in (("noor", 2), ("ruben", 2), ("jamila", 0)):
        with acting(who(name)):
            (figure,) = figures(names=[FIGURE], as_of=APRIL)
            assert figure.value == 2
            assert records(figure.definition, as_of=APRIL).visible == visible
            assert len(keys(figure.definition, as_of=APRIL)) == visible


def test_who_may_not_read_is_told_that_nothing_is_there(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    (issued,) = issued_as_of(who, APRIL, FIGURE)
    with acting(who("noor")):
        assert definition_of(access_receipt(key=issued.receipt)) == issued.figure.definition
        with pytest.raises(Refused):
            access_receipt(key="0" * 16)
        with pytest.raises(Refused):
            definition_named("nothing", as_of=APRIL)
    with pytest.raises(Refused), acting(who("gijs")):
        access_receipt(key=issued.receipt)
    with pytest.raises(Refused), acting(who("aukje")):
        records(issued.figure.definition, as_of=APRIL)


def test_breakdowns_have_words(past: Past, who: Who, municipality: int) -> None:
    past(life((JANUARY, training(place_id=municipality))), life((JANUARY, training(audience=[]))))
    (issued,) = issued_as_of(who, APRIL, FIGURE)
    with acting(who("noor")):
        found = {each.name: each for each in breakdowns(issued.figure, language=Language.DUTCH)}
    assert [label for label, _ in found["month"].cells] == ["2018-05"]
    assert [label for label, _ in found["audience"].cells] == [
        "gemeente",
        "politie",
        "niet vermeld",
    ]
    assert found["place"].cells[0][0] != str(municipality)
    assert (found["audience"].overlapping, found["place"].overlapping) == (True, False)


def test_a_figure_is_shown_and_printed_with_all_that_the_contract_asks(
    past: Past, who: Who
) -> None:
    past(life((JANUARY, training(participants=5537))))
    (issued,) = issued_as_of(who, APRIL, "ror-participants-2018")
    assert [summary(issued)] == [
        {
            "id": "ror-participants-2018",
            "value": 5537,
            "text": "ruim 5.500",
            "source": "records",
            "as_of": "2019-04-10T09:00:00.000000+00:00",
            "receipt": issued.receipt,
        }
    ]
    wanted = {"definition", "parameters", "sql", "records", "receipt", "keys"}
    assert wanted <= detailed(issued, keys=["x"]).keys()
    bound = shown(issued.figure, language=Language.ENGLISH, url="/x")
    assert (bound.text, bound.unit, bound.status) == (
        "just over 5,500",
        "participants",
        "delivered",
    )
    assert bound.receipt == issued.receipt
