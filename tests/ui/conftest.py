"""Renders the style guide as a reader gets it, without a database, a session or a server."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from vijfluik.ui.context import appearance
from vijfluik.ui.styleguide import samples

RenderGuide = Callable[..., str]


@pytest.fixture
def guide() -> RenderGuide:
    """A function that renders the style guide: in a language, with the cookie of a theme."""

    def render(*, language: str = "nl", theme: str = "", query: str = "") -> str:
        request = RequestFactory().get(f"/stijl/?{query}")
        if theme:
            request.COOKIES["vijfluik_thema"] = theme
        with translation.override(language):
            context = samples(request.GET.get("page", "1"))
            # The processors of the project may need an account; only the theme's own runs here.
            context |= appearance(request) | {"request": request, "csrf_token": "token"}
            return render_to_string("ui/styleguide.html", context)

    return render
