"""Reading notices: one's own inside `acting(who)`; what could not be sent, for who may."""

import datetime as dt
from collections.abc import Sequence

from django.db import connection
from django.db.models import F, Q

from vijfluik.core.access.gate import listing
from vijfluik.core.accounts.access import THING as ACCOUNTS
from vijfluik.core.notices.events import UNSENT_LISTED
from vijfluik.core.notices.models import Mail, Notice, Round, Setting
from vijfluik.core.notices.sending import OBJECT_TYPE
from vijfluik.core.partners.acting import Acting

SHOWN = 100
# Longer ago than this a notifier that goes round every half minute stands still.
STILL = dt.timedelta(minutes=5)


def unread() -> int:
    """How many notices whoever acts has not read of what still waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT notices.unread()")
        return int(cursor.fetchone()[0])


def newest(who: Acting) -> Sequence[Notice]:
    """The reader's notices: what was not read first, by its day; then the newest."""
    rows = Notice.objects.filter(professional=who.actor.key)
    unread_first = rows.filter(read_at__isnull=True).select_related("mail")
    by_day = F("due_on").asc(nulls_first=True)
    found = list(unread_first.order_by(by_day, "-made_at", "key")[:SHOWN])
    rest = rows.filter(read_at__isnull=False).select_related("mail")
    return found + list(rest.order_by("-made_at", "key")[: SHOWN - len(found)])


def setting_of(who: Acting) -> Setting | None:
    """How the reader wants to be told; None for who never said."""
    return Setting.objects.filter(professional=who.actor.key).first()


def own_trouble(who: Acting) -> Mail | None:
    """The reader's last mail, when it could not be sent."""
    last = Mail.objects.filter(professional=who.actor.key).order_by("-made_at").first()
    return last if last is not None and last.fault else None


def unsent() -> list[Mail]:
    """Mails that did not go yet or never will, the newest first, for who administers accounts.

    Raises:
        Refused: whoever acts may not read accounts.
    """
    with listing(thing=ACCOUNTS, object_type=OBJECT_TYPE, kind=UNSENT_LISTED) as shown:
        rows = Mail.objects.filter(~Q(fault=""), sent_at__isnull=True)
        found = list(rows.select_related("professional__organisation")[:SHOWN])
        shown.showed(each.key for each in found)
    return found


def last_round() -> dt.datetime | None:
    """When the notifier last went round; None when it never did."""
    return Round.objects.values_list("ended_at", flat=True).first()


def stands_still(*, at: dt.datetime) -> bool:
    """Whether the notifier does not go round."""
    last = last_round()
    return last is None or at - last > STILL


def outbox() -> tuple[int, dt.datetime | None]:
    """How many mails wait to be sent, and since when the oldest; of nobody, for the metrics."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT waiting, oldest FROM notices.outbox()")
        waiting, oldest = cursor.fetchone()
    return int(waiting), oldest


def given_up() -> int:
    """Of how many people the last mail failed for good, in the last month; a count, of nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT notices.given_up()")
        return int(cursor.fetchone()[0])
