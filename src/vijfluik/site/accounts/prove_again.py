"""Proving once more who it is, before records are taken out or destroyed."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vijfluik.core.accounts import passkeys
from vijfluik.core.accounts.actions import tell
from vijfluik.core.accounts.identities import identity_of
from vijfluik.core.accounts.kinds import PROVEN_AGAIN
from vijfluik.core.accounts.proving import Proof, by_password, take_code
from vijfluik.core.accounts.throttle import TooOften
from vijfluik.core.accounts.visits import Seen, prove_again
from vijfluik.core.partners.acting import Acting
from vijfluik.site.accounts.entering import target_of
from vijfluik.site.accounts.kept import Sent, sent_to
from vijfluik.site.accounts.providers import provider_buttons
from vijfluik.site.accounts.proving import (
    ASKED,
    UNPROCESSABLE,
    CodeField,
    address_of,
    host_of,
    told_to_wait,
)
from vijfluik.ui.marks import asks_fresh_proof
from vijfluik.ui.registers.requests import acting_of


class ProofForm(forms.Form):
    """Password and code; the name is known."""

    password = forms.CharField(
        label=gettext_lazy("Wachtwoord"),
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = CodeField(
        label=gettext_lazy("Code uit uw codeapp"),
        max_length=12,
        help_text=gettext_lazy("Zes cijfers; een code die al gebruikt is, telt niet."),
    )


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Ask for a proof of now, and go on to where it was asked."""
    who, visit = acting_of(request), getattr(request, "visit", None)
    target = target_of(request)
    if (
        request.method != "POST"
        and visit is not None
        and _may_go_on(request, visit=visit, target=target)
    ):
        # Back from a provider, here by an address of before, or signed in anew: nothing is asked.
        return _onward(request, target=target)
    tie = identity_of(who.actor.key)
    form, fault = ProofForm(request.POST or None), ""
    if request.method == "POST":
        by_key = bool(request.POST.get("answer"))
        form = ProofForm() if by_key else form
        if by_key or form.is_valid():
            proof = _proof(request, form=form, by_key=by_key)
            fault = proof if isinstance(proof, str) else _taken(proof, who=who, visit=visit)
            if not fault:
                return _onward(request, target=target)
    return render(
        request,
        "site/accounts/prove_again.html",
        {
            "page_title": _("Bevestig wie u bent"),
            "intro": _(
                "U gaat gegevens meenemen, openbaar maken of vernietigen. Daarvoor bewijst u"
                " opnieuw wie u bent; het geldt vijf minuten."
            ),
            "form": form,
            "fault": fault,
            "next": target,
            "by_provider": tie is not None,
            "providers": [] if tie is None else provider_buttons(only=tie.provider, again=True),
        },
        status=UNPROCESSABLE if fault or form.errors else 200,
    )


def _may_go_on(request: HttpRequest, *, visit: Seen, target: str) -> bool:
    """Whether nothing has to be proven: it was just now, or something waits that asks for none."""
    if visit.fresh(at=timezone.now()):
        return True
    return not _asked_at(target) and sent_to(request, path=target, visit=visit) is not None


def _proof(request: HttpRequest, *, form: ProofForm, by_key: bool) -> Proof | str | None:
    try:
        if by_key:
            return passkeys.by_passkey(
                host=host_of(request),
                state=request.session.pop(ASKED, {}),
                answer=request.POST["answer"],
                address=address_of(request),
                at=timezone.now(),
            )
        return by_password(
            username=request.user.get_username(),
            password=form.cleaned_data["password"],
            code=form.cleaned_data["code"],
            address=address_of(request),
            at=timezone.now(),
        )
    except TooOften as waits:
        return told_to_wait(waits)


def _taken(proof: Proof | None, *, who: Acting, visit: Seen | None) -> str:
    """What is wrong with the proof; empty when it is one, of this person, and noted."""
    if proof is None or proof.professional != who.actor.key:
        return _("Dit klopt niet. Probeer het opnieuw, of meld u af en opnieuw aan.")
    if not take_code(proof):
        return _("Deze code is zojuist al gebruikt. Wacht tot de app de volgende toont.")
    passkeys.note_use(proof)
    if visit is not None:
        prove_again(who=who, key=visit.key, at=timezone.now())
    tell(who.actor.key, action=PROVEN_AGAIN, details={"method": str(proof.by)})
    return ""


def _onward(request: HttpRequest, *, target: str) -> HttpResponse:
    """To where it was asked. A file leaves the page as it is, so a page of its own says so."""
    visit = getattr(request, "visit", None)
    sent = None if visit is None else sent_to(request, path=target, visit=visit)
    if sent is not None:
        return _resumed(request, sent=sent)
    if not _asked_at(target):
        return redirect(target)
    return render(
        request,
        "site/accounts/proven.html",
        {
            "page_title": _("Bevestigd"),
            "intro": _("U kunt verder. Een bestand begint vanzelf; anders opent u het hieronder."),
            "target": target,
        },
    )


def _resumed(request: HttpRequest, *, sent: Sent) -> HttpResponse:
    """To what was sent before this was asked: still there, and sent by one more press only."""
    return render(
        request,
        "site/accounts/resume.html",
        {
            "page_title": _("Nog niet verstuurd"),
            "intro": _("Wat u had ingevuld, is bewaard en nog niet verstuurd. Het blijft tien"
                       " minuten staan."),
            "sent": sent,
        },
    )  # fmt: skip


def _asked_at(target: str) -> bool:
    try:
        found = resolve(target.partition("?")[0])
    except Resolver404:
        return False
    return asks_fresh_proof(found.func, found.kwargs)
