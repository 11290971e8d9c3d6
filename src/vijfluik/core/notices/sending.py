"""Sending what waits in the outbox, with patience, and saying what could not be sent."""

import contextlib
import datetime as dt
import math
import smtplib
import ssl
import time

from django.conf import settings
from django.core.mail import get_connection
from django.db import connections, transaction
from django.db.models import Case, When

from vijfluik.core.accounts.sealing import Unsealable
from vijfluik.core.journal.recording import Stranger, record
from vijfluik.core.journal.results import Origin, Result
from vijfluik.core.notices.events import MAILED
from vijfluik.core.notices.mails import message_of, opened_address
from vijfluik.core.notices.models import Fault, Mail, Reason

CLOCK = "clock"
OBJECT_TYPE = "notices.mail"
# Minutes until the next try, by the tries that were made; after the last it is given up. The first
# is longer than a conversation with a slow server can last (`EMAIL_TIMEOUT` for each of its steps).
BACKOFF = (3, 10, 30, 120, 480, 1440, 1440)
# These are final: another try would get the same answer.
FINAL = (Fault.REFUSED, Fault.ADDRESS)
# A permanent answer of a mail server.
PERMANENT = 500
MOST_AT_ONCE = 200
URGENT_FIRST = Case(When(reason=Reason.URGENT, then=0), default=1)


def send_waiting(*, at: dt.datetime, until: float = math.inf) -> int:
    """Try each mail whose time has come: what is urgent first, then the longest waiting.

    Nothing is tried while the installation has no mail server: what waits keeps waiting.

    Args:
        until: by the monotonic clock, in seconds; after it no other mail is tried.

    Returns:
        How many went out.
    """
    if not settings.EMAIL_HOST:
        return 0
    sent = 0
    for _ in range(MOST_AT_ONCE):
        mail = _claimed(at=at)
        if mail is None:
            return sent
        sent += _tried(mail, at=at)
        if time.monotonic() > until:
            break
    return sent


def _claimed(*, at: dt.datetime) -> Mail | None:
    """The next mail, with this try and the moment of the next one written down already."""
    with transaction.atomic(using=CLOCK):
        waiting = Mail.objects.using(CLOCK).filter(
            sent_at__isnull=True, given_up_at__isnull=True, next_try_at__lte=at
        )
        ordered = waiting.order_by(URGENT_FIRST, "next_try_at", "key")
        mail = ordered.select_for_update(skip_locked=True).first()
        if mail is None:
            return None
        patience = BACKOFF[min(mail.tries, len(BACKOFF) - 1)]
        mail.tries += 1
        mail.tried_at = at
        mail.next_try_at = at + dt.timedelta(minutes=patience)
        mail.save(update_fields=["tries", "tried_at", "next_try_at"])
        return mail


def _tried(mail: Mail, *, at: dt.datetime) -> bool:
    fault = _sent(mail)
    with transaction.atomic(using=CLOCK):
        if not fault:
            mail.sent_at = at
        elif fault in FINAL or mail.tries > len(BACKOFF):
            mail.given_up_at = at
        mail.fault = fault
        mail.save(update_fields=["sent_at", "given_up_at", "fault"])
        record(
            action=MAILED,
            object_type=OBJECT_TYPE,
            object_key=mail.key,
            result=Result.FAILED if fault else Result.DONE,
            details={"fault": str(fault)} if fault else {},
            who=Stranger(origin=Origin.CLOCK),
            using=CLOCK,
        )
    return not fault


def _sent(mail: Mail) -> Fault | str:
    """Hand it to the server; empty when the server took it, and why not otherwise."""
    addressed = _addressed(mail)
    if addressed is None:
        return Fault.ADDRESS
    address, language = addressed
    message = message_of(mail, address=address, language=language)
    # Ours, for a connection that could not be secured is left open by who opened it.
    message.connection = get_connection()
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        return fault_of(error)
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            message.connection.close()
    return ""


def _addressed(mail: Mail) -> tuple[str, str] | None:
    with connections[CLOCK].cursor() as cursor:
        cursor.execute(
            "SELECT professional, language, sealed FROM notices.addressed(%s)", [mail.key]
        )
        rows = cursor.fetchall()
    for professional, language, sealed in rows:
        if sealed is None:
            return None
        try:
            return opened_address(sealed, professional=professional), language
        except Unsealable:
            return None
    return None


def fault_of(error: Exception) -> Fault:
    """Why a server did not take it, in one of our words: its own may hold the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _said in error.recipients.values()]
        return Fault.REFUSED if min(codes) >= PERMANENT else Fault.LATER
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Fault.ACCESS
    if isinstance(error, (ssl.SSLError, smtplib.SMTPNotSupportedError)):
        return Fault.INSECURE
    if isinstance(error, smtplib.SMTPConnectError):
        return Fault.UNREACHABLE
    if isinstance(error, smtplib.SMTPResponseException):
        return Fault.ACCESS if error.smtp_code >= PERMANENT else Fault.LATER
    return Fault.UNREACHABLE
