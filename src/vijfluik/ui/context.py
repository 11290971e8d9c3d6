"""What every page knows about its look: the theme that was chosen, the organisation's CSS."""

from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest

THEME_COOKIE = "vijfluik_thema"


class Theme(StrEnum):
    """The three choices; SYSTEM leaves it to the device."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def chosen_theme(request: HttpRequest) -> Theme:
    """The theme in the cookie; SYSTEM without a cookie or with a value that is no theme."""
    try:
        return Theme(request.COOKIES.get(THEME_COOKIE, Theme.SYSTEM))
    except ValueError:
        return Theme.SYSTEM


def appearance(request: HttpRequest) -> dict[str, object]:
    """Context processor: `theme` (a Theme), `theme_css` (static path from THEME_CSS, or "") and
    `invented` (whether all data are).
    """
    return {
        "theme": chosen_theme(request),
        "theme_css": getattr(settings, "THEME_CSS", ""),
        "invented": settings.DEMONSTRATION,
    }
