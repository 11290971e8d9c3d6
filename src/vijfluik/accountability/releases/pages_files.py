"""A file of a release, byte for byte as it was adopted."""

import hashlib
import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vijfluik.accountability.releases.access import access_text
from vijfluik.accountability.releases.events import FILE_SERVED
from vijfluik.accountability.releases.models.file import ALL_LANGUAGES, EVIDENCE
from vijfluik.accountability.releases.pages_text import told_when_early
from vijfluik.accountability.releases.queries import file_of
from vijfluik.accountability.reports.formats import FORMATS, FileFormat
from vijfluik.core.journal.recording import record
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.requests import acting_of


class ChangedError(RuntimeError):
    """The bytes are not those that were adopted; nothing is served then."""


@fresh_proof
@require_safe
def evidence(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The evidence for publication, as it was adopted."""
    return _served(request, key=key, language=ALL_LANGUAGES, kind=EVIDENCE)


@require_safe
def file(request: HttpRequest, key: uuid.UUID, language: str, kind: str) -> HttpResponse:
    """The file to keep; what was stored is served, never built anew."""
    return _served(request, key=key, language=language, kind=kind)


def _served(request: HttpRequest, *, key: uuid.UUID, language: str, kind: str) -> HttpResponse:
    found = access_text(who=acting_of(request), key=key)
    stored = file_of(found.release, language=language, kind=kind)
    if stored is None:
        raise Http404
    content = bytes(stored.content)
    if hashlib.sha256(content).hexdigest() != stored.sha256:
        raise ChangedError(f"file {stored.key} of a release is not what its hash says")
    told = language or "all"
    told_when_early(found, language=told, kind=kind)
    record(
        action=FILE_SERVED,
        object_type="releases.release",
        object_key=key,
        details={"language": told, "format": kind, "sha256": stored.sha256},
    )
    sort = "application/zip" if kind == EVIDENCE else FORMATS[FileFormat(kind)].media_type
    response = HttpResponse(content, content_type=sort)
    name = f"{found.release.report}-{found.release.reference}.{language or 'bewijs'}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{_plain(name)}"'
    response["ETag"] = f'"{stored.sha256}"'
    return response


def _plain(name: str) -> str:
    """A name that every system takes."""
    return "".join(each if each.isascii() and (each.isalnum() or each in "-._") else "-"
                   for each in name)  # fmt: skip
