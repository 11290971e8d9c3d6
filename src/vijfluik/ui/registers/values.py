"""The values of a record as words, in the language of the page."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst

from vijfluik.core.registers.declaration import Mark, Money, Value
from vijfluik.ui import formatting
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.language import page_language, recorded
from vijfluik.ui.registers.columns import Column


def shown(value: Value, *, full: bool = False) -> str:
    """A value as it stands on a page; empty when there is none.

    Args:
        full: write days in full, as on the record's own page.
    """
    if value is None:
        return ""
    if isinstance(value, Mark):
        return shown_badge(capfirst(str(value.label)), value.tone)
    if isinstance(value, Money):
        return formatting.money(value.cents, language=page_language())
    if isinstance(value, dt.datetime):
        return formatting.moment(value, language=page_language(), seconds=bool(value.second))
    if isinstance(value, dt.date):
        write = formatting.day if full else formatting.short_day
        return write(value, language=page_language())
    if isinstance(value, int):
        return formatting.number(value, language=page_language())
    if isinstance(value, Decimal):
        return formatting.number(value, language=page_language(), decimals=1)
    return str(value)


def listed(record: Any, *, column: Column) -> str:
    """What a record has in a column of a list; empty when there is nothing."""
    text = shown((column.short or column.value)(record))
    return recorded(text) if column.written else text
