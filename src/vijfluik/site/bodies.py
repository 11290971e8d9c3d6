"""What is sent is refused by its size before it is read, so that nobody fills the disk with it.

Whatever reads a form reads all of it, the check of its token first of all. Here only what the
request says of itself is looked at; an application reads no more than that.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

# What stands round the largest file: the other fields, and the lines between them.
ROUND = 1024 * 1024
# So much is read and forgotten, because a browser that is cut off shows no answer.
_FORGOTTEN = 300 * 1024 * 1024
_CHUNK = 1024 * 1024


class BodyLimitMiddleware:
    """Answers 413 to what is larger than the largest file may be."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Hand the request on, or refuse it unread."""
        if _stated(request) <= settings.DOCUMENTS_LARGEST + ROUND:
            return self.get_response(request)
        _forget(request)
        megabytes = settings.DOCUMENTS_LARGEST // (1024 * 1024)
        context = {"navigation_current": "", "ground": None, "megabytes": megabytes}
        return render(request, "413.html", context, status=413)


def _stated(request: HttpRequest) -> int:
    word = request.META.get("CONTENT_LENGTH") or "0"
    return int(word) if word.isdigit() else 0


def _forget(request: HttpRequest) -> None:
    left = min(_stated(request), _FORGOTTEN)
    while left > 0:
        piece = request.read(min(_CHUNK, left))
        if not piece:
            return
        left -= len(piece)
