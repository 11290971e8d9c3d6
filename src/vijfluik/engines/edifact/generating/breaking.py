"""Faults as airlines and lines make them, put into a valid message."""

from collections.abc import Callable
from random import Random

from vijfluik.engines.edifact.writing.segments import wrapped


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    return data.replace(old, new, 1)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) // 2, len(data))]


def _stray(data: bytes, rng: Random) -> bytes:
    ends = [place for place in range(len(data) // 2) if data[place : place + 1] == b"'"]
    place = rng.choice(ends) + 1
    return data[:place] + b"L'" + data[place:]


def _mail(data: bytes, _rng: Random) -> bytes:
    return b"QD AMSXXKL\r\n.AMSKLXX 040500\r\n" + wrapped(data) + b"\r\n\r\nSent by a machine.\r\n"


# Name of the fault → what it does. Those in LOSSLESS take nobody away.
FAULTS: dict[str, Callable[[bytes, Random], bytes]] = {
    "segment-count": lambda data, _: _replaced(data, b"UNT+", b"UNT+9"),
    "no-interchange": lambda data, _: data[data.index(b"UNH+") :],
    "cut": _cut,
    "stray-segment": _stray,
    "wrapped": lambda data, _: wrapped(data),
    "mail": _mail,
    "no-booking-start": lambda data, _: data.replace(b"SRC'", b""),
    "no-locator": lambda data, _: data.replace(b"RCI+", b"RCX+"),
    "unknown-version": lambda data, _: _replaced(data, b"PNRGOV:", b"PNRGOV:99"),
    "nul": lambda data, _: data.replace(b"'TIF", b"'\0\0TIF"),
    "unescaped": lambda data, _: data.replace(b"?'", b"'"),
    "twice": lambda data, _: data + data,
    "bad-date": lambda data, _: data.replace(b"TVL+0405", b"TVL+3125"),
    "latin": lambda data, _: data.replace(b"LAAN", "LÄÄN".encode("iso8859-1")),
    "lower-case": lambda data, _: data.replace(b"UNZ", b"unz"),
}
LOSSLESS = frozenset(FAULTS) - {"cut", "unescaped", "no-booking-start"}


def broken(data: bytes, *, fault: str, seed: int) -> bytes:
    """The message with that fault.

    Raises:
        KeyError: no fault is called so.
    """
    return FAULTS[fault](data, Random(seed))  # noqa: S311 - invented data, not secrets
