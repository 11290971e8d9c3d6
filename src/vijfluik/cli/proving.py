"""Who types a command in earnest proves it, as on the page: password and code, at a terminal."""

import getpass
import sys
from typing import TYPE_CHECKING

from vijfluik.cli.errors import CommandFailed

if TYPE_CHECKING:
    from vijfluik.core.partners.acting import Acting

NO_PROOF = (
    "This database is not a demonstration's, and VIJFLUIK_SIGN_IN is not `proof`: nobody can prove"
    " who they are. Set it, and ACCOUNTS_KEY, as for the platform itself."
)
NO_TERMINAL = "Whoever acts by a command types a password and a code here. Run this at a terminal."
WRONG = (
    "Name, password or code is not right. Commands take these only: whoever signs in with a passkey"
    " or by a provider works on the pages."
)


def refuse_without_proof() -> None:
    """Stop before anything is read, where a database is in earnest and nobody would be asked.

    Raises:
        CommandFailed: it is so.
    """
    from vijfluik.site import environment
    from vijfluik.site.accounts.sign_in import SignIn

    chosen = environment.choice("VIJFLUIK_SIGN_IN", default=SignIn.DEMONSTRATION)
    if chosen != SignIn.PROOF:
        raise CommandFailed(NO_PROOF)


def prove(who: "Acting") -> None:
    """Ask for password and code of whoever acts, and journal how it went.

    Raises:
        CommandFailed: it is not proven, or cannot be asked here.
    """
    from django.utils import timezone

    from vijfluik.core.accounts.proving import Proof, by_password, take_code
    from vijfluik.core.accounts.throttle import TooOften
    from vijfluik.core.journal.results import Result
    from vijfluik.core.partners.acting import acting
    from vijfluik.core.partners.queries import account

    if not sys.stdin.isatty():
        raise CommandFailed(NO_TERMINAL)
    person = account(who.actor.key)
    given: Proof | None = None
    try:
        if person is not None:
            given = by_password(
                username=person.username,
                password=getpass.getpass("Password: "),
                code=getpass.getpass("Code: "),
                address="",
                at=timezone.now(),
            )
    except TooOften as waits:
        _tell(None, result=Result.DENIED)
        raise CommandFailed(
            f"It was tried too often. From {waits.again:%Y-%m-%d %H:%M} UTC it may be tried again."
        ) from None
    if given is not None:
        with acting(who):
            given = given if take_code(given) else None
    if given is None:
        _tell(None, result=Result.FAILED)
        raise CommandFailed(WRONG)
    _tell(who, result=Result.DONE)


def prove_witness(username: str, *, reason: str) -> None:
    """Ask the witness of an act of the owner's for the same: holding the owner's address is not
    enough to act in the name of somebody else.

    Nothing in a demonstration, and nothing while nobody at all has anything to prove it with: so
    the first people of an installation come in.

    Raises:
        CommandFailed: there is no such account, it is not proven, or cannot be asked here.
    """
    from django.conf import settings

    from vijfluik.core.accounts.first import NotGiven, anybody_proves, witness_named
    from vijfluik.site.accounts.sign_in import SignIn

    if settings.SIGN_IN != SignIn.PROOF or not anybody_proves():
        return
    try:
        who = witness_named(username, reason=reason)
    except NotGiven as refused:
        raise CommandFailed(str(refused)) from None
    sys.stderr.write(f"{who.actor.name} ({username}) is the witness, and proves it here.\n")
    prove(who)


def _tell(who: "Acting | None", *, result: object) -> None:
    from vijfluik.core.accounts.limits import LIMITS
    from vijfluik.core.journal.recording import Stranger, record_apart
    from vijfluik.core.journal.results import Origin, Result
    from vijfluik.core.journal.vocabulary import SIGNED_IN

    denied = result == Result.DENIED
    record_apart(
        action=SIGNED_IN,
        object_type="session",
        result=Result(str(result)),
        rule="throttle" if denied else "",
        policy_version=LIMITS.version if denied else "",
        who=who or Stranger(origin=Origin.COMMAND),
    )
