"""What was done to an account: for who administers accounts, and for whose it is."""

import uuid
from collections.abc import Callable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from vijfluik.core.accounts import kinds
from vijfluik.core.accounts.access import access_account
from vijfluik.core.accounts.history import MOST, Happened, of_account, of_oneself
from vijfluik.core.partners.models import Purpose
from vijfluik.site.accounts.administration import path_to
from vijfluik.site.accounts.providers import label_of
from vijfluik.ui.components.history import EventKind, TimelineEvent
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link

Details = Mapping[str, object]


@never_cache
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """What was done to one's own account."""
    return _page(
        request,
        found=of_oneself(acting_of(request).actor.key),
        breadcrumbs=[
            Link(label=_("Mijn account"), url=reverse("own_account")),
            Link(label=_("Wat er is gebeurd")),
        ],
        intro=_("Wat u en anderen met uw account deden. Ziet u iets dat niet klopt? Vertel het de"
                " accountbeheerder van uw organisatie."),
        back=reverse("own_account"),
    )  # fmt: skip


@for_purpose(Purpose.ADMINISTRATION)
@never_cache
@require_safe
def administered(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What was done to somebody's account."""
    found = of_account(key)
    person = access_account(key=key).professional
    back = reverse("account", args=[key])
    return _page(
        request,
        found=found,
        breadcrumbs=[
            *path_to(),
            Link(label=person.name, url=back),
            Link(label=_("Wat er is gebeurd")),
        ],
        intro=_("Wat er met het account van %(name)s is gedaan, en niets van wat deze persoon in"
                " het platform deed.") % {"name": person.name},
        back=back,
    )  # fmt: skip


def _page(
    request: HttpRequest,
    *,
    found: Sequence[Happened],
    breadcrumbs: Sequence[Link],
    intro: str,
    back: str,
) -> HttpResponse:
    return render(
        request,
        "site/accounts/history.html",
        {
            "page_title": _("Wat er is gebeurd"),
            "intro": intro,
            "breadcrumbs": breadcrumbs,
            "events": [_event(each) for each in found],
            "most": MOST if len(found) == MOST else 0,
            "back": back,
        },
    )


def _event(happened: Happened) -> TimelineEvent:
    return TimelineEvent(
        title=title_of(happened.kind, details=happened.details),
        at=happened.at,
        actor=happened.actor,
        reason=happened.reason,
        kind=EventKind.DECISION if happened.kind in DECIDED else EventKind.JOURNAL,
    )


# Acts by which somebody else decides about an account.
DECIDED = {kinds.RECOVERY_APPROVED.name, kinds.REVIEWED.name, kinds.LEFT.name}


def title_of(kind: str, *, details: Details) -> str:
    """What was done, in a few words; the timeline says by whom and when."""
    return TITLES[kind](details)


def _sessions(details: Details) -> str:
    visits = int(str(details.get("visits", 0)))
    return ngettext(
        "%(visits)s sessie beëindigd", "%(visits)s sessies beëindigd", visits
    ) % {"visits": visits}  # fmt: skip


def _provider(details: Details) -> dict[str, str]:
    return {"provider": label_of(str(details.get("provider", "")))}


TITLES: Mapping[str, Callable[[Details], str]] = {
    kinds.FOUNDED.name: lambda _details: _("Ingericht als een van de eersten"),
    kinds.INVITED.name: lambda _details: _("Uitgenodigd"),
    kinds.LINK_RENEWED.name: lambda _details: _("Nieuwe uitnodiging gegeven"),
    kinds.LINK_WITHDRAWN.name: lambda _details: _("Link of voorstel ingetrokken"),
    kinds.ACTIVATED.name: lambda _details: _("In gebruik genomen"),
    kinds.LINKED.name: lambda details: _("Gekoppeld aan %(provider)s") % _provider(details),
    kinds.UNLINKED.name: lambda details: (
        _("Koppeling met %(provider)s verbroken") % _provider(details)
    ),
    kinds.RECOVERY_PROPOSED.name: lambda _details: _("Herstel voorgesteld"),
    kinds.RECOVERY_APPROVED.name: lambda _details: _("Herstel goedgekeurd"),
    kinds.RECOVERED.name: lambda _details: _("Na herstel opnieuw begonnen"),
    kinds.PASSWORD_CHANGED.name: lambda _details: _("Wachtwoord veranderd"),
    kinds.PASSKEY_ADDED.name: lambda _details: _("Toegangssleutel toegevoegd"),
    kinds.PASSKEY_REMOVED.name: lambda _details: _("Toegangssleutel verwijderd"),
    kinds.REVIEWED.name: lambda _details: _("Beoordeeld: het blijft nodig"),
    kinds.LEFT.name: lambda _details: _("Afgesloten"),
    kinds.VISITS_ENDED.name: _sessions,
}
