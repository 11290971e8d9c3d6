"""Mijn werk: what the reader must do, by the day on which it is due, one click from doing it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.mandates.administrators import may_administer
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.registry import registers
from vijfluik.core.registers.work import DUE_SHOWN, DueItem, due_work
from vijfluik.site.first_steps.pages import with_beginning
from vijfluik.site.pages.work_accounts import (
    account_tasks,
    deputy_tasks,
    may_administer_accounts,
)
from vijfluik.site.pages.work_mandates import mandate_tasks
from vijfluik.site.pages.work_rounds import round_tasks
from vijfluik.site.pages.work_tasks import Task, drawn
from vijfluik.site.shell import may_enter, year_url
from vijfluik.ui.formatting import day, days_until
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.addresses import act_address, record_address
from vijfluik.ui.registers.requests import ONWARD, acting_of, offer
from vijfluik.ui.shell import Link

# Work that is due later than this is not work of now.
DAYS_AHEAD = 60
# What the foot of the page names; the page itself has all of it.
FIRST = 3


@dataclass(frozen=True, kw_only=True)
class Group:
    """The tasks that are due in the same stretch of days."""

    key: str
    title: str
    tasks: Sequence[Task]
    tone: str

    @property
    def rows(self) -> list[SafeString]:
        """The tasks as HTML."""
        return [drawn(task, tone=self.tone) for task in self.tasks]


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """The page; somebody without work of their own is told so."""
    who = acting_of(request)
    now = today()
    items = due_work(who=who, until=now + dt.timedelta(days=DAYS_AHEAD))
    others = [
        *mandate_tasks(who, now=now),
        *account_tasks(who, now=now),
        *deputy_tasks(who, now=now),
        *round_tasks(who, now=now),
    ]
    administers = may_administer(who) or may_administer_accounts(who)
    if not items and not administers:
        _need_a_register(who)
    groups = grouped(items, now=now, others=others)
    first = [task for group in groups for task in group.tasks][:FIRST]
    offer(request, *(Link(label=f"{task.do}: {task.about}", url=task.do_url) for task in first))
    return with_beginning(
        request,
        "site/work.html",
        {
            "page_title": _("Mijn werk"),
            "intro": summary([task for group in groups for task in group.tasks]),
            "year_url": year_url(who),
            "groups": groups,
            "bounded": len(items) >= DUE_SHOWN,
            "shown": DUE_SHOWN,
            "elsewhere": _elsewhere(who),
        },
        who=who,
    )


def _elsewhere(who: Acting) -> Link:
    """Where somebody who is done can look further."""
    if any(may_enter(who, each.thing) for each in registers()):
        return Link(label=_("Naar de registers"), url=reverse("registers"))
    if may_administer_accounts(who):
        return Link(label=_("Naar de accounts"), url=reverse("accounts"))
    return Link(label=_("Naar de mandaten"), url=reverse("administration"))


def _need_a_register(who: Acting) -> None:
    """Refuse who may enter no register, and tell the journal that another has no work."""
    open_to = [each.thing for each in registers() if may_enter(who, each.thing)]
    require_somewhere(thing=open_to[0] if open_to else registers()[0].thing, action="read")


def grouped(
    items: Sequence[DueItem], *, now: dt.date, others: Sequence[tuple[int, Task]] = ()
) -> list[Group]:
    """The tasks in five stretches, those without tasks left out.

    Args:
        others: tasks beside those of the registers, with the days until they are due.
    """
    # Monday is the first day; on a Sunday the week ends today.
    days_left = 6 - now.weekday()
    stretches = (
        ("te-laat", _("Te laat"), "warning"),
        ("vandaag", _("Vandaag"), "info"),
        ("morgen", _("Morgen"), "info"),
        ("deze-week", _("Deze week"), "neutral"),
        ("later", _("Later"), "neutral"),
    )
    tasks: dict[str, list[Task]] = {key: [] for key, _title, _tone in stretches}
    for item in items:
        tasks[_stretch(item.days, days_left=days_left)].append(task_of(item, now=now))
    for days, task in others:
        tasks[_stretch(days, days_left=days_left)].append(task)
    return [
        Group(key=key, title=title, tasks=tasks[key], tone=tone)
        for key, title, tone in stretches
        if tasks[key]
    ]


def _stretch(days: int, *, days_left: int) -> str:
    if days < 0:
        return "te-laat"
    if days < 2:
        return ("vandaag", "morgen")[days]
    return "deze-week" if days <= days_left else "later"


def task_of(item: DueItem, *, now: dt.date) -> Task:
    """One task; its button opens the form that does it and comes back here."""
    register, record, language = item.register, item.record, page_language()
    word = register.act(item.act).word
    address = act_address(register.thing, key=record.key, word=word)
    facts = [record.reference, str(register.title), str(getattr(record, register.scope))]
    return Task(
        what=item.label.capitalize(),
        about=register.title_of(record),
        about_url=record_address(register.thing, key=record.key),
        detail=" · ".join(fact for fact in facts if fact),
        when=f"{days_until(item.due.due_on, today=now, language=language)}, "
        f"{day(item.due.due_on, language=language)}",
        do=str(register.edge(item.act).label),
        do_url=address + _and_back(),
        late=item.overdue,
    )


@cache
def _and_back() -> str:
    """What stands behind the address of a form that comes back here."""
    return f"?{urlencode({ONWARD: reverse('work')})}"


def summary(tasks: Sequence[Task]) -> str:
    """How much there is to do, in one sentence; empty when there is nothing."""
    if not tasks:
        return ""
    late = sum(task.late for task in tasks)
    all_of_it = ngettext("%(count)d ding te doen", "%(count)d dingen te doen", len(tasks)) % {
        "count": len(tasks)
    }
    if not late:
        return _("%(all)s, niets te laat.") % {"all": all_of_it}
    return _("%(all)s, waarvan %(late)d te laat.") % {"all": all_of_it, "late": late}
