"""What waits for an account administrator, and for whoever is asked to replace a colleague."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vijfluik.core.accounts.queries import Standing, approvable, may_administer, work_of
from vijfluik.core.mandates.administrators import administering
from vijfluik.core.mandates.deputies import DeputyState, deputy_state, own_deputies
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.notices.queries import given_up, last_round, stands_still
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.site.accounts.deputies import ACCEPT, mandate_words
from vijfluik.site.pages.work_tasks import Task
from vijfluik.ui.formatting import day, days_until, moment
from vijfluik.ui.language import page_language


def may_administer_accounts(who: Acting) -> bool:
    """Whether somebody administers accounts, for the purpose that this needs."""
    return may_administer(administering(who))


def account_tasks(who: Acting, *, now: dt.date) -> list[tuple[int, Task]]:
    """Recoveries to approve, accounts to review, and notices that do not arrive; none for who
    administers no accounts."""
    if not may_administer_accounts(who):
        return []
    with acting(administering(who)):
        found = work_of(actor=who.actor.key, at=timezone.now(), on=now)
    return [(0, task) for task in _silent()] + [_task(each, who=who, now=now) for each in found]


def deputy_tasks(who: Acting, *, now: dt.date) -> list[tuple[int, Task]]:
    """What colleagues ask of the reader: to act on their mandate for a while."""
    return [
        _asked(each, now=now)
        for each in own_deputies(who=who)
        if each.professional_id == who.actor.key
        and deputy_state(each, on=now) == DeputyState.PROPOSED
    ]


def _silent() -> Iterator[Task]:
    """What would otherwise fail in silence: that nobody sends, and mail that was given up."""
    url = reverse("unsent_mail")
    if stands_still(at=timezone.now()):
        last = last_round()
        yield Task(
            what=_("De verzender staat stil"),
            about=_("Mail en berichten"),
            about_url=url,
            detail=_("Er komen geen berichten en er gaat geen mail uit"),
            when=_("sinds %(moment)s") % {"moment": moment(last, language=page_language())}
            if last
            else _("ging nog niet rond"),
            do=_("Bekijken"),
            do_url=url,
            late=False,
        )
    people = given_up()
    if people:
        yield Task(
            what=_("Mail kwam niet aan"),
            about=_("Mail die niet aankwam"),
            about_url=url,
            detail=ngettext("%(count)d persoon", "%(count)d personen", people) % {"count": people},
            when=_("opgegeven"),
            do=_("Bekijken"),
            do_url=url,
            late=False,
        )


def _task(standing: Standing, *, who: Acting, now: dt.date) -> tuple[int, Task]:
    person, language = standing.account.professional, page_language()
    approves = approvable(standing, actor=who.actor.key)
    due = now if approves or standing.due_on is None else standing.due_on
    when = f"{days_until(due, today=now, language=language)}, {day(due, language=language)}"
    if approves and standing.recovery is not None:
        proposed = day(standing.recovery.proposed_at, language=language)
        when = _("wacht sinds %(day)s") % {"day": proposed}
    word = "herstel-goedkeuren" if approves else "beoordelen"
    return (due - now).days, Task(
        what=_("Herstel goedkeuren") if approves else _("Account beoordelen"),
        about=person.name,
        about_url=reverse("account", args=[person.key]),
        detail=person.organisation.name,
        when=when,
        do=_("Goedkeuren") if approves else _("Beoordelen"),
        do_url=reverse("account_act", args=[person.key, word]),
        late=due < now,
    )


def _asked(deputy: Deputy, *, now: dt.date) -> tuple[int, Task]:
    language = page_language()
    return max((deputy.valid_from - now).days, 0), Task(
        what=_("Vervanging aanvaarden"),
        about=deputy.replaced.name,
        about_url=reverse("deputy", args=[deputy.key]),
        detail=capfirst(mandate_words(deputy.mandate)),
        when=_("vanaf %(day)s") % {"day": day(deputy.valid_from, language=language)},
        do=_("Aanvaarden"),
        do_url=reverse("deputy_act", args=[deputy.key, ACCEPT]),
        late=False,
    )
