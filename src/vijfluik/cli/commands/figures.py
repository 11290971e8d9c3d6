"""`./run figures list|show|why|verify|prove`: figures, their receipts, and why they changed.

Exit code 0 when all went well, 1 when a receipt is not reproduced or the act was refused.
`verify --bundle` and `verify --proof` read files only: no database, no account.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vijfluik.cli.acting import AUDITOR, POLICY_OFFICER, acting_as, add_account_option
from vijfluik.cli.commands.figures_why import add_why, why
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.evidence import offline
from vijfluik.cli.files import write_file

if TYPE_CHECKING:
    from vijfluik.accountability.figures.actions import Issued
    from vijfluik.accountability.figures.computed import Valued
    from vijfluik.accountability.figures.verdicts import Verdict
    from vijfluik.core.partners.acting import Acting

WAIT_SECONDS = 2.0


def run(arguments: Sequence[str]) -> int:
    """Carry out one act.

    Raises:
        CommandFailed: the account, the figure or the moment is not there, or not allowed.
    """
    begun = dt.datetime.now(dt.UTC)
    options = parser().parse_args(arguments)
    if options.act == "verify" and (options.bundle or options.proof):
        return offline(bundle=options.bundle, proof=options.proof, against=options.against)
    purpose = "oversight" if options.act == "verify" else "programme"
    who = acting_as(name=options.account, purpose=purpose)
    from vijfluik.accountability.figures.library import UnknownFigure
    from vijfluik.core.access.gate import Refused
    from vijfluik.core.versions.moments import NotClosed

    acts = {"list": _list, "show": _show, "why": why, "verify": _verify, "prove": _prove}
    try:
        return acts[options.act](options, who=who, begun=begun)
    except UnknownFigure:
        raise CommandFailed(
            f"There is no figure {options.id!r}. `./run figures list` names them."
        ) from None
    except Refused:
        raise CommandFailed(f"{options.account} may not do this.") from None
    except NotClosed as error:
        raise CommandFailed(f"{error}. Give an earlier moment, or try again.") from None


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run figures", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", help="every figure with its value and its receipt")
    show = acts.add_parser("show", help="one figure: definition, SQL, cells, receipt")
    show.add_argument("id", help="such as ror-trainings-2018")
    show.add_argument("--records", action="store_true", help="name the keys of its records too")
    add_why(acts)
    verify = acts.add_parser("verify", help="recompute every receipt, or those of one figure")
    verify.add_argument("id", nargs="?", help="the figure; every figure when left out")
    verify.add_argument(
        "--bundle", type=Path, metavar="FILE", help="check this evidence of a report, offline"
    )
    verify.add_argument(
        "--proof", type=Path, metavar="FILE", help="check this proof of a record, offline"
    )
    verify.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="with --bundle: the internal evidence, to check that the other is what is published",
    )
    prove = acts.add_parser("prove", help="prove that a record is in a figure, showing no other")
    prove.add_argument("id", help="the figure, such as ror-trainings-2018")
    prove.add_argument("key", help="of the record; `show ID --records` names them")
    prove.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")
    for each in (listed, show, prove):
        each.add_argument(
            "--as-of",
            metavar="MOMENT",
            help="2019-03-01T12:00:00+01:00, or 2019-03-01 for the end of that day in Amsterdam"
            " (default: the latest closed moment)",
        )
        add_account_option(each, default=POLICY_OFFICER)
    for each in (listed, show):
        each.add_argument(
            "--format", choices=["text", "json"], default="text", help="of the answer"
        )
    verify.add_argument("--format", choices=["text", "json"], default="json", help="of the answer")
    add_account_option(verify, default=AUDITOR)
    return made


def _list(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    from vijfluik.accountability.disclosure.outward import listed
    from vijfluik.accountability.figures.presentation import summary
    from vijfluik.core.partners.acting import acting

    issued = _issued(None, options=options, who=who, begun=begun)
    # A list leaves as a file does: nothing in it that is not published.
    with acting(who):
        shown = listed(issued)
    if options.format == "json":
        _print([summary(each, shown=figure) for each, figure in shown])
    else:
        _table(_rows(shown))
    return 0


def _show(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    from vijfluik.accountability.disclosure.outward import overview, told
    from vijfluik.accountability.figures.queries import keys
    from vijfluik.core.partners.acting import acting

    (issued,) = _issued([options.id], options=options, who=who, begun=begun)
    found = None
    if options.records:
        with acting(who):
            found = keys(issued.figure.definition, as_of=issued.figure.as_of)
    with acting(who):
        content = told(issued, keys=found)
        shown = overview(issued.figure)
    if options.format == "json":
        _print(content)
        return 0
    _table(_rows([(issued, shown)]))
    for name in (
        "name",
        "note",
        "definition_version",
        "as_of",
        "records",
        "root",
        "receipt_sha256",
        "sql",
    ):
        if name in content:
            sys.stdout.write(f"\n{name}: {content[name]}")
    sys.stdout.write("".join(f"\n{key}" for key in ["", *(found or [])]) + "\n")
    return 0


def _verify(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    from vijfluik.accountability.figures.actions import verify_receipts
    from vijfluik.accountability.figures.library import UnknownFigure, library
    from vijfluik.core.partners.acting import acting

    del begun  # a receipt names its own moment
    if options.id is not None and options.id not in library():
        raise UnknownFigure(options.id)
    with acting(who):
        verdicts = verify_receipts(figure=options.id)
    differing = [verdict for verdict in verdicts if not verdict.reproduced]
    if options.format == "json":
        _print(
            {
                "receipts": len(verdicts),
                "reproduced": len(verdicts) - len(differing),
                "differs": len(differing),
                "first_difference": differing[0].plain() if differing else None,
                "verdicts": [verdict.plain() for verdict in verdicts],
            }
        )
    else:
        _table(_verdict_rows(verdicts))
    return 1 if differing else 0


def _prove(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    from vijfluik.accountability.evidence.proving import NotCounted, prove
    from vijfluik.core.partners.acting import acting

    moment = _moment(options.as_of, begun=begun)
    try:
        with acting(who):
            content = prove(options.id, key=options.key, as_of=moment)
            if options.out is not None:
                write_file(options.out, content)
    except NotCounted:
        raise CommandFailed(
            f"{options.id} counts no record {options.key!r} that {options.account} may see."
            f" `./run figures show {options.id} --records` names them."
        ) from None
    if options.out is None:
        sys.stdout.write(content.decode())
    return 0


def _issued(
    figures: list[str] | None, *, options: argparse.Namespace, who: "Acting", begun: dt.datetime
) -> list["Issued"]:
    from vijfluik.accountability.figures.actions import issue
    from vijfluik.core.partners.acting import acting

    moment = _moment(options.as_of, begun=begun)
    with acting(who):
        return issue(figures=figures, as_of=moment)


def _moment(text: str | None, *, begun: dt.datetime) -> dt.datetime:
    """The moment asked for, or the latest closed one.

    The latest is the moment at which the command began, once it is closed: what was recorded before
    the command was given is then in the figure. When somebody keeps it open, it is an earlier one.
    """
    from vijfluik.core.versions.moments import NotClosed, close, closed_moment, parse_moment

    if text is None:
        try:
            return close(begun, longest_wait=WAIT_SECONDS)
        except NotClosed:
            return closed_moment()
    try:
        moment = parse_moment(text)
    except ValueError as error:
        raise CommandFailed(str(error)) from None
    return close(moment)


def _print(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _rows(issued: Iterable[tuple["Issued", "Valued"]]) -> list[tuple[str, ...]]:
    """The figures, each with its receipt and as it is shown."""
    from vijfluik.core.documents.structure import Language

    rows: list[tuple[str, ...]] = [("figure", "value", "unit", "status", "records", "receipt")]
    for each, figure in issued:
        definition = figure.definition
        rows.append(
            (
                definition.id,
                figure.text(Language.DUTCH),
                definition.unit.nl,
                definition.status.nl,
                str(figure.records),
                each.receipt,
            )
        )
    return rows


def _verdict_rows(verdicts: Iterable["Verdict"]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("receipt", "figure", "as of", "result")]
    for verdict in verdicts:
        difference = verdict.difference
        told = verdict.note or ""
        if difference is not None:
            record = f" (record {difference.key}, version {difference.version})"
            told = f"{difference.part}: {difference.detail}{record if difference.key else ''}"
        result = "reproduced" if verdict.reproduced else "DIFFERS"
        rows.append((verdict.receipt, verdict.figure, verdict.as_of, f"{result} {told}".rstrip()))
    return rows


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")
