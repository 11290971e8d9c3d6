"""`{% load ui %}`: all components, and the formatting of values in the language of the page."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import get_language

from vijfluik.ui import formatting, language
from vijfluik.ui.components import (
    actions,
    figures,
    history,
    imports,
    notices,
    painting,
    tables,
)
from vijfluik.ui.components.library import register

# Named so that the modules are loaded and their tags registered.
COMPONENT_MODULES = (actions, figures, history, imports, notices, painting, tables)

__all__ = ["register"]


def page_language() -> str:
    """The language of the page that is being rendered; Dutch when none is active."""
    return get_language() or "nl"


@register.filter
def recorded(text: str) -> str:
    """{{ event.reason|recorded }}: said to be Dutch on a page in another language."""
    return language.recorded(text)


@register.filter
def number(value: int | float | Decimal | None, decimals: int = 0) -> str:
    """{{ value|number }} or {{ value|number:1 }}: "4.823"; no value gives a dash."""
    if value is None:
        return formatting.NO_VALUE
    return formatting.number(value, language=page_language(), decimals=decimals)


@register.filter
def signed(value: int | float | Decimal, decimals: int = 0) -> str:
    """{{ value|signed }}: "+54" or "−54"."""
    return formatting.signed(value, language=page_language(), decimals=decimals)


@register.filter
def percentage(share: int | float | Decimal | None, decimals: int = 0) -> str:
    """{{ share|percentage }}: 0.63 gives "63%"; no value gives a dash."""
    if share is None:
        return formatting.NO_VALUE
    return formatting.percentage(share, language=page_language(), decimals=decimals)


@register.filter
def money(cents: int | None) -> str:
    """{{ cents|money }}: euros, given in cents; no value gives a dash."""
    if cents is None:
        return formatting.NO_VALUE
    return formatting.money(cents, language=page_language())


@register.filter
def day(value: date | None) -> str:
    """{{ value|day }}: "15 april 2019"; no value gives a dash."""
    return formatting.NO_VALUE if value is None else formatting.day(value, language=page_language())


@register.filter
def short_day(value: date | None) -> str:
    """{{ value|short_day }}: "15 apr 2019"; no value gives a dash."""
    if value is None:
        return formatting.NO_VALUE
    return formatting.short_day(value, language=page_language())


@register.filter
def moment(value: datetime | None) -> str:
    """{{ value|moment }}: "15 april 2019, 14:05" in Amsterdam; no value gives a dash."""
    if value is None:
        return formatting.NO_VALUE
    return formatting.moment(value, language=page_language())


@register.filter
def exact_moment(value: datetime | None) -> str:
    """{{ value|exact_moment }}: with seconds, for journal and receipts; no value gives a dash."""
    if value is None:
        return formatting.NO_VALUE
    return formatting.moment(value, language=page_language(), seconds=True)


@register.filter
def due(value: date, today: date) -> str:
    """{{ task.due|due:today }}: "vandaag", "over 3 dagen", "2 dagen te laat"."""
    return formatting.days_until(value, today=today, language=page_language())


@register.filter
def file_size(size: int) -> str:
    """{{ file.size|file_size }}: "12 kB"."""
    return formatting.file_size(size, language=page_language())
