"""The page of a letter, its draft as a file, and sending it."""

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.documents.html import fragment
from vijfluik.core.documents.letters.composing import Missing
from vijfluik.core.documents.letters.kinds import LetterKind
from vijfluik.core.documents.stored.kinds import SERVED, FileKind
from vijfluik.programme.attachments.beside import documents_table, name_of
from vijfluik.programme.attachments.letters import (
    Letter,
    access_letter,
    composed,
    drafted,
    may_send,
    send,
    sent_letters,
)
from vijfluik.programme.attachments.pages.document import disposition
from vijfluik.programme.attachments.pages.frames import to_record
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.asking import Asked, confirm_page
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

View = Callable[..., HttpResponse]


def shown(kind: LetterKind) -> View:
    """The letter as it reads now, what was sent, and what can be done."""

    @require_safe
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        who = acting_of(request)
        letter = access_letter(kind, who=who, key=key)
        text, fault = "", ""
        try:
            text = fragment(composed(letter).document, top_level=2)
        except Missing as missing:
            fault = missing.message
        sent = sent_letters(letter, who=who)
        return render(
            request,
            "attachments/letter.html",
            {
                **_frame(letter, title=str(kind.title)),
                "letter": mark_safe(text),  # noqa: S308 - written by core.documents, which escapes
                "fault": fault,
                "files": [
                    Link(label=label, url=_address(letter, page=page))
                    for page, label in (
                        ("pdf", _("Concept als PDF")),
                        ("docx", _("Concept als Word")),
                    )
                    if text
                ],
                "send_url": _address(letter, page="send")
                if text and may_send(letter, who=who)
                else "",
                "sent": documents_table(sent, caption=_("Verzonden")) if sent else None,
            },
        )

    return view


def file(kind: LetterKind, *, form: FileKind) -> View:
    """The draft as a file."""

    @fresh_proof
    @require_safe
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        letter = access_letter(kind, who=acting_of(request), key=key)
        try:
            name, content = drafted(letter, form=form)
        except Missing as missing:
            messages.error(request, missing.message)
            return redirect(_address(letter, page="shown"))
        return HttpResponse(
            content,
            content_type=SERVED[form].media_type,
            headers={
                "Content-Disposition": disposition(name, kept="attachment"),
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
            },
        )

    return view


def sending(kind: LetterKind) -> View:
    """Send the letter; asked once more, because it does not change afterwards."""

    @fresh_proof
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        who = acting_of(request)
        letter = access_letter(kind, who=who, key=key)
        if request.method == "POST" or not may_send(letter, who=who):
            # Whoever may not is refused here, and the journal told.
            try:
                made = send(kind, who=who, key=key)
            except Missing as missing:
                messages.error(request, missing.message)
                return redirect(_address(letter, page="shown"))
            messages.success(
                request, _("Verzonden. De brief staat bij de registratie, voor wie haar leest.")
            )
            return redirect("documents:document", made.key)
        try:
            document = composed(letter).document
        except Missing as missing:
            messages.error(request, missing.message)
            return redirect(_address(letter, page="shown"))
        here = Link(label=str(kind.title), url=_address(letter, page="shown"))
        return confirm_page(
            request,
            register=letter.register,
            form=forms.Form(),
            danger=False,
            asked=Asked(
                title=_("Brief versturen"),
                submit=_("Versturen"),
                cancel_url=here.url,
                notice=_("Verstuurt u deze brief?"),
                about=[(_("Brief"), document.title), *document.details],
                consequences=[
                    _("De brief staat als PDF bij de registratie en verandert niet meer."),
                    _("Wie de registratie leest, leest de brief. Per post verstuurt u hem zelf."),
                ],
                path=[to_record(letter.register, record=letter.record), here],
            ),
        )

    return view


def _frame(letter: Letter, *, title: str) -> dict[str, object]:
    path = [to_record(letter.register, record=letter.record)]
    return frame_of(letter.register, title=title, path=path)


def _address(letter: Letter, *, page: str) -> str:
    return reverse(name_of(letter.kind, page=page), args=[letter.record.key])
