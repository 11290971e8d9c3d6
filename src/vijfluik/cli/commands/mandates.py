"""`./run mandates first ONE OTHER --witness THIRD`: the first mandates of an installation.

All rights come from mandates, and mandates from administrators; the first two administrators get
theirs from the owner of the database. Works only while nobody can approve mandates, also when the
last administrator left. Needs the owner's address (DATABASE_URL_OWNER).
"""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.proving import prove_witness

A_YEAR = dt.timedelta(days=365)


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run mandates", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    first = acts.add_parser("first", help="give two people the mandate to administer mandates")
    first.add_argument("administrators", nargs=2, metavar="NAME", help="sign-in name of each")
    first.add_argument(
        "--witness", required=True, metavar="NAME", help="who approves both, and proves it"
    )
    first.add_argument("--reason", required=True, help="why; it stands in the journal")
    first.add_argument(
        "--until",
        type=dt.date.fromisoformat,
        metavar="DATE",
        help="the first day on which they do not work any more (default: in a year)",
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Give them, and tell from when on they work.

    Raises:
        CommandFailed: they cannot be given; the message says why.
    """
    chosen = parser().parse_args(arguments)
    from vijfluik.cli.demonstration import ready
    from vijfluik.cli.server import use_database

    # An installation has migrated its database; the demonstration of this checkout is made here.
    if os.environ.get("DATABASE_URL"):
        use_database()
    else:
        ready()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django

    django.setup()
    from vijfluik.core.mandates.first import NotGiven, give_first
    from vijfluik.core.partners.queries import today

    one, other = chosen.administrators
    prove_witness(chosen.witness, reason=chosen.reason)
    try:
        made = give_first(
            administrators=(one, other),
            witness=chosen.witness,
            until=chosen.until or today() + A_YEAR,
            reason=chosen.reason,
        )
    except NotGiven as refused:
        raise CommandFailed(str(refused)) from None
    for mandate in made:
        sys.stdout.write(f"{mandate.professional.username} administers mandates from now on")
        sys.stdout.write(f" until {mandate.valid_until}.\n")
    return 0
