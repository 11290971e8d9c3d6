"""Support per municipality: the same questions for each, side by side with comparable ones."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Organisation
from vijfluik.core.partners.municipalities import untied
from vijfluik.core.partners.queries import today
from vijfluik.programme.grants.pages.money import said
from vijfluik.programme.grants.queries.amounts import Amount
from vijfluik.programme.municipalities.deviations.register import DEVIATIONS
from vijfluik.programme.municipalities.models import Deviation
from vijfluik.programme.municipalities.support.deviations import (
    deviations_by_code,
    deviations_of,
)
from vijfluik.programme.municipalities.support.letters import letters_about
from vijfluik.programme.municipalities.support.plans import plans_of
from vijfluik.programme.municipalities.support.queries import (
    THING,
    Comparable,
    Part,
    Support,
    by_name,
    support,
    support_of,
)
from vijfluik.programme.partnerships.registers import PARTNERSHIPS
from vijfluik.ui.components.actions import Tab
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import NO_VALUE, money, number
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.registers.values import shown
from vijfluik.ui.shell import Link

FIRST_YEAR = 2017
Numbers = Mapping[str, int | None]


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All municipalities that the reader may see, by name: an order that says nothing of them."""
    year = year_asked(request)
    found = support(year=year)
    if len(found) == 1:
        # A municipality has nobody to choose from.
        return redirect(_address(found[0].code, year=year))
    otherwise = deviations_by_code(year=year)
    context = {
        "untied": _untied(acting_of(request)),
        "page_title": _("Steun per gemeente"),
        "panel": Panel.VOORKOMEN,
        "intro": _intro(),
        "years": years_to_choose(reverse("municipalities:support"), year=year),
        "table": Table(
            caption=_("Steun per gemeente, %(year)d") % {"year": year},
            hide_caption=True,
            columns=[
                Column(label=_("Gemeente"), row_header=True),
                Column(label=_("Rol in dit jaar")),
                Column(label=_("Toegekend"), number=True),
                Column(label=_("Bereikt door"), number=True),
                Column(label=_("Adviesvragen"), number=True),
                Column(label=_("Trainingen"), number=True),
                Column(label=_("Plannen"), number=True),
                Column(label=_("Afwijkingen"), number=True),
            ],
            rows=[
                _row(each, year=year, otherwise=otherwise.get(each.code, 0))
                for each in by_name(found)
            ],
        ),
    }
    return render(request, "municipalities/every.html", context)


def _untied(who: Acting) -> Sequence[Organisation]:
    """The organisations whose municipality nobody said, for who sees every municipality."""
    if not reach(who=who, thing=THING, action="read").everywhere:
        return []
    return untied()


def _row(each: Support, *, year: int, otherwise: int) -> Row:
    return Row(
        cells=[
            Cell(text=each.name, url=_address(each.code, year=year)),
            Cell(text=capfirst(str(each.part.label))),
            Cell(text=_money(each.numbers)),
            *(
                Cell(text=_count(each.numbers[name]))
                for name in ("reached", "asked", "held", "plans")
            ),
            Cell(text=_count(otherwise)),
        ]
    )


def _address(code: str, *, year: int) -> str:
    return f"{reverse('municipalities:support_of', args=[code])}?{urlencode({'jaar': year})}"


@require_safe
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality, and beside each answer the sum over those comparable to it."""
    year = year_asked(request)
    own, others = support_of(year=year, code=code)
    if own is None:
        raise Http404
    who = acting_of(request)
    plans = plans_of(who=who, organisation=own.organisation, year=year)
    otherwise = deviations_of(code=code, year=year)
    title = _("Steun aan %(name)s") % {"name": own.name}
    context = {
        "page_title": title,
        "panel": Panel.VOORKOMEN,
        "breadcrumbs": [
            Link(label=_("Steun per gemeente"), url=reverse("municipalities:support")),
            Link(label=title),
        ],
        "intro": _intro(),
        "years": years_to_choose(reverse("municipalities:support_of", args=[code]), year=year),
        "criterion": _criterion(own.part, others=others),
        "table": _table(own, others=others, year=year),
        "plans": _plans(plans),
        "deviations": _deviations(otherwise, linked=_reads_deviations(who)),
        "none_deviates": _("Deze gemeente wordt in %(year)d behandeld zoals vergelijkbare.")
        % {"year": year},
        "deviate_url": _deviate(who, code=code),
    }
    return render(request, "municipalities/one.html", context)


def _plans(plans: Sequence[Any]) -> Table | None:
    """The plans by name, each with its goals and the day on which it ends or is looked at again."""
    if not plans:
        return None
    return Table(
        caption=_("Plannen"),
        hide_caption=True,
        columns=[
            Column(label=_("Plan"), row_header=True),
            Column(label=_("Stand"), keep=True),
            Column(label=_("Loopt tot en met, of opnieuw bekijken op"), keep=True),
            Column(label=_("Doelen"), number=True),
            Column(label=_("Daarvan bereikt"), number=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=each.name, url=reverse("partnerships:detail", args=[each.key])),
                    Cell(text=shown(PARTNERSHIPS.standing(each))),
                    Cell(text=shown(each.ends_on or each.review_on)),
                    Cell(text=_count(each.goals)),
                    Cell(text=_count(each.goals_reached)),
                ]
            )
            for each in plans
        ],
    )


def _reads_deviations(who: Acting) -> bool:
    return not reach(who=who, thing=DEVIATIONS.thing, action="read").nowhere


def _deviate(who: Acting, *, code: str) -> str:
    """Where a deviation is recorded, for who may; empty for everybody else."""
    if reach(who=who, thing=DEVIATIONS.thing, action="create").nowhere:
        return ""
    return f"{reverse('deviations:create')}?{urlencode({'place': code})}"


def _deviations(found: Sequence[Deviation], *, linked: bool) -> list[dict[str, object]]:
    """What is otherwise, with the reasons in full and the letters about it; a link to the record
    for who may open the register.
    """
    letters = letters_about([each.key for each in found])
    return [
        {
            "difference": each.difference,
            "url": reverse("deviations:detail", args=[each.key]) if linked else "",
            "standing": shown(DEVIATIONS.standing(each)),
            "question": capfirst(each.get_question_display()),
            "ground": capfirst(each.get_ground_display()),
            "reasons": each.reasons,
            "ended": shown(each.ended_on) if each.ended_on else "",
            "review": shown(each.review_on),
            "letters": letters.get(each.key, ()),
        }
        for each in found
    ]


def _intro() -> str:
    return _(
        "Voor elke gemeente dezelfde vragen en dezelfde maatstaf. Dit zijn aantallen en bedragen; "
        "ze zeggen niet of een gemeente het goed of slecht doet."
    )


def _criterion(part: Part, *, others: Comparable | None) -> str:
    """By what this municipality is comparable to how many others."""
    if others is None:
        return _(
            "In dit jaar: %(part)s. Er zijn minder dan drie andere gemeenten met deze rol; hun "
            "bedragen samen zouden te veel zeggen over één gemeente."
        ) % {"part": part.label}
    counted = ngettext("%(count)d andere gemeente", "%(count)d andere gemeenten", others.others)
    return _("In dit jaar: %(part)s. Vergelijkbaar zijn %(others)s met dezelfde rol.") % {
        "part": part.label,
        "others": counted % {"count": others.others},
    }


def _questions() -> list[tuple[str, str]]:
    """The questions, the same for every municipality, each with what answers it."""
    return [
        ("awards", _("Geld: toekenningen als trekker")),
        ("awarded", _("Geld: toegekend als trekker")),
        ("reached", _("Geld: bereikt door toekenningen van een ander")),
        ("asked", _("Advies: gevraagd door de gemeente")),
        ("answered", _("Advies: daarvan afgerond")),
        ("held", _("Trainingen: gegeven in de gemeente")),
        ("seats", _("Trainingen: deelnemers")),
        ("plans", _("Plannen: lopend in dit jaar")),
        ("goals", _("Plannen: doelen")),
        ("goals_reached", _("Plannen: daarvan bereikt")),
    ]


def _table(own: Support, *, others: Comparable | None, year: int) -> Table:
    return Table(
        caption=_("%(name)s en vergelijkbare gemeenten, %(year)d")
        % {"name": own.name, "year": year},
        hide_caption=True,
        columns=[
            Column(label=_("Vraag"), row_header=True),
            Column(label=own.name, number=True),
            Column(label=_("Vergelijkbare gemeenten samen"), number=True),
            Column(label=_("Gemiddeld per gemeente"), number=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=question),
                    Cell(text=_said(name, own.numbers)),
                    Cell(text=_said(name, others.numbers) if others else NO_VALUE),
                    Cell(text=_mean(name, others) if others else NO_VALUE),
                ]
            )
            for name, question in _questions()
        ],
    )


def _said(name: str, numbers: Numbers) -> str:
    return _money(numbers) if name == "awarded" else _count(numbers[name])


def _mean(name: str, others: Comparable) -> str:
    """The sum over the others by their number; an amount that is not whole has no mean."""
    total, language = others.numbers[name], page_language()
    if total is None or (name == "awarded" and others.numbers["unstated"]):
        return NO_VALUE
    if name == "awarded":
        return money(round(total / others.others / 100) * 100, language=language)
    return number(Decimal(total) / others.others, language=language, decimals=1)


def _money(numbers: Numbers) -> str:
    return said(Amount(cents=numbers["awarded"], unstated=numbers["unstated"] or 0))


def _count(value: int | None) -> str:
    return NO_VALUE if value is None else number(value, language=page_language())


def year_asked(request: HttpRequest) -> int:
    """The year asked for; the latest for what is none."""
    asked = request.GET.get("jaar", "")
    known = {str(year): year for year in range(FIRST_YEAR, today().year + 1)}
    return known.get(asked, today().year)


def years_to_choose(address: str, *, year: int) -> list[Tab]:
    """The years as tabs, the latest first."""
    return [
        Tab(label=str(each), url=f"{address}?{urlencode({'jaar': each})}", current=each == year)
        for each in range(today().year, FIRST_YEAR - 1, -1)
    ]
