"""Answers whose address holds a secret: they stay out of the log of requests."""

from django.http import HttpResponse


def unlogged(response: HttpResponse) -> HttpResponse:
    """The same answer. Django logs the address of every refusal, unless it was told that it did."""
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
