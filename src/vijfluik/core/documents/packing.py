"""Zip files that come out the same: one fixed time, one order, one attribute for every member."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_MODE = 0o644 << 16
_UNIX = 3


def packed(members: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return a zip of ``members`` (name and content) in the order given.

    Those named in ``stored`` are not compressed. The same members give the same bytes.
    """
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, content in members:
            # The first moment that a zip can name; the moment of a document stands inside it.
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = _MODE
            entry.create_system = _UNIX
            archive.writestr(entry, content)
    return into.getvalue()


def repacked(content: bytes) -> bytes:
    """Return the zip ``content`` with the same members in the same order and nothing of a clock."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed([(name, archive.read(name)) for name in archive.namelist()])
