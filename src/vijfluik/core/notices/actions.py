"""What somebody does with the own notices: read them, and say how they are to come."""

import datetime as dt
import hmac
import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.accounts.actions import attempted, tell
from vijfluik.core.accounts.faults import Invalid, NotNow
from vijfluik.core.notices.events import ADDRESS_CONFIRMED, SETTINGS_CHANGED
from vijfluik.core.notices.mails import opened_address, sealed_address, word_of
from vijfluik.core.notices.models import Mail, Notice, Reason, Rhythm, Setting
from vijfluik.core.partners.acting import Acting, acting

LONGEST_ADDRESS = 254
# A link that confirms an address works so long.
CONFIRMED_WITHIN = dt.timedelta(hours=72)


def read(*, who: Acting, key: uuid.UUID) -> Notice | None:
    """Mark one of one's own notices as read; None when there is no such notice to be seen."""
    with acting(who):
        found = Notice.objects.filter(key=key, professional=who.actor.key).first()
        if found is not None and found.read_at is None:
            found.read_at = timezone.now()
            found.save(update_fields=["read_at"])
        return found


def read_all(*, who: Acting) -> int:
    """Mark all of one's own notices as read; how many were not."""
    with acting(who):
        rows = Notice.objects.filter(professional=who.actor.key, read_at__isnull=True)
        return rows.update(read_at=timezone.now())


def choose_rhythm(*, who: Acting, rhythm: Rhythm) -> None:
    """Say how often mail about notices is to come."""
    with attempted(SETTINGS_CHANGED, who=who, key=who.actor.key), acting(who):
        setting = _setting_of(who)
        setting.rhythm = rhythm
        setting.save()
        tell(who.actor.key, action=SETTINGS_CHANGED)


def ask_address(*, who: Acting, address: str) -> None:
    """Give a mail address; it counts once the link in the mail that goes there was opened.

    The one before counts until then.

    Raises:
        Invalid: it is no address.
        NotNow: the installation sends no mail.
    """
    with attempted(SETTINGS_CHANGED, who=who, key=who.actor.key), acting(who):
        if not settings.EMAIL_HOST:
            raise NotNow(_("Deze installatie verstuurt geen mail."))
        wanted = address.strip()
        _need_address(wanted)
        now = timezone.now()
        mail = Mail(
            professional_id=who.actor.key, reason=Reason.ADDRESS, made_at=now, next_try_at=now
        )
        mail.save(force_insert=True)
        setting = _setting_of(who)
        setting.asked = sealed_address(wanted, professional=who.actor.key)
        setting.asked_mail = mail.key
        setting.save()
        tell(who.actor.key, action=SETTINGS_CHANGED)


def confirm_address(*, who: Acting, mail: uuid.UUID, word: str) -> None:
    """Show that a mail was read: from now on mail goes to the address it went to.

    Raises:
        NotNow: the link does not work (any more), or is another's.
    """
    with attempted(ADDRESS_CONFIRMED, who=who, key=who.actor.key), acting(who):
        setting = _setting_of(who)
        sent = Mail.objects.filter(key=mail, professional=who.actor.key).first()
        now = timezone.now()
        if (
            sent is None
            or setting.asked_mail != mail
            or now - sent.made_at > CONFIRMED_WITHIN
            or not hmac.compare_digest(word.encode(), word_of(mail).encode())
        ):
            raise NotNow(_("Deze link werkt niet meer. Vraag een nieuwe mail aan."))
        setting.address, setting.confirmed_at = setting.asked, now
        setting.asked = setting.asked_mail = None
        setting.save()
        tell(who.actor.key, action=ADDRESS_CONFIRMED)


def forget_address(*, who: Acting) -> None:
    """Take the address away; notices go on in the platform."""
    with attempted(SETTINGS_CHANGED, who=who, key=who.actor.key), acting(who):
        setting = _setting_of(who)
        setting.address = setting.confirmed_at = setting.asked = setting.asked_mail = None
        setting.save()
        tell(who.actor.key, action=SETTINGS_CHANGED)


def shown_address(sealed: "bytes | memoryview[int] | None", *, who: Acting) -> str:
    """One's own address, to be shown to oneself; empty for none."""
    return "" if sealed is None else opened_address(sealed, professional=who.actor.key)


def _setting_of(who: Acting) -> Setting:
    rows = Setting.objects.select_for_update().filter(professional=who.actor.key)
    return rows.first() or Setting(professional_id=who.actor.key)


def _need_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        faulty = True
    else:
        faulty = len(address) > LONGEST_ADDRESS or not address.isascii()
    if faulty:
        raise Invalid({"address": _("Geef een mailadres, bijvoorbeeld naam@organisatie.nl.")})
