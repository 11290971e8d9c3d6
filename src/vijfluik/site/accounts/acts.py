"""The acts on one account: each asks before it acts."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vijfluik.core.accounts import actions, identities, recovery, visits
from vijfluik.core.accounts.access import access_account
from vijfluik.core.accounts.actions import Given
from vijfluik.core.accounts.faults import LONGEST_REASON, Invalid, NotNow
from vijfluik.core.accounts.queries import one
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import today
from vijfluik.site.accounts.administration import path_to
from vijfluik.site.accounts.given import keep_given
from vijfluik.site.accounts.proving import UNPROCESSABLE
from vijfluik.site.accounts.record import ACTS, Act, facts_of, possible_acts
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.shell import Link


class ReasonForm(forms.Form):
    """Why it is done."""

    reason = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Bij herstel: wat kwijt is en hoe u zag wie het vraagt. Noem geen gegevens van anderen."
        ),
    )


@for_purpose(Purpose.ADMINISTRATION)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: uuid.UUID, word: str) -> HttpResponse:
    """Ask once more, then do it and tell what follows."""
    chosen = next((each for each in ACTS if each.word == word), None)
    if chosen is None:
        raise Http404
    who = acting_of(request)
    standing = one(access_account(key=key, action=chosen.action), at=timezone.now(), on=today())
    if chosen not in possible_acts(standing, who=who):
        messages.warning(request, _("Dit kan nu niet: het account staat er anders voor."))
        return redirect("account", key)
    form = ReasonForm(request.POST or None) if chosen.reason else None
    if request.method == "POST" and (form is None or form.is_valid()):
        reason = "" if form is None else form.cleaned_data["reason"]
        try:
            given = carried_out(chosen, who=who, key=key, reason=reason)
        except (NotNow, Invalid) as error:
            # Another administrator was faster.
            messages.warning(request, str(error))
        else:
            if given is not None:
                keep_given(request, given)
            messages.success(request, done_words()[chosen.name])
        return redirect("account", key)
    person = standing.account.professional
    back = reverse("account", args=[key])
    return render(
        request,
        "ui/confirm.html",
        {
            "page_title": str(chosen.label),
            "navigation_current": "accounts",
            "breadcrumbs": [
                *path_to(),
                Link(label=person.name, url=back),
                Link(label=str(chosen.label)),
            ],
            "question": questions()[chosen.name] % {"name": person.name},
            "items": facts_of(standing),
            "consequences": consequences()[chosen.name],
            "form": form,
            "confirm_label": str(chosen.label),
            "danger": chosen.danger,
            "cancel_url": back,
        },
        status=UNPROCESSABLE if form is not None and form.errors else 200,
    )


def carried_out(chosen: Act, *, who: Acting, key: uuid.UUID, reason: str) -> Given | None:
    """Do it; answers the link when one was made.

    Raises:
        NotNow, Invalid: it cannot be done now, or not with this reason.
    """
    if chosen.name == "invite":
        return actions.invite_again(who=who, key=key)
    if chosen.name == "approve":
        return recovery.approve(who=who, key=key)
    if chosen.name == "recover":
        recovery.propose(who=who, key=key, reason=reason)
    elif chosen.name == "leave":
        actions.leave(who=who, key=key, reason=reason)
    elif chosen.name == "end_visits":
        visits.end_of(who=who, professional=key)
    elif chosen.name == "untie":
        identities.break_tie(who=who, key=key)
    elif chosen.name == "withdraw":
        actions.withdraw_link(who=who, key=key)
    else:
        actions.review(who=who, key=key)
    return None


def questions() -> dict[str, str]:
    """What the page of each act asks; `name` is whose account it is."""
    return {
        "review": _("Heeft %(name)s dit account nog nodig?"),
        "invite": _("Geeft u %(name)s een nieuwe uitnodiging?"),
        "approve": _("Keurt u goed dat %(name)s opnieuw begint?"),
        "recover": _("Stelt u voor dat %(name)s opnieuw begint?"),
        "withdraw": _("Trekt u de link of het voorstel voor %(name)s in?"),
        "end_visits": _("Meldt u %(name)s overal af?"),
        "untie": _("Verbreekt u de koppeling van %(name)s met de aanbieder?"),
        "leave": _("Sluit u het account van %(name)s af?"),
    }


def consequences() -> dict[str, list[str]]:
    """What follows from each act."""
    return {
        "review": [_("Over een jaar wordt het opnieuw beoordeeld."),
                   _("Niet meer nodig? Ga terug en sluit het af.")],
        "invite": [_("De link van hiervoor werkt niet meer."),
                   _("U ziet de nieuwe een keer; zij werkt drie dagen.")],
        "approve": [_("U ziet een keer een link, die een dag werkt. Geef die zelf aan de persoon,"
                      " nadat u heeft gezien wie het is."),
                    _("Wie haar gebruikt, stelt opnieuw in waarmee de persoon zich aanmeldt. Wat"
                      " daarvoor bewees wie het is, en alle sessies, vervallen dan.")],
        "recover": [_("Een andere accountbeheerder keurt het goed; u zelf kunt dat niet."),
                    _("Tot dan verandert er niets.")],
        "withdraw": [_("De link werkt vanaf nu niet meer.")],
        "end_visits": [_("Elke sessie eindigt met het volgende verzoek. De persoon kan zich opnieuw"
                         " aanmelden.")],
        "untie": [_("Deze persoon komt niet meer binnen via de aanbieder; elke sessie eindigt."),
                  _("Een nieuwe koppeling, of een wachtwoord, vraagt een herstel door twee"
                    " accountbeheerders.")],
        "leave": [_("De toegang eindigt met het volgende verzoek, op elk apparaat."),
                  _("Het komt niet terug: wie later weer komt, krijgt een nieuw account."),
                  _("Mandaten geven vanaf nu niets meer. Wat de persoon deed, blijft vastgelegd.")],
    }  # fmt: skip


def done_words() -> dict[str, str]:
    """What was done, in a sentence."""
    return {
        "review": _("Beoordeeld. De volgende beoordeling is over een jaar."),
        "invite": _("Er is een nieuwe link. U ziet haar hieronder een keer."),
        "approve": _("Goedgekeurd. U ziet de link hieronder een keer."),
        "recover": _("Voorgesteld. Het kan zodra een andere accountbeheerder het goedkeurt."),
        "withdraw": _("Ingetrokken."),
        "end_visits": _("Alle sessies zijn beëindigd."),
        "untie": _("De koppeling is verbroken en elke sessie beëindigd."),
        "leave": _("Afgesloten. De toegang eindigt met het volgende verzoek."),
    }
