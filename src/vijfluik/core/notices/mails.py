"""What a mail says: that something is waiting, and where. Never what."""

import uuid

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vijfluik.core.accounts.sealing import blurred, seal, unseal
from vijfluik.core.notices.models import Mail, Reason

# Where a demonstration that knows no address of its own stands.
HERE = "http://127.0.0.1:8000"


def message_of(mail: Mail, *, address: str, language: str) -> EmailMessage:
    """The mail, in the language of its reader; the same whatever it is about.

    Its Message-ID is that of the row of the outbox: who gets it twice, because the notifier died
    between the server's yes and writing that down, has a mail program that sees that it is one.
    """
    with translation.override(language):
        subject = _("Er staat iets voor u klaar")
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip("> ") or "localhost"
    return EmailMessage(
        subject=subject,
        body=f"{subject}:\n\n{link_of(mail)}\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        headers={"Message-ID": f"<{mail.key}@{domain}>", "Auto-Submitted": "auto-generated"},
    )


def link_of(mail: Mail) -> str:
    """Where it leads: to one's notices, or to confirming the address it went to."""
    path = reverse("notices")
    if mail.reason == Reason.ADDRESS:
        path = reverse("notices_confirm", args=[mail.key, word_of(mail.key)])
    return f"{settings.ADDRESS or HERE}{path}"


def word_of(mail: uuid.UUID) -> str:
    """The word by which somebody shows to have read a mail; only this installation can make it."""
    return blurred(str(mail), use="mail").hex()


def sealed_address(address: str, *, professional: uuid.UUID) -> bytes:
    """An address as it is kept."""
    return seal(address.encode(), use=_use(professional))


def opened_address(sealed: "bytes | memoryview[int]", *, professional: uuid.UUID) -> str:
    """An address as it is used.

    Raises:
        Unsealable: it was sealed with another key or for another person.
    """
    return unseal(bytes(sealed), use=_use(professional)).decode()


def _use(professional: uuid.UUID) -> str:
    return f"mail-address {professional}"
