"""Vervanging: who acts on my mandates while I am away, and on whose I act."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.mandates.access import access_mandate
from vijfluik.core.mandates.actions import Invalid
from vijfluik.core.mandates.deputies import (
    LABELS,
    DeputyState,
    Period,
    accept,
    colleagues,
    deputy_of,
    deputy_state,
    end_deputy,
    own_deputies,
    own_mandates,
    propose_deputy,
    seeing_colleagues,
)
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Purpose
from vijfluik.core.partners.queries import today
from vijfluik.site.accounts.own import own_person
from vijfluik.site.accounts.proving import UNPROCESSABLE
from vijfluik.site.pages.mandate_record import path_to as path_to_mandates
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day
from vijfluik.ui.forms import DateInput, choosing
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

ACCEPT, END = "aanvaarden", "beeindigen"


class DeputyForm(forms.Form):
    """Which mandate, by whom, and from when until when."""

    mandate = forms.ChoiceField(label=gettext_lazy("Mandaat"))
    professional = forms.ChoiceField(
        label=gettext_lazy("Vervanger"),
        help_text=gettext_lazy("Een collega van dezelfde werkgever; die moet het aanvaarden."),
    )
    valid_from = forms.DateField(label=gettext_lazy("Geldig vanaf"), widget=DateInput)
    valid_until = forms.DateField(
        label=gettext_lazy("Geldig tot"),
        widget=DateInput,
        help_text=gettext_lazy("De eerste dag waarop het niet meer werkt; binnen een half jaar."),
    )

    def __init__(
        self,
        *args: Any,
        mandates: list[tuple[str, str]],
        people: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choosing(self, "mandate").choices = mandates
        choosing(self, "professional").choices = [("", _("kies")), *people]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Both ways: who replaces me, and whom I replace."""
    who = acting_of(request)
    found, able = own_deputies(who=who), bool(own_mandates(who=who))
    new = reverse("deputy_new")
    if able:
        offer(request, Link(label=_("Vervanging vragen"), url=new))
    return render(
        request,
        "site/accounts/deputies.html",
        {
            "page_title": _("Vervanging"),
            "intro": _(
                "Een vervanger werkt met uw mandaat, onder de eigen naam. Bij elke handeling staat"
                " dat het in uw plaats was."
            ),
            "navigation_current": "own",
            "breadcrumbs": path_to(_("Vervanging")),
            "new_url": new if able else "",
            "by_others": table_of(
                [each for each in found if each.replaced_id == who.actor.key],
                caption=_("U wordt vervangen door"),
                other="professional",
            ),
            "for_others": table_of(
                [each for each in found if each.professional_id == who.actor.key],
                caption=_("U vervangt"),
                other="replaced",
            ),
        },
    )


def table_of(found: list[Deputy], *, caption: str, other: str) -> Table:
    """Replacements as a table; `other` is the field of the person who is not the reader."""
    language = page_language()
    return Table(
        caption=caption,
        columns=[
            Column(label=_("Naam"), row_header=True),
            Column(label=_("Mandaat")),
            Column(label=_("Vanaf"), keep=True),
            Column(label=_("Tot"), keep=True),
            Column(label=_("Stand")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=getattr(each, other).name, url=reverse("deputy", args=[each.key])),
                    Cell(text=mandate_words(each.mandate)),
                    Cell(text=day(each.valid_from, language=language)),
                    Cell(text=day(each.valid_until, language=language)),
                    Cell(text=str(LABELS[deputy_state(each, on=today())])),
                ]
            )
            for each in found
        ],
    )


def mandate_words(mandate: Mandate) -> str:
    """A mandate in a few words."""
    return f"{capfirst(mandate.get_role_display())}, {mandate.organisation.name}"


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Ask a colleague to act on a mandate of one's own."""
    who, mandates = acting_of(request), own_mandates(who=acting_of(request))
    if not mandates:
        raise Http404
    with acting(seeing_colleagues(who)):
        people = colleagues(of=own_person(request), but=who.actor.key)
    form = DeputyForm(
        request.POST or None,
        initial={"valid_from": today()},
        mandates=[(str(each.key), mandate_words(each)) for each in mandates],
        people=[(str(each.key), each.name) for each in people],
    )
    return proposed(request, form=form, who=who, back=reverse("deputies"),
                    crumbs=path_to(_("Vervanging vragen")), intro=_("Uw collega aanvaardt het, of"
                    " niet. U beiden bent zolang niet elkaars tweede paar ogen."))  # fmt: skip


@for_purpose(Purpose.ADMINISTRATION)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_for(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask it for somebody who cannot, as an administrator of mandates."""
    who = acting_of(request)
    found = access_mandate(key=key, action="grant")
    people = colleagues(of=found.professional, but=who.actor.key)
    form = DeputyForm(
        request.POST or None,
        initial={"valid_from": today(), "mandate": str(key)},
        mandates=[(str(key), mandate_words(found))],
        people=[(str(each.key), each.name) for each in people],
    )
    intro = _("Voor %(name)s, bijvoorbeeld bij ziekte. De vervanger aanvaardt het, of niet.") % {
        "name": found.professional.name
    }
    return proposed(request, form=form, who=who, back=reverse("mandate", args=[key]),
                    crumbs=path_to_mandates(found.professional.name), intro=intro)  # fmt: skip


def proposed(
    request: HttpRequest,
    *,
    form: DeputyForm,
    who: Acting,
    back: str,
    crumbs: list[Link],
    intro: str,
) -> HttpResponse:
    """The form, or what became of it."""
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        try:
            propose_deputy(
                who=who,
                mandate=uuid.UUID(chosen["mandate"]),
                professional=uuid.UUID(chosen["professional"]),
                period=Period(valid_from=chosen["valid_from"], valid_until=chosen["valid_until"]),
            )
        except Invalid as invalid:
            for name, text in invalid.faults.items():
                form.add_error(name, text)
        else:
            messages.success(request, _("Gevraagd. Het werkt zodra uw collega het aanvaardt."))
            return redirect(back)
    return render(
        request,
        "site/accounts/deputy_new.html",
        {
            "page_title": _("Vervanging vragen"),
            "intro": intro,
            "breadcrumbs": crumbs,
            "form": form,
            "back_url": back,
        },
        status=UNPROCESSABLE if form.errors else 200,
    )


@require_safe
def one(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One replacement, with what the reader can do about it."""
    who, found = acting_of(request), own_deputy(request, key=key)
    possible = [
        Link(label=label, url=reverse("deputy_act", args=[key, word]))
        for word, label in possible_acts(found, who=who)
    ]
    offer(request, *possible)
    return render(
        request,
        "site/accounts/deputy.html",
        {
            "page_title": _("Vervanging van %(name)s") % {"name": found.replaced.name},
            "window_title": _("Vervanging"),
            "navigation_current": "own",
            "breadcrumbs": path_to(found.replaced.name),
            "standing": capfirst(str(LABELS[deputy_state(found, on=today())])),
            "tone": TONES[deputy_state(found, on=today())],
            "possible": possible,
            "facts": facts_of(found),
        },
    )


TONES = {
    DeputyState.PROPOSED: "info",
    DeputyState.AHEAD: "info",
    DeputyState.IN_FORCE: "positive",
    DeputyState.ENDED: "neutral",
    DeputyState.OVER: "neutral",
}


def own_deputy(request: HttpRequest, *, key: uuid.UUID) -> Deputy:
    """One that is about the reader.

    Raises:
        Http404: it is about others, or not there.
    """
    found = deputy_of(key=key)
    if acting_of(request).actor.key not in (found.professional_id, found.replaced_id):
        raise Http404
    return found


def possible_acts(found: Deputy, *, who: Acting) -> list[tuple[str, str]]:
    """What the reader can do now, as word and label."""
    state, mine = deputy_state(found, on=today()), found.professional_id == who.actor.key
    if state in (DeputyState.ENDED, DeputyState.OVER):
        return []
    acts = [(ACCEPT, _("Aanvaarden"))] if mine and state == DeputyState.PROPOSED else []
    declines = mine and state == DeputyState.PROPOSED
    return [*acts, (END, _("Niet aanvaarden") if declines else _("Beëindigen"))]


def facts_of(found: Deputy) -> list[tuple[str, str]]:
    """What there is to know."""
    language = page_language()
    facts = [
        (_("Vervangt"), found.replaced.name),
        (_("Vervanger"), found.professional.name),
        (_("Mandaat"), mandate_words(found.mandate)),
        (_("Geldig vanaf"), day(found.valid_from, language=language)),
        (_("Geldig tot"), day(found.valid_until, language=language)),
        (_("Voorgesteld door"), found.proposed_by.name),
    ]
    if found.accepted_at is not None:
        facts.append((_("Aanvaard op"), day(found.accepted_at, language=language)))
    if found.ended_by is not None and found.ended_at is not None:
        facts.append((_("Beëindigd op"), day(found.ended_at, language=language)))
        facts.append((_("Beëindigd door"), found.ended_by.name))
    return facts


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: uuid.UUID, word: str) -> HttpResponse:
    """Ask once more, then accept or end it."""
    who, found = acting_of(request), own_deputy(request, key=key)
    labels = dict(possible_acts(found, who=who))
    if word not in (ACCEPT, END):
        raise Http404
    if word not in labels:
        messages.warning(request, _("Dit kan nu niet meer, of het is aan een ander."))
        return redirect("deputy", key)
    if request.method == "POST":
        try:
            done = accept if word == ACCEPT else end_deputy
            done(who=who, key=key)
        except EdgeRefused as refused:
            messages.warning(request, refused.message)
        else:
            told = {
                ACCEPT: _("Aanvaard. U werkt met dit mandaat op de dagen die erbij staan."),
                END: _("Beëindigd. Vanaf het volgende verzoek geeft het niets meer."),
            }
            messages.success(request, told[word])
        return redirect("deputies")
    consequences = {
        ACCEPT: [_("U werkt onder uw eigen naam; bij elke handeling staat in wiens plaats."),
                 _("Wat de een voorstelt, kan de ander zolang niet goedkeuren.")],
        END: [_("Vanaf het volgende verzoek geeft het niets meer.")],
    }  # fmt: skip
    return render(
        request,
        "ui/confirm.html",
        {
            "page_title": labels[word],
            "breadcrumbs": path_to(found.replaced.name, labels[word]),
            "question": _("Gaat u %(name)s vervangen?") % {"name": found.replaced.name}
            if word == ACCEPT
            else _("Houdt deze vervanging nu op?"),
            "items": facts_of(found),
            "consequences": consequences[word],
            "confirm_label": labels[word],
            "danger": False,
            "cancel_url": reverse("deputy", args=[key]),
        },
    )


def path_to(*labels: str) -> list[Link]:
    """The path from one's own account to this page."""
    return [
        Link(label=_("Mijn account"), url=reverse("own_account")),
        *([Link(label=_("Vervanging"), url=reverse("deputies"))] if labels != (_("Vervanging"),)
          else []),
        *(Link(label=label) for label in labels),
    ]  # fmt: skip
