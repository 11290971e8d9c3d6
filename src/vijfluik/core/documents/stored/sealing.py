"""Sealing a file: a key of its own at random, which a key of the installation seals in turn.

So a new key of the installation seals the small keys anew and leaves the files as they are, and a
file whose own key is gone is gone. The key's id says which key of the installation it was.
"""

import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from vijfluik.core.sealing import KEY, Unsealable, derived, sealed, unsealed


@dataclass(frozen=True, kw_only=True)
class SealedFile:
    """A file as it is kept: sealed, with its own key sealed by the key of the installation."""

    key_id: str
    wrapped: bytes
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Keyring:
    """The keys of the installation by their ids; the current one seals, the others only open."""

    current: str
    keys: Mapping[str, bytes]


def keyring() -> Keyring:
    """Of the settings: `DOCUMENTS_KEY`, and those of before in `DOCUMENTS_KEYS_BEFORE`.

    Raises:
        ImproperlyConfigured: this process was given none.
    """
    if not settings.DOCUMENTS_KEY:
        raise ImproperlyConfigured("DOCUMENTS_KEY is not set: no document can be sealed or opened.")
    found = {}
    for secret in (settings.DOCUMENTS_KEY, *settings.DOCUMENTS_KEYS_BEFORE):
        key = derived(secret, purpose="vijfluik documents wrap")
        found[id_of(secret)] = key
    return Keyring(current=id_of(settings.DOCUMENTS_KEY), keys=found)


def id_of(secret: str) -> str:
    """The id of a key of the installation; it says nothing of the key."""
    return sha256(derived(secret, purpose="vijfluik documents id")).hexdigest()[:16]


def seal_file(content: bytes, *, document: uuid.UUID) -> SealedFile:
    """Seal a file for one document."""
    ring, key = keyring(), os.urandom(KEY)
    return SealedFile(
        key_id=ring.current,
        wrapped=sealed(key, key=ring.keys[ring.current], use=f"key {document}"),
        content=sealed(content, key=key, use=f"document {document}"),
    )


def open_file(file: SealedFile, *, document: uuid.UUID) -> bytes:
    """The file of a document.

    Raises:
        Unsealable: it is of another document, changed, or its key of the installation is not here.
    """
    key = unsealed(file.wrapped, key=_known(file.key_id), use=f"key {document}")
    return unsealed(file.content, key=key, use=f"document {document}")


def wrap_anew(wrapped: bytes, *, key_id: str, document: uuid.UUID) -> tuple[str, bytes]:
    """The file's own key, sealed by the current key of the installation; and that key's id.

    Raises:
        Unsealable: as `open_file`.
    """
    ring = keyring()
    key = unsealed(wrapped, key=_known(key_id), use=f"key {document}")
    return ring.current, sealed(key, key=ring.keys[ring.current], use=f"key {document}")


def _known(key_id: str) -> bytes:
    key = keyring().keys.get(key_id)
    if key is None:
        raise Unsealable(f"the key {key_id} of the installation is not here")
    return key
