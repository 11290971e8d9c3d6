"""A link that was made is shown once, on the page that follows, to whoever made it."""

import base64
import json
import uuid
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from vijfluik.core.accounts.actions import Given
from vijfluik.core.accounts.sealing import Unsealable, seal, unseal
from vijfluik.ui.formatting import moment
from vijfluik.ui.language import page_language

GIVEN = "vijfluik_given"
USE = "given"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A link as the page shows it: its whole address, and until when it works."""

    address: str
    until: str


def keep_given(request: HttpRequest, given: Given) -> None:
    """Keep it for the next page, sealed: the table of sessions must not hold working links."""
    words = {"of": str(given.professional), "word": given.word, "until": given.until.isoformat()}
    sealed = seal(json.dumps(words).encode(), use=USE)
    request.session[GIVEN] = base64.b64encode(sealed).decode()


def take_given(request: HttpRequest, *, professional: uuid.UUID) -> Shown | None:
    """The link of this person that was just made; gone once it was shown."""
    kept = request.session.get(GIVEN, "")
    if not kept:
        return None
    try:
        words = json.loads(unseal(base64.b64decode(kept), use=USE))
    except (Unsealable, ValueError):
        return None
    if words["of"] != str(professional):
        return None
    del request.session[GIVEN]
    until = parse_datetime(words["until"])
    assert until is not None  # noqa: S101 - written above
    return Shown(
        address=request.build_absolute_uri(reverse("account_begin", args=[words["word"]])),
        until=moment(until, language=page_language()),
    )
