"""The signed head: how far the chain was at a moment, kept outside the database.

A folder holds `sealer.key` (Ed25519, mode 0600, made by the sealer and read by it alone),
`sealer.pub`, `heads.jsonl` (a line at least every minute and at stop, each with the hash of the
line before, never rewritten) and `head.json` (the newest head, replaced after every sealing, so
that only the unsealed second stands outside it). Knows no Django and no database.
"""

import datetime as dt
import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from vijfluik.core.journal.hashing import NOTHING

_CONTEXT = b"vijfluik journal head 1\n"


class UnsoundHeadsError(ValueError):
    """The heads outside cannot be believed: a signature, a link or a line is wrong."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The last block at a moment and the number of events sealed up to and with it."""

    block: int
    hash: bytes
    events: int
    time: dt.datetime
    previous: bytes

    def statement(self) -> dict[str, object]:
        """What is signed, as it stands in a line."""
        return {
            "block": self.block,
            "events": self.events,
            "hash": self.hash.hex(),
            "previous": self.previous.hex(),
            "time": self.time.isoformat(),
        }


class HeadBook:
    """The folder outside the database, as the sealer writes it."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; a key is made the first time.

        Raises:
            UnsoundHeadsError: what stands there already cannot be believed.
        """
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._key = _private_key(folder)
        self.last = newest(read(folder))
        self._previous = _last_link(folder / "heads.jsonl")

    def note(self, *, block: int, own: bytes, events: int, line: bool) -> Head:
        """Sign a head and write it; on disk when this returns.

        Args:
            block: the number of the last block; 0 when there is none.
            own: its hash.
            events: how many events are sealed up to and with it.
            line: also add it to `heads.jsonl`; the newest head is replaced in any case.
        """
        head = Head(
            block=block,
            hash=own,
            events=events,
            time=dt.datetime.now(dt.UTC),
            previous=self._previous,
        )
        text = _signed(head, key=self._key)
        if line:
            with (self.folder / "heads.jsonl").open("ab") as file:
                file.write(text + b"\n")
                file.flush()
                os.fsync(file.fileno())
            self._previous = sha256(text).digest()
        half = self.folder / "head.half"
        with half.open("wb") as file:
            file.write(text + b"\n")
            file.flush()
            os.fsync(file.fileno())
        half.rename(self.folder / "head.json")
        self.last = head
        return head


def read(folder: Path) -> list[Head]:
    """The heads of a folder, oldest first, after checking signatures and links.

    The lines form a chain, so the signature of the last line vouches for all before it.

    Raises:
        UnsoundHeadsError: naming the file and line.
    """
    lines = _lines(folder / "heads.jsonl")
    newest_lines = _lines(folder / "head.json")
    if not (lines or newest_lines):
        return []
    public = _public_key(folder)
    heads = []
    link: bytes | None = None
    for number, text in enumerate(lines, start=1):
        place = f"heads.jsonl, line {number}"
        head = _parsed(text, place=place)
        if link is not None and head.previous != link:
            raise UnsoundHeadsError(f"{place} does not follow the line before it")
        if number == len(lines):
            _check(text, public=public, place=place)
        link = sha256(text).digest()
        heads.append(head)
    for text in newest_lines[-1:]:
        head = _parsed(text, place="head.json")
        _check(text, public=public, place="head.json")
        heads.append(head)
    return sorted(heads, key=lambda head: (head.block, head.time))


def newest(heads: list[Head]) -> Head | None:
    """The head that reaches furthest."""
    return heads[-1] if heads else None


def _signed(head: Head, *, key: Ed25519PrivateKey) -> bytes:
    statement = head.statement()
    signature = key.sign(_CONTEXT + _canonical(statement))
    return _canonical({**statement, "signature": signature.hex()})


def _canonical(value: dict[str, object]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _parsed(text: bytes, *, place: str) -> Head:
    try:
        found = json.loads(text)
        return Head(
            block=int(found["block"]),
            hash=bytes.fromhex(found["hash"]),
            events=int(found["events"]),
            time=dt.datetime.fromisoformat(found["time"]),
            previous=bytes.fromhex(found["previous"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UnsoundHeadsError(f"{place} is no head: {error}") from None


def _check(text: bytes, *, public: Ed25519PublicKey, place: str) -> None:
    found = json.loads(text)
    signature = found.pop("signature", "")
    try:
        public.verify(bytes.fromhex(signature), _CONTEXT + _canonical(found))
    except (InvalidSignature, ValueError, TypeError):
        raise UnsoundHeadsError(f"{place} is not signed by sealer.pub") from None


def _lines(file: Path) -> list[bytes]:
    if not file.exists():
        return []
    content = file.read_bytes()
    # A power cut may leave half a line, which was never promised to anybody.
    whole = content[: content.rfind(b"\n") + 1]
    return whole.splitlines()


def _last_link(file: Path) -> bytes:
    lines = _lines(file)
    if file.exists():
        os.truncate(file, sum(len(line) + 1 for line in lines))
    return sha256(lines[-1]).digest() if lines else NOTHING


def _public_key(folder: Path) -> Ed25519PublicKey:
    try:
        key = serialization.load_pem_public_key((folder / "sealer.pub").read_bytes())
    except (OSError, ValueError) as error:
        raise UnsoundHeadsError(f"sealer.pub cannot be read: {error}") from None
    if not isinstance(key, Ed25519PublicKey):
        raise UnsoundHeadsError("sealer.pub is not an Ed25519 key")
    return key


def _private_key(folder: Path) -> Ed25519PrivateKey:
    file = folder / "sealer.key"
    if not file.exists():
        _make_key(folder, file=file)
    if file.stat().st_mode & 0o077:
        raise UnsoundHeadsError(f"{file.name} can be read by others; make its mode 0600")
    key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise UnsoundHeadsError(f"{file.name} is not an Ed25519 key")
    public = folder / "sealer.pub"
    if not public.exists():
        public.write_bytes(
            key.public_key().public_bytes(
                serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
            )
        )
    return key


def _make_key(folder: Path, *, file: Path) -> None:
    """A new key, never half written; refused when heads of a lost key stand there."""
    if _lines(folder / "heads.jsonl"):
        raise UnsoundHeadsError(
            "sealer.key is gone while heads of it exist. Put it back, or move heads.jsonl,"
            " head.json and sealer.pub to the archive together before a new key is made"
        )
    half = folder / "sealer.key.half"
    half.unlink(missing_ok=True)
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(
            Ed25519PrivateKey.generate().private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        handle.flush()
        os.fsync(handle.fileno())
    half.rename(file)
