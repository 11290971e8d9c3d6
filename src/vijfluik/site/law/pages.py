"""Recht: the overview, and the page of a provision."""

from collections.abc import Sequence
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.law import queries
from vijfluik.core.law.dependants import dependants
from vijfluik.core.law.in_force import Known, State, known_on, lapsing
from vijfluik.core.law.provision import ProvisionVersion, in_language
from vijfluik.core.law.vocabulary import Claim
from vijfluik.site.law import tables
from vijfluik.site.law.asked import Asked, asked
from vijfluik.site.law.reckoning import reckoning
from vijfluik.site.law.words import kind_words, standing_badge, state_words, validity
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language
from vijfluik.ui.shell import Link

# What a practice or a relation between acts has in place of an article.
NO_ARTICLE = "–"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is in force on a day as known on a day, by act, and what lapses when."""
    days = asked(request)
    known = queries.known(on=days.known)
    rule = request.GET.get("regel", "").strip().upper()
    found = [each for each in known.values() if rule in ("", each.parts[0].rule)]
    return render(
        request,
        "site/law/overview.html",
        {
            "page_title": _("Recht"),
            "intro": _("Wat op een dag geldt, zoals toen bekend was; en wat wanneer vervalt."),
            "navigation_current": "law",
            "days": days,
            "said": said(days),
            "summary": summary(found, days=days),
            "acts": [] if days.faults else acts(found, days=days),
            "lapsing": None if days.faults else lapsing_of(found, days=days),
            "rule": rule,
            "unknown_rule": bool(rule) and not found,
        },
    )


def acts(found: Sequence[Known], *, days: Asked) -> list[dict[str, object]]:
    """A table per act, in the order of the data."""
    grouped = groupby(
        sorted(found, key=lambda each: each.parts[0].act.short),
        key=lambda each: each.parts[0].act,
    )
    shown = []
    for act, provisions in grouped:
        listed = sorted(provisions, key=lambda each: in_order(each.slug))
        shown.append(
            {
                "key": act.slug,
                "short": act.short,
                "name": act.name(page_language()),
                "identifier": act.identifier,
                "table": tables.act_table(listed, days=days),
            }
        )
    return shown


def in_order(slug: str) -> list[tuple[int, str]]:
    """A key that sorts articles by their numbers: `avg-5` before `avg-10`."""
    return [(int(part) if part.isdigit() else 0, part) for part in slug.split("-")]


def lapsing_of(found: Sequence[Known], *, days: Asked) -> object:
    """The table of what lapses after the day; None when no end is known."""
    ending = lapsing(found, after=days.on)
    return tables.lapsing_table(ending, days=days) if ending else None


def said(days: Asked) -> str:
    """The two days in a sentence."""
    language = page_language()
    return _("Op %(on)s, zoals bekend op %(known)s.") % {
        "on": day(days.on, language=language),
        "known": day(days.known, language=language),
    }


def summary(found: Sequence[Known], *, days: Asked) -> list[tuple[str, str]]:
    """How many provisions are law on the day, and of how many nobody recorded it."""
    counted = tables.count_by_state(found, days=days)
    return [
        (state_words(state).capitalize(), str(counted[state]))
        for state in State
        if counted[state] or state == State.IN_FORCE
    ]


@require_safe
def provision(request: HttpRequest, slug: str) -> HttpResponse:
    """A provision: its text on the day, standing, terms, versions, and what rests on it."""
    versions = queries.provision(slug)
    days = asked(request)
    known = known_on(versions, day=days.known).get(slug)
    shown = versions[0] if known is None else known.shown(days.on)
    language = page_language()
    return render(
        request,
        "site/law/provision.html",
        {
            "page_title": in_language(shown.title, language),
            "intro": place_of(shown),
            "navigation_current": "law",
            "days": days,
            "said": said(days),
            "unknown": known is None,
            "state": "" if known is None else state_words(known.state(days.on)),
            "in_force": known is not None and known.state(days.on) == State.IN_FORCE,
            "version": shown,
            "text": in_language(shown.text, language),
            "note": in_language(shown.note, language),
            "facts": facts(shown),
            "asks_term": Claim.TERM in shown.claims - shown.carries,
            "carries_less": bool(shown.claims - shown.carries),
            "reckoning": reckoning(request, shown),
            "dependants": [
                {"kind": kind_words(each.kind), "name": each.name(language), "url": each.url}
                for each in dependants(shown)
            ],
            "versions": tables.version_table(
                versions, current=[] if known is None else [shown.key]
            ),
            "breadcrumbs": [
                Link(label=_("Recht"), url=reverse("law:overview") + days.query()),
                Link(label=in_language(shown.title, language)),
            ],
        },
    )


def place_of(version: ProvisionVersion) -> str:
    """Where it stands: the act and the article; the act alone for what stands in no article."""
    if version.article == NO_ARTICLE:
        return version.act.short
    return f"{version.act.short}, {_('artikel')} {version.article}"


def facts(version: ProvisionVersion) -> list[tuple[str, str]]:
    """What is known about the text itself."""
    language = page_language()
    confirmation = version.confirmation
    found = [
        (_("Regeling"), version.act.name(language)),
        (_("Kenmerk van de regeling"), version.act.identifier or _("geen")),
        (_("Geldig"), validity(version)),
        (_("Bekend vanaf"), day(version.known_from, language=language)),
        (_("Stand"), standing_badge(version)),
        (_("Herkomst"), str(version.certainty.label)),
        (_("Bron"), in_language(version.source, language)),
        (_("Kenmerk"), version.slug),
    ]
    if version.rule:
        found.append((_("Regel in de tabel"), version.rule))
    if confirmation is not None:
        found.insert(
            5,
            (
                _("Bevestigd door"),
                _("%(first)s en %(second)s, op %(day)s")
                % {
                    "first": confirmation.by[0],
                    "second": confirmation.by[1],
                    "day": day(confirmation.on, language=language),
                },
            ),
        )
    carried = ", ".join(str(claim.label) for claim in sorted(version.carries))
    found.append((_("Draagt"), carried or _("niets: niet bevestigd of alleen ter informatie")))
    return found
