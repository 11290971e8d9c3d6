"""What somebody sent when a proof of now was asked first: kept, sealed, until it was given.

In the session of that one visit, for ten minutes, for the same address. Files are not kept; the
page that goes on asks for them again by name, so that none is left out in silence.
"""

import base64
import dataclasses
import datetime as dt
import json
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.accounts.sealing import Unsealable, seal, unseal
from vijfluik.core.accounts.visits import Seen

KEPT = "vijfluik_sent"
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
    if not _by_a_form(request):
        return
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
    if len(content) > MOST_BYTES:
        forget_sent(request)
        messages.warning(
            request, _("Wat u verstuurde, is te groot om te bewaren. Vul het hierna opnieuw in.")
        )
        return
    request.session[KEPT] = base64.b64encode(seal(content, use=_use(visit))).decode()


def say_not_kept(request: HttpRequest) -> None:
    """Tell that what was typed has to be typed again: a page on which people type secrets."""
    forget_sent(request)
    messages.warning(request, _("Wat u hier typt, wordt niet bewaard. Vul het hierna opnieuw in."))


def sent_to(request: HttpRequest, *, path: str, visit: Seen) -> Sent | None:
    """What was sent to this address in this visit, not too long ago; None when nothing was."""
    sealed = request.session.get(KEPT, "")
    if not sealed:
        return None
    try:
        words = json.loads(unseal(base64.b64decode(sealed), use=_use(visit)))
    except (Unsealable, ValueError):
        return None
    if timezone.now() - dt.datetime.fromisoformat(words["at"]) > LONGEST:
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


def _use(visit: Seen) -> str:
    return f"sent {visit.key}"
