"""What somebody sent when a proof of now, or signing in, was asked first: kept, sealed.

In the session of that one visit, for ten minutes, for the same address. Where the visit itself was
over it is sealed for its person alone, in the session that signs in next: nobody else opens it, and
once somebody came in it belongs to the new visit, or goes. Files are not kept; the page that goes
on asks for them again by name, so that none is left out in silence.
"""

import base64
import dataclasses
import datetime as dt
import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.accounts.sealing import Unsealable, seal, unseal
from vijfluik.core.accounts.visits import Seen

KEPT = "vijfluik_sent"
# What was sent when the visit was over, until somebody signs in.
LEFT = "vijfluik_left"
LONGEST = dt.timedelta(minutes=10)
MOST_BYTES = 200_000
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What was sent: where to, the fields with their values, and the files with their names."""

    path: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]


def keep_sent(request: HttpRequest, *, visit: Seen) -> None:
    """Keep what a form sent, or say that it was not kept. What a script sent is its own to send
    again.
    """
    content = _content(request)
    if content:
        request.session[KEPT] = _sealed(content, use=_use(visit))


def what_is_left(request: HttpRequest, *, visit: Seen) -> str:
    """What a form sent after its visit was over, sealed for its person; empty for nothing.

    To be asked before the session goes, and handed to `leave` after.
    """
    content = _content(request)
    return _sealed(content, use=_left_by(visit.professional)) if content else ""


def leave(request: HttpRequest, sealed: str) -> None:
    """Keep what is left in the session that comes after the one that ended."""
    if sealed:
        request.session[LEFT] = sealed


def take_up(request: HttpRequest, *, person: uuid.UUID, visit: uuid.UUID) -> str:
    """Keep for a visit that began what its person sent after an earlier one was over.

    Of somebody else it goes: nobody reads what another typed.

    Returns:
        The address that it was sent to; empty when nothing is left, or not of this person.
    """
    sealed = request.session.pop(LEFT, "")
    words = _opened(sealed, use=_left_by(person))
    if words is None:
        return ""
    content = json.dumps(words).encode()
    request.session[KEPT] = _sealed(content, use=_of_visit(visit))
    return str(words["path"])


def _content(request: HttpRequest) -> bytes:
    """What a form sent, with its moment; empty for what is not kept, which is told."""
    if not _by_a_form(request):
        return b""
    sent = Sent(
        path=request.get_full_path(),
        fields=tuple(
            (name, str(value))
            for name, values in request.POST.lists()
            for value in values
            if name != TOKEN
        ),
        files=tuple(
            (name, str(file.name)) for name, files in request.FILES.lists() for file in files
        ),
    )
    words = {**dataclasses.asdict(sent), "at": timezone.now().isoformat()}
    content = json.dumps(words).encode()
    if len(content) <= MOST_BYTES:
        return content
    forget_sent(request)
    messages.warning(
        request, _("Wat u verstuurde, is te groot om te bewaren. Vul het hierna opnieuw in.")
    )
    return b""


def say_not_kept(request: HttpRequest) -> None:
    """Tell that what was typed has to be typed again: a page on which people type secrets."""
    forget_sent(request)
    messages.warning(request, _("Wat u hier typt, wordt niet bewaard. Vul het hierna opnieuw in."))


def sent_to(request: HttpRequest, *, path: str, visit: Seen) -> Sent | None:
    """What was sent to this address in this visit, not too long ago; None when nothing was."""
    sealed = request.session.get(KEPT, "")
    if not sealed:
        return None
    words = _opened(sealed, use=_use(visit))
    if words is None:
        forget_sent(request)
        return None
    if words["path"] != path:
        return None
    return Sent(
        path=words["path"],
        fields=tuple((name, value) for name, value in words["fields"]),
        files=tuple((name, file) for name, file in words["files"]),
    )


def forget_sent(request: HttpRequest) -> None:
    """Keep nothing any more."""
    if KEPT in request.session:
        del request.session[KEPT]


def _by_a_form(request: HttpRequest) -> bool:
    if request.method != "POST" or request.content_type not in FORMS:
        return False
    if request.headers.get("HX-Request") == "true":
        return False
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def _sealed(content: bytes, *, use: str) -> str:
    return base64.b64encode(seal(content, use=use)).decode()


def _opened(sealed: str, *, use: str) -> dict[str, Any] | None:
    """What was sealed for this use, not too long ago."""
    try:
        words: dict[str, Any] = json.loads(unseal(base64.b64decode(sealed), use=use))
    except (Unsealable, ValueError):
        return None
    if timezone.now() - dt.datetime.fromisoformat(words["at"]) > LONGEST:
        return None
    return words


def _use(visit: Seen) -> str:
    return _of_visit(visit.key)


def _of_visit(key: uuid.UUID) -> str:
    return f"sent {key}"


def _left_by(person: uuid.UUID) -> str:
    return f"left {person}"
