"""Passwords that leaked elsewhere: looked up in a file of the operator, and asked of nobody.

The file holds the SHA-1 of each in hexadecimal, one a line, sorted, with or without `:` and a
count behind it, as Have I Been Pwned offers them for download ("ordered by hash"). It may be tens
of gigabytes: it is searched by halves, some forty short reads.
"""

import hashlib
import os
import re
from pathlib import Path
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vijfluik.core.partners.models import Professional

_LINE = re.compile(rb"^([0-9A-Fa-f]{40})(?::[0-9]+)?\r?\n?$")
# So many lines over the whole file are compared when it is looked at.
_SAMPLE = 64


class BadList(ValueError):
    """The file cannot be used; the message says why."""


class BreachedValidator:
    """Refuses a password that stands in the file; without a file it refuses nothing."""

    def __init__(self, file: str = "") -> None:
        """`file`: its path; empty for none."""
        self.file = file

    def validate(self, password: str, user: Professional | None = None) -> None:  # noqa: ARG002
        """Nothing when it does not stand there. Django hands over whose it is.

        Raises:
            ValidationError: it leaked.
            BadList: the file is none of this form.
            OSError: it cannot be read; whoever chooses a password waits until it can.
        """
        if self.file and leaked(password, file=Path(self.file)):
            raise ValidationError(self.get_help_text(), code="password_leaked")

    def get_help_text(self) -> str:
        """What is asked."""
        return _("Dit wachtwoord staat in een lijst van gelekte wachtwoorden. Neem een ander.")


def leaked(password: str, *, file: Path) -> bool:
    """Whether the hash of a password stands in the file.

    Raises:
        BadList: a line is none.
        OSError: the file cannot be read.
    """
    # The form of the lists; nothing is protected by this hash.
    sought = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with file.open("rb") as lines:
        low, high = 0, os.fstat(lines.fileno()).st_size
        while low < high:
            middle = (low + high) // 2
            line = _line_from(lines, middle)
            if line is None or line >= sought:
                high = middle
            else:
                low = middle + 1
        return _line_from(lines, low) == sought


def examined(file: Path) -> None:
    """Look whether the file can be used: its form, and its order at places spread over it.

    Raises:
        BadList: it is empty, a line is none, or the lines do not stand in order.
        OSError: it cannot be read.
    """
    with file.open("rb") as lines:
        size = os.fstat(lines.fileno()).st_size
        seen = [_line_from(lines, size * part // _SAMPLE) for part in range(_SAMPLE)]
    found = [line for line in seen if line is not None]
    if not found:
        raise BadList(f"{file} holds no line.")
    if found != sorted(found):
        raise BadList(f"{file} is not sorted; take the list that is ordered by hash, or sort it.")


def _line_from(lines: BinaryIO, place: int) -> bytes | None:
    """The hash of the first line that begins at a place or behind it; None behind the last."""
    lines.seek(max(place - 1, 0))
    if place:
        lines.readline(200)
    line = lines.readline(200)
    if not line:
        return None
    found = _LINE.match(line)
    if found is None:
        raise BadList("A line is no SHA-1 in hexadecimal.")
    return found[1].upper()
