"""The page of a document, its preview, and its file.

Nothing that somebody brought is ever served as a page: a picture is an image and nothing else, a
text is escaped within a page of ours, and the rest is a file to keep.
"""

import uuid
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.stored.kinds import PICTURES, SERVED, TEXTS, FileKind
from vijfluik.core.documents.stored.scanning import OPEN, Verdict
from vijfluik.core.documents.stored.sniffing import text_of
from vijfluik.core.partners.acting import Acting
from vijfluik.programme.attachments.access import Held, access_document, attachable, may, visible
from vijfluik.programme.attachments.actions import fetch
from vijfluik.programme.attachments.beside import documents_table
from vijfluik.programme.attachments.models import Document
from vijfluik.programme.attachments.pages.frames import document_frame
from vijfluik.programme.attachments.telling import standing_of, who_reads
from vijfluik.programme.attachments.vocabulary import Origin, State
from vijfluik.ui.formatting import file_size, moment
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.record import Possible
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

# So much of a text is shown; all of it is in the file.
SHOWN = 20_000
# Beside the policy of every page: nothing of it runs, fetches or is framed.
SANDBOX = (
    "default-src 'none'; sandbox; object-src 'none'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)


@require_safe
def document(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What is known of a document, its preview, and what can be done with it."""
    who = acting_of(request)
    held = access_document(who=who, key=key)
    found = held.document
    title = found.title or _("Vernietigd document")
    mark, acts = standing_of(found), _possible(held, who=who)
    offer(request, *(Link(label=act.label, url=act.url) for act in acts))
    return render(
        request,
        "attachments/document.html",
        {
            **document_frame(held, title=title),
            "standing": mark,
            "standing_label": str(mark.label).capitalize(),
            "possible": acts,
            "waits": found.scan == Verdict.WAITING and _there(found),
            "harmful": found.scan == Verdict.INFECTED and _there(found),
            "gone": not _there(found),
            "facts": _facts(held),
            "picture": _picture(found),
            "text": _text(found, who=who),
            "shown": SHOWN,
            "versions": _versions(held, who=who),
        },
    )


@require_safe
def preview(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The picture itself, to stand on the page of its document."""
    found, content = fetch(who=acting_of(request), key=key, taken_along=False)
    if found.kind not in PICTURES:
        raise Refused
    return _served(found, content=content, kept="inline")


@fresh_proof
@require_safe
def file(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The file, to keep."""
    found, content = fetch(who=acting_of(request), key=key, taken_along=True)
    return _served(found, content=content, kept="attachment")


def _served(document: Document, *, content: bytes, kept: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=SERVED[FileKind(document.kind)].media_type,
        headers={
            "Content-Disposition": disposition(document.file_name, kept=kept),
            "Content-Security-Policy": SANDBOX,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def disposition(name: str, *, kept: str) -> str:
    """The header for a file of a name; `kept` is inline or attachment."""
    plain = "".join(sign if sign.isascii() and sign not in '"\\%' else "_" for sign in name)
    return f"{kept}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"


def _there(document: Document) -> bool:
    return document.state != State.WITHDRAWN


def _open(document: Document) -> bool:
    return _there(document) and document.scan in OPEN


def _picture(document: Document) -> str:
    if not _open(document) or document.kind not in PICTURES:
        return ""
    return reverse("documents:preview", args=[document.key])


def _text(document: Document, *, who: Acting) -> str:
    if not _open(document) or document.kind not in TEXTS:
        return ""
    return text_of(fetch(who=who, key=document.key, taken_along=False)[1])[:SHOWN]


def _facts(held: Held) -> list[tuple[str, str]]:
    found, language = held.document, page_language()
    facts = [
        (_("Bestand"), found.file_name),
        (_("Soort"), found.get_kind_display()),
        (_("Grootte"), file_size(found.size, language=language)),
        (_("Wie leest het"), who_reads(found)),
        (_("Namens"), found.organisation.name),
        (_("Geplaatst door"), found.brought_by.name),
        (_("Geplaatst op"), moment(found.brought_at, language=language)),
        (_("Versie"), str(found.number)),
        (_("Controle op schadelijke inhoud"), str(Verdict(found.scan).label).capitalize()),
        (_("SHA-256"), found.sha256),
    ]
    if found.origin == Origin.LETTER:
        facts[8] = (_("Brief en sjabloon"), found.letter)
    return [(label, text) for label, text in facts if text]


def _possible(held: Held, *, who: Acting) -> list[Possible]:
    found = held.document
    if not _there(found):
        return []

    def way(name: str, label: str, *, kind: str = "secondary", icon: str = "") -> Possible:
        url = reverse(f"documents:{name}", args=[found.key])
        return Possible(label=label, url=url, kind=kind, icon=icon)

    acts = []
    if _open(found):
        acts.append(way("file", _("Bestand opslaan"), kind="primary", icon="file"))
    brought = found.origin == Origin.BROUGHT
    if brought and may(found, who=who, action="share"):
        acts.append(way("share", _("Niet langer delen") if found.shared else _("Delen")))
    if brought and found.state == State.CURRENT and _may_replace(held, who=who):
        acts.append(way("replace", _("Vervangen"), icon="version"))
    if may(found, who=who, action="withdraw"):
        acts.append(way("withdraw", _("Vernietigen"), kind="quiet"))
    return acts


def _may_replace(held: Held, *, who: Acting) -> bool:
    if not may(held.document, who=who, action="attach"):
        return False
    return attachable(held.register, record=held.record, who=who)


def _versions(held: Held, *, who: Acting) -> object:
    rows = visible(register=held.register, record=held.record, who=who)
    rows = rows.filter(series=held.document.series).exclude(key=held.document.key)
    found = list(rows.select_related("brought_by", "organisation").order_by("-number"))
    return documents_table(found, caption=_("Andere versies")) if found else None
