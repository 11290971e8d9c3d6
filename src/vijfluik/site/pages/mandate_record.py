"""One mandate: what it is, what can be done with it, what happened."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import decide
from vijfluik.core.lifecycle.edges import Edge
from vijfluik.core.mandates.access import THING, access_mandate
from vijfluik.core.mandates.actions import refusal
from vijfluik.core.mandates.deputies import LABELS as LABELS_OF_DEPUTY
from vijfluik.core.mandates.deputies import deputy_state
from vijfluik.core.mandates.lifecycle import LABELS, LIFECYCLE, State, unreviewed
from vijfluik.core.mandates.queries import Standing, standing_of
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Mandate, Purpose
from vijfluik.core.partners.queries import names_of, today
from vijfluik.core.versions.history import Version, history
from vijfluik.ui.components.history import Change, EventKind, TimelineEvent
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link

# The edge → its word in addresses.
WORDS = {"approve": "goedkeuren", "review": "beoordelen", "end": "beeindigen"}
TONES = {
    State.PROPOSED: "info",
    State.AHEAD: "info",
    State.IN_FORCE: "positive",
    State.ENDED: "neutral",
    State.LAPSED: "neutral",
}


@for_purpose(Purpose.ADMINISTRATION)
@require_safe
def mandate(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The page; it offers what the reader may do now and says why the rest is not offered."""
    who = acting_of(request)
    found = access_mandate(key=key)
    standing = standing_of(found, on=today())
    edges = [edge for edge in LIFECYCLE.open_edges(standing.state) if may(edge, who=who)]
    refused = {edge.name: refusal(edge.name, mandate=found, actor=who.actor.key) for edge in edges}
    possible = [
        Link(label=str(edge.label), url=reverse("mandate_act", args=[key, WORDS[edge.name]]))
        for edge in edges
        if not refused[edge.name]
    ]
    if standing.state in (State.IN_FORCE, State.AHEAD) and found.professional_id != who.actor.key:
        word = Link(label=_("Vervanger vragen"), url=reverse("deputy_new_for", args=[key]))
        possible += [word] if _may_grant(who) else []
    offer(request, *possible)
    return render(
        request,
        "site/mandate.html",
        {
            "page_title": title_of(found),
            "window_title": _("Mandaat"),
            "intro": f"{capfirst(found.get_role_display())}, {found.organisation.name}",
            "navigation_current": "administration",
            "breadcrumbs": path_to(title_of(found)),
            "standing": capfirst(str(LABELS[standing.state])),
            "tone": TONES[standing.state],
            "possible": possible,
            "refused": sorted({text for text in refused.values() if text}),
            "facts": facts_of(standing),
            "events": events_of(found),
        },
    )


def may(edge: Edge, *, who: Acting) -> bool:
    """Whether the policy allows the act of this edge."""
    return decide(who=who, thing=THING, action=edge.action, organisation=None).allowed


def _may_grant(who: Acting) -> bool:
    return decide(who=who, thing=THING, action="grant", organisation=None).allowed


def title_of(found: Mandate) -> str:
    """Whose mandate. The role stands below it: its name is too long a word for a narrow heading."""
    return found.professional.name


def path_to(*labels: str) -> list[Link]:
    """The path from the list to this page."""
    return [
        Link(label=_("Beheer van mandaten"), url=reverse("administration")),
        *(Link(label=label) for label in labels),
    ]


def facts_of(standing: Standing) -> list[tuple[str, str]]:
    """What there is to know, as label and text."""
    found, language = standing.mandate, page_language()
    facts = [
        (_("Professional"), found.professional.name),
        (_("Werkgever"), found.professional.organisation.name),
        (_("Rol"), found.get_role_display()),
        (_("Bij"), found.organisation.name),
        (_("Doel"), found.get_purpose_display()),
        (_("Geldig vanaf"), day(found.valid_from, language=language)),
        (_("Geldig tot"), day(found.valid_until, language=language)),
        (_("Voorgesteld door"), found.proposed_by.name),
        (_("Goedgekeurd door"), found.approved_by.name if found.approved_by else _("nog niemand")),
    ]
    if standing.due_on is not None:
        late = _(" — te laat") if standing.overdue else ""
        facts.append((_("Beoordelen voor"), day(standing.due_on, language=language) + late))
    if standing.state == State.LAPSED and unreviewed(found, on=today()):
        facts.append((_("Verlopen"), _("een half jaar door niemand beoordeeld")))
    facts += [
        (
            _("Vervanger"),
            f"{each.professional.name}, {LABELS_OF_DEPUTY[deputy_state(each, on=today())]}",
        )
        for each in found.deputies.select_related("professional")
    ]
    if found.ended_by is not None:
        facts.append((_("Beëindigd door"), found.ended_by.name))
        facts.append((_("Reden"), found.end_reason))
    return facts


def events_of(found: Mandate) -> list[TimelineEvent]:
    """Its versions, the newest first."""
    steps = history(Mandate, key=found.key)
    keys = {step.actor for step in steps if step.actor is not None}
    names = names_of(keys)
    return [event_of(step, names=names) for step in reversed(steps)]


def event_of(step: Version, *, names: Mapping[uuid.UUID, str]) -> TimelineEvent:
    """One version as a moment."""
    changed = {change.field for change in step.changes}
    title, kind = _("Voorgesteld"), EventKind.VERSION
    if "approved_by" in changed and step.op != "I":
        title, kind = _("Goedgekeurd"), EventKind.DECISION
    elif "ended_by" in changed and step.op != "I":
        title, kind = _("Beëindigd"), EventKind.REFUSAL
    elif step.op != "I":
        title = _("Beoordeeld: het blijft nodig")
    return TimelineEvent(
        title=title,
        at=step.moment,
        actor=names.get(step.actor, "") if step.actor else _("inrichting"),
        kind=kind,
        reason=step.reason,
        changes=[
            Change(
                label=capfirst(str(_field(change.field))),
                before=_words(change.before),
                after=_words(change.after),
            )
            for change in step.changes
            if change.field == "reviewed_on" and step.op != "I"
        ],
    )


def _field(name: str) -> object:
    model: type[Model] = Mandate
    return getattr(model._meta.get_field(name), "verbose_name", name)


def _words(value: object) -> str:
    return day(value, language=page_language()) if isinstance(value, dt.date) else ""
