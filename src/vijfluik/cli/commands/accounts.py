"""`./run accounts organisation|person|link|end-sessions`: the first people, in and out.

`organisation` and `person` write the first ones in an empty database, `link` gives somebody a link
to begin with: whoever follows it sets a password and an app that shows codes. Works only while
fewer than two account administrators can sign in, also when they lost what proves them.
`end-sessions` ends those of one person or of everybody: whoever had one signs in again. Needs the
owner's address (DATABASE_URL_OWNER).
"""

import argparse
import os
import sys
from collections.abc import Sequence

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.proving import prove_witness


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run accounts", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    link = acts.add_parser("link", help="give somebody a link to begin with")
    link.add_argument("account", metavar="NAME", help="sign-in name of who gets it")
    link.add_argument(
        "--witness",
        required=True,
        metavar="OTHER",
        help="in whose name it is given, and who proves it",
    )
    link.add_argument("--reason", required=True, help="why; it stands in the journal")
    ending = acts.add_parser("end-sessions", help="end the sessions of one person or of everybody")
    whose = ending.add_mutually_exclusive_group(required=True)
    whose.add_argument("account", nargs="?", metavar="NAME", help="sign-in name of whose they are")
    whose.add_argument("--all", action="store_true", help="of everybody, the witness as well")
    ending.add_argument(
        "--witness",
        required=True,
        metavar="OTHER",
        help="in whose name they end, and who proves it",
    )
    ending.add_argument("--reason", required=True, help="why; it stands in the journal")
    organisation = acts.add_parser("organisation", help="write an organisation")
    organisation.add_argument("code", metavar="CODE", help="small letters, figures and dashes")
    organisation.add_argument("--name", required=True, help="its name")
    organisation.add_argument("--kind", default="ministry", help="ministry, municipality, …")
    person = acts.add_parser("person", help="write one of the first people")
    person.add_argument("account", metavar="NAME", help="to sign in with; it never changes")
    person.add_argument("--name", required=True, help="of the person")
    person.add_argument("--employer", required=True, metavar="CODE", help="an organisation")
    person.add_argument("--reason", required=True, help="why; it stands in the journal")
    return made


def run(arguments: Sequence[str]) -> int:
    """Do it, and tell where a link leads.

    Raises:
        CommandFailed: it cannot be done; the message says why.
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
    from vijfluik.core.accounts.beginning import NotAdded, add_organisation, add_person
    from vijfluik.core.accounts.ending import end_by_owner
    from vijfluik.core.accounts.first import NotGiven, give_link

    try:
        if chosen.act == "organisation":
            made = add_organisation(code=chosen.code, name=chosen.name, kind=chosen.kind)
            sys.stdout.write(f"{made.code} is {made.name}.\n")
            return 0
        if chosen.act == "person":
            person = add_person(
                username=chosen.account,
                name=chosen.name,
                organisation=chosen.employer,
                reason=chosen.reason,
            )
            sys.stdout.write(f"{person.username} is there, without any mandate.\n")
            return 0
        prove_witness(chosen.witness, reason=chosen.reason)
        if chosen.act == "end-sessions":
            ended = end_by_owner(
                username=chosen.account, witness=chosen.witness, reason=chosen.reason
            )
            sys.stdout.write(f"{sum(ended.values())} sessions of {len(ended)} people ended.\n")
            return 0
        given = give_link(username=chosen.account, witness=chosen.witness, reason=chosen.reason)
    except (NotAdded, NotGiven) as refused:
        raise CommandFailed(str(refused)) from None
    sys.stdout.write(f"/begin/{given.word}/\n")
    sys.stderr.write(
        f"Open it once, before {given.until:%Y-%m-%d %H:%M} UTC, at the address of the platform.\n"
    )
    return 0
