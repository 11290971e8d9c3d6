"""A receipt pins everything, is the same however often it is issued, and never changes."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connections, transaction
from tests.accountability.figures.conftest import (
    APRIL,
    FEBRUARY,
    JANUARY,
    Who,
    issued_as_of,
    life,
    training,
)

from vijfluik.accountability.figures.actions import Issued, issue
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.receipts import content_of, parsed
from vijfluik.accountability.figures.tree import leaves_of, proof, proves
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import canonical, sha256
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.versions.history import as_of as rows_as_of
from vijfluik.core.versions.moments import NotClosed
from vijfluik.programme.trainings.models import Training

Past = Callable[..., None]
FIGURE = "ror-participants-2018"


@pytest.mark.serves("X-04/P-FIG.5")
def test_the_same_figure_of_the_same_moment_has_one_receipt(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    first, second = issued_as_of(who, APRIL, FIGURE), issued_as_of(who, APRIL, FIGURE)
    assert first[0].receipt == second[0].receipt
    with acting(who("noor")):
        assert FigureReceipt.objects.count() == 1
    assert issued_as_of(who, FEBRUARY, FIGURE)[0].receipt != first[0].receipt


def test_a_receipt_holds_all_that_gives_the_figure_again(past: Past, who: Who) -> None:
    past(life((JANUARY, training(participants=1234))))
    (issued,) = issued_as_of(who, APRIL, FIGURE)
    with acting(who("noor")):
        stored = FigureReceipt.objects.get(key=issued.receipt)
    facts = parsed(stored.content)
    assert stored.sha256 == sha256(stored.content)
    assert (facts["value"], facts["records"], facts["hedge"]) == (1234, 1, "just_over")
    assert facts["text"] == {"nl": "ruim 1.200", "en": "just over 1,200"}
    assert facts["definition_sha256"] == issued.figure.definition.sha256
    assert facts["sql_sha256"] == sha256(str(facts["sql"]))
    assert facts["as_of"] == "2019-04-10T09:00:00.000000+00:00"
    month = {"dimension": "month", "member": "2018-05", "records": 1, "value": 1234}
    assert facts["cells"][0] == month | {"beside": None}  # type: ignore[index]
    assert content_of(issued.figure).key == stored.key


def test_the_root_holds_every_record_and_no_other(past: Past, who: Who) -> None:
    past(
        *(life((JANUARY, training())) for _ in range(7)), life((JANUARY, training(kind="meeting")))
    )
    (issued,) = issued_as_of(who, APRIL, FIGURE)
    with acting(who("noor")):
        rows = rows_as_of(Training, moment=APRIL).order_by("key")
        counted = [bytes(row.row_hash) for row in rows.filter(kind="training")]
        other = bytes(rows.filter(kind="meeting")[0].row_hash)
    leaves = leaves_of(b"".join(counted))
    for index, row_hash in enumerate(counted):
        steps = proof(leaves, index=index)
        assert proves(row_hash=row_hash, steps=steps, root=issued.figure.root)
        assert not proves(row_hash=other, steps=steps, root=issued.figure.root)


def test_a_sum_over_nothing_says_so_and_a_count_of_nothing_is_nought(past: Past, who: Who) -> None:
    past()
    total, count = issued_as_of(who, APRIL, FIGURE, "ror-trainings-2018")
    assert total.figure.text(Language.DUTCH) == "geen gegevens"
    assert count.figure.text(Language.DUTCH) == "0"


def test_a_sum_with_unstated_amounts_says_ten_minste(past: Past, who: Who) -> None:
    teachers = {"provider_id": "ssv", "audience": ["teachers"], "participants": 30}
    past(
        life((JANUARY, training(**teachers, participants_primary=25))),
        life((JANUARY, training(**teachers))),
    )
    (issued,) = issued_as_of(who, APRIL, "ssv-participants-2018")
    assert (issued.figure.value, issued.figure.unstated) == (25, 1)
    assert issued.figure.text(Language.DUTCH) == "ten minste 25"


def test_cells_add_up_per_month_and_overlap_per_audience(
    past: Past, who: Who, municipality: int
) -> None:
    past(
        life((JANUARY, training(audience=["police", "municipality"], place_id=municipality))),
        life((JANUARY, training(audience=["police"], held_on=dt.date(2018, 12, 31)))),
        life((JANUARY, training(audience=[], participants=1))),
    )
    (issued,) = issued_as_of(who, APRIL, FIGURE)
    cells = {(cell.dimension, cell.member): cell.value for cell in issued.figure.cells}
    assert cells == {
        ("month", "2018-05"): 13,
        ("month", "2018-12"): 12,
        ("place", str(municipality)): 12,
        ("place", None): 13,
        ("audience", "municipality"): 12,
        ("audience", "police"): 24,
        ("audience", None): 1,
    }


@pytest.mark.serves("X-04/P-FIG.5")
def test_a_moment_that_is_not_closed_is_refused(past: Past, who: Who) -> None:
    past()
    with pytest.raises(NotClosed):
        issued_as_of(who, dt.datetime.now(dt.UTC) + dt.timedelta(days=1))


def test_without_a_mandate_nothing_is_issued(past: Past, who: Who) -> None:
    past()
    with pytest.raises(Refused), acting(who("gijs")):
        issue(as_of=APRIL)


def test_receipts_and_definitions_cannot_be_changed(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    issued_as_of(who, APRIL, FIGURE)
    statements = ("UPDATE {} SET sha256 = sha256", "DELETE FROM {}", "TRUNCATE {} CASCADE")
    for table in ("figure_receipt", "figure_definition"):
        for alias in ("default", "owner"):
            for statement in statements:
                with pytest.raises(DatabaseError, match=r"refused|permission denied"):
                    run_as(alias, statement.format(table))


def run_as(alias: str, statement: str) -> None:
    """Run a statement; the owner first lifts row-level security, so that its triggers must hold."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        if alias == "owner":
            cursor.execute("ALTER TABLE figure_receipt NO FORCE ROW LEVEL SECURITY")
        cursor.execute(statement)


COLUMNS = (
    "key",
    "definition_id",
    "definition_sha256",
    "as_of",
    "content",
    "sha256",
    "fingerprints",
    "issued_by_id",
)


def row_of(issued: Issued, *, content: str, by: Acting) -> dict[str, Any]:
    """The row of a receipt with other content, under the hash of that content."""
    definition = issued.figure.definition
    values = (
        sha256(content)[:16],
        definition.key,
        definition.sha256,
        issued.figure.as_of,
        content,
        sha256(content),
        issued.figure.fingerprints,
        by.actor.key,
    )
    return dict(zip(COLUMNS, values, strict=True))


def insert(row: dict[str, Any]) -> None:
    """Write a receipt as the application's role, past the code that issues them."""
    places = ", ".join(["%s"] * len(row))
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO figure_receipt ({', '.join(row)}) VALUES ({places})", list(row.values())
        )


FORGERIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "no object": lambda _: [],
    "nothing": lambda _: {},
    "null": lambda _: None,
    "text": lambda _: "receipt",
    "null moment": lambda facts: facts | {"as_of": None},
    "moment that a cast would take": lambda facts: facts | {"as_of": "2019-02-10 09:00Z"},
    "null definition": lambda facts: facts | {"definition": None},
    "other figure": lambda facts: facts | {"figure": "ror-trainings-2018"},
    "null records": lambda facts: facts | {"records": None},
    "records as text": lambda facts: facts | {"records": "1"},
    "other records": lambda facts: facts | {"records": 2},
    "null root": lambda facts: facts | {"root": None},
    "value as text": lambda facts: facts | {"value": "12"},
    "value as flag": lambda facts: facts | {"value": True},
    "no value": lambda facts: {key: facts[key] for key in facts if key != "value"},
    "no cells": lambda facts: {key: facts[key] for key in facts if key != "cells"},
}


def test_forged_content_is_refused_even_under_its_own_hash(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    noor = who("noor")
    (issued,) = issued_as_of(who, FEBRUARY, FIGURE)
    for name, forge in FORGERIES.items():
        content = canonical(forge(json.loads(issued.content.text)))
        with acting(noor), pytest.raises(DatabaseError, match="figure_receipt_fits") as refused:
            insert(row_of(issued, content=content, by=noor))
        assert "violates check constraint" in str(refused.value), name
    # What the helper writes is refused for its content only.
    with acting(noor):
        insert(row_of(issued, content=issued.content.text.replace("}", "} ", 1), by=noor))
        assert FigureReceipt.objects.count() == 2


def test_a_receipt_that_does_not_fit_its_hash_is_refused(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    noor = who("noor")
    (issued,) = issued_as_of(who, FEBRUARY, FIGURE)
    forged = issued.content.text.replace('"value":12', '"value":13')
    row = row_of(issued, content=forged, by=noor)
    for hashes in ({"sha256": issued.content.sha256}, {"key": "0123456789abcdef"}):
        with acting(noor), pytest.raises(DatabaseError, match="figure_receipt_fits"):
            insert(row | hashes)


def test_when_a_receipt_was_kept_is_not_for_the_writer_to_say(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    noor = who("noor")
    (issued,) = issued_as_of(who, FEBRUARY, FIGURE)
    row = row_of(issued, content=issued.content.text, by=noor)
    with acting(noor), pytest.raises(DatabaseError, match="permission denied"):
        insert(row | {"issued_at": JANUARY})
    with acting(noor):
        kept = FigureReceipt.objects.get(key=issued.receipt)
    assert dt.datetime.now(dt.UTC) - kept.issued_at < dt.timedelta(minutes=5)


def test_a_receipt_in_the_name_of_another_is_refused(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    (issued,) = issued_as_of(who, FEBRUARY, FIGURE)
    row = row_of(issued, content=issued.content.text, by=who("aukje"))
    with acting(who("noor")), pytest.raises(DatabaseError, match="row-level security"):
        insert(row)
