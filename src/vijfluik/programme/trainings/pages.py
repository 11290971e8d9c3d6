"""What the page of a training tells beside what every register tells."""

import datetime as dt

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.registers.reading import Detail
from vijfluik.programme.trainings.queries import taught
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.vocabulary import State
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.pages import lists, records


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
    told = [(_("Inhoud"), text), *_weighed(version.balance_reviewed_on)]
    if version.human_rights:
        told.append((_("Deel over mensenrechten"), version.human_rights))
    return told


def _weighed(on: dt.date | None) -> list[tuple[str, str]]:
    if on is None:
        return []
    return [(_("Evenwichtigheid beoordeeld op"), day(on, language=page_language()))]


def _evaluating(found: Detail) -> SafeString:
    """The way to the form for participants, and to adding its answers up."""
    if found.record.state not in (State.PLANNED, State.HELD):
        return SafeString("")
    counts = found.correctable and found.record.state == State.HELD
    context = {"training": found.record, "counts": counts}
    return render_to_string("trainings/evaluating.html", context)


detail = records.detail(REGISTER, extra=_content, below=_evaluating)
listed = lists.listed(REGISTER, beside=((gettext_lazy("Aanbod"), "trainings:offer"),))
