"""The edition and the strategy of a day in words, for every page that is of a day."""

import datetime as dt

from django.utils.html import format_html
from django.utils.translation import gettext as _

from vijfluik.programme.publications.in_force import InForce, in_force
from vijfluik.programme.publications.models import Edition
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language


def of_day(on: dt.date) -> list[tuple[str, str]]:
    """What held on a day, as label and text: two facts, empty for one that is not known."""
    return words_of(in_force(on=on))


def words_of(found: InForce) -> list[tuple[str, str]]:
    """The two facts."""
    return [
        (_("Dreigingsbeeld van die dag"), _threat(found.threat)),
        (_("Strategie van die dag"), _strategy(found.strategy)),
    ]


def _threat(edition: Edition | None) -> str:
    """Its name, the level that it states itself, and when it appeared."""
    if edition is None or edition.published_on is None:
        return ""
    since = _("verschenen %(day)s") % {"day": _day(edition.published_on)}
    if not edition.level:
        return format_html("{} ({})", edition.title, since)
    level = _("niveau %(level)s") % {"level": edition.get_level_display()}
    return format_html("{} ({}, {})", edition.title, level, since)


def _strategy(edition: Edition | None) -> str:
    """Its name and its term."""
    if edition is None or edition.valid_from is None:
        return ""
    if edition.valid_until is None:
        since = _("geldt sinds %(day)s") % {"day": _day(edition.valid_from)}
        return format_html("{} ({})", edition.title, since)
    return format_html(
        "{} ({} – {})", edition.title, _day(edition.valid_from), _day(edition.valid_until)
    )


def _day(on: dt.date) -> str:
    return day(on, language=page_language())
