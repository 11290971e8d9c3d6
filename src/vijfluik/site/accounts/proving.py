"""The page to sign in on, where people prove who they are: password with a code, or a passkey."""

import json

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from vijfluik.core.accounts import passkeys
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.proving import Proof, by_password
from vijfluik.core.accounts.throttle import TooOften
from vijfluik.core.journal.recording import Stranger, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import SIGNED_IN
from vijfluik.core.partners.queries import account
from vijfluik.site.accounts.entering import CodeUsed, enter, target_of
from vijfluik.site.accounts.providers import provider_buttons
from vijfluik.ui.formatting import moment
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import public

UNPROCESSABLE, TOO_MANY = 422, 429
ASKED = "vijfluik_passkey"


class CodeField(forms.CharField):
    """The six figures that an app shows now."""

    widget = forms.TextInput(
        attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "vijfluik-code"}
    )


class SignInForm(forms.Form):
    """Name, password and code on one page: which of them was wrong is told to nobody."""

    username = forms.CharField(
        label=gettext_lazy("Aanmeldnaam"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=gettext_lazy("Wachtwoord"),
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = CodeField(
        label=gettext_lazy("Code uit uw codeapp"),
        max_length=12,
        help_text=gettext_lazy("Zes cijfers; de app toont elke halve minuut andere."),
    )


@sensitive_post_parameters()
@never_cache
def with_proof(request: HttpRequest) -> HttpResponse:
    """The page; what was wrong is said once for all three fields, and the journal keeps no name."""
    form = SignInForm(request.POST or None)
    status, fault = 200, ""
    if request.method == "POST":
        status = UNPROCESSABLE
        if request.POST.get("answer"):
            form = SignInForm()
            answered = _enter_by_passkey(request)
        else:
            answered = _enter_by_password(request, form) if form.is_valid() else ""
        if isinstance(answered, HttpResponse):
            return answered
        if answered:
            form.errors.clear()
            fault = answered
    return render(
        request,
        "site/accounts/sign_in.html",
        {
            "page_title": _("Aanmelden"),
            "form": form,
            "fault": fault,
            "next": target_of(request),
            "providers": provider_buttons(),
        },
        status=status,
    )


def _enter_by_password(request: HttpRequest, form: SignInForm) -> HttpResponse | str:
    given = form.cleaned_data
    try:
        proof = by_password(
            username=given["username"],
            password=given["password"],
            code=given["code"],
            address=address_of(request),
            at=timezone.now(),
        )
    except TooOften as waits:
        return told_to_wait(waits)
    return _entered(request, proof, otherwise=_("Aanmeldnaam, wachtwoord of code klopt niet."))


def _enter_by_passkey(request: HttpRequest) -> HttpResponse | str:
    wrong = _("Deze toegangssleutel is hier niet bekend. Meld u aan met wachtwoord en code.")
    try:
        proof = passkeys.by_passkey(
            host=host_of(request),
            state=request.session.pop(ASKED, {}),
            answer=request.POST["answer"],
            address=address_of(request),
            at=timezone.now(),
        )
    except TooOften as waits:
        return told_to_wait(waits)
    return _entered(request, proof, otherwise=wrong)


def _entered(request: HttpRequest, proof: Proof | None, *, otherwise: str) -> HttpResponse | str:
    person = None if proof is None else account(proof.professional)
    if person is None:
        # Never what was typed: people type passwords there.
        record_apart(action=SIGNED_IN, object_type="session", result=Result.FAILED, who=Stranger())
        return otherwise
    try:
        return enter(request, person, proof=proof)
    except CodeUsed:
        return _("Deze code is zojuist al gebruikt. Wacht tot de app de volgende toont.")


def told_to_wait(waits: TooOften) -> str:
    """Until when; the attempt is journalled, and tells nobody whether the name is known."""
    record_apart(action=SIGNED_IN, object_type="session", result=Result.DENIED,
                 rule="throttle", policy_version=LIMITS.version, who=Stranger())  # fmt: skip
    return _("Dit is te vaak geprobeerd. Vanaf %(time)s kan het weer.") % {
        "time": moment(waits.again, language=page_language())
    }


@public
@require_POST
def ask_passkey(request: HttpRequest) -> JsonResponse:
    """What the browser asks its passkeys; the answer comes with the form."""
    options, state = passkeys.begin_proving(host=host_of(request))
    request.session[ASKED] = state
    return JsonResponse(json_of(options))


def json_of(options: object) -> dict[str, object]:
    """The options as plain JSON."""
    made: dict[str, object] = json.loads(json.dumps(options))
    return made


def host_of(request: HttpRequest) -> str:
    """The name that passkeys are bound to: this host, without port."""
    return request.get_host().partition(":")[0]


def address_of(request: HttpRequest) -> str:
    """Where the request comes from; by the proxy's word where the setting names its header."""
    if settings.ADDRESS_HEADER:
        return str(request.headers.get(settings.ADDRESS_HEADER, ""))
    return str(request.META.get("REMOTE_ADDR", ""))
