"""Mijn account: what proves who I am, and where I am signed in."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vijfluik.core.accounts import passkeys, queries, visits
from vijfluik.core.accounts.faults import Invalid
from vijfluik.core.accounts.identities import identity_of
from vijfluik.core.accounts.models import Identity, Visit
from vijfluik.core.accounts.own import change_password
from vijfluik.core.accounts.queries import passkey_of, proofs_set
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional
from vijfluik.site.accounts.begin import NewPassword
from vijfluik.site.accounts.providers import provider_label
from vijfluik.site.accounts.proving import ASKED, UNPROCESSABLE, host_of, json_of
from vijfluik.site.accounts.visiting import proof_asked
from vijfluik.ui.formatting import moment
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import fresh_proof, never_kept
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


class KeyForm(forms.Form):
    """The name under which somebody knows the own passkey."""

    name = forms.CharField(
        label=gettext_lazy("Naam van de sleutel"),
        max_length=60,
        help_text=gettext_lazy("Bijvoorbeeld ‘laptop van het werk’."),
    )
    answer = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20_000)


@never_cache
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Everything of one's own account on one page."""
    return shown(request)


def shown(request: HttpRequest, *, form: KeyForm | None = None) -> HttpResponse:
    """The page, with what is wrong in adding a passkey when something is."""
    who, here = acting_of(request), own_visit(request)
    proof, tied = proof_asked(), identity_of(who.actor.key)
    return render(
        request,
        "site/accounts/own.html",
        {
            "page_title": _("Mijn account"),
            "navigation_current": "own",
            "facts": facts_of(request),
            "proof": proof,
            "proofs": proofs_of(who, tied=tied) if proof else [],
            "passkeys": passkeys_of(who) if proof else [],
            "local": tied is None,
            "form": form or KeyForm(),
            "visits": [
                visit_words(each, here=here)
                for each in visits.open_visits(who.actor.key, at=timezone.now(), idles=proof)
            ],
        },
        status=UNPROCESSABLE if form is not None and form.errors else 200,
    )


def facts_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Who one is here."""
    person, who = own_person(request), acting_of(request)
    roles = ", ".join(dict.fromkeys(str(grant.role.label) for grant in who.actor.grants))
    return [
        (_("Naam"), person.name),
        (_("Aanmeldnaam"), person.username),
        (_("Werkgever"), str(person.organisation)),
        (_("Rol"), roles or _("geen mandaat")),
    ]


def proofs_of(who: Acting, *, tied: Identity | None) -> list[tuple[str, str]]:
    """Since when password and app are what they are, or by which provider somebody comes in."""
    language, found = page_language(), []
    if tied is not None:
        since = moment(tied.linked_at, language=language)
        return [(_("Via"), provider_label(tied)), (_("Gekoppeld sinds"), since)]
    labels = (_("Wachtwoord sinds"), _("Codeapp sinds"))
    for label, at in zip(labels, proofs_set(who=who), strict=True):
        since = _("nog niet ingesteld") if at is None else moment(at, language=language)
        found.append((label, since))
    return found


def passkeys_of(who: Acting) -> list[dict[str, str]]:
    """The passkeys, each with its use and the way to remove it."""
    language = page_language()
    return [
        {
            "name": each.name,
            "added": moment(each.added_at, language=language),
            "used": moment(each.used_at, language=language) if each.used_at else _("nog niet"),
            "url": reverse("own_passkey_gone", args=[each.key]),
        }
        for each in queries.passkeys_of(who=who)
    ]


def visit_words(visit: Visit, *, here: uuid.UUID | None) -> dict[str, object]:
    """A visit as the page tells it."""
    language, device = page_language(), visit.device or _("onbekend apparaat")
    started = moment(visit.started_at, language=language)
    return {
        "device": device,
        "about": f"{device}, {started}",
        "by": visit.get_proven_by_display(),
        "started": started,
        "seen": moment(visit.seen_at, language=language),
        "here": visit.key == here,
        "url": reverse("own_visit_ended", args=[visit.key]),
    }


@sensitive_post_parameters()
@never_cache
@never_kept
@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Another password, after a proof of just now; elsewhere one is signed out by it."""
    only_with_local_proof(request)
    form = NewPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_password(
                who=acting_of(request),
                person=own_person(request),
                password=form.cleaned_data["password"],
                visit=own_visit(request),
            )
        except Invalid as invalid:
            for name, text in invalid.faults.items():
                form.add_error(name, text)
        else:
            messages.success(request, _("Uw wachtwoord is veranderd. Elders bent u afgemeld."))
            return redirect("own_account")
    return render(
        request,
        "site/accounts/password.html",
        {
            "page_title": _("Wachtwoord veranderen"),
            "breadcrumbs": [
                Link(label=_("Mijn account"), url=reverse("own_account")),
                Link(label=_("Wachtwoord veranderen")),
            ],
            "form": form,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@fresh_proof
@require_POST
def ask_new_passkey(request: HttpRequest) -> JsonResponse:
    """What the browser asks its device; the answer comes with the form."""
    only_with_local_proof(request)
    options, state = passkeys.begin_adding(
        who=acting_of(request), person=own_person(request), host=host_of(request)
    )
    request.session[ASKED] = state
    return JsonResponse(json_of(options))


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """The page to add a passkey on, and what the device answered."""
    only_with_local_proof(request)
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            passkeys.add(
                who=acting_of(request),
                person=own_person(request),
                host=host_of(request),
                state=request.session.pop(ASKED, {}),
                answer=form.cleaned_data["answer"],
                name=form.cleaned_data["name"],
            )
        except Invalid as invalid:
            for name, text in invalid.faults.items():
                form.add_error(name, text)
        else:
            messages.success(request, _("De toegangssleutel is toegevoegd."))
            return redirect("own_account")
    return render(
        request,
        "site/accounts/passkey.html",
        {
            "page_title": _("Toegangssleutel toevoegen"),
            "intro": _(
                "Een toegangssleutel zit in uw apparaat. U meldt zich aan met uw vinger, gezicht of"
                " de code van het apparaat, zonder wachtwoord."
            ),
            "breadcrumbs": [
                Link(label=_("Mijn account"), url=reverse("own_account")),
                Link(label=_("Toegangssleutel toevoegen")),
            ],
            "form": form,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def remove_passkey(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask once more, then remove one of one's own."""
    found = passkey_of(who=acting_of(request), key=key)
    if found is None:
        raise Http404
    if request.method == "POST":
        passkeys.remove(who=acting_of(request), key=key)
        messages.success(request, _("De toegangssleutel is verwijderd."))
        return redirect("own_account")
    return render(
        request,
        "ui/confirm.html",
        {
            "page_title": _("Toegangssleutel verwijderen"),
            "question": _("Verwijdert u deze toegangssleutel?"),
            "items": [(_("Naam"), found.name)],
            "consequences": [
                _("U kunt zich er niet meer mee aanmelden. Wachtwoord en code blijven.")
            ],
            "confirm_label": _("Verwijderen"),
            "danger": True,
            "cancel_url": reverse("own_account"),
        },
    )


@require_POST
def end_visit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """End one visit of one's own; the one of this page is signed out of."""
    who = acting_of(request)
    if not visits.end_own(who=who, only=key):
        raise Http404
    messages.success(request, _("De sessie is beëindigd."))
    return redirect("own_account")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """End every visit of one's own but this one."""
    visits.end_own(who=acting_of(request), but=own_visit(request))
    messages.success(request, _("Overal elders bent u afgemeld."))
    return redirect("own_account")


def only_with_local_proof(request: HttpRequest) -> None:
    """Go on for who has something here that proves who it is: whoever comes in by a provider has
    nothing to change here, and in a demonstration nobody has.

    Raises:
        Http404: the person has not.
    """
    if not proof_asked() or identity_of(acting_of(request).actor.key) is not None:
        raise Http404


def own_person(request: HttpRequest) -> Professional:
    """Who is signed in.

    Raises:
        Http404: nobody is.
    """
    if not isinstance(request.user, Professional):
        raise Http404
    return request.user


def own_visit(request: HttpRequest) -> uuid.UUID | None:
    """The key of the visit of this request; None for a session of before visits were kept."""
    visit = getattr(request, "visit", None)
    return visit.key if isinstance(visit, visits.Seen) else None
