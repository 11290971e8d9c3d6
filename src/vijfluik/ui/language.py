"""The language that the page is drawn in, and that of what people recorded."""

from django.utils.html import format_html
from django.utils.translation import get_language

# What people write down: letters and decisions are Dutch.
RECORDED = "nl"


def page_language() -> str:
    """`nl` or `en…`; Dutch where nothing was chosen."""
    return get_language() or RECORDED


def recorded(text: str) -> str:
    """What somebody wrote down, said to be Dutch on a page in another language (WCAG 3.1.2)."""
    if not text or page_language() == RECORDED:
        return text
    return format_html('<span lang="{}">{}</span>', RECORDED, text)
