"""Putting a document at a record, and what can be done with it afterwards."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.documents.stored.kinds import EVERY
from vijfluik.core.documents.stored.scanning import Verdict
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments import actions
from vijfluik.programme.attachments.access import (
    THING,
    access_document,
    access_for_attaching,
    organisations_for,
)
from vijfluik.programme.attachments.forms import (
    DocumentForm,
    FileForm,
    SharingForm,
    WithdrawForm,
)
from vijfluik.programme.attachments.models import LINKS, Document
from vijfluik.programme.attachments.pages.frames import to_document, to_record
from vijfluik.programme.attachments.taking import taken
from vijfluik.ui.marks import fresh_proof, freshly_proven
from vijfluik.ui.registers.asking import Asked, capitalised, confirm_page, form_page
from vijfluik.ui.registers.forms import put_faults
from vijfluik.ui.registers.requests import acting_of


def register_of_path(path: str) -> Register:
    """The register of a word in addresses that takes documents.

    Raises:
        Http404: there is none.
    """
    for thing in LINKS:
        register = register_named(thing)
        if register.path == path:
            return register
    raise Http404


def sent(request: HttpRequest) -> dict[str, Any]:
    """What was sent along for a form; of a page that is only asked, nothing."""
    if request.method != "POST":
        return {}
    return {"data": request.POST, "files": request.FILES}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, path: str, key: uuid.UUID) -> HttpResponse:
    """Put a document at a record."""
    who, register = acting_of(request), register_of_path(path)
    record = access_for_attaching(register, who=who, key=key)
    owners, owner = organisations_for(who=who), register.owner_of(record)
    form = capitalised(
        DocumentForm(
            **sent(request),
            organisations=owners,
            first=owner if owner in owners else owners[0],
        )
    )
    link = to_record(register, record=record)
    if request.method == "POST" and form.is_valid():
        shared = form.cleaned_data["shared"]
        try:
            made = actions.store(
                register,
                who=who,
                key=key,
                file=taken(form.content(), file_name=form.cleaned_data["file"].name),
                title=form.cleaned_data["title"],
                organisation=form.owner(),
                # Sharing asks for a proof of just now, which would lose the file: it comes after.
                shared=shared and freshly_proven(request),
            )
        except FileRefused as refused:
            form.add_error("file", refused.message)
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        else:
            _say_kept(request, made=made)
            page = "share" if shared and not made.shared else "document"
            return redirect(f"documents:{page}", made.key)
    return form_page(
        request,
        register=register,
        form=form,
        asked=Asked(
            title=_("Document toevoegen"),
            submit=_("Toevoegen"),
            cancel_url=link.url,
            intro=_(
                "Zolang u het niet deelt, zien alleen u en collega’s van uw organisatie die met "
                "documenten werken het."
            ),
            path=[link],
            busy=_("Het bestand wordt nagekeken en verzegeld."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put a new version in the place of a document."""
    who = acting_of(request)
    held = access_document(who=who, key=key, action="attach")
    form = capitalised(FileForm(**sent(request)))
    if request.method == "POST" and form.is_valid():
        try:
            file = taken(form.content(), file_name=form.cleaned_data["file"].name)
            # As of a new document: what everybody at the record reads asks for a proof of just now.
            proven = freshly_proven(request)
            made = actions.replace(who=who, key=key, file=file, shared=proven)
        except FileRefused as refused:
            form.add_error("file", refused.message)
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        else:
            _say_kept(request, made=made)
            page = "share" if held.document.shared and not made.shared else "document"
            return redirect(f"documents:{page}", made.key)
    return form_page(
        request,
        register=held.register,
        form=form,
        asked=Asked(
            title=_("Document vervangen"),
            submit=_("Vervangen"),
            cancel_url=reverse("documents:document", args=[key]),
            intro=_("De nieuwe versie wordt gelezen door wie deze leest. Deze blijft te lezen."),
            path=to_document(held),
            busy=_("Het bestand wordt nagekeken en verzegeld."),
        ),
    )


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Share a document with who reads its record, or no longer; asked once more."""
    who = acting_of(request)
    held = access_document(who=who, key=key, action="share")
    wanted = not held.document.shared
    form = SharingForm(**sent(request), initial={"wanted": "ja" if wanted else "nee"})
    if request.method == "POST" and form.is_valid():
        # What the page said counts: somebody else may have shared it meanwhile.
        wanted = form.cleaned_data["wanted"] == "ja"
        try:
            actions.share(who=who, key=key, shared=wanted)
        except Invalid as invalid:
            messages.error(request, str(invalid.faults[0]))
        else:
            messages.success(request, _("Gedeeld.") if wanted else _("Niet langer gedeeld."))
        return redirect("documents:document", key)
    title = _("Document delen") if wanted else _("Document niet langer delen")
    asked = Asked(
        title=title,
        submit=_("Delen") if wanted else _("Niet langer delen"),
        cancel_url=reverse("documents:document", args=[key]),
        notice=_("Deelt u dit document met iedereen die de registratie mag lezen?")
        if wanted
        else _("Ziet voortaan alleen uw eigen organisatie dit document?"),
        about=[(_("Document"), held.document.title)],
        consequences=[
            _("Wie de registratie leest, ziet het document op haar pagina en kan het opslaan.")
        ]
        if wanted
        else [_("Wat al is opgeslagen, blijft bij wie het opsloeg.")],
        path=to_document(held),
    )
    return confirm_page(request, register=held.register, form=form, asked=asked, danger=False)


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Destroy a document; asked once more, with a ground."""
    who = acting_of(request)
    held = access_document(who=who, key=key, action="withdraw")
    form = capitalised(WithdrawForm(**sent(request)))
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(who=who, key=key, ground=form.cleaned_data["ground"])
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        else:
            messages.success(request, _("Vernietigd."))
            return redirect("documents:document", key)
    return confirm_page(
        request,
        register=held.register,
        form=form,
        asked=Asked(
            title=_("Document vernietigen"),
            submit=_("Vernietigen"),
            cancel_url=reverse("documents:document", args=[key]),
            notice=_("Vernietigt u dit document?"),
            about=[(_("Document"), held.document.title)],
            consequences=[
                _("Het bestand, zijn sleutel, naam en hash gaan weg en komen niet terug."),
                _("Andere versies blijven. Dat het er was en wie het vernietigde, blijft staan."),
            ],
            path=to_document(held),
        ),
    )


@require_safe
def helped(request: HttpRequest) -> HttpResponse:
    """What documents are for, who reads them, and what is taken."""
    require_somewhere(thing=THING, action="read")
    return render(
        request,
        "attachments/help.html",
        {
            "page_title": _("Hulp bij documenten"),
            "kinds": EVERY,
            "megabytes": settings.DOCUMENTS_LARGEST // (1024 * 1024),
            "scanner": bool(settings.DOCUMENTS_SCANNER),
            "takers": [register_named(thing) for thing in LINKS],
        },
    )


def _say_kept(request: HttpRequest, *, made: Document) -> None:
    if made.scan == Verdict.WAITING:
        messages.warning(
            request,
            _("Bewaard. De scanner geeft geen antwoord; het document gaat open zodra dat er is."),
        )
    elif made.scan == Verdict.NOT_SCANNED:
        messages.success(
            request, _("Bewaard. Niet gecontroleerd op schadelijke inhoud: er is geen scanner.")
        )
    else:
        messages.success(request, _("Bewaard en gecontroleerd; er is niets gevonden."))
