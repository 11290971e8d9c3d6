"""Figures and studies as the catalogue would give them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.reports.prose_binding import Sources
from vijfluik.accountability.reports.structure import EffectStudy, FigureValue
from vijfluik.core.documents.structure import Block, Language


@dataclass(frozen=True, slots=True)
class Value:
    """A figure."""

    id: str
    value: int | Decimal | None
    unit: str = "trainingen"
    hedge: Hedge = Hedge.EXACT
    url: str = "/cijfers/x/"
    receipt: str = "r1"
    definition: str = "trainingen"
    definition_version: str = "1"
    status: str = "gegeven"
    words: str = ""
    exact: str = ""
    supplied: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """An evaluation."""

    id: str
    title: str
    url: str
    design: str


MakeFigure = Callable[..., FigureValue]
MakeSources = Callable[..., Sources]


@pytest.fixture
def figure() -> MakeFigure:
    """Makes a figure; arguments are its attributes."""
    return Value


@pytest.fixture
def sources(figure: MakeFigure) -> MakeSources:
    """The figures, studies and insertions that the prose of these tests may name."""
    known = (
        figure("ror-trainings-2017", 460),
        figure("ror-trainings-2018", 406),
        figure("ror-requested-2019", 389, status="aangevraagd"),
        figure("ror-participants-2018", 4823, hedge=Hedge.JUST_OVER),
        figure("jep-2018", None),
        figure("nul", 0, hedge=Hedge.JUST_OVER),
    )
    studies: dict[str, EffectStudy] = {
        "WODC-1": Study("WODC-1", "WODC 2022", "https://wodc.test/1", "effect"),
        "WODC-2": Study("WODC-2", "WODC 2021", "https://wodc.test/2", "process"),
    }

    def made(
        *,
        language: Language = Language.DUTCH,
        inserts: dict[str, tuple[Block, ...]] | None = None,
    ) -> Sources:
        return Sources(
            figures={one.id: one for one in known},
            language=language,
            inserts=inserts or {},
            studies=studies,
        )

    return made
