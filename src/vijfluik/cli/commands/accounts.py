"""`./run accounts link NAME --witness OTHER --reason TEXT`: the first link to begin with.

Whoever follows it sets a password and an app that shows codes. Works only while fewer than two
account administrators can sign in, also when they lost what proves them. Needs the owner's address
(DATABASE_URL_OWNER).
"""

import argparse
import os
import sys
from collections.abc import Sequence

from vijfluik.cli.errors import CommandFailed


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run accounts", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    link = acts.add_parser("link", help="give somebody a link to begin with")
    link.add_argument("account", metavar="NAME", help="sign-in name of who gets it")
    link.add_argument("--witness", required=True, metavar="OTHER", help="in whose name it is given")
    link.add_argument("--reason", required=True, help="why; it stands in the journal")
    return made


def run(arguments: Sequence[str]) -> int:
    """Give it, and tell where it leads.

    Raises:
        CommandFailed: it cannot be given; the message says why.
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
    from vijfluik.core.accounts.first import NotGiven, give_link

    try:
        given = give_link(username=chosen.account, witness=chosen.witness, reason=chosen.reason)
    except NotGiven as refused:
        raise CommandFailed(str(refused)) from None
    sys.stdout.write(f"/begin/{given.word}/\n")
    sys.stderr.write(
        f"Open it once, before {given.until:%Y-%m-%d %H:%M} UTC, at the address of the platform.\n"
    )
    return 0
