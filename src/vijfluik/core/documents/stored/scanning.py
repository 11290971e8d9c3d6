"""Asking a scanner of malware: ClamAV's clamd, by its INSTREAM command over a socket.

Nothing configured is said as such and never as "clean". A scanner that does not answer, or answers
something that is no verdict, has given none: the file waits until it does.
"""

import contextlib
import socket
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

_CHUNK = 64 * 1024
_LONGEST_ANSWER = 4096
# A request is one transaction of at most 30 seconds.
SECONDS = 10


class Verdict(models.TextChoices):
    """What is known of malware in a file."""

    CLEAN = "clean", _("gecontroleerd, niets gevonden")
    NOT_SCANNED = "not_scanned", _("niet gecontroleerd: er is geen scanner ingesteld")
    WAITING = "waiting", _("wacht op controle")
    INFECTED = "infected", _("schadelijk")


# What may be fetched.
OPEN = (Verdict.CLEAN, Verdict.NOT_SCANNED)


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """A verdict; `why` is what the scanner found, or why there is none yet. For the log only."""

    verdict: Verdict
    why: str = ""


def scanned(content: bytes, *, seconds: float = SECONDS) -> Scanned:
    """What the scanner says of a file; it waits when there is no answer.

    Args:
        seconds: how long the whole question may take.
    """
    if not settings.DOCUMENTS_SCANNER:
        return Scanned(verdict=Verdict.NOT_SCANNED)
    try:
        answer = _asked(content, until=time.monotonic() + seconds)
    except OSError as error:
        return Scanned(verdict=Verdict.WAITING, why=type(error).__name__)
    return _read(answer)


def _read(answer: str) -> Scanned:
    """`stream: OK` or `stream: NAME FOUND`; everything else is no verdict."""
    told = answer.partition(":")[2].strip() if answer.startswith("stream:") else ""
    if told == "OK":
        return Scanned(verdict=Verdict.CLEAN)
    if told.endswith(" FOUND"):
        return Scanned(verdict=Verdict.INFECTED, why=told.removesuffix(" FOUND"))
    return Scanned(verdict=Verdict.WAITING, why=answer[:100])


def _asked(content: bytes, *, until: float) -> str:
    with _connected(until=until) as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            piece = content[start : start + _CHUNK]
            line.settimeout(_left(until))
            line.sendall(struct.pack(">I", len(piece)) + piece)
        line.sendall(struct.pack(">I", 0))
        answer = b""
        while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
            line.settimeout(_left(until))
            piece = line.recv(_LONGEST_ANSWER)
            if not piece:
                break
            answer += piece
        return answer.partition(b"\0")[0].decode("ascii", "replace").strip()


@contextlib.contextmanager
def _connected(*, until: float) -> Iterator[socket.socket]:
    place = settings.DOCUMENTS_SCANNER
    with contextlib.ExitStack() as held:
        if place.startswith("unix:"):
            line = held.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
            line.settimeout(_left(until))
            line.connect(place.removeprefix("unix:"))
        else:
            host, _colon, port = place.removeprefix("tcp://").rpartition(":")
            line = held.enter_context(
                socket.create_connection((host.strip("[]"), int(port)), timeout=_left(until))
            )
        yield line


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("the scanner took too long")
    return left
