"""The budget lines of the reporting period."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vijfluik.demo.chance import stream
from vijfluik.demo.grants.facts import facts
from vijfluik.demo.grants.telling import budget_line, cents
from vijfluik.demo.histories import Life


def past_lines() -> Iterator[Life]:
    """Drafted in autumn, adopted before the year begins, closed in the spring after it."""
    keys: dict[str, Any] = {}
    for told in facts()["lines"]:
        life = _line(told, part_of=keys.get(told.get("in", "")))
        keys[told["reference"]] = life.record.key
        yield life


def _line(told: dict[str, Any], *, part_of: Any) -> Life:
    year = told["year"]
    amount = None if told["amount"] == "" else cents(told["amount"])
    by = "roos" if told["holder"] == "fonds" else "noor"
    life = budget_line(
        reference=told["reference"],
        scheme=told["scheme"],
        year=year,
        holder=told["holder"],
        by=by,
        chance=stream(facts()["seed"], "line", told["reference"]),
        on=dt.date(year - 1, 9, 20),
        adopt_by=dt.date(year - 1, 12, 20),
        title=told["title"],
        recurrence=told["recurrence"],
        amount_cents=amount,
        fte_planned=told.get("planned"),
        part_of=part_of,
        overlap=told.get("overlap", ""),
    )
    adopted = dt.date(year - 1, 12, 14)
    life.step("adopt", on=adopted, adopted_on=adopted)
    return life.step("close", on=dt.date(year + 1, 4, 3), fte_filled=told.get("filled"))
