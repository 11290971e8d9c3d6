"""Marks on views that the site reads before it runs them."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponseBase

from vijfluik.core.partners.models import Purpose

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def public(view: View) -> View:
    """A view that needs nobody signed in and sees no records."""
    view.vijfluik_public = True  # type: ignore[attr-defined]
    return view


def for_purpose(purpose: Purpose) -> Callable[[View], View]:
    """A view whose access is for another purpose than the programme."""

    def mark(view: View) -> View:
        view.vijfluik_purpose = purpose  # type: ignore[attr-defined]
        return view

    return mark
