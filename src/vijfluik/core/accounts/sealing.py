"""Sealing what must not be read from the database alone, with a key that the database has not."""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12


class Unsealable(ValueError):
    """It was sealed with another key, for another use, or changed since."""


def _key(use: str) -> bytes:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"vijfluik accounts {use}".encode())
    return made.derive(settings.ACCOUNTS_KEY.encode())


def seal(content: bytes, *, use: str) -> bytes:
    """The content, readable to this installation only and for this use only.

    Args:
        use: what it is and whose, such as `totp <key of the person>`: sealed for one, it does not
            open for another.
    """
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key("seal")).encrypt(nonce, content, use.encode())


def unseal(sealed: bytes, *, use: str) -> bytes:
    """What was sealed for this use.

    Raises:
        Unsealable: it was not, or with another key.
    """
    try:
        return AESGCM(_key("seal")).decrypt(sealed[:NONCE], sealed[NONCE:], use.encode())
    except InvalidTag as error:
        raise Unsealable(f"this was not sealed here for {use.split(' ', maxsplit=1)[0]}") from error


def blurred(text: str, *, use: str) -> bytes:
    """A keyed hash: tells whether two texts are the same, and to nobody else what they are."""
    return hmac.digest(_key("blur"), f"{use}\0{text}".encode(), "sha256")
