"""Berichten: what waits for the reader, each with its way to the record."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from vijfluik.core.notices import actions, queries
from vijfluik.core.notices.models import Notice
from vijfluik.core.partners.acting import Acting
from vijfluik.site.notices.telling import Told, address_of, told
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import day, moment
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.requests import acting_of, offer
from vijfluik.ui.shell import Link


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The list; what was not read first."""
    who = acting_of(request)
    found = told(queries.newest(who), who=who)
    new = [each for each in found if each.notice.read_at is None]
    settings_url = reverse("notices_settings")
    offer(request, Link(label=_("Instellen hoe berichten komen"), url=settings_url))
    return render(
        request,
        "site/notices/notices.html",
        {
            "page_title": _("Berichten"),
            "intro": summary(len(new)) if found else "",
            "navigation_current": "notices",
            "settings_url": settings_url,
            "table": table_of(found) if found else None,
            "new": len(new),
            "trouble": trouble_of(who),
        },
    )


@require_safe
def opened(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """On to what a notice is about; it was read then."""
    found = actions.read(who=acting_of(request), key=key)
    if found is None:
        raise Http404
    return redirect(address_of(found))


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all of them as read."""
    actions.read_all(who=acting_of(request))
    messages.success(request, _("Alle berichten staan op gelezen."))
    return redirect("notices")


def summary(new: int) -> str:
    """How many are new, in one sentence."""
    if not new:
        return _("U heeft alles gelezen.")
    return ngettext("%(new)d nieuw bericht.", "%(new)d nieuwe berichten.", new) % {"new": new}


def trouble_of(who: Acting) -> str:
    """That the reader's last mail could not be sent, and why; empty when it could."""
    mail = queries.own_trouble(who)
    if mail is None:
        return ""
    when = moment(mail.tried_at or mail.made_at, language=page_language())
    return _("De mail van %(moment)s kwam niet aan: %(fault)s.") % {
        "moment": when, "fault": mail.get_fault_display()}  # fmt: skip


def table_of(found: list[Told]) -> Table:
    """The notices as a table."""
    return Table(
        caption=_("Berichten, ongelezen eerst"),
        hide_caption=True,
        columns=[
            Column(label=_("Wat"), row_header=True),
            Column(label=_("Waarover")),
            Column(label=_("Uiterlijk"), keep=True),
            Column(label=_("Sinds"), keep=True),
            Column(label=_("Mail")),
        ],
        rows=[Row(cells=cells_of(each)) for each in found],
    )


def cells_of(each: Told) -> list[Cell]:
    """One notice; a new one says so in a word."""
    language, notice = page_language(), each.notice
    what = each.what
    if notice.read_at is None:
        what = format_html("<strong>{}</strong> ({})", each.what, _("nieuw"))
    return [
        Cell(text=what, url=reverse("notices_open", args=[notice.key])),
        Cell(text=each.about),
        Cell(text=day(notice.due_on, language=language) if notice.due_on else ""),
        Cell(text=moment(notice.made_at, language=language)),
        Cell(text=mail_words(notice)),
    ]


def mail_words(notice: Notice) -> str:
    """What became of the mail about it."""
    mail = notice.mail
    if mail is None:
        # The two words stay on one line; a longer answer may wrap.
        return _("geen mail").replace(" ", "\N{NO-BREAK SPACE}")
    if mail.sent_at is not None:
        return _("verstuurd %(moment)s") % {
            "moment": moment(mail.sent_at, language=page_language())}  # fmt: skip
    if mail.given_up_at is not None:
        return _("niet aangekomen")
    late = mail.fault or timezone.now() > mail.next_try_at
    return _("wacht op een nieuwe poging") if late else _("wordt verstuurd")
