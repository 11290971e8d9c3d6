"""Toezicht: what each role may do, straight from the policy in force."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import require
from vijfluik.core.access.matrix import Right, matrix
from vijfluik.core.access.policy import Scope, policy
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.partners.models import Purpose
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.marks import for_purpose


def roles() -> list[tuple[str, str]]:
    """The roles that have any right, by their name."""
    held = {right.role for right in matrix(policy())}
    return sorted(((role.value, str(role.label)) for role in held), key=lambda each: each[1])


def things() -> list[tuple[str, str]]:
    """The things that anybody may do something to, by their name."""
    named = {right.thing for right in matrix(policy())}
    return sorted(((name, thing_name(name)) for name in named), key=lambda each: each[1].casefold())


class RightsFilter(forms.Form):
    """Of which role, and about which thing; each may stay empty."""

    rol = forms.ChoiceField(
        label=gettext_lazy("Rol"), required=False, choices=lambda: [("", _("alle")), *roles()]
    )
    onderdeel = forms.ChoiceField(
        label=gettext_lazy("Onderdeel"),
        required=False,
        choices=lambda: [("", _("alle")), *things()],
    )

    def wanted(self) -> dict[str, str]:
        """What `matrix` is asked; everything when the address names what is not there."""
        if not self.is_valid():
            return {}
        return {"role": self.cleaned_data["rol"], "thing": self.cleaned_data["onderdeel"]}


@for_purpose(Purpose.OVERSIGHT)
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """Every right of every role, or those of one role or about one thing."""
    require(thing="mandates", action="read")
    form = RightsFilter(request.GET or None)
    return render(
        request,
        "site/rights.html",
        {
            "page_title": _("Rechten"),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight_rights"),
            "version": policy().version,
            "form": form,
            "table": table_of(matrix(policy(), **form.wanted())),
        },
    )


def thing_name(thing: str) -> str:
    """What a thing is called at the beginning of a row."""
    return capfirst(str(THINGS.get(thing, thing)))


def table_of(found: list[Right]) -> Table:
    """A row for each thing, role, reach and purpose."""
    ordered = sorted(found, key=by_name)
    return Table(
        caption=_("Wie wat mag"),
        columns=[
            Column(label=_("Onderdeel"), row_header=True),
            Column(label=_("Rol")),
            Column(label=_("Mag")),
            Column(label=_("Waar")),
            Column(label=_("Waarvoor")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=thing_name(right.thing)),
                    Cell(text=str(right.role.label)),
                    Cell(text=acts_of(right)),
                    Cell(text=reach_of(right.scope)),
                    Cell(text=str(right.purpose.label)),
                ]
            )
            for right in ordered
        ],
    )


def by_name(right: Right) -> tuple[str, str]:
    """The order of the rows: by what people call the thing, then the role."""
    return thing_name(right.thing).casefold(), str(right.role.label)


def acts_of(right: Right) -> str:
    """What may be done, in the order in which it usually is: reading first."""
    known = list(ACTS)
    acts = sorted(right.actions, key=lambda act: known.index(act) if act in known else len(known))
    return ", ".join(str(ACTS.get(act, act)) for act in acts)


def reach_of(scope: Scope) -> str:
    """How widely a right holds, in words."""
    return _("overal") if scope is Scope.ALL else _("eigen organisatie")
