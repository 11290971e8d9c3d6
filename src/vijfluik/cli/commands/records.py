"""`./run records add|remove|list REGISTER`: records from the command line, as JSON.

Exit code 0 when all of it was done, 1 when rows were held back or the act was refused.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vijfluik.cli.acting import POLICY_OFFICER, acting_as, add_account_option, set_up
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say

if TYPE_CHECKING:
    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.registers.declaration import Register
    from vijfluik.core.registers.importing.progress import Progress

WORTH_TELLING = 2000


def run(arguments: Sequence[str]) -> int:
    """Carry out one act and answer in JSON on standard output.

    Raises:
        CommandFailed: the file or the account is not there, or the act may not be done.
    """
    options = parser().parse_args(arguments)
    who = acting_as(name=options.account or _usual(options.register, act=options.act))
    from django.utils import translation

    from vijfluik.core.access.gate import Refused

    acts = {"add": _add, "remove": _remove, "list": _list}
    # The command line is English, whatever the language of the screens.
    with translation.override("en"):
        try:
            return acts[options.act](options, who=who)
        except Refused:
            raise CommandFailed(_why_not(options, name=who.actor.name)) from None


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run records", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    add = acts.add_parser("add", help="add the rows of a CSV, XLSX or ODS file")
    add.add_argument("--file", type=Path, required=True, help="see docs/registers.md")
    add.add_argument(
        "--owner", "--provider", default="", help="the organisation of rows that name none"
    )
    add.add_argument(
        "--correct",
        action="store_true",
        help="take over what differs from the records that are there; needs --reason",
    )
    add.add_argument("--reason", default="", help="why records are changed")
    remove = acts.add_parser("remove", help="withdraw a record that was an error")
    listed = acts.add_parser("list", help="list records")
    for each in (add, remove, listed):
        each.add_argument("register", help="such as trainings")
        each.add_argument("--format", choices=["json"], default="json", help="of the answer")
        add_account_option(each, default="", said="the least account that may do it")
    remove.add_argument("key", help="the key of the record")
    remove.add_argument("--reason", required=True, help="why it was an error")
    listed.add_argument("--search", default="", help="words in its texts")
    listed.add_argument("--owner", "--provider", default="", help="the code of the organisation")
    listed.add_argument("--state", default="", help="such as requested or withdrawn")
    listed.add_argument("--year", type=int, help="the year that the list is filtered by")
    return made


def _usual(name: str, *, act: str) -> str:
    """The account that acts when none is named: the policy officer, or where that role may not do
    it, the first of the demonstration that may."""
    set_up()
    from vijfluik.core.access.decisions import reach
    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.partners.models import Purpose
    from vijfluik.core.partners.queries import account_named, actor_for, demonstration_accounts

    register = _register(name)
    asked = {"add": "import", "remove": "withdraw", "list": "read"}[act]
    for username in (POLICY_OFFICER, *sorted(each.username for each in demonstration_accounts())):
        professional = account_named(username)
        if professional is None:
            continue
        who = Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME, origin="command")
        if not reach(who=who, thing=register.thing, action=asked).nowhere:
            return username
    return POLICY_OFFICER


def _why_not(options: argparse.Namespace, *, name: str) -> str:
    """Why an act was refused, without telling whether a record is there."""
    if options.act == "add" and not _register(options.register).filed:
        return (
            f"{options.register} takes no files: what it holds is recorded one by one, so that no"
            " list of it is ever kept outside. Record it on its page."
        )
    return f"There is no such record, or {options.account or name} may not do this."


def _register(name: str) -> "Register":
    """The register of that name.

    Raises:
        CommandFailed: there is none.
    """
    from vijfluik.core.registers.registry import register_named, registers

    try:
        return register_named(name)
    except KeyError:
        known = ", ".join(register.thing for register in registers())
        raise CommandFailed(f"There is no register {name!r}; there are: {known}.") from None


def _tell(progress: "Progress") -> None:
    """Say how far a large file is; a small one is done before it could be read."""
    if progress.total >= WORTH_TELLING and progress.done % WORTH_TELLING == 0:
        say(f"{progress.stage}: {progress.done:,} of {progress.total:,} rows")


def _add(options: argparse.Namespace, *, who: "Acting") -> int:
    from vijfluik.core.registers.faults import Invalid
    from vijfluik.core.registers.importing.refusals import FileRefused
    from vijfluik.core.registers.importing.writing import Choice, import_file

    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise CommandFailed(f"{options.file} cannot be read: {error.strerror}.") from None
    try:
        outcome = import_file(
            _register(options.register),
            who=who,
            file_name=options.file.name,
            content=content,
            owner=options.owner,
            choice=Choice.CORRECT if options.correct else Choice.SKIP,
            reason=options.reason,
            tell=_tell,
        )
    except FileRefused as refusal:
        return _refused(code=refusal.code, message=refusal.message)
    except Invalid as invalid:
        return _refused(code="invalid", message=str(invalid))
    examined = outcome.examined
    _answer(
        {
            "file": options.file.name,
            "read_as": examined.statement,
            "rows": examined.rows,
            "added": len(outcome.added),
            "known": examined.known,
            "corrected": len(outcome.corrected),
            "different": [
                {
                    "line": row.line,
                    "key": str(row.record.key),
                    "differences": [
                        {
                            "field": difference.label,
                            "recorded": difference.recorded,
                            "in_file": difference.in_file,
                        }
                        for difference in row.differences
                    ],
                }
                for row in examined.differing
            ],
            "held_back": [fault.as_dict() for fault in examined.faults],
            "ignored_columns": [column.heading for column in examined.unknown],
            "batch": str(outcome.batch.key),
            "read_before": outcome.again,
            "keys": [str(record.key) for record in outcome.added],
        }
    )
    for fault in examined.faults:
        sys.stderr.write(
            f"line {fault.line}, column {fault.column} ({fault.heading}): {fault.value!r}:"
            f" {fault.wrong}; right: {fault.right}\n"
        )
    return 1 if examined.held else 0


def _remove(options: argparse.Namespace, *, who: "Acting") -> int:
    import uuid

    from vijfluik.core.lifecycle.edges import EdgeRefused
    from vijfluik.core.registers.actions import withdraw
    from vijfluik.core.registers.faults import Invalid

    try:
        key = uuid.UUID(options.key)
    except ValueError:
        return _refused(code="key", message=f"{options.key!r} is no key of a record")
    try:
        register = _register(options.register)
        record = withdraw(register, who=who, key=key, reason=options.reason)
    except Invalid as invalid:
        return _refused(code="invalid", message=str(invalid))
    except EdgeRefused as refusal:
        return _refused(code="state", message=refusal.message)
    _answer({"key": str(key), "reference": record.reference, "state": record.state})
    return 0


def _list(options: argparse.Namespace, *, who: "Acting") -> int:
    from vijfluik.core.registers.filtering import Wanted
    from vijfluik.core.registers.listing import plain_rows

    register = _register(options.register)
    wanted = Wanted(
        search=options.search,
        values={register.scope: options.owner, "state": options.state, "year": options.year},
    )
    rows = plain_rows(register, who=who, wanted=wanted)
    _answer(rows)
    return 0


def _refused(*, code: str, message: str) -> int:
    _answer({"error": {"code": code, "message": message}})
    sys.stderr.write(f"{message}\n")
    return 1


def _answer(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")
