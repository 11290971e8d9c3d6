"""How two people want to be told, and a mail that could not be sent. Notices come of themselves."""

import datetime as dt

from django.utils import timezone

from vijfluik.core.notices.mails import sealed_address
from vijfluik.core.notices.models import Fault, Mail, Reason, Rhythm, Setting
from vijfluik.demo.owner import OWNER
from vijfluik.demo.people import key_of

WEEKLY, MOVED = "marleen", "jamila"


def load_notices() -> None:
    """Marleen reads an overview on Mondays; Jamila's address works no more since a week."""
    now = timezone.now()
    for username, rhythm in ((WEEKLY, Rhythm.WEEKLY), (MOVED, Rhythm.DIRECT)):
        person = key_of(username)
        Setting.objects.using(OWNER).create(
            professional_id=person,
            rhythm=rhythm,
            address=sealed_address(f"{username}@voorbeeld.example", professional=person),
            confirmed_at=now - dt.timedelta(days=90),
        )
    tried = now - dt.timedelta(days=7)
    Mail.objects.using(OWNER).create(
        professional_id=key_of(MOVED),
        reason=Reason.DIRECT,
        made_at=tried,
        next_try_at=tried,
        tries=1,
        tried_at=tried,
        given_up_at=tried,
        fault=Fault.REFUSED,
    )
