"""From the bytes of an uploaded file to a sheet."""

from django.utils.translation import gettext as _

from vijfluik.core.registers.importing.archives import protected
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.separated import read_separated
from vijfluik.core.registers.importing.sheets import LIMITS, Limits, Sheet
from vijfluik.core.registers.importing.workbooks import read_workbook

_ZIP = b"PK\x03\x04"
# The old format of .xls, and the envelope of an encrypted .xlsx.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_file(content: bytes, *, limits: Limits = LIMITS) -> Sheet:
    """Read CSV, XLSX or ODS; the content decides, not the name of the file.

    Raises:
        FileRefused: with what is wrong and what would be right. No other error comes out.
    """
    if len(content) > limits.size:
        raise FileRefused(
            code="too-large",
            message=_("Het bestand is groter dan %(size)d MB. Splits het in kleinere bestanden.")
            % {"size": limits.size // (1024 * 1024)},
        )
    if content.startswith(_ZIP):
        return read_workbook(content, limits=limits)
    if content.startswith(_COMPOUND):
        raise protected() if b"E\0n\0c\0r\0y\0p\0t" in content else _old_format()
    return read_separated(content, limits=limits)


def _old_format() -> FileRefused:
    return FileRefused(
        code="format",
        message=_("Dit is het oude .xls. Sla het bestand op als XLSX, ODS of CSV."),
    )
