"""A receipt pins everything, is the same however often it is issued, and never changes."""

import datetime as dt
from collections.abc import Callable

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

from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.receipts import content_of, parsed
from vijfluik.accountability.figures.tree import leaves_of, proof, proves
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import sha256
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.history import as_of as rows_as_of
from vijfluik.core.versions.moments import NotClosed
from vijfluik.programme.trainings.models import Training

Past = Callable[..., None]
FIGURE = "ror-participants-2018"


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


def test_a_receipt_that_does_not_fit_its_hash_is_refused(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    (issued,) = issued_as_of(who, FEBRUARY, FIGURE)
    forged = issued.content.text.replace('"value":12', '"value":13')
    with (
        acting(who("noor")) as actor,
        pytest.raises(DatabaseError, match="figure_receipt_fits"),
        transaction.atomic(),
    ):
        FigureReceipt.objects.create(
            key="0123456789abcdef",
            definition_id=issued.figure.definition.key,
            definition_sha256=issued.figure.definition.sha256,
            as_of=FEBRUARY,
            content=forged,
            sha256=issued.content.sha256,
            fingerprints=issued.figure.fingerprints,
            issued_by_id=actor.actor.key,
        )


def test_a_receipt_in_the_name_of_another_is_refused(past: Past, who: Who) -> None:
    past(life((JANUARY, training())))
    (issued,) = issued_as_of(who, FEBRUARY, FIGURE)
    with acting(who("noor")):
        stored = FigureReceipt.objects.get(key=issued.receipt)
    stored.issued_by_id = who("aukje").actor.key
    with (
        acting(who("noor")),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        stored.save(force_insert=True)
