"""What somebody reads who did not come in by a provider: what happened, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vijfluik.core.accounts.access import OBJECT_TYPE
from vijfluik.core.accounts.kinds import PROVEN_AGAIN
from vijfluik.core.accounts.models import ProvenBy
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.faults import Fault
from vijfluik.core.accounts.throttle import TooOften
from vijfluik.core.journal.recording import Stranger, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import SIGNED_IN
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.site.accounts.proving import UNPROCESSABLE, told_to_wait
from vijfluik.site.accounts.via_kept import Aim, Pending
from vijfluik.ui.formatting import moment
from vijfluik.ui.language import page_language

UNAVAILABLE = 503
LATER = {Fault.UNREACHABLE, Fault.BUSY}
OVER = {Fault.STATE, Fault.CODE, Fault.NONCE, Fault.EXPIRED, Fault.TOO_OLD}
# Signs that the answer came from somebody else than the provider.
NOT_CERTAIN = {Fault.ISSUER, Fault.SIGNATURE, Fault.TOKEN_ISSUER, Fault.ACCESS_HASH}


def refused(
    request: HttpRequest, *, provider: Provider, fault: Fault, pending: Pending | None = None
) -> HttpResponse:
    """The page; the attempt is journalled under the code of the fault."""
    _tell(request, provider=provider, fault=fault, pending=pending)
    return _page(
        request,
        intro=words_of(fault, provider=provider),
        again=_again_at(pending),
        code=f"{provider.name} {fault.value} {moment(timezone.now(), language=page_language())}",
        status=UNAVAILABLE if fault in LATER else UNPROCESSABLE,
    )


def waiting(request: HttpRequest, waits: TooOften) -> HttpResponse:
    """The page for an address from which it was tried too often."""
    return _page(request, intro=told_to_wait(waits), again=reverse("sign_in"), code="")


def words_of(fault: Fault, *, provider: Provider) -> str:
    """What happened and what to do, for the person to whom it happened."""
    if fault in LATER:
        words = _("%(provider)s antwoordt nu niet. Probeer het over een paar minuten opnieuw. Duurt"
                  " het langer? Meld het de helpdesk van uw organisatie.")  # fmt: skip
    elif fault in OVER:
        words = _("Deze aanmelding is verlopen of al gebruikt. Begin opnieuw. Gebeurt het weer, dan"
                  " loopt misschien een klok niet gelijk: meld dan de code hieronder.")  # fmt: skip
    elif fault in NOT_CERTAIN:
        words = _("Het antwoord kwam niet aantoonbaar van %(provider)s; u bent niet aangemeld."
                  " Begin opnieuw op het adres van het platform, niet via een link van een ander,"
                  " en meld de code hieronder.")  # fmt: skip
    else:
        words = _own_words(fault)
    return words % {"provider": provider.label}


def _own_words(fault: Fault) -> str:
    own = {
        Fault.CANCELLED: _("U brak het aanmelden bij %(provider)s af, of u mag er daar niet door."
                           " Probeer het opnieuw, of vraag de helpdesk van uw organisatie."),
        Fault.LEVEL: _("U meldde zich bij %(provider)s aan op een manier die hier niet sterk genoeg"
                       " is. Meld u daar aan met twee factoren."),
        Fault.NOT_AGAIN: _("%(provider)s liet u niet opnieuw bewijzen wie u bent. Meld u daar af en"
                           " probeer het opnieuw."),
        Fault.UNKNOWN: _("%(provider)s kent u, maar bij die aanmelding hoort hier geen account. Een"
                         " account komt er alleen op uitnodiging. Heeft u een link gekregen? Open"
                         " die eerst en kies daar %(provider)s. Anders: vraag de accountbeheerder"
                         " van uw organisatie."),
        Fault.ANOTHER: _("U bewees bij %(provider)s dat u iemand anders bent dan wie hier is"
                         " aangemeld. Meld u daar af en probeer het opnieuw."),
        Fault.TAKEN: _("Uw aanmelding bij %(provider)s hoort hier al bij een ander account. Een"
                       " persoon heeft een account: vraag de accountbeheerder wat er klopt."),
        Fault.LINK: _("De link van uw uitnodiging werkt niet meer. Vraag de accountbeheerder van uw"
                      " organisatie een nieuwe."),
    }  # fmt: skip
    otherwise = _("Wat %(provider)s antwoordt, past niet bij wat met dit platform is afgesproken. U"
                  " kunt daar zelf niets aan doen: meld de code hieronder bij de helpdesk van uw"
                  " organisatie.")  # fmt: skip
    return own.get(fault, otherwise)


def _again_at(pending: Pending | None) -> str:
    """Where it begins anew, for what the person was doing."""
    if pending is None:
        return reverse("sign_in")
    if pending.aim == Aim.BEGIN:
        return reverse("account_begin", args=[pending.word])
    address = reverse("prove_again" if pending.aim == Aim.AGAIN else "sign_in")
    return f"{address}?{urlencode({'next': pending.target})}"


def _tell(
    request: HttpRequest, *, provider: Provider, fault: Fault, pending: Pending | None
) -> None:
    told = {"provider": provider.name, "fault": fault.value}
    if pending is not None and pending.aim == Aim.AGAIN and isinstance(request.user, Professional):
        record_apart(
            action=PROVEN_AGAIN,
            object_type=OBJECT_TYPE,
            object_key=request.user.key,
            result=Result.FAILED,
            details={"method": str(ProvenBy.PROVIDER), **told},
            who=Acting(actor=actor_for(request.user), purpose=Purpose.PROGRAMME),
        )
        return
    record_apart(
        action=SIGNED_IN,
        object_type="session",
        result=Result.FAILED,
        details=told,
        who=Stranger(),
    )


def _page(
    request: HttpRequest, *, intro: str, again: str, code: str, status: int = UNPROCESSABLE
) -> HttpResponse:
    return render(
        request,
        "site/accounts/via_refused.html",
        {
            "page_title": _("Aanmelden is niet gelukt"),
            "intro": intro,
            "again": again,
            "code": code,
        },
        status=status,
    )
