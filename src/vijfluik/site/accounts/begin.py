"""The page behind a link that works once: set a password and an app that shows codes, and go in."""

import base64
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from vijfluik.core.accounts.codes import address, new_secret, readable
from vijfluik.core.accounts.faults import Invalid, NotNow
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.links import Working, working
from vijfluik.core.accounts.models import LinkKind
from vijfluik.core.accounts.own import begin_with
from vijfluik.core.accounts.sealing import Unsealable, seal, unseal
from vijfluik.core.accounts.throttle import TooOften, trying
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import account, actor_for
from vijfluik.site.accounts.providers import provider_buttons
from vijfluik.site.accounts.proving import UNPROCESSABLE, CodeField, address_of, told_to_wait
from vijfluik.site.accounts.unlogged import unlogged
from vijfluik.ui.marks import public

SHOWN = "vijfluik_begin"
GONE = 410
PASSWORD_HELP = gettext_lazy(
    "Minstens 12 tekens; een zin van vier woorden onthoudt u. Geen veelgebruikt wachtwoord."
)


class NewPassword(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=gettext_lazy("Nieuw wachtwoord"),
        max_length=1000,
        strip=False,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "new-password", "minlength": LIMITS.shortest_password}
        ),
    )
    again = forms.CharField(
        label=gettext_lazy("Nogmaals hetzelfde wachtwoord"),
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """The two are the same."""
        given = super().clean() or {}
        if "password" in given and "again" in given and given["password"] != given["again"]:
            self.add_error("again", _("Dit is niet hetzelfde. Typ beide opnieuw."))
        return given


class BeginForm(NewPassword):
    """A password, and the code that the new app shows, so that it is sure to work."""

    code = CodeField(
        label=gettext_lazy("Code die de app nu toont"),
        max_length=12,
        help_text=gettext_lazy("Zes cijfers. Zo weet u zeker dat de app goed is ingesteld."),
    )


@public
@sensitive_post_parameters()
@sensitive_variables()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, word: str) -> HttpResponse:
    """The page; a link that does not work any more says whom to ask, and nothing else."""
    try:
        with trying(at=timezone.now(), address=address_of(request)) as attempt:
            link = working(word, at=timezone.now())
            attempt.succeeded = link is not None
    except TooOften as waits:
        return gone(request, told=told_to_wait(waits))
    person = None if link is None else account(link.professional)
    if link is None or person is None:
        return gone(request)
    secret = secret_of(request, link=link)
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            begin_with(
                who=Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME),
                link=link,
                person=person,
                password=form.cleaned_data["password"],
                secret=secret,
                code=form.cleaned_data["code"],
            )
        except Invalid as invalid:
            for name, text in invalid.faults.items():
                form.add_error(name, text)
        except NotNow:
            return gone(request)
        else:
            request.session.pop(SHOWN, None)
            messages.success(request, _("Uw account is klaar. Meld u nu aan."))
            return redirect("sign_in")
    return render(
        request,
        "site/accounts/begin.html",
        {
            **shown(form=form, link=link, person=person, secret=secret),
            "providers": provider_buttons(),
            "word": word,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


def shown(
    *, form: BeginForm, link: Working, person: Professional, secret: bytes
) -> dict[str, object]:
    """What the page shows."""
    recovery = link.kind == LinkKind.RECOVERY
    return {
        "page_title": _("Opnieuw beginnen") if recovery else _("Welkom bij Vijfluik"),
        "intro": _("%(name)s, u meldt zich straks aan met %(username)s.") % {
            "name": person.name, "username": person.username},
        "recovery": recovery,
        "form": form,
        "dots": dots_of(address(secret, account=person.username, issuer="Vijfluik")),
        "secret": readable(secret),
        "username": person.username,
    }  # fmt: skip


def secret_of(request: HttpRequest, *, link: Working) -> bytes:
    """The secret that this page showed, so that a mistake in a field does not change it."""
    use = f"begin {link.key}"
    kept = request.session.get(SHOWN, "")
    try:
        return unseal(base64.b64decode(kept), use=use)
    except (Unsealable, ValueError):
        made = new_secret()
        request.session[SHOWN] = base64.b64encode(seal(made, use=use)).decode()
        return made


def dots_of(text: str) -> SafeString:
    """The text as a square of dots that a phone reads; the text stands beside it for who cannot."""
    drawn = segno.make(text, micro=False, error="m").svg_inline(
        scale=5, dark="black", light="white", omitsize=False, svgclass="vijfluik-dots"
    )
    return mark_safe(drawn)  # noqa: S308 - drawn from its own dots


def gone(request: HttpRequest, *, told: str = "") -> HttpResponse:
    """The page of a link that does not work, whatever the reason."""
    # Who must wait may have a link that works.
    return unlogged(render(
        request,
        "site/accounts/gone.html",
        {
            "page_title": _("Deze link werkt niet"),
            "intro": told
            or _("Zij werkt een keer en een beperkte tijd, of is ingetrokken. Vraag de"
                 " accountbeheerder van uw organisatie een nieuwe."),
        },
        status=GONE,
    ))  # fmt: skip
