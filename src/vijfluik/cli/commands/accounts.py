"""`./run accounts first …` and `./run accounts link …`: the first people, and their way in.

`first` writes the first organisation and its people, four or more, into an installation in which
nobody is. `link NAME --witness OTHER` gives somebody a link, by which that person sets a password
and an app that shows codes, or comes in by a provider; it works only while fewer than two account
administrators can sign in, also when they lost what proves them. Both need the owner's address
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
    first = acts.add_parser("first", help="write the first organisation and its people")
    first.add_argument("organisation", metavar="CODE", help="code of the organisation")
    first.add_argument("--name", required=True, help="name of the organisation")
    first.add_argument("--kind", default="ministry", help="what sort it is (default: ministry)")
    first.add_argument(
        "--person",
        nargs=2,
        action="append",
        required=True,
        metavar=("SIGN_IN_NAME", "NAME"),
        help="somebody who works there; four times or more",
    )
    first.add_argument("--reason", required=True, help="why; it stands in the journal")
    return made


def run(arguments: Sequence[str]) -> int:
    """Do it, and tell what follows.

    Raises:
        CommandFailed: it cannot be done; the message says why.
    """
    chosen = parser().parse_args(arguments)
    _set_up()
    return _first(chosen) if chosen.act == "first" else _link(chosen)


def _set_up() -> None:
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


def _first(chosen: argparse.Namespace) -> int:
    from vijfluik.core.accounts.founding import Founded, NotFounded, found

    try:
        made = found(
            Founded(
                code=chosen.organisation,
                name=chosen.name,
                kind=chosen.kind,
                people=tuple((username, name) for username, name in chosen.person),
            ),
            reason=chosen.reason,
        )
    except NotFounded as refused:
        raise CommandFailed(str(refused)) from None
    sys.stdout.writelines(f"{person.username}\n" for person in made)
    sys.stderr.write(
        "Now: ./run mandates first ONE OTHER --witness THIRD --reason WORDS, and a link for each:"
        " ./run accounts link NAME --witness OTHER --reason WORDS.\n"
    )
    return 0


def _link(chosen: argparse.Namespace) -> int:
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
