"""Making a link that works once, and finding whose it is."""

import datetime as dt
import hashlib
import secrets
import uuid
from dataclasses import dataclass

from django.db import connection

from vijfluik.core.accounts.models import LinkKind

BYTES = 32


@dataclass(frozen=True, kw_only=True)
class Secret:
    """The secret of a link, known at this moment only, and the hash that is kept of it."""

    word: str
    digest: bytes


@dataclass(frozen=True, kw_only=True)
class Working:
    """A link that works: its key, whose it is and what for."""

    key: uuid.UUID
    professional: uuid.UUID
    kind: LinkKind


def new_secret() -> Secret:
    """256 random bits as a word for an address."""
    word = secrets.token_urlsafe(BYTES)
    return Secret(word=word, digest=digest_of(word))


def digest_of(word: str) -> bytes:
    """What is kept of a secret: a plain hash does, for nobody guesses 256 random bits."""
    return hashlib.sha256(word.encode()).digest()


def working(word: str, *, at: dt.datetime) -> Working | None:
    """The link of this secret while it works, whoever asks; None otherwise, for whatever reason."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, professional, kind FROM accounts.link(%s, %s)", [digest_of(word), at]
        )
        rows = cursor.fetchall()
    for key, professional, kind in rows:
        return Working(key=key, professional=professional, kind=LinkKind(kind))
    return None
