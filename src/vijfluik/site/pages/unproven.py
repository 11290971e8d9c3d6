"""A form without the token of the page that it stands on: told, and nothing of it is done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


def unproven(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The page, in our own frame; Django's reason is for its log, and for nobody who reads.

    The token changes with each signing in, so it is met by whoever signed in again in another tab.
    """
    context = {"navigation_current": "", "ground": None, "help_url": reverse("help")}
    return render(request, "403_csrf.html", context, status=403)
