"""What waits for a mandate administrator, as work of theirs: approving and reviewing."""

import datetime as dt

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.mandates.administrators import APPROVE, administering, may_administer
from vijfluik.core.mandates.lifecycle import LIFECYCLE, State
from vijfluik.core.mandates.queries import Standing, work_of
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.site.pages.mandate_record import WORDS
from vijfluik.site.pages.work_tasks import Task
from vijfluik.ui.formatting import day, days_until
from vijfluik.ui.language import page_language

REVIEW = "review"


def mandate_tasks(who: Acting, *, now: dt.date) -> list[tuple[int, Task]]:
    """The tasks, each with the days until it is due; none for who administers nothing.

    A proposal has no term: it waits from the day on which it was made, and so is work of today.
    """
    if not may_administer(who):
        return []
    with acting(administering(who)):
        found = work_of(actor=who.actor.key, on=now)
    return [_task(each, now=now) for each in found]


def _task(standing: Standing, *, now: dt.date) -> tuple[int, Task]:
    mandate, language = standing.mandate, page_language()
    waits = standing.state == State.PROPOSED
    edge = LIFECYCLE.edge(APPROVE if waits else REVIEW)
    due = now if standing.due_on is None else standing.due_on
    when = f"{days_until(due, today=now, language=language)}, {day(due, language=language)}"
    if waits:
        proposed = day(mandate.proposed_at, language=language)
        when = _("wacht sinds %(day)s") % {"day": proposed}
    return (due - now).days, Task(
        what=_("Mandaat goedkeuren") if waits else _("Mandaat beoordelen"),
        about=mandate.professional.name,
        about_url=reverse("mandate", args=[mandate.key]),
        detail=f"{capfirst(mandate.get_role_display())} · {mandate.organisation.name}",
        when=when,
        do=str(edge.label),
        do_url=reverse("mandate_act", args=[mandate.key, WORDS[edge.name]]),
        late=due < now,
    )
