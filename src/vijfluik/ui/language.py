"""The language that the page is drawn in."""

from django.utils.translation import get_language


def page_language() -> str:
    """`nl` or `en…`; Dutch where nothing was chosen."""
    return get_language() or "nl"
