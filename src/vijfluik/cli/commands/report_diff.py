"""`./run report diff A B`: what differs between two built reports, with the why of each figure.

A and B are each a folder or file of a built report, or a moment (with the name of the report before
it: `integrale-aanpak-2019@2019-03-01`).
"""

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vijfluik.cli.acting import POLICY_OFFICER, add_account_option
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.moments import moment_for

if TYPE_CHECKING:
    from vijfluik.accountability.explaining.between.difference import Difference
    from vijfluik.accountability.explaining.between.editions import Edition
    from vijfluik.core.partners.acting import Acting

EDITION = "a folder or file of a built report, or a moment such as 2019-03-01 or NAME@2019-03-01"


def add_diff(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Give `./run report` the act `diff`."""
    parser = acts.add_parser("diff", help="what differs between two built reports")
    parser.add_argument("before", metavar="A", help=EDITION)
    parser.add_argument("after", metavar="B", help="as A, of a later moment")
    parser.add_argument(
        "--language", choices=["nl", "en"], default="nl", help="of what is built (default: nl)"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="of the answer")
    parser.set_defaults(report="")
    add_account_option(parser, default=POLICY_OFFICER)


def diff(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    """Answer; exit code 0, whatever the difference.

    Raises:
        CommandFailed: A or B is no report, or B is not the later one.
    """
    from vijfluik.accountability.explaining.between.difference import difference
    from vijfluik.accountability.explaining.between.editions import NoEdition
    from vijfluik.accountability.explaining.between.presenting import compared
    from vijfluik.accountability.explaining.why import WrongOrder
    from vijfluik.core.partners.acting import acting

    named = (options.before, options.after)
    try:
        with acting(who):
            before, after = (_edition(each, options=options, begun=begun) for each in named)
            both = zip(named, (before, after), strict=True)
            files = [edition for text, edition in both if Path(text).exists()]
            found = difference(before, after, files=files)
    except NoEdition as error:
        raise CommandFailed(f"{error}. Give {EDITION}.") from None
    except WrongOrder as error:
        raise CommandFailed(f"{error}. Give the earlier report first.") from None
    if options.format == "json":
        sys.stdout.write(json.dumps(compared(found), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_told(found))
    return 0


def _edition(text: str, *, options: argparse.Namespace, begun: dt.datetime) -> "Edition":
    from django.conf import settings

    from vijfluik.accountability.explaining.between.built import built_edition
    from vijfluik.accountability.explaining.between.editions import edition_in
    from vijfluik.accountability.reports.library import DEFAULT
    from vijfluik.core.documents.structure import Language

    if Path(text).exists():
        return edition_in(Path(text))
    name, at, moment = text.rpartition("@")
    options.report = name if at else DEFAULT
    return built_edition(
        options.report,
        language=Language(options.language),
        as_of=moment_for(moment, begun=begun),
        demonstration=settings.DEMONSTRATION,
    )


def _told(found: "Difference") -> str:
    from django.utils.translation import override

    from vijfluik.accountability.explaining.words import sentence

    lines = [f"{found.before.title}: {found.before.as_of.isoformat()}"]
    lines.append(f"{found.after.title}: {found.after.as_of.isoformat()}")
    with override("en"):
        for each in found.changed:
            told = f"{each.before.value} became {each.after.value}"
            lines.append(f"changed   {sentence(each.why) if each.why else told}")
    lines += [f"vanished  {each.figure}: {each.value}" for each in found.vanished]
    lines += [f"new       {each.figure}: {each.value}" for each in found.new]
    lines += [f"altered   {each}: the file says another value" for each in found.altered]
    lines.append(f"{len(found.bindings)} places of the text differ")
    lines += [f"{each.outcome:<10}{each.title}" for each in found.promises]
    return "\n".join([*lines, ""])
