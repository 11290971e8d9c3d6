"""`./run catalogue status`: how far each of the 117 items is, row by row.

The states are computed from the evidence of the last whole `./run test` on this state of the code,
and from the rules that `./run soak` took out. Without such evidence nothing is said to work.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from vijfluik.accountability.catalogue.code_state import CodeState, state_now
from vijfluik.accountability.catalogue.evidence import folder_of
from vijfluik.accountability.catalogue.library import Catalogue, catalogue
from vijfluik.accountability.catalogue.located import CatalogueError
from vijfluik.accountability.catalogue.standing import Standing, standing
from vijfluik.accountability.catalogue.states import ItemState, RowState, State, counted
from vijfluik.cli.checkout import root
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.items.register import items

WELL = (State.WORKS, State.PARTLY)


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run catalogue", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    status = acts.add_parser("status", help="the state of every item, and of the rows of one")
    status.add_argument("item", nargs="?", help="such as VK-13; every item when left out")
    status.add_argument("--format", choices=["text", "json"], default="text", help="of the answer")
    status.add_argument(
        "--claimed",
        action="store_true",
        help="fail when something that is claimed to serve a row is not proved to",
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Answer the states; 1 when a claim is not proved and that was asked.

    Raises:
        CommandFailed: the catalogue cannot be read, or there is no such item.
    """
    chosen = parser().parse_args(arguments)
    try:
        held = catalogue()
    except CatalogueError as error:
        raise CommandFailed(f"The catalogue cannot be read. {error}") from None
    if chosen.item and chosen.item.upper() not in held.described:
        raise CommandFailed(f"There is no item {chosen.item!r}. They are named as VK-13.")
    code = state_now(root=root())
    found = standing(held, folder=folder_of(root()), code=code)
    shown = [state for key, state in found.items.items() if chosen.item in (None, key, key.lower())]
    if chosen.format == "json":
        json.dump(plain(held, found, shown=shown, code=code), sys.stdout, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.writelines(
            f"{line}\n" for line in text(found, shown=shown, one=bool(chosen.item))
        )
    return 1 if chosen.claimed and unproved(shown) else 0


def unproved(shown: Sequence[ItemState]) -> list[RowState]:
    """The rows that something claims to serve and that do not work, not even partly."""
    return [
        row
        for item in shown
        for row in item.rows
        if row.demand.claim is not None and row.state not in WELL
    ]


def plain(
    held: Catalogue, found: Standing, *, shown: Sequence[ItemState], code: CodeState
) -> dict[str, object]:
    """The answer as JSON holds it."""
    rows = [row for item in shown for row in item.rows]
    evidence, rules_out = found.evidence, found.rules_out
    return {
        "code": {"source": code.source, "tests": code.tests},
        "evidence": {
            "found": str(found.found),
            "made": None if evidence is None else evidence.made,
            "tests": None if evidence is None else evidence.tests,
            "failed": None if evidence is None else evidence.failed,
        },
        "rules_out": {
            "made": None if rules_out is None else rules_out.made,
            "rows": 0 if rules_out is None else len(rules_out.noticed),
        },
        "totals": {
            "items": {str(state): number for state, number in _counts(shown).items()},
            "rows": {
                str(state): number for state, number in counted(row.state for row in rows).items()
            },
        },
        "items": [
            {
                "key": item.item,
                "name": {"nl": items()[item.item].nl, "en": items()[item.item].en},
                "area": str(items()[item.item].area),
                "also": [str(area) for area in held.described[item.item].also],
                "patterns": list(held.described[item.item].patterns),
                "state": str(item.state),
                "rows": [_row(row) for row in item.rows],
            }
            for item in shown
        ],
    }


def _counts(shown: Sequence[ItemState]) -> dict[State, int]:
    return dict(counted(item.state for item in shown))


def _row(row: RowState) -> dict[str, object]:
    claim = row.demand.claim
    return {
        "id": row.demand.id,
        "text": {"nl": row.demand.row.words.nl, "en": row.demand.row.words.en},
        "state": str(row.state),
        "why": None if row.why is None else str(row.why),
        "by": [] if claim is None else list(claim.by),
        "rule": None if claim is None else claim.rule,
        "lacks": None if claim is None or claim.lacks is None else claim.lacks.en,
        "missing": list(row.missing),
        "tests": list(row.tests),
        "rule_noticed": row.rule_noticed,
    }


def text(found: Standing, *, shown: Sequence[ItemState], one: bool) -> list[str]:
    """The answer for people: totals, then a line per item, or the rows of one."""
    rows = [row for item in shown for row in item.rows]
    lines = [
        _evidence_line(found),
        f"items  {_said(_counts(shown))}",
        f"rows   {_said(dict(counted(row.state for row in rows)))}",
        "",
    ]
    if one:
        lines += [
            f"{row.demand.id:<18} {row.state:<12} {row.demand.row.words.en}"
            + (f" ({row.why})" if row.why else "")
            for row in rows
        ]
        return lines
    for item in shown:
        well = sum(row.state in WELL for row in item.rows)
        name = items()[item.item].en
        lines.append(f"{item.item:<6} {item.state:<12} {well:>3} of {len(item.rows):<3} {name}")
    faults = [
        f"{row.demand.id}: {row.why}" + (f": {', '.join(row.missing)}" if row.missing else "")
        for row in unproved(shown)
    ]
    return lines + (["", "claimed and not proved:", *faults] if faults else [])


def _evidence_line(found: Standing) -> str:
    if found.evidence is None:
        return (
            f"no evidence for this state of the code ({found.found}); a whole ./run test makes it"
        )
    tried = 0 if found.rules_out is None else len(found.rules_out.noticed)
    return (
        f"evidence of {found.evidence.made}: {found.evidence.tests} tests,"
        f" {found.evidence.failed} failed; rules of {tried} rows taken out"
    )


def _said(counts: dict[State, int]) -> str:
    return f"{sum(counts.values())}: " + ", ".join(
        f"{number} {state}" for state, number in counts.items() if number
    )
