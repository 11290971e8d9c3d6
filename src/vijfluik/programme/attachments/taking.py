"""Taking a file in: what it is, what it is called, and what the scanner says of it."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _

from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.documents.stored.naming import cleaned
from vijfluik.core.documents.stored.scanning import Verdict, scanned
from vijfluik.core.documents.stored.sniffing import sniffed
from vijfluik.core.registers.importing.refusals import FileRefused


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A file that may be kept."""

    content: bytes
    kind: FileKind
    file_name: str
    sha256: str
    scan: Verdict


def taken(content: bytes, *, file_name: str) -> Taken:
    """The file as it may be kept.

    Raises:
        FileRefused: too large, of another kind, damaged, or harmful; the message says what is
            wrong and what would do.
    """
    if len(content) > settings.DOCUMENTS_LARGEST:
        raise too_large()
    kind = sniffed(content)
    verdict = scanned(content).verdict
    if verdict is Verdict.INFECTED:
        raise FileRefused(
            code="infected",
            message=_(
                "De scanner vond iets schadelijks in dit bestand. Het is niet bewaard. Laat uw "
                "beheerder ernaar kijken voordat u het nog eens opent."
            ),
        )
    return Taken(
        content=content,
        kind=kind,
        file_name=cleaned(file_name, kind=kind),
        sha256=sha256(content).hexdigest(),
        scan=verdict,
    )


def too_large() -> FileRefused:
    """The refusal of a file by its size."""
    return FileRefused(
        code="too-large",
        message=_("Het bestand is groter dan %(size)d MB.")
        % {"size": settings.DOCUMENTS_LARGEST // (1024 * 1024)},
    )
