"""The page of one training, and asking for a new one."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.actions import request_training
from vijfluik.programme.trainings.faults import Invalid
from vijfluik.programme.trainings.forms import RequestForm, put_faults
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.queries import Detail, training_detail
from vijfluik.programme.trainings.register import REGISTER, standing
from vijfluik.programme.trainings.stepping import due_row
from vijfluik.programme.trainings.telling import happenings
from vijfluik.programme.trainings.terms import term_label
from vijfluik.ui.formatting import day, days_until
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.asking import Asked, capitalised, form_page
from vijfluik.ui.registers.record import Possible, Pressing, record_page
from vijfluik.ui.registers.requests import acting_of

# What answers the thing that is due, so that it stands first among the acts.
_ANSWERS = {"respond": "plan", "register_result": "hold"}


@require_safe
def detail(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One training with its acts and all that happened to it."""
    found = training_detail(who=acting_of(request), key=key)
    return record_page(
        request,
        register=REGISTER,
        record=found.training,
        title=found.training.title,
        standing=standing(found.training),
        possible=possible(found),
        happened=happenings(found),
        pressing=pressing(found),
        extra=[*_taught(found), *_source(found.training)],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Ask for a training."""
    who = acting_of(request)
    where = require_somewhere(thing=THING, action="create")
    providers = None if where.everywhere else sorted(where.organisations)
    initial: dict[str, object] = {"requested_on": today()}
    if providers is not None and len(providers) == 1:
        initial["provider"] = providers[0]
    form = capitalised(RequestForm(request.POST or None, providers=providers, initial=initial))
    if request.method == "POST" and form.is_valid():
        try:
            made = request_training(who=who, provider=form.provider(), content=form.content())
        except Invalid as invalid:
            put_faults(form, invalid=invalid)
        else:
            messages.success(
                request,
                _("Vastgelegd als %(reference)s. Volgende stap: een dag afspreken.")
                % {"reference": made.reference},
            )
            return redirect("trainings:detail", made.key)
    return form_page(
        request,
        register=REGISTER,
        form=form,
        asked=Asked(
            title=_("Nieuwe training"),
            submit=_("Aanvraag vastleggen"),
            cancel_url=reverse("trainings:list"),
            intro=_("Leg vast wat er is aangevraagd. De dag en het resultaat komen later."),
        ),
    )


def possible(found: Detail) -> list[Possible]:
    """What the reader may do now: first what is due, last what cannot be taken back."""
    key = found.training.key
    due = due_row(found.training)
    first = _ANSWERS.get(due.kind, "") if due else ""
    if first and due and due.kind == "register_result" and due_starts_later(found.training):
        first = ""
    acts = []
    for edge in sorted(found.acts, key=lambda edge: edge.name != first):
        act = REGISTER.acts[edge.name]
        acts.append(
            Possible(
                label=str(act.label),
                url=reverse("trainings:act", args=[key, act.word]),
                kind="primary" if edge.name == first else "quiet" if act.danger else "secondary",
            )
        )
    if found.correctable:
        change = Possible(
            label=_("Wijzigen"), url=reverse("trainings:correct", args=[key]), icon="version"
        )
        acts.insert(1 if first else 0, change)
    return acts


def due_starts_later(training: Training) -> bool:
    """Whether it is planned for a day still to come: there is no result to record yet."""
    return training.planned_on is not None and training.planned_on > today()


def pressing(found: Detail) -> Pressing | None:
    """What must be done about it; nothing when nothing is due."""
    due = due_row(found.training)
    if due is None:
        return None
    now = today()
    language = page_language()
    return Pressing(
        text=term_label(due.kind).capitalize(),
        when=_("uiterlijk %(day)s (%(when)s)")
        % {
            "day": day(due.due_on, language=language),
            "when": days_until(due.due_on, today=now, language=language),
        },
        provision=due.provision,
        late=due.due_on < now,
    )


def _taught(found: Detail) -> list[tuple[str, str]]:
    """The version of the content that was taught."""
    version = found.content_version
    if version is None:
        return []
    since = day(version.valid_from, language=page_language())
    text = _("versie %(number)d, geldig vanaf %(day)s: %(summary)s") % {
        "number": version.number,
        "day": since,
        "summary": version.summary,
    }
    return [(_("Inhoud"), text), *_weighed(version.balance_reviewed_on)]


def _weighed(on: dt.date | None) -> list[tuple[str, str]]:
    if on is None:
        return []
    return [(_("Evenwichtigheid beoordeeld op"), day(on, language=page_language()))]


def _source(training: Training) -> list[tuple[str, str]]:
    """The file it came from, for who read it in."""
    if training.batch_id is None:
        return [(_("Bron"), _("met de hand vastgelegd"))]
    if training.batch is None:
        return [(_("Bron"), _("ingelezen uit een bestand"))]
    url = reverse("trainings:import_result", args=[training.batch_id])
    link = format_html('<a href="{}">{}</a>', url, training.batch.file_name)
    return [(_("Bron"), link)]
