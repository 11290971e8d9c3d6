"""`./run journal export --view ldv|adl|bio2`: the journal in the shape of a standard."""

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any

from vijfluik.cli.acting import AUDITOR, acting_as, add_account_option
from vijfluik.cli.errors import CommandFailed

if TYPE_CHECKING:
    from vijfluik.core.journal.queries import Filter
    from vijfluik.core.journal.views.shape import Served

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def add_export(acts: Any) -> None:
    """The subcommand and its options."""
    parser = acts.add_parser(
        "export",
        help="Logboek Dataverwerkingen (ldv), Authorization Decision Log (adl) or BIO2 (bio2)",
        description="A line of JSON each on standard output, oldest first.",
    )
    parser.add_argument("--view", required=True, choices=["ldv", "adl", "bio2"])
    parser.add_argument("--since", metavar="MOMENT", help="from here on: a day or a time stamp")
    parser.add_argument("--until", metavar="MOMENT", help="up to and with that day or time stamp")
    add_account_option(parser, default=AUDITOR)


def export(chosen: argparse.Namespace) -> int:
    """Write the lines of a view; the export itself is in the journal.

    Raises:
        CommandFailed: a moment cannot be read, or the account does not oversee the journal.
    """
    who = acting_as(name=chosen.account, purpose="oversight")
    from vijfluik.core.access.gate import Refused
    from vijfluik.core.access.oversight import export as lines_of
    from vijfluik.core.partners.acting import acting

    wanted = _wanted(since=chosen.since, until=chosen.until)
    try:
        with acting(who):
            lines = lines_of(view=chosen.view, wanted=wanted, served=served())
    except Refused:
        raise CommandFailed(f"{chosen.account} does not oversee the journal today.") from None
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return 0


def served() -> "Served":
    """Where the lines come from, by the settings."""
    from django.conf import settings

    from vijfluik.core.journal.views.shape import Served

    return Served(register=settings.PROCESSING_REGISTER)


def _wanted(*, since: str | None, until: str | None) -> "Filter":
    """The stretch of time, from the beginning of a day to the end of one in Amsterdam."""
    import datetime as dt

    from vijfluik.core.journal.queries import Filter
    from vijfluik.core.partners.queries import AMSTERDAM
    from vijfluik.core.versions.moments import parse_moment

    begin = end = None
    try:
        if since:
            begin = parse_moment(since)
            if DAY.fullmatch(since):
                begin = dt.datetime.combine(dt.date.fromisoformat(since), dt.time(), AMSTERDAM)
        if until:
            end = parse_moment(until)
    except ValueError:
        raise CommandFailed(
            "A moment is a day (2019-04-15) or a time stamp (2019-04-15T12:00:00+02:00)."
        ) from None
    return Filter(since=begin, until=end)
