"""How notices come: how often mail goes out, and where to."""

import uuid

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from vijfluik.core.accounts.faults import Invalid, NotNow
from vijfluik.core.accounts.sealing import Unsealable
from vijfluik.core.notices import actions, queries
from vijfluik.core.notices.models import Rhythm, Setting
from vijfluik.core.partners.acting import Acting
from vijfluik.site.accounts.proving import UNPROCESSABLE
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

GONE = 410


class RhythmForm(forms.Form):
    """How often."""

    rhythm = forms.ChoiceField(
        label=gettext_lazy("Mail over berichten"),
        choices=Rhythm.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Wat dringend is, komt altijd meteen."),
    )


class AddressForm(forms.Form):
    """Where to."""

    address = forms.CharField(
        label=gettext_lazy("Mailadres"),
        max_length=actions.LONGEST_ADDRESS,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=gettext_lazy(
            "Uw eigen adres bij uw werkgever. Er komt een mail met een link; na het openen daarvan"
            " telt het adres."
        ),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The page; choosing how often is done on it."""
    who = acting_of(request)
    setting = queries.setting_of(who)
    form = RhythmForm(request.POST or {"rhythm": setting.rhythm if setting else Rhythm.DIRECT})
    if request.method == "POST" and form.is_valid():
        actions.choose_rhythm(who=who, rhythm=Rhythm(form.cleaned_data["rhythm"]))
        messages.success(request, _("Opgeslagen."))
        return redirect("notices_settings")
    return render(
        request,
        "site/notices/settings.html",
        {
            "page_title": _("Hoe berichten komen"),
            "intro": _(
                "Elk bericht staat in het platform. Een mail zegt alleen dat er iets klaarstaat,"
                " nooit wat."
            ),
            "breadcrumbs": path_to(_("Hoe berichten komen")),
            "mails": bool(settings.EMAIL_HOST),
            "facts": facts_of(setting, who=who),
            "has_address": setting is not None and (setting.address or setting.asked),
            "form": form,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@sensitive_post_parameters()
@never_cache
@fresh_proof
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest) -> HttpResponse:
    """Give another address."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_address(who=acting_of(request), address=form.cleaned_data["address"])
        except Invalid as invalid:
            form.add_error("address", invalid.faults["address"])
        except NotNow as refused:
            form.add_error("address", refused.message)
        else:
            messages.success(
                request, _("Er gaat een mail naar dit adres. Open de link die erin staat.")
            )
            return redirect("notices_settings")
    return render(
        request,
        "site/notices/address.html",
        {
            "page_title": _("Mailadres opgeven"),
            "breadcrumbs": path_to(_("Hoe berichten komen"), _("Mailadres opgeven")),
            "form": form,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """No mail any more."""
    actions.forget_address(who=acting_of(request))
    messages.success(request, _("Het mailadres is weg. Berichten staan voortaan alleen hier."))
    return redirect("notices_settings")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, mail: uuid.UUID, word: str) -> HttpResponse:
    """Behind the link of a mail: whoever is signed in confirms the own address."""
    if request.method == "POST":
        try:
            actions.confirm_address(who=acting_of(request), mail=mail, word=word)
        except NotNow as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, _("Uw mailadres is bevestigd."))
        return redirect("notices_settings")
    return render(
        request,
        "ui/confirm.html",
        {
            "page_title": _("Mailadres bevestigen"),
            "question": _("Bevestigt u het mailadres waarop deze link kwam?"),
            "items": [],
            "consequences": [_("Mail over berichten gaat voortaan daarheen.")],
            "confirm_label": _("Bevestigen"),
            "cancel_url": reverse("notices_settings"),
        },
    )


def facts_of(setting: Setting | None, *, who: Acting) -> list[tuple[str, str]]:
    """The address that counts and the one that waits."""
    counts = _shown(setting.address, who=who) if setting else ""
    asked = _shown(setting.asked, who=who) if setting else ""
    facts = [(_("Mailadres"), counts or _("nog geen"))]
    if asked:
        facts.append((_("Wacht op bevestiging"), asked))
    return facts


def path_to(*labels: str) -> list[Link]:
    """The path from the own account to this page."""
    urls = ["" if label == labels[-1] else reverse("notices_settings") for label in labels]
    return [
        Link(label=_("Mijn account"), url=reverse("own_account")),
        *(Link(label=label, url=url) for label, url in zip(labels, urls, strict=True)),
    ]


def _shown(sealed: "bytes | memoryview[int] | None", *, who: Acting) -> str:
    try:
        return actions.shown_address(sealed, who=who)
    except Unsealable:
        return _("onleesbaar: geef het opnieuw op")
