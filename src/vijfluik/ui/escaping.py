"""Escaping text for HTML where there is much of it: the cells of tables, lists to choose from."""

from html import escape


def escaped(text: object) -> str:
    """Text as HTML; what is HTML already stays as it is.

    As Django's `conditional_escape`, whose preparation for lazy text takes most of its time.
    """
    return str(text) if hasattr(text, "__html__") else escape(str(text))
