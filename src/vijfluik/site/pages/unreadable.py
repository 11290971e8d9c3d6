"""What cannot be read of an address or of what was sent: told, and nothing of it is done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vijfluik.ui.registers.sought import UnreadableWords


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page; for words that were searched by, which do not open, with where to search again."""
    context = {
        "navigation_current": "",
        "ground": None,
        "help_url": reverse("help"),
        "words": isinstance(exception, UnreadableWords),
    }
    return render(request, "400.html", context, status=400)
