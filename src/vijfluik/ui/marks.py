"""Marks on views that the site reads before it runs them."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from django.http import HttpRequest, HttpResponseBase

from vijfluik.core.partners.models import Purpose

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def public(view: View) -> View:
    """A view that needs nobody signed in and sees no records."""
    view.vijfluik_public = True  # type: ignore[attr-defined]
    return view


def fresh_proof(view: View) -> View:
    """A view that takes records out, makes them public or destroys them asks for a proof of now.

    The site sends whoever proved it too long ago to prove it again, and back; in a demonstration,
    where nobody proves anything, it asks nothing.
    """
    return fresh_proof_for(lambda _keywords: True)(view)


def fresh_proof_for(
    asked: Callable[[Mapping[str, object]], bool],
) -> Callable[[View], View]:
    """As `fresh_proof`, where the words of the address decide, such as the step that is taken."""

    def mark(view: View) -> View:
        view.vijfluik_fresh = asked  # type: ignore[attr-defined]
        return view

    return mark


def asks_fresh_proof(view: object, keywords: Mapping[str, object]) -> bool:
    """Whether a view asks for it under this address."""
    asked: Callable[[Mapping[str, object]], bool] | None = getattr(view, "vijfluik_fresh", None)
    return asked is not None and asked(keywords)


def freshly_proven(request: HttpRequest) -> bool:
    """Whether whoever asks proved it just now, or need not; the site says so of each request.

    For a view of which only some forms take records out: the others ask nothing.
    """
    return bool(getattr(request, "vijfluik_freshly_proven", True))


def never_kept(view: View) -> View:
    """A view on whose page people type secrets: what they sent is not kept for them meanwhile."""
    view.vijfluik_never_kept = True  # type: ignore[attr-defined]
    return view


def for_purpose(purpose: Purpose) -> Callable[[View], View]:
    """A view whose access is for another purpose than the programme."""

    def mark(view: View) -> View:
        view.vijfluik_purpose = purpose  # type: ignore[attr-defined]
        return view

    return mark
