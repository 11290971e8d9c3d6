"""Gathering notices that nobody was mailed about into mails, by the rhythm of each reader."""

import datetime as dt

from django.db.models import Q, QuerySet

from vijfluik.core.notices.models import Mail, Notice, Reason, Rhythm, Setting
from vijfluik.core.notices.moments import goes_out, without_waiting
from vijfluik.core.partners.acting import Acting, acting


def gather(*, who: Acting, at: dt.datetime) -> int:
    """Put a mail in the outbox for what was not mailed about; one for however many there are.

    An overview is made when its hour comes, so that what was read before is not in it. What is due
    before the next one comes does not wait for it.

    Returns:
        How many mails were made; none for who has no confirmed address.
    """
    with acting(who):
        setting = Setting.objects.filter(professional=who.actor.key).first()
        if setting is None or setting.address is None:
            return 0
        waiting = Notice.objects.filter(
            professional=who.actor.key, read_at__isnull=True, mail__isnull=True
        )
        rhythm = Rhythm(setting.rhythm)
        oldest = waiting.filter(urgent=False).order_by("made_at").first()
        now = oldest is not None and goes_out(rhythm, at=oldest.made_at) <= at
        pressing = Q(urgent=True)
        if not now:
            pressing |= Q(due_on__lte=without_waiting(rhythm, at=at))
        made = _mail(waiting.filter(pressing), who=who, reason=Reason.URGENT, at=at)
        if now:
            made += _mail(waiting, who=who, reason=Reason(rhythm), at=at)
        return made


def _mail(about: QuerySet[Notice], *, who: Acting, reason: Reason, at: dt.datetime) -> int:
    keys = list(about.select_for_update().values_list("key", flat=True))
    if not keys:
        return 0
    mail = Mail(professional_id=who.actor.key, reason=reason, made_at=at, next_try_at=at)
    mail.save(force_insert=True)
    Notice.objects.filter(key__in=keys).update(mail=mail)
    return 1
