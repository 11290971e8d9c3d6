"""What a person is sent to a provider with, and what is kept of it until they are back."""

import base64
import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.metadata import Metadata

BYTES = 32


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request: its state, nonce and verifier of 256 random bits each, and its moment.

    `again` says that the person has to prove it anew there, whatever session there still is.
    """

    state: str
    nonce: str
    verifier: str
    at: dt.datetime
    again: bool

    @property
    def oldest(self) -> dt.timedelta:
        """How long ago the person may have proven it there, before this was asked."""
        return dt.timedelta() if self.again else LIMITS.whole


def new_request(*, at: dt.datetime, again: bool) -> Asked:
    """A request that nobody can guess."""
    return Asked(
        state=secrets.token_urlsafe(BYTES),
        nonce=secrets.token_urlsafe(BYTES),
        verifier=secrets.token_urlsafe(BYTES),
        at=at,
        again=again,
    )


def challenge_of(verifier: str) -> str:
    """The S256 challenge of a verifier (RFC 7636)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def address_of(
    asked: Asked, *, provider: Provider, metadata: Metadata, back: str, language: str
) -> str:
    """Where the person is sent.

    Args:
        back: the address of this installation to come back to, as it was agreed, to the letter.
        language: of the person's pages.
    """
    fields = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": back,
        # Nothing but who it is: no name and no mail address is asked for.
        "scope": "openid",
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": challenge_of(asked.verifier),
        "code_challenge_method": "S256",
        "acr_values": " ".join(provider.levels),
        "max_age": str(int(asked.oldest.total_seconds())),
        "ui_locales": language,
    }
    if asked.again:
        fields["prompt"] = "login"
    separator = "&" if "?" in metadata.authorization else "?"
    return f"{metadata.authorization}{separator}{urlencode(fields)}"
