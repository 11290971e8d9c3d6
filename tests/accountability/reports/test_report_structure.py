"""Figures become nodes, tables and the annex."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.reports.structure import (
    FigureValue,
    annex,
    bound,
    exact_text,
    figure_table,
)
from vijfluik.core.documents.inline import plain_text
from vijfluik.core.documents.structure import Language, Receipt

MakeFigure = Callable[..., FigureValue]


def test_tables_show_exact_values_and_keep_at_least(figure: MakeFigure) -> None:
    texts = [
        exact_text(figure("a", value, hedge=hedge), language=Language.DUTCH)
        for value, hedge in (
            (4823, Hedge.JUST_OVER),
            (4823, Hedge.AT_LEAST),
            (Decimal("6.10"), Hedge.EXACT),
            (None, Hedge.AT_LEAST),
        )
    ]
    assert texts == ["4.823", "ten minste 4.823", "6,10", "geen gegevens"]


def test_machine_value_is_plain_and_empty_without_data(figure: MakeFigure) -> None:
    assert bound(figure("a", Decimal("1E+3")), text="x").value == "1000"
    assert bound(figure("a", None), text="x").value == ""


def test_cell_without_a_figure_is_a_dash(figure: MakeFigure) -> None:
    table = figure_table(
        caption="c",
        columns=("a", "2017", "2018"),
        rows=(("ROR", (None, figure("x", 1))),),
        language=Language.DUTCH,
    )
    assert [plain_text(cell.content) for cell in table.rows[0].cells] == ["\N{EN DASH}", "1"]


def test_annex_holds_used_receipts_once_in_order_of_use(figure: MakeFigure) -> None:
    receipts = [Receipt(key, key, key, "1", ()) for key in ("r1", "r2", "r3")]
    used = [bound(figure("x", 1, receipt=key), text="1") for key in ("r3", "r1", "r3")]
    made = annex(receipts, title="Herkomst", introduction="Berekend.", used=used)
    assert [receipt.key for receipt in made.receipts] == ["r3", "r1"]


def test_figure_without_a_receipt_cannot_be_annexed(figure: MakeFigure) -> None:
    used = [bound(figure("x", 1, receipt="weg"), text="1")]
    with pytest.raises(KeyError):
        annex([], title="Herkomst", introduction="Berekend.", used=used)
