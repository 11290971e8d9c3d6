"""Sealing what must not be read from the database alone, with a key that the database has not."""

import hmac

from django.conf import settings

from vijfluik.core.sealing import Unsealable, derived, sealed, unsealed

__all__ = ["Unsealable", "blurred", "seal", "unseal"]


def _key(use: str) -> bytes:
    return derived(settings.ACCOUNTS_KEY, purpose=f"vijfluik accounts {use}")


def seal(content: bytes, *, use: str) -> bytes:
    """The content, readable to this installation only and for this use only.

    Args:
        use: what it is and whose, such as `totp <key of the person>`: sealed for one, it does not
            open for another.
    """
    return sealed(content, key=_key("seal"), use=use)


def unseal(content: bytes, *, use: str) -> bytes:
    """What was sealed for this use.

    Raises:
        Unsealable: it was not, or with another key.
    """
    return unsealed(content, key=_key("seal"), use=use)


def blurred(text: str, *, use: str) -> bytes:
    """A keyed hash: tells whether two texts are the same, and to nobody else what they are."""
    return hmac.digest(_key("blur"), f"{use}\0{text}".encode(), "sha256")
