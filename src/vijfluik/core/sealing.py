"""Sealing bytes with keys that the database has not: AES-256-GCM, shared by every room that seals.

A key is derived from a secret of the installation for one purpose (HKDF), or made at random for one
file. What is sealed for one use opens for no other: the use is authenticated with the content.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
# Of AES-256.
KEY = 32


class Unsealable(ValueError):
    """It was sealed with another key, for another use, or changed since."""


def derived(secret: str, *, purpose: str) -> bytes:
    """The key of 32 bytes that a secret gives for one purpose."""
    made = HKDF(algorithm=SHA256(), length=KEY, salt=None, info=purpose.encode())
    return made.derive(secret.encode())


def sealed(content: bytes, *, key: bytes, use: str) -> bytes:
    """The content, readable with this key and for this use only: nonce, content, tag.

    Args:
        use: what it is and whose, such as `totp <key of the person>`.
    """
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, use.encode())


def unsealed(content: bytes, *, key: bytes, use: str) -> bytes:
    """What was sealed with this key for this use.

    Raises:
        Unsealable: it was not.
    """
    try:
        return AESGCM(key).decrypt(content[:NONCE], content[NONCE:], use.encode())
    except InvalidTag as error:
        raise Unsealable(f"this was not sealed here for {use.split(' ', maxsplit=1)[0]}") from error
