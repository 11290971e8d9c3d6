"""Beheer: mails that could not be sent, for whoever administers accounts."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.notices import queries
from vijfluik.core.notices.models import Mail
from vijfluik.core.partners.models import Purpose
from vijfluik.site.accounts.administration import path_to
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import moment, number
from vijfluik.ui.language import page_language
from vijfluik.ui.marks import for_purpose


@for_purpose(Purpose.ADMINISTRATION)
@require_safe
def unsent(request: HttpRequest) -> HttpResponse:
    """The list, and whether anybody sends at all."""
    found = queries.unsent()
    last = queries.last_round()
    language = page_language()
    return render(
        request,
        "site/notices/unsent.html",
        {
            "page_title": _("Mail die niet aankwam"),
            "intro": _("De berichten zelf staan in het platform; alleen de mail erover kwam niet."),
            "navigation_current": "accounts",
            "breadcrumbs": path_to(_("Mail die niet aankwam")),
            "table": table_of(found) if found else None,
            "mails": bool(settings.EMAIL_HOST),
            "still": queries.stands_still(at=timezone.now()),
            "last": moment(last, language=language) if last else "",
        },
    )


def table_of(found: list[Mail]) -> Table:
    """The mails as a table."""
    return Table(
        caption=_("Mail die niet aankwam, de nieuwste eerst"),
        hide_caption=True,
        columns=[
            Column(label=_("Voor"), row_header=True),
            Column(label=_("Soort")),
            Column(label=_("Gemaakt"), keep=True),
            Column(label=_("Pogingen"), number=True),
            Column(label=_("Waarom niet")),
            Column(label=_("Volgende poging"), keep=True),
        ],
        rows=[Row(cells=cells_of(each)) for each in found],
    )


def cells_of(mail: Mail) -> list[Cell]:
    """One mail."""
    language = page_language()
    again = _("opgegeven")
    if mail.given_up_at is None:
        again = moment(mail.next_try_at, language=language)
    person = mail.professional
    return [
        Cell(text=person.name, url=reverse("account", args=[person.key])),
        Cell(text=mail.get_reason_display()),
        Cell(text=moment(mail.made_at, language=language)),
        Cell(text=number(mail.tries, language=language)),
        Cell(text=mail.get_fault_display()),
        Cell(text=again),
    ]
