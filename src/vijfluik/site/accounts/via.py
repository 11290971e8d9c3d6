"""Coming in by a provider of identities: the way there, and back."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST, require_safe

from vijfluik.core.accounts.actions import tell
from vijfluik.core.accounts.faults import NotNow
from vijfluik.core.accounts.identities import TiedToAnother, begin_by, by_provider
from vijfluik.core.accounts.kinds import PROVEN_AGAIN
from vijfluik.core.accounts.links import Working, working
from vijfluik.core.accounts.models import ProvenBy
from vijfluik.core.accounts.providers.asking import address_of as address_at
from vijfluik.core.accounts.providers.asking import new_request
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.exchanging import who_answered
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed
from vijfluik.core.accounts.providers.metadata import metadata_of
from vijfluik.core.accounts.providers.signing import public_keys
from vijfluik.core.accounts.providers.tokens import Identified
from vijfluik.core.accounts.throttle import TooOften, Trying, trying
from vijfluik.core.accounts.visits import prove_again
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import account, actor_for
from vijfluik.site.accounts.begin import gone
from vijfluik.site.accounts.entering import enter, target_of
from vijfluik.site.accounts.proving import address_of
from vijfluik.site.accounts.via_faults import refused, waiting
from vijfluik.site.accounts.via_kept import Aim, Pending, keep, take
from vijfluik.site.accounts.visiting import visit_of
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import public


@public
@sensitive_post_parameters()
@never_cache
@require_POST
def go(request: HttpRequest, name: str) -> HttpResponse:
    """Send somebody to a provider, by a page of its own: no form of ours may lead elsewhere."""
    provider = provider_named(name)
    word = request.POST.get("word", "")
    aim = Aim.BEGIN if word else Aim.ENTER
    if request.POST.get("again"):
        aim = Aim.AGAIN
    now = timezone.now()
    try:
        if aim == Aim.BEGIN and _link(request, word=word) is None:
            return gone(request)
        metadata = metadata_of(provider)
    except TooOften as waits:
        return waiting(request, waits)
    except ProviderFailed as failed:
        return refused(request, provider=provider, fault=failed.fault)
    asked = new_request(at=now, again=aim == Aim.AGAIN)
    pending = Pending(provider=name, asked=asked, aim=aim, word=word, target=target_of(request))
    keep(request, pending)
    return render(
        request,
        "site/accounts/via.html",
        {
            "page_title": _("Naar %(provider)s") % {"provider": provider.label},
            "intro": _(
                "U bewijst daar wie u bent en komt vanzelf terug. Gaat het niet vanzelf verder?"
                " Kies dan hieronder."
            ),
            "onward": _("Verder naar %(provider)s") % {"provider": provider.label},
            "target": address_at(
                asked,
                provider=provider,
                metadata=metadata,
                back=address_back(provider),
                language=page_language(),
            ),
        },
    )


@public
@never_cache
@require_GET
def back(request: HttpRequest, name: str) -> HttpResponse:
    """Somebody comes back from a provider; every such answer leaves one event."""
    provider = provider_named(name)
    pending: Pending | None = None
    try:
        with trying(at=timezone.now(), address=address_of(request)) as attempt:
            state = request.GET.get("state", "")
            pending = take(request, provider=name, state=state)
            if pending is None:
                raise ProviderFailed(Fault.STATE)
            found = who_answered(
                request.GET.dict(),
                provider=provider,
                asked=pending.asked,
                back=address_back(provider),
                at=timezone.now(),
            )
            return _arrived(
                request, provider=provider, pending=pending, found=found, attempt=attempt
            )
    except TooOften as waits:
        return waiting(request, waits)
    except ProviderFailed as failed:
        return refused(request, provider=provider, fault=failed.fault, pending=pending)


@public
@require_safe
def keys(_request: HttpRequest, name: str) -> JsonResponse:
    """The public keys of this installation, for a provider to check its signatures with."""
    return JsonResponse(public_keys(provider_named(name)))


def provider_named(name: str) -> Provider:
    """A provider of this installation.

    Raises:
        Http404: it has none of that name.
    """
    found: Provider | None = settings.PROVIDERS.get(name)
    if found is None:
        raise Http404
    return found


def address_back(provider: Provider) -> str:
    """The one address that a provider sends people back to: from the settings, as it was agreed,
    and not from what a request says that this host is called.
    """
    return str(settings.ADDRESS) + reverse("via_back", args=[provider.name])


def _arrived(
    request: HttpRequest,
    *,
    provider: Provider,
    pending: Pending,
    found: Identified,
    attempt: Trying,
) -> HttpResponse:
    if pending.aim == Aim.BEGIN:
        answer = _begun(request, provider=provider, pending=pending, found=found)
    elif pending.aim == Aim.AGAIN:
        answer = _proven_again(request, pending=pending, found=found)
    else:
        answer = _entered(request, pending=pending, found=found)
    attempt.succeeded = True
    return answer


def _entered(request: HttpRequest, *, pending: Pending, found: Identified) -> HttpResponse:
    proof = by_provider(found)
    person = None if proof is None else account(proof.professional)
    if proof is None or person is None:
        raise ProviderFailed(Fault.UNKNOWN)
    return enter(request, person, proof=proof, target=pending.target)


def _begun(
    request: HttpRequest, *, provider: Provider, pending: Pending, found: Identified
) -> HttpResponse:
    link = working(pending.word, at=timezone.now())
    person = None if link is None else account(link.professional)
    if link is None or person is None:
        raise ProviderFailed(Fault.LINK)
    try:
        proof = begin_by(
            who=Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME),
            link=link,
            person=person,
            provider=provider,
            found=found,
        )
    except NotNow:
        raise ProviderFailed(Fault.LINK) from None
    except TiedToAnother:
        raise ProviderFailed(Fault.TAKEN) from None
    return enter(request, person, proof=proof, target=settings.LOGIN_REDIRECT_URL)


def _proven_again(request: HttpRequest, *, pending: Pending, found: Identified) -> HttpResponse:
    proof, visit = by_provider(found), visit_of(request)
    if not isinstance(request.user, Professional) or visit is None or not visit.open:
        raise ProviderFailed(Fault.STATE)
    if proof is None or {proof.professional, visit.professional} != {request.user.key}:
        raise ProviderFailed(Fault.ANOTHER)
    who = Acting(actor=actor_for(request.user), purpose=Purpose.PROGRAMME)
    with acting(who):
        prove_again(who=who, key=visit.key, at=found.proven_at)
        tell(who.actor.key, action=PROVEN_AGAIN, details={"method": str(ProvenBy.PROVIDER)})
    # That page leads on, also to a file, which would leave the browser at the provider's page.
    return redirect(f"{reverse('prove_again')}?{urlencode({'next': pending.target})}")


def _link(request: HttpRequest, *, word: str) -> Working | None:
    """The link of a page to begin with; guessing one is counted here as it is there."""
    now = timezone.now()
    with trying(at=now, address=address_of(request)) as attempt:
        found = working(word, at=now)
        attempt.succeeded = found is not None
    return found
