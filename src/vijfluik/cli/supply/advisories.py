"""What is known against the pinned versions: the question to OSV, and its answer.

This project fetches nothing by itself; `.ci/run` sends the question and keeps the answer.
"""

import datetime as dt
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vijfluik.cli.supply.pins import Pin
from vijfluik.cli.supply.sbom import purl


def question(pins: Sequence[Pin]) -> str:
    """What OSV's `querybatch` is asked: every package by its address, in this order."""
    return json.dumps({"queries": [{"package": {"purl": purl(pin)}} for pin in pins]})


def accepted(file: Path, *, today: dt.date) -> Mapping[str, str]:
    """Advisory → why it does not touch us, of those accepted until a day that has not come.

    Raises:
        KeyError: one has no reason or no day.
    """
    told: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        name: f"{words['package']}: {words['reason']}"
        for name, words in told.items()
        if words["until"] >= today
    }


def open_advisories(answer: str, *, pins: Sequence[Pin], accepted: Mapping[str, str]) -> list[str]:
    """The advisories of an answer that nobody accepted, each with its package.

    Raises:
        ValueError: it is no answer to the question about these pins.
    """
    results = json.loads(answer).get("results")
    if not isinstance(results, list) or len(results) != len(pins):
        raise ValueError("that is no answer to the question about these packages")
    return [
        f"{purl(pin)}: {each['id']}"
        for pin, result in zip(pins, results, strict=True)
        for each in (result or {}).get("vulns", [])
        if each["id"] not in accepted
    ]
