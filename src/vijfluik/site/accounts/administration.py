"""Accounts, for whoever lets people in: what waits, who may come in, who left."""

from collections.abc import Sequence

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.access.gate import require
from vijfluik.core.accounts import actions
from vijfluik.core.accounts.access import OBJECT_TYPE, THING
from vijfluik.core.accounts.faults import Invalid
from vijfluik.core.accounts.queries import LABELS, Overview, Standing, overview
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import organisations, today
from vijfluik.site.accounts.given import keep_given
from vijfluik.site.accounts.proving import UNPROCESSABLE
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day, number
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link


def _employers() -> list[tuple[str, str]]:
    """Read for each form: organisations come and go while a process runs."""
    return [("", _("kies")), *organisations()]


class InvitationForm(forms.Form):
    """Who is to come in. What that person may do is for others to propose: a mandate."""

    name = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        help_text=gettext_lazy("Van een persoon; een account is nooit van een groep."),
    )
    username = forms.CharField(
        label=gettext_lazy("Aanmeldnaam"),
        max_length=60,
        help_text=gettext_lazy(
            "Kleine letters, cijfers en streepjes, bijvoorbeeld ‘a-jansen’. Zij verandert nooit."
        ),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    organisation = forms.ChoiceField(label=gettext_lazy("Werkgever"), choices=_employers)


@for_purpose(Purpose.ADMINISTRATION)
@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """The lists."""
    found = overview(at=timezone.now(), on=today())
    new = reverse("account_new")
    offer(request, Link(label=_("Iemand uitnodigen"), url=new))
    return render(
        request,
        "site/accounts/accounts.html",
        {
            "page_title": _("Beheer van accounts"),
            "intro": summary(found),
            "navigation_current": "accounts",
            "new_url": new,
            "waiting": table_of(found.waiting, caption=_("Wacht op iets"), last=_("Waarop")),
            "running": table_of(found.running, caption=_("In gebruik"), last=_("Beoordelen voor")),
            "over": table_of(found.over, caption=_("Afgesloten"), last=_("Sinds")),
        },
    )


def summary(found: Overview) -> str:
    """What asks for attention, in one sentence."""
    language = page_language()
    used = ngettext("%(count)s account in gebruik", "%(count)s accounts in gebruik",
                    len(found.running)) % {
        "count": number(len(found.running), language=language)}  # fmt: skip
    due = ngettext(
        "%(count)s beoordeling is binnen een maand aan de beurt",
        "%(count)s beoordelingen zijn binnen een maand aan de beurt",
        found.due,
    ) % {"count": number(found.due, language=language)}
    return _("%(used)s; %(due)s.") % {"used": used, "due": due}


def table_of(found: Sequence[Standing], *, caption: str, last: str) -> Table:
    """Accounts as a table; the last column says what is next, or since when it is over."""
    return Table(
        caption=caption,
        columns=[
            Column(label=_("Naam"), row_header=True),
            Column(label=_("Aanmeldnaam")),
            Column(label=_("Werkgever")),
            Column(label=_("Laatst aangemeld"), keep=True),
            Column(label=_("Sessies"), number=True),
            Column(label=last),
        ],
        rows=[Row(cells=cells_of(each)) for each in found],
    )


def cells_of(standing: Standing) -> list[Cell]:
    """One account."""
    language, person = page_language(), standing.account.professional
    came = person.last_login
    return [
        Cell(text=person.name, url=reverse("account", args=[person.key])),
        Cell(text=person.username),
        Cell(text=person.organisation.name),
        Cell(text=day(came, language=language) if came else _("nooit")),
        Cell(text=number(standing.visits, language=language)),
        Cell(text=next_of(standing)),
    ]


def next_of(standing: Standing) -> str:
    """What the account waits for: a hand, an answer, a review, or nothing any more."""
    language = page_language()
    if standing.account.left_at is not None:
        return day(standing.account.left_at, language=language)
    if standing.recovery is not None:
        approved = standing.recovery.approved_by_id is not None
        return _("herstel: link gegeven") if approved else _("herstel: wacht op goedkeuring")
    if standing.due_on is not None:
        late = _(" — te laat") if standing.overdue else ""
        return day(standing.due_on, language=language) + late
    return str(LABELS[standing.state])


@for_purpose(Purpose.ADMINISTRATION)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account and its link, which the next page shows once."""
    require(thing=THING, action="invite", object_type=OBJECT_TYPE)
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            given = actions.invite(who=acting_of(request), **form.cleaned_data)
        except Invalid as invalid:
            for name, text in invalid.faults.items():
                form.add_error(name, text)
        else:
            keep_given(request, given)
            return redirect("account", given.professional)
    return render(
        request,
        "site/accounts/invite.html",
        {
            "page_title": _("Iemand uitnodigen"),
            "intro": _(
                "U krijgt een link die een keer werkt. Geef die zelf aan de persoon, nadat u heeft"
                " gezien wie het is. Het account opent niets, tot anderen een mandaat geven."
            ),
            "navigation_current": "accounts",
            "breadcrumbs": path_to(_("Iemand uitnodigen")),
            "form": form,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


def path_to(*labels: str) -> list[Link]:
    """The path from the list to this page."""
    return [
        Link(label=_("Beheer van accounts"), url=reverse("accounts")),
        *(Link(label=capfirst(label)) for label in labels),
    ]
