"""What does not exist, and what may not be seen: one page, the same to the letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


def absent(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The page for every refusal and every address that leads nowhere.

    It names no place in the navigation, no ground and no help of its own: each would tell the
    two apart. Django hands over the exception, which nobody is told.
    """
    context = {"navigation_current": "", "ground": None, "help_url": reverse("help")}
    return render(request, "404.html", context, status=404)
