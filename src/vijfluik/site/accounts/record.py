"""One account: how it stands, where it is signed in, and what can be done with it."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import decide
from vijfluik.core.accounts.access import THING, access_account
from vijfluik.core.accounts.queries import LABELS, Standing, State, one
from vijfluik.core.accounts.visits import open_visits
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.site.accounts.administration import path_to
from vijfluik.site.accounts.given import take_given
from vijfluik.site.accounts.own import visit_words
from vijfluik.site.accounts.providers import provider_label
from vijfluik.site.accounts.visiting import proof_asked
from vijfluik.ui.formatting import day, moment
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

TONES = {
    State.INVITED: "info",
    State.EXPIRED: "warning",
    State.IN_USE: "positive",
    State.LEFT: "neutral",
}


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something an administrator does to an account: its word in addresses, and what it asks."""

    name: str
    word: str
    label: str | Promise
    action: str
    reason: bool = False
    danger: bool = False


ACTS = (
    Act(name="approve", word="herstel-goedkeuren", label=gettext_lazy("Herstel goedkeuren"),
        action="approve"),
    Act(name="review", word="beoordelen", label=gettext_lazy("Beoordelen"), action="review"),
    Act(name="invite", word="nieuwe-link", label=gettext_lazy("Nieuwe uitnodiging"),
        action="invite"),
    Act(name="recover", word="herstellen", label=gettext_lazy("Herstel voorstellen"),
        action="recover", reason=True),
    Act(name="withdraw", word="link-intrekken", label=gettext_lazy("Link of voorstel intrekken"),
        action="invite"),
    Act(name="end_visits", word="sessies-beeindigen", label=gettext_lazy("Sessies beëindigen"),
        action="end"),
    Act(name="untie", word="koppeling-verbreken", label=gettext_lazy("Koppeling verbreken"),
        action="end", danger=True),
    Act(name="leave", word="vertrek", label=gettext_lazy("Afsluiten bij vertrek"), action="end",
        reason=True, danger=True),
)  # fmt: skip


@for_purpose(Purpose.ADMINISTRATION)
@never_cache
@require_safe
def account(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The page; it offers what the reader may do now, and shows a link that was just made."""
    who = acting_of(request)
    standing = one(access_account(key=key), at=timezone.now(), on=today())
    possible = [
        Link(label=str(act.label), url=reverse("account_act", args=[key, act.word]))
        for act in possible_acts(standing, who=who)
    ]
    offer(request, *possible)
    person = standing.account.professional
    visits = open_visits(key, at=timezone.now(), idles=proof_asked())
    return render(
        request,
        "site/accounts/account.html",
        {
            "page_title": person.name,
            "window_title": _("Account"),
            "intro": person.organisation.name,
            "navigation_current": "accounts",
            "breadcrumbs": path_to(person.name),
            "standing": capfirst(str(LABELS[standing.state])),
            "tone": TONES[standing.state],
            "given": take_given(request, professional=key),
            "possible": possible,
            "history_url": reverse("account_history", args=[key]),
            "own": key == who.actor.key,
            "facts": facts_of(standing),
            "visits": [visit_words(each, here=None) for each in visits],
        },
    )


def possible_acts(standing: Standing, *, who: Acting) -> list[Act]:
    """What this actor may do to an account as it stands; nothing to one's own."""
    if standing.account.professional_id == who.actor.key:
        return []
    return [act for act in ACTS if _fits(act, standing, who=who) and _may(act, who=who)]


def _may(act: Act, *, who: Acting) -> bool:
    return decide(who=who, thing=THING, action=act.action, organisation=None).allowed


def _fits(act: Act, standing: Standing, *, who: Acting) -> bool:
    in_use, waiting = standing.state == State.IN_USE, standing.recovery
    fitting = {
        "review": in_use,
        "invite": standing.state in (State.INVITED, State.EXPIRED),
        "approve": waiting is not None
        and waiting.approved_by_id is None
        and waiting.proposed_by_id != who.actor.key,
        "recover": in_use and waiting is None,
        "withdraw": waiting is not None or standing.state == State.INVITED,
        "end_visits": standing.visits > 0,
        "untie": standing.identity is not None,
        "leave": standing.state != State.LEFT,
    }
    return fitting[act.name]


def facts_of(standing: Standing) -> list[tuple[str, str]]:
    """What there is to know, as label and text."""
    found, language = standing.account, page_language()
    person = found.professional
    facts = [
        (_("Aanmeldnaam"), person.username),
        (_("Werkgever"), person.organisation.name),
        (_("Uitgenodigd op"), day(found.invited_at, language=language)),
        (_("Uitgenodigd door"), found.invited_by.name if found.invited_by else _("inrichting")),
    ]
    if found.activated_at is not None:
        facts.append((_("In gebruik sinds"), day(found.activated_at, language=language)))
        came = person.last_login
        facts.append((_("Laatst aangemeld"), day(came, language=language) if came else _("nooit")))
    if standing.identity is not None:
        facts.append((_("Komt binnen via"), provider_label(standing.identity)))
    if standing.invitation is not None and standing.invitation.expires_at is not None:
        until = moment(standing.invitation.expires_at, language=language)
        facts.append((_("Uitnodiging werkt tot"), until))
    if standing.recovery is not None:
        link = standing.recovery
        facts.append((_("Herstel voorgesteld door"), link.proposed_by.name))
        facts.append((_("Reden van herstel"), link.reason))
        approver = link.approved_by.name if link.approved_by else _("nog niemand")
        facts.append((_("Herstel goedgekeurd door"), approver))
    if standing.due_on is not None:
        late = _(" — te laat") if standing.overdue else ""
        facts.append((_("Laatst beoordeeld op"), day(found.reviewed_on, language=language)))
        facts.append((_("Beoordelen voor"), day(standing.due_on, language=language) + late))
    if found.left_by is not None and found.left_at is not None:
        facts.append((_("Afgesloten op"), day(found.left_at, language=language)))
        facts.append((_("Afgesloten door"), found.left_by.name))
        facts.append((_("Reden"), found.leave_reason))
    return facts
