"""`./run figures why ID --from T1 --to T2`: why a figure changed, in parts that add up."""

import argparse
import datetime as dt
import json
import sys
from typing import TYPE_CHECKING

from vijfluik.cli.acting import POLICY_OFFICER, add_account_option
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.moments import HELP, moment_for

if TYPE_CHECKING:
    from vijfluik.accountability.explaining.causes import Why
    from vijfluik.core.partners.acting import Acting

DIVISIONS = ("then", "now")


def add_why(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Give `./run figures` the act `why`."""
    parser = acts.add_parser("why", help="why one figure changed between two moments")
    parser.add_argument("id", help="such as ror-trainings-2018")
    parser.add_argument(
        "--from", dest="since", required=True, metavar="T1", help="a moment, as --to takes it"
    )
    parser.add_argument("--to", dest="until", metavar="T2", help=HELP)
    parser.add_argument(
        "--division",
        choices=DIVISIONS,
        default="then",
        help="of municipalities: as records name them, or as divided on the day of each moment",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="of the answer")
    add_account_option(parser, default=POLICY_OFFICER)


def why(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    """Answer; exit code 0, whatever the difference.

    Raises:
        CommandFailed: a moment is none, the moments do not follow one another, or the versions of
            the definition are of different figures.
    """
    from vijfluik.accountability.explaining.actions import answered
    from vijfluik.accountability.explaining.causes import NotComparable
    from vijfluik.accountability.explaining.presenting import leaving
    from vijfluik.accountability.explaining.why import WrongOrder
    from vijfluik.accountability.figures.divisions import Division
    from vijfluik.core.partners.acting import acting

    since = moment_for(options.since, begun=begun)
    until = moment_for(options.until, begun=begun)
    try:
        with acting(who):
            found = answered(
                options.id, before=since, after=until, division=Division(options.division)
            )
    except (WrongOrder, NotComparable) as error:
        raise CommandFailed(f"{error}. Give --from an earlier moment than --to.") from None
    if options.format == "json":
        sys.stdout.write(json.dumps(leaving(found), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(told(found.why))
    return 0


def told(found: "Why") -> str:
    """The answer as lines of text, in English."""
    from django.utils.translation import override

    from vijfluik.accountability.explaining.amounts import amounts_of
    from vijfluik.accountability.explaining.words import amount_text, cause_label, sentence

    with override("en"):
        amounts = amounts_of(found)
        lines = [
            f"{amount_text(amount, unit=amounts.unit):>16}  {cause_label(part.cause)}"
            f" ({part.records} records)"
            for part, amount in zip(found.parts, amounts.parts, strict=True)
        ]
        total = amount_text(amounts.difference, unit=amounts.unit)
        return "\n".join([sentence(found), *lines, f"{total:>16}  difference", ""])
