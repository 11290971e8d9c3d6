"""Every command on the records acts as somebody: `--as NAME`, or the command's default account.

In a demonstration nobody proves anything. Where people prove who they are, whoever acts by a
command does so first, with password and code at a terminal, and that is journalled as signing in.
Another database than a demonstration's takes no command without.
"""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.proving import prove, refuse_without_proof

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
    """Make the demonstration ready and set Django up, once per process; a database in earnest is
    taken as it is: its owner migrates it.

    Raises:
        CommandFailed: the database is not there and cannot be made, or is in earnest and nobody
            would be asked for a proof.
    """
    import django
    from django.apps import apps

    if apps.ready:
        return
    from vijfluik.cli.demonstration import in_earnest, ready

    if in_earnest():
        refuse_without_proof()
    else:
        ready()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    django.setup()


def acting_as(*, name: str, purpose: "Purpose | str" = "programme") -> "Acting":
    """The acting context of an account; its name goes to standard error.

    Raises:
        CommandFailed: there is no such account, or it is not proven where that is asked.
    """
    set_up()
    from django.conf import settings

    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.partners.models import Purpose
    from vijfluik.core.partners.queries import account_named, actor_for, demonstration_accounts
    from vijfluik.site.accounts.sign_in import SignIn

    professional = account_named(name)
    if professional is None:
        names = sorted(account.username for account in demonstration_accounts())
        known = f" There are: {', '.join(names)}." if names else " Say as whom: --as NAME."
        raise CommandFailed(f"There is no account {name!r}.{known}")
    actor = actor_for(professional)
    sys.stderr.write(f"Acting as {name} ({actor.name}), for the purpose: {purpose}.\n")
    who = Acting(actor=actor, purpose=Purpose(purpose), origin="command")
    if settings.SIGN_IN == SignIn.PROOF:
        prove(who)
    return who
