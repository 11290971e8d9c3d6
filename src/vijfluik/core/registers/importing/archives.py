"""XLSX and ODS are zip archives: look what is in them before anything unpacks them."""

import copy
import io
import zipfile
import zlib
from enum import StrEnum

from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.sheets import Limits

_MEMBERS = 2_000
_CHUNK = 1024 * 1024
_BEYOND = 2**40


class WorkbookFormat(StrEnum):
    """The spreadsheets that are read."""

    XLSX = "xlsx"
    ODS = "ods"


def inspect_archive(content: bytes, *, limits: Limits) -> WorkbookFormat:
    """Which spreadsheet it is; safe to hand on when this returns.

    The sizes that an archive states of itself may be lies, so every member is unpacked here, piece
    by piece, and counted.

    Raises:
        FileRefused: damaged, protected by a password, no spreadsheet, or larger than it may be.
    """
    return _format_of(inspected(content, unpacked=limits.unpacked))


def inspected(content: bytes, *, unpacked: int) -> zipfile.ZipFile:
    """The archive, of which every member was unpacked and checked once; for any kind of file.

    Args:
        unpacked: how many bytes all members may hold together.

    Raises:
        FileRefused: damaged, protected by a password, or larger than it may be.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_members(archive.infolist())
        _count_unpacked(archive, unpacked=unpacked)
        return archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise damaged() from None
    except RuntimeError:
        # zipfile says so of a member that needs a password.
        raise protected() from None


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MEMBERS:
        raise too_large()


def _count_unpacked(archive: zipfile.ZipFile, *, unpacked: int) -> None:
    left = unpacked
    for member in archive.infolist():
        # A stated size above the real one makes zipfile read to the true end and check the sum.
        honest = copy.copy(member)
        honest.file_size = _BEYOND
        with archive.open(honest) as stream:
            while piece := stream.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise too_large()


def _format_of(archive: zipfile.ZipFile) -> WorkbookFormat:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return WorkbookFormat.XLSX
    if {"content.xml", "mimetype"} <= names and archive.read("mimetype").strip() == (
        b"application/vnd.oasis.opendocument.spreadsheet"
    ):
        return WorkbookFormat.ODS
    raise FileRefused(
        code="format",
        message=_("Dit is geen spreadsheet. Lever het bestand aan als CSV, XLSX of ODS."),
    )


def damaged() -> FileRefused:
    """The refusal of a file that is broken."""
    return FileRefused(
        code="damaged",
        message=_(
            "Het bestand is beschadigd. Open het, sla het opnieuw op en probeer het nog eens."
        ),
    )


def protected() -> FileRefused:
    """The refusal of a file behind a password."""
    return FileRefused(
        code="password",
        message=_("Het bestand is met een wachtwoord beveiligd. Sla het zonder wachtwoord op."),
    )


def too_large() -> FileRefused:
    """The refusal of a spreadsheet that grows out of bounds."""
    return FileRefused(
        code="too-large",
        message=_(
            "Het bestand is uitgepakt te groot. Verwijder lege opgemaakte regels en kolommen, of "
            "sla het op als CSV."
        ),
    )
