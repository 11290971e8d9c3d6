"""Lives of the money, with the columns that the database fills when people record."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from vijfluik.core.registers.declaration import Register
from vijfluik.demo.chance import Chance
from vijfluik.demo.histories import Life
from vijfluik.programme.grants.registers import BUDGET_LINES
from vijfluik.programme.grants.vocabulary import BEHIND_THE_WALL, Compartment, Scheme

ITEMS = {
    Scheme.STRENGTHENING: "VK-02",
    Scheme.FUND: "VK-35",
    Scheme.FAMILY_SUPPORT: "VK-16",
    Scheme.CAPACITY: "VK-47",
    Scheme.OPEN_SOURCE: "VK-32",
    Scheme.REFERRAL: "VK-32",
    Scheme.FEC: "VK-37",
    Scheme.CTER: "VK-39",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """A budget line as those that belong to it see it."""

    key: Any
    scheme: str
    year: int

    @property
    def columns(self) -> dict[str, object]:
        """What each record of the line carries."""
        fund = self.scheme == BEHIND_THE_WALL
        return {
            "scheme": self.scheme,
            "budget_year": self.year,
            "compartment": Compartment.FUND if fund else Compartment.PROGRAMME,
            "item": ITEMS[Scheme(self.scheme)],
        }


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Who works on money: one proposes, another decides, a third may record for an applicant."""

    proposes: str
    decides: str


MINISTRY = Desk(proposes="hanneke", decides="noor")
FUND = Desk(proposes="roos", decides="thirza")


def desk_of(line: Line) -> Desk:
    """The desk that gives the money of a line."""
    return FUND if line.scheme == BEHIND_THE_WALL else MINISTRY


def told(
    register: Register,
    *,
    line: Line,
    owner: str,
    by: str,
    chance: Chance,
    on: dt.date,
    known: dt.date | None = None,
    **values: Any,
) -> Life:
    """The life of a record that belongs to a line."""
    return Life(
        register, owner=owner, by=by, chance=chance, on=on, known=known, columns=line.columns,
        **values,
    )  # fmt: skip


def budget_line(
    *,
    reference: str,
    scheme: str,
    year: int,
    holder: str,
    by: str,
    chance: Chance,
    on: dt.date,
    adopt_by: dt.date,
    **values: Any,
) -> Life:
    """The life of a budget line."""
    return Life(
        BUDGET_LINES, owner=holder, by=by, chance=chance, on=on,
        columns={"item": ITEMS[Scheme(scheme)]},
        reference=reference, scheme=scheme, budget_year=year, adopt_by=adopt_by, **values,
    )  # fmt: skip


def line_of(life: Life) -> Line:
    """The line of a life, for what belongs to it."""
    record = life.record
    return Line(key=record.key, scheme=record.scheme, year=record.budget_year)


def cents(euros: float) -> int:
    """Euros in cents."""
    return round(euros * 100)


def shares(total: int, *, parts: int, chance: Chance, step: int = 1000) -> list[int]:
    """A total in whole steps, divided by chance, none of them small; they add up to it."""
    weights = [chance.uniform(0.6, 1.4) for _ in range(parts)]
    found = [int(total * weight / sum(weights) / step) * step for weight in weights]
    found[-1] += total - sum(found)
    return found
