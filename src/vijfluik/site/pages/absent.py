"""What does not exist, and what may not be seen: one page, the same to the letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def absent(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The page for every refusal and every address that leads nowhere.

    It names no place in the navigation and no ground: either would tell the two apart. Django
    hands over the exception, which nobody is told.
    """
    return render(request, "404.html", {"navigation_current": "", "ground": None}, status=404)
