"""Does somebody prove who they are? Password with a code, or a passkey; nothing else."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.contrib.auth.hashers import check_password, make_password
from django.db import connection

from vijfluik.core.accounts.codes import step_of
from vijfluik.core.accounts.models import Authenticator, ProvenBy
from vijfluik.core.accounts.sealing import unseal
from vijfluik.core.accounts.throttle import trying


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Somebody proved who they are: who, how, and the half minute of the code that was taken.

    `at` is when it was proven, where that was not just now: at a provider, some while ago.
    """

    professional: uuid.UUID
    by: ProvenBy
    step: int = 0
    passkey: uuid.UUID | None = None
    at: dt.datetime | None = None


def sealed_for(professional: uuid.UUID) -> str:
    """The use for which a secret of this person's app is sealed."""
    return f"totp {professional}"


def by_password(
    *, username: str, password: str, code: str, address: str, at: dt.datetime
) -> Proof | None:
    """The proof of somebody by name, password and code; None when any of the three is wrong.

    Which one was wrong is told to nobody, and a name that nobody has takes as long.

    Raises:
        TooOften: it was tried too often with this name or from this address.
    """
    with trying(at=at, name=username.casefold(), address=address) as attempt:
        found = _found(username)
        if found is None:
            # The same work as for somebody who is there.
            make_password(password)
            return None
        professional, encoded, sealed, last_step = found
        right = check_password(password, encoded)
        secret = unseal(bytes(sealed), use=sealed_for(professional))
        step = step_of(code, secret=secret, seconds=at.timestamp(), after=last_step)
        if not right or step is None:
            return None
        attempt.succeeded = True
        return Proof(professional=professional, by=ProvenBy.PASSWORD, step=step)


def take_code(proof: Proof) -> bool:
    """Note inside `acting` of the person that the code was taken; of two at once one is late."""
    if proof.by != ProvenBy.PASSWORD:
        return True
    rows = Authenticator.objects.filter(professional=proof.professional, last_step__lt=proof.step)
    return rows.update(last_step=proof.step) == 1


def _found(username: str) -> tuple[uuid.UUID, str, bytes, int] | None:
    # PostgreSQL takes no NUL in a text; no name has one.
    if "\0" in username:
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT professional, encoded, sealed, last_step FROM accounts.proof_named(%s)",
            [username],
        )
        rows: list[tuple[uuid.UUID, str, bytes, int]] = cursor.fetchall()
    for row in rows:
        return row
    return None
