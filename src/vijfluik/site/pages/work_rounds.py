"""Rounds of needs that wait for the reader's own organisation, as work of theirs."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.core.partners.acting import Acting
from vijfluik.programme.needs.queries import Open, open_rounds
from vijfluik.site.pages.work_tasks import Task
from vijfluik.ui.formatting import day, days_until
from vijfluik.ui.language import page_language


def round_tasks(who: Acting, *, now: dt.date) -> list[tuple[int, Task]]:
    """The tasks, each with the days until the round closes; none for who answers for nobody."""
    return [_task(each, now=now) for each in open_rounds(who=who)]


def _task(each: Open, *, now: dt.date) -> tuple[int, Task]:
    closes, language = each.found.closes_on, page_language()
    when = _("zolang de peiling open is")
    if closes is not None:
        when = (
            f"{days_until(closes, today=now, language=language)}, {day(closes, language=language)}"
        )
    said = _("%(answered)d van %(total)d thema's gezegd") % {
        "answered": each.answered, "total": each.total,
    }  # fmt: skip
    # A round without a last day waits, and is work of later.
    ahead = (closes - now).days if closes is not None else 30
    return ahead, Task(
        what=_("Zeggen wat uw organisatie nodig heeft"),
        about=each.found.title,
        about_url=reverse("need_rounds:detail", args=[each.found.key]),
        detail=said,
        when=when,
        do=_("Antwoorden"),
        do_url=reverse("need_answers", args=[each.found.key]),
        late=False,
    )
