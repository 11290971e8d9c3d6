"""`./run law list|show|effects`: what is in force, one provision, and what falls when it lapses.

Exit code 0 when all went well, 1 when it was refused or something is not there.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vijfluik.cli.acting import POLICY_OFFICER, acting_as, add_account_option
from vijfluik.cli.errors import CommandFailed

if TYPE_CHECKING:
    from vijfluik.core.partners.acting import Acting


def run(arguments: Sequence[str]) -> int:
    """Carry out one act.

    Raises:
        CommandFailed: the account, the provision or the day is not there, or not allowed.
    """
    options = parser().parse_args(arguments)
    who = acting_as(name=options.account)
    from vijfluik.core.access.gate import Refused
    from vijfluik.core.law.effects import NoShortening

    acts = {"list": _list, "show": _show, "effects": _effects}
    try:
        return acts[options.act](options, who=who)
    except Refused:
        raise CommandFailed(f"{options.account} may not do this, or it is not there.") from None
    except NoShortening as error:
        raise CommandFailed(str(error)) from None
    except LookupError as error:
        raise CommandFailed(
            f"There is no provision {error.args[0]!r}. `./run law list` names them."
        ) from None


def parser() -> argparse.ArgumentParser:
    """The options of each act."""
    made = argparse.ArgumentParser(prog="./run law", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", help="every provision with its state on a day")
    show = acts.add_parser("show", help="one provision: text, standing, terms, versions")
    show.add_argument("id", help="such as twbmt-4-1")
    for each in (listed, show):
        each.add_argument("--on", type=day, metavar="DATE", help="in force on (default: today)")
        each.add_argument("--as-of", type=day, metavar="DATE", help="as known on (default: today)")
    effects = acts.add_parser("effects", help="what falls when a provision lapses on a day")
    effects.add_argument("--lapse", required=True, metavar="ID", help="such as twbmt-4-1")
    effects.add_argument(
        "--on", required=True, type=day, metavar="DATE", help="the first day it holds no more"
    )
    effects.add_argument(
        "--tasks", action="store_true", help="give each case a task as well; no case is changed"
    )
    for each in (listed, show, effects):
        each.add_argument(
            "--format", choices=["text", "json"], default="text", help="of the answer"
        )
        add_account_option(each, default=POLICY_OFFICER)
    return made


def day(text: str) -> dt.date:
    """A day as it is written on the command line.

    Raises:
        ArgumentTypeError: the text is no day.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no day; write one such as 2027-03-01"
        ) from None


def _list(options: argparse.Namespace, *, who: "Acting") -> int:
    from vijfluik.core.law.presentation import listed
    from vijfluik.core.law.queries import known
    from vijfluik.core.partners.acting import acting
    from vijfluik.core.partners.queries import today

    on, known_on = options.on or today(), options.as_of or today()
    with acting(who):
        found = listed(known(on=known_on).values(), on=on)
    if options.format == "json":
        _print({"on": on.isoformat(), "as_of": known_on.isoformat(), "provisions": found})
        return 0
    columns = ("id", "rule", "state", "until", "standing")
    _table([columns, *(tuple(str(each[name] or "-") for name in columns) for each in found)])
    return 0


def _show(options: argparse.Namespace, *, who: "Acting") -> int:
    from vijfluik.core.law.presentation import detailed
    from vijfluik.core.law.queries import known
    from vijfluik.core.partners.acting import acting
    from vijfluik.core.partners.queries import today

    on, by = options.on or today(), options.as_of or today()
    with acting(who):
        found = known(on=by).get(options.id)
    if found is None:
        raise LookupError(options.id)
    content = detailed(found, on=on)
    if options.format == "json":
        _print(content)
        return 0
    for name, value in content.items():
        sys.stdout.write(f"{name}: {value}\n")
    return 0


def _effects(options: argparse.Namespace, *, who: "Acting") -> int:
    from vijfluik.core.law.effects import effects, make_tasks
    from vijfluik.core.law.presentation import told
    from vijfluik.core.partners.acting import acting

    with acting(who):
        found = effects(options.lapse, lapse_on=options.on)
        made = make_tasks(found) if options.tasks else 0
    content = told(found, tasks=made)
    if options.format == "json":
        _print(content)
        return 0
    sys.stdout.write(
        f"{content['id']} would lapse on {content['lapse']} instead of"
        f" {content['until'] or 'never'}.\n"
    )
    for each in found.dependants:
        sys.stdout.write(f"rests on it: {each.kind} {each.key}: {each.en}\n")
    for case in found.cases:
        sys.stdout.write(f"falls: {case.register} {case.object_key} ({case.organisation})\n")
    if not found.cases:
        sys.stdout.write("No case falls.\n")
    sys.stdout.write(f"{made} tasks made; nothing else was changed.\n")
    return 0


def _print(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")
