"""What the page of a training tells beside what every register tells."""

import datetime as dt

from django.utils.translation import gettext as _

from vijfluik.core.registers.reading import Detail
from vijfluik.programme.trainings.queries import taught
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.pages import records


def _content(found: Detail) -> list[tuple[str, str]]:
    """The version of the content that was taught."""
    version = taught(found.record)
    if version is None:
        return []
    since = day(version.valid_from, language=page_language())
    text = _("versie %(number)d, geldig vanaf %(day)s: %(summary)s") % {
        "number": version.number,
        "day": since,
        "summary": version.summary,
    }
    return [(_("Inhoud"), text), *_weighed(version.balance_reviewed_on)]


def _weighed(on: dt.date | None) -> list[tuple[str, str]]:
    if on is None:
        return []
    return [(_("Evenwichtigheid beoordeeld op"), day(on, language=page_language()))]


detail = records.detail(REGISTER, extra=_content)
