"""`./run journal verify` and `export`: whether it is what was sealed; its views as JSON lines."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vijfluik.cli.acting import AUDITOR
from vijfluik.cli.commands.journal_export import add_export, export
from vijfluik.cli.commands.sealer import state_folder
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.proving import prove
from vijfluik.cli.server import use_database

if TYPE_CHECKING:
    from vijfluik.core.journal.verifying import Outcome


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run journal", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True)
    verifying = acts.add_parser("verify", help="hash every event anew from its columns")
    verifying.add_argument("--processes", type=int, default=2, help="how many share the work")
    verifying.add_argument("--as", dest="account", help="who verifies (the auditor)")
    add_export(acts)
    return made


def run(arguments: Sequence[str]) -> int:
    """Do what is asked; JSON on standard output.

    Raises:
        CommandFailed: the journal cannot be read, or not by this account.
    """
    chosen = parser().parse_args(arguments)
    return export(chosen) if chosen.act == "export" else verify(chosen)


def verify(chosen: argparse.Namespace) -> int:
    """Verify, print the summary as JSON on standard output, and answer 0 when all is sound."""
    use_database()
    folder = state_folder()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    import psycopg

    django.setup()
    from vijfluik.core.journal.addresses import parameters
    from vijfluik.core.journal.verifying import verify_at

    try:
        outcome = verify_at(parameters(), folder=folder, processes=chosen.processes)
    except psycopg.OperationalError as error:
        raise CommandFailed(f"The journal cannot be read: {error}") from None
    note(outcome, account=chosen.account)
    sys.stdout.write(json.dumps(outcome.as_json(), indent=2) + "\n")
    if outcome.fault is None:
        return 0
    sys.stderr.write(f"{outcome.fault}\n")
    return 1


def note(outcome: "Outcome", *, account: str | None) -> None:
    """Record in the journal that it was verified, by whom, and what came of it.

    Raises:
        CommandFailed: nobody of that name holds the mandate to oversee the journal, or it is not
            proven where that is asked. A schedule proves nothing: it verifies in nobody's name.
    """
    from django.conf import settings

    from vijfluik.core.journal.recording import Stranger, record_apart
    from vijfluik.core.journal.results import Origin, Result
    from vijfluik.core.journal.vocabulary import JOURNAL_VERIFIED
    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.partners.models import Purpose, Role
    from vijfluik.core.partners.queries import account_named, actor_for
    from vijfluik.site.accounts.sign_in import SignIn

    proof = settings.SIGN_IN == SignIn.PROOF
    found = account_named(account or ("" if proof else AUDITOR))
    who: Acting | Stranger = Stranger(origin=Origin.COMMAND)
    if found is not None:
        actor = actor_for(found)
        held = {(grant.role, grant.purpose) for grant in actor.grants}
        if (Role.AUDITOR, Purpose.OVERSIGHT) in held:
            who = Acting(actor=actor, purpose=Purpose.OVERSIGHT, origin=Origin.COMMAND)
            if proof:
                prove(who)
            sys.stderr.write(f"Verifying as {found.username}.\n")
    if isinstance(who, Stranger) and account is not None:
        raise CommandFailed(f"{account!r} does not hold the mandate of an auditor today.")
    fault = "none" if outcome.fault is None else outcome.fault.what.value
    record_apart(
        action=JOURNAL_VERIFIED,
        result=Result.DONE,
        who=who,
        object_type="journal",
        details={"events": outcome.events, "blocks": outcome.blocks, "fault": fault},
    )
