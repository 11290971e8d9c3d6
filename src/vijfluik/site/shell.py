"""What stands round every page: the main navigation, the account and the ground of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.access.decisions import reach
from vijfluik.core.mandates.administrators import administering, may_administer
from vijfluik.core.partners.acting import Acting, Grant
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.registers.registry import registers
from vijfluik.site.accounts.going_on import warned
from vijfluik.site.accounts.leaving import seconds_of_quiet
from vijfluik.site.notices.counting import unread_of
from vijfluik.ui.shell import Account, Ground, Leaving, Link, NavigationItem

# Whoever may enter one register or more; and whoever has work, there or in administering mandates.
ANY_REGISTER, ANY_WORK = "*", "**"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A place in the navigation, shown to whoever may read its thing for its purpose."""

    key: str
    label: str | Promise
    view: str
    shortcut: str
    thing: str
    purpose: Purpose = Purpose.PROGRAMME


ENTRIES = (
    Entry(key="overview", label=gettext_lazy("Overzicht"), view="overview", shortcut="o",
          thing="programme"),
    Entry(key="work", label=gettext_lazy("Mijn werk"), view="work", shortcut="w",
          thing=ANY_WORK),
    Entry(key="programme", label=gettext_lazy("Programma"), view="catalogue:areas", shortcut="p",
          thing="programme"),
    Entry(key="registers", label=gettext_lazy("Registers"), view="registers", shortcut="l",
          thing=ANY_REGISTER),
    Entry(key="figures", label=gettext_lazy("Cijfers"), view="figures:list", shortcut="c",
          thing="figures"),
    Entry(key="reports", label=gettext_lazy("Rapportages"), view="released:list", shortcut="r",
          thing="released"),
    Entry(key="law", label=gettext_lazy("Recht"), view="law:overview", shortcut="j",
          thing="law"),
    Entry(key="oversight", label=gettext_lazy("Toezicht"), view="oversight", shortcut="t",
          thing="journal", purpose=Purpose.OVERSIGHT),
    Entry(key="administration", label=gettext_lazy("Beheer"), view="administration", shortcut="b",
          thing="mandates", purpose=Purpose.ADMINISTRATION),
    Entry(key="accounts", label=gettext_lazy("Accounts"), view="accounts", shortcut="a",
          thing="accounts", purpose=Purpose.ADMINISTRATION),
)  # fmt: skip
# Beside the navigation, on every page.
SEARCH = Entry(
    key="search", label=gettext_lazy("Zoeken"), view="search", shortcut="", thing="programme"
)


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor: `navigation`, `navigation_current`, `account`, `ground`, `search_url`,
    `notices_url`, `notices_unread`, `leaving`, `visit_warning`."""
    who = who_reads(request)
    if who is None:
        return {}
    return {
        "navigation": [
            NavigationItem(
                label=str(entry.label),
                url=reverse(entry.view),
                key=entry.key,
                shortcut=entry.shortcut,
            )
            for entry in ENTRIES
            if may_open(who, entry)
        ],
        "navigation_current": current_entry(request),
        "account": Account(
            name=who.actor.name,
            role=", ".join(role_words(grant) for grant in who.actor.grants) or _("geen mandaat"),
            organisation=str(getattr(request.user, "organisation", "")),
            sign_out_url=reverse("sign_out"),
            own_url=reverse("own_account"),
        ),
        "leaving": Leaving(seconds=seconds_of_quiet(), again_url=settings.LOGIN_URL),
        "visit_warning": warned(),
        "notices_url": reverse("notices"),
        "notices_unread": unread_of(who),
        "search_url": reverse(SEARCH.view) if may_open(who, SEARCH) else "",
        "ground": ground_of(who, can_do=getattr(request, "vijfluik_can_do", ())),
    }


def who_reads(request: HttpRequest) -> Acting | None:
    """The reader: who acts in the request or, where no view was reached, who is signed in."""
    who: Acting | None = getattr(request, "acting", None)
    if who is not None:
        return who
    user = getattr(request, "user", None)
    if not isinstance(user, Professional):
        return None
    return Acting(actor=actor_for(user), purpose=Purpose.PROGRAMME)


def may_open(who: Acting, entry: Entry) -> bool:
    """Whether the entry leads somewhere for this actor; what does not is not hinted at."""
    for_entry = Acting(actor=who.actor, purpose=entry.purpose)
    if entry.thing == ANY_WORK and may_administer(who):
        return True
    if entry.thing == ANY_WORK and may_enter(administering(who), "accounts"):
        return True
    if entry.thing in (ANY_REGISTER, ANY_WORK):
        return any(may_enter(for_entry, register.thing) for register in registers())
    return may_enter(for_entry, entry.thing)


def may_enter(who: Acting, thing: str) -> bool:
    """Whether the actor may read a thing anywhere."""
    return not reach(who=who, thing=thing, action="read").nowhere


def year_url(who: Acting) -> str:
    """The way to the year of the reader's municipality; empty for who reports none."""
    return reverse("municipalities:year") if may_enter(who, "municipal_year") else ""


def current_entry(request: HttpRequest) -> str:
    """The key of the entry that the page belongs to; empty for a page outside all of them."""
    match = request.resolver_match
    if match is None:
        return ""
    name = match.app_name or match.url_name or ""
    if name in {register.thing for register in registers()}:
        return "registers"
    return {"catalogue": "programme", "released": "reports"}.get(name, name)


def role_words(grant: Grant) -> str:
    """A role, with whose it is when the reader replaces somebody."""
    if not grant.in_place_of:
        return str(grant.role.label)
    return _("%(role)s in plaats van %(name)s") % {
        "role": grant.role.label, "name": grant.in_place_of}  # fmt: skip


def ground_of(who: Acting, *, can_do: Sequence[Link]) -> Ground:
    """On what ground the reader sees the page, whom to ask about it, and what can be done."""
    roles = [grant for grant in who.actor.grants if grant.purpose == who.purpose]
    if not roles:
        basis = _("U heeft geen mandaat voor dit doel en ziet daarom geen gegevens.")
    else:
        basis = _("Als %(role)s, voor het doel: %(purpose)s. Elke inzage wordt vastgelegd.") % {
            "role": role_words(roles[0]),
            "purpose": who.purpose.label,
        }
    return Ground(
        basis=basis,
        ask=Link(label=_("de mandaatbeheerder van uw organisatie, of de functionaris"
                         " gegevensbescherming")),
        can_do=can_do,
    )  # fmt: skip
