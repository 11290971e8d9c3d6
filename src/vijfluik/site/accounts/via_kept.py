"""What is kept in somebody's session while they are at a provider: sealed, briefly, used once."""

import base64
import dataclasses
import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest
from django.utils import timezone

from vijfluik.core.accounts.providers.asking import Asked
from vijfluik.core.accounts.sealing import Unsealable, seal, unseal

KEPT = "vijfluik_via"
LONGEST = dt.timedelta(minutes=10)
# Somebody may begin in a few windows at once; what is older than those is forgotten.
MOST = 5


class Aim(StrEnum):
    """What somebody goes to a provider for."""

    ENTER = "enter"
    BEGIN = "begin"
    AGAIN = "again"


@dataclass(frozen=True, kw_only=True)
class Pending:
    """One way there: to whom, with what, and what for.

    Attributes:
        word: the secret of the link that is used, for `Aim.BEGIN`.
        target: where the person was going.
    """

    provider: str
    asked: Asked
    aim: Aim
    word: str
    target: str


def keep(request: HttpRequest, pending: Pending) -> None:
    """Keep it until the person is back."""
    words = dataclasses.asdict(pending)
    words["asked"]["at"] = pending.asked.at.isoformat()
    sealed = seal(json.dumps(words).encode(), use=_use(pending.provider, pending.asked.state))
    kept = request.session.get(KEPT, {})
    kept[pending.asked.state] = base64.b64encode(sealed).decode()
    request.session[KEPT] = dict(list(kept.items())[-MOST:])


def take(request: HttpRequest, *, provider: str, state: str) -> Pending | None:
    """What was kept under a state; gone once it was taken. None when there is nothing, when it was
    of another provider, or when it took too long.
    """
    kept = request.session.get(KEPT, {})
    if state not in kept:
        return None
    sealed = kept.pop(state)
    request.session[KEPT] = kept
    try:
        words = json.loads(unseal(base64.b64decode(sealed), use=_use(provider, state)))
    except (Unsealable, ValueError):
        return None
    asked = words.pop("asked")
    at = dt.datetime.fromisoformat(asked.pop("at"))
    if timezone.now() - at > LONGEST:
        return None
    return Pending(
        provider=words["provider"],
        asked=Asked(at=at, **asked),
        aim=Aim(words["aim"]),
        word=words["word"],
        target=words["target"],
    )


def _use(provider: str, state: str) -> str:
    return f"via {provider} {state}"
