"""Every command on the records acts as somebody: `--as NAME`, or the command's default account."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from vijfluik.cli.errors import CommandFailed

if TYPE_CHECKING:
    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.partners.models import Purpose

# The demonstration's accounts that may do the least that a command needs.
POLICY_OFFICER = "noor"
AUDITOR = "aukje"


def add_account_option(parser: argparse.ArgumentParser, *, default: str, said: str = "") -> None:
    """Give a command the option `--as`; the name is in `options.account`.

    Args:
        said: what the default is in words, where the command finds it itself.
    """
    parser.add_argument(
        "--as",
        dest="account",
        metavar="NAME",
        default=default,
        help=f"the account that acts (default: {said or default})",
    )


def set_up() -> None:
    """Make the demonstration ready and set Django up, once per process.

    Raises:
        CommandFailed: the database is not there and cannot be made.
    """
    import django
    from django.apps import apps

    if apps.ready:
        return
    from vijfluik.cli.demonstration import ready

    ready()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    django.setup()


def acting_as(*, name: str, purpose: "Purpose | str" = "programme") -> "Acting":
    """The acting context of an account; its name goes to standard error.

    Raises:
        CommandFailed: there is no such account.
    """
    set_up()
    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.partners.models import Purpose
    from vijfluik.core.partners.queries import account_named, actor_for, demonstration_accounts

    professional = account_named(name)
    if professional is None:
        names = sorted(account.username for account in demonstration_accounts())
        known = f" There are: {', '.join(names)}." if names else ""
        raise CommandFailed(f"There is no account {name!r}.{known}")
    actor = actor_for(professional)
    sys.stderr.write(f"Acting as {name} ({actor.name}), for the purpose: {purpose}.\n")
    return Acting(actor=actor, purpose=Purpose(purpose), origin="command")
