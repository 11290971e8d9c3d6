"""Rapportages: what was published first, then what one may read beforehand, then working texts."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.accountability.releases.access import OBJECT, OPENED, open_releases
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.releases.queries import admitted_to, successors
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.reports.actions import THING
from vijfluik.accountability.reports.library import report_named, reports
from vijfluik.accountability.reports.pages import EDITIONS, language_asked
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import listing
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.acting import Acting
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.requests import acting_of

# As in the addresses of the reading page; one page of them is enough for years.
MOST = 50


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """The releases that the reader may read, and the texts that makers work on."""
    who, language = acting_of(request), language_asked(request)
    with listing(thing=OPENED, object_type=OBJECT) as shown:
        published = list(open_releases()[:MOST])
        early = admitted_to(who=who)
        shown.showed(each.key for each in (*published, *early))
    later = successors(published)
    makes = not reach(who=who, thing=RELEASES.thing, action="read").nowhere
    return render(
        request,
        "releases/list.html",
        {
            "page_title": _("Rapportages"),
            "intro": _(
                "Een rapportage is een tekst waarin elk getal is berekend. Een uitgave ligt vast op"
                " één moment en verandert daarna niet meer."
            ),
            "published": [_card(each, language=language, later=later) for each in published],
            "early": [_card(each, language=language, later={}) for each in early],
            "makes": makes,
            "releases_url": reverse("releases:list") if makes else "",
            "create_url": reverse("releases:create") if makes else "",
            "texts": _texts(language) if _reads_texts(who) else [],
        },
    )


def _card(
    release: Release, *, language: Language, later: Mapping[object, Release]
) -> dict[str, object]:
    report = report_named(release.report)
    rectified_by = later.get(release.key)
    return {
        "url": reverse("released:release", args=[release.key]),
        "title": report.title.in_language(language),
        "subject": report.subject.in_language(language),
        "publisher": report.publisher.in_language(language),
        "reference": release.reference,
        "as_of": formatting.moment(release.as_of, language=page_language()),
        "embargo": ""
        if release.embargo_until is None
        else formatting.moment(release.embargo_until, language=page_language()),
        "rectified_by": rectified_by.reference if rectified_by else "",
        "rectifies": release.predecessor_id is not None,
    }


def _reads_texts(who: Acting) -> bool:
    return not reach(who=who, thing=THING, action="read").nowhere


def _texts(language: Language) -> list[dict[str, object]]:
    return [
        {
            "url": reverse("reports:report", args=[each.slug]),
            "title": each.title.in_language(language),
            "subject": each.subject.in_language(language),
            "publisher": each.publisher.in_language(language),
            "figures": len(each.figures),
            "editions": ", ".join(EDITIONS[edition] for edition in each.prose),
        }
        for each in reports().values()
    ]
