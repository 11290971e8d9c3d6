"""What the last full run of the tests saw, as a file: which row's test called what, with data of
which item. The tests write it (`tests/serving`); nothing here makes it true."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vijfluik.accountability.catalogue.code_state import CodeState

FORMAT = 1
RUN, RULES = "evidence.json", "rules-out.json"


@dataclass(frozen=True, kw_only=True)
class Called:
    """An address or function that really ran while a test did, and the items whose data it met."""

    target: str
    items: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One test of one row: how it ended, and what it called."""

    row: str
    test: str
    passed: bool
    called: Sequence[Called]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A full run of the tests: of which state of the code, when, and what it proved."""

    code: CodeState
    made: str
    tests: int
    failed: int
    proofs: Sequence[Proof]


@dataclass(frozen=True, kw_only=True)
class RulesOut:
    """Per row whether its tests noticed that its rule was taken out."""

    code: CodeState
    made: str
    noticed: Mapping[str, bool]


def folder_of(root: Path) -> Path:
    """Where a checkout keeps evidence; an installation may be told another place."""
    named = os.environ.get("VIJFLUIK_EVIDENCE")
    return Path(named) if named else root / ".vijfluik"


def read_evidence(folder: Path) -> Evidence | None:
    """The evidence of a folder; None when there is none, or none that this version can read."""
    content = _content(folder / RUN)
    try:
        return None if content is None else _evidence(content)
    except (KeyError, TypeError, ValueError):
        return None


def read_rules_out(folder: Path) -> RulesOut | None:
    """What is known of rules taken out; None as in `read_evidence`."""
    content = _content(folder / RULES)
    try:
        if content is None:
            return None
        return RulesOut(
            code=_code(content["code"]),
            made=str(content["made"]),
            noticed={str(row): bool(seen) for row, seen in content["noticed"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def write(folder: Path, found: Evidence | RulesOut) -> None:
    """Keep evidence, in one step: a run that is stopped leaves the old or the new."""
    folder.mkdir(parents=True, exist_ok=True)
    name = RUN if isinstance(found, Evidence) else RULES
    plain = _plain(found) if isinstance(found, Evidence) else {"noticed": dict(found.noticed)}
    whole = {
        "format": FORMAT,
        "code": {"source": found.code.source, "tests": found.code.tests},
        "made": found.made,
        **plain,
    }
    half = folder / f"{name}.half"
    half.write_text(json.dumps(whole, indent=1, sort_keys=True), encoding="utf-8")
    half.rename(folder / name)


def _content(file: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    fits = isinstance(content, dict) and content.get("format") == FORMAT
    return content if fits else None


def _code(content: Mapping[str, Any]) -> CodeState:
    return CodeState(source=str(content["source"]), tests=str(content["tests"]))


def _evidence(content: Mapping[str, Any]) -> Evidence:
    return Evidence(
        code=_code(content["code"]),
        made=str(content["made"]),
        tests=int(content["tests"]),
        failed=int(content["failed"]),
        proofs=[
            Proof(
                row=str(each["row"]),
                test=str(each["test"]),
                passed=each["passed"] is True,
                called=[
                    Called(target=str(call["target"]), items=frozenset(map(str, call["items"])))
                    for call in each["called"]
                ],
            )
            for each in content["proofs"]
        ],
    )


def _plain(found: Evidence) -> dict[str, object]:
    return {
        "tests": found.tests,
        "failed": found.failed,
        "proofs": [
            {
                "row": proof.row,
                "test": proof.test,
                "passed": proof.passed,
                "called": [
                    {"target": call.target, "items": sorted(call.items)} for call in proof.called
                ],
            }
            for proof in found.proofs
        ],
    }
