"""`./run municipalities list|tie`: which municipality an organisation is.

A municipality sees its own support at /gemeenten/ when its organisation is tied to it. `list` names
the organisations that are tied to none, `tie ORGANISATION CODE` ties one, as the owner of the
database. Exit code 1 when it cannot be done.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.proving import prove_witness


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run municipalities", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("list", help="the organisations of municipalities that are tied to none")
    tie = acts.add_parser("tie", help="say which municipality an organisation is")
    tie.add_argument("organisation", help="its code, such as wolverdam")
    tie.add_argument("place", help="the code of the municipality, such as GM9001")
    tie.add_argument(
        "--witness",
        required=True,
        metavar="NAME",
        help="in whose name it is said, and who proves it",
    )
    tie.add_argument("--reason", required=True, help="why; it stands in the journal")
    return made


def run(arguments: Sequence[str]) -> int:
    """Do it.

    Raises:
        CommandFailed: the organisation or the municipality is not there, or is taken.
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
    from django.db import transaction

    from vijfluik.core.accounts.first import NotGiven, witness_named
    from vijfluik.core.journal.recording import record
    from vijfluik.core.journal.vocabulary import RECORD_CHANGED
    from vijfluik.core.partners.acting import acting
    from vijfluik.core.partners.municipalities import OWNER, NotTied, tie, untied

    if chosen.act == "list":
        for organisation in untied(using=OWNER):
            sys.stdout.write(f"{organisation.code}  {organisation.name}\n")
        return 0
    prove_witness(chosen.witness, reason=chosen.reason)
    try:
        with transaction.atomic(using=OWNER):
            who = witness_named(chosen.witness, reason=chosen.reason)
            with acting(who, using=OWNER):
                place = tie(organisation=chosen.organisation, place=chosen.place)
                record(
                    action=RECORD_CHANGED,
                    object_type="partners.organisation",
                    object_key=chosen.organisation,
                    details={"fields": ["place"]},
                    using=OWNER,
                )
    except (NotTied, NotGiven) as refused:
        raise CommandFailed(str(refused)) from None
    sys.stdout.write(f"{chosen.organisation} is {place.name} ({place.code}).\n")
    return 0
