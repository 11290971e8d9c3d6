"""Toezicht: what each role may do and why, straight from the policy in force."""

from collections.abc import Sequence

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from vijfluik.core.access.gate import require
from vijfluik.core.access.matrix import Right, matrix
from vijfluik.core.access.policy import Scope, policy
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import RECORDS_EXPORTED
from vijfluik.core.law.choices import provision_choices
from vijfluik.core.partners.models import Purpose
from vijfluik.site.oversight_tabs import oversight_tabs
from vijfluik.site.rights_file import FORMATS, rights_file
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.marks import for_purpose, fresh_proof
from vijfluik.ui.registers.files import download
from vijfluik.ui.registers.requests import page_number

THING = "mandates"
PAGE = 50


def roles() -> list[tuple[str, str]]:
    """The roles that have any right, by their name."""
    held = {right.role for right in matrix(policy())}
    return sorted(((role.value, str(role.label)) for role in held), key=lambda each: each[1])


def things() -> list[tuple[str, str]]:
    """The things that anybody may do something to, by their name."""
    named = {right.thing for right in matrix(policy())}
    return sorted(((name, thing_name(name)) for name in named), key=lambda each: each[1].casefold())


def acts() -> list[tuple[str, str]]:
    """The acts that the policy knows, reading first."""
    known = {rule.action for rule in policy().rules}
    return [(name, capfirst(str(label))) for name, label in ACTS.items() if name in known]


class RightsFilter(forms.Form):
    """Of which role, about which thing, which act and for what; each may stay empty."""

    rol = forms.ChoiceField(
        label=gettext_lazy("Rol"), required=False, choices=lambda: [("", _("alle")), *roles()]
    )
    onderdeel = forms.ChoiceField(
        label=gettext_lazy("Onderdeel"),
        required=False,
        choices=lambda: [("", _("alle")), *things()],
    )
    handeling = forms.ChoiceField(
        label=gettext_lazy("Handeling"), required=False, choices=lambda: [("", _("alle")), *acts()]
    )
    waarvoor = forms.ChoiceField(
        label=gettext_lazy("Waarvoor"),
        required=False,
        choices=[("", gettext_lazy("alle")), *Purpose.choices],
    )

    def wanted(self) -> dict[str, str]:
        """What `matrix` is asked; everything when the address names what is not there."""
        if not self.is_valid():
            return {}
        chosen = self.cleaned_data
        return {
            "role": chosen["rol"],
            "thing": chosen["onderdeel"],
            "action": chosen["handeling"],
            "purpose": chosen["waarvoor"],
        }


@for_purpose(Purpose.OVERSIGHT)
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """Every right of every role, or those that are asked for, each with its reason and law."""
    require(thing=THING, action="read")
    form = RightsFilter(request.GET or None)
    found = sorted(matrix(policy(), **form.wanted()), key=by_name)
    page = Paginator(found, PAGE).get_page(page_number(request))
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return render(
        request,
        "site/rights.html",
        {
            "page_title": _("Rechten"),
            "navigation_current": "oversight",
            "tabs": oversight_tabs(current="oversight_rights"),
            "version": policy().version,
            "form": form,
            "page": page,
            "table": table_of(list(page.object_list)),
            "files": [
                {
                    "label": name.upper(),
                    "url": reverse("oversight_rights_file", args=[name]) + query,
                }
                for name in FORMATS
            ],
        },
    )


@fresh_proof
@for_purpose(Purpose.OVERSIGHT)
@require_safe
def rights_exported(request: HttpRequest, format: str) -> HttpResponse:  # noqa: A002 - the address' word
    """The same rights as a file."""
    require(thing=THING, action="read")
    if format not in FORMATS:
        raise Http404
    wanted = RightsFilter(request.GET or None).wanted()
    found = sorted(matrix(policy(), **wanted), key=by_name)
    content = rights_file(found, format=format, version=policy().version)
    record(
        action=RECORDS_EXPORTED,
        object_type=THING,
        details={
            "rows": len(found),
            "format": format,
            "filters": sorted(name for name, value in wanted.items() if value),
        },
    )
    return download(
        content=content,
        file_name=f"rechten-{policy().version}.{format}",
        content_type=FORMATS[format],
    )


def thing_name(thing: str) -> str:
    """What a thing is called at the beginning of a row."""
    return capfirst(str(THINGS.get(thing, thing)))


def table_of(rights: Sequence[Right]) -> Table:
    """A row for each thing, role, reach and purpose."""
    titles = {slug: str(title) for slug, title in provision_choices()}
    return Table(
        caption=_("Wie wat mag"),
        columns=[
            Column(label=_("Onderdeel"), row_header=True),
            Column(label=_("Rol")),
            Column(label=_("Mag")),
            Column(label=_("Waar")),
            Column(label=_("Waarvoor")),
            Column(label=_("Waarom")),
            Column(label=_("Grond")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=thing_name(right.thing)),
                    Cell(text=str(right.role.label)),
                    Cell(text=acts_of(right)),
                    Cell(text=reach_of(right.scope)),
                    Cell(text=str(right.purpose.label)),
                    Cell(text=str(right.reason)),
                    Cell(text=law_of(right, titles=titles)),
                ]
            )
            for right in rights
        ],
    )


def by_name(right: Right) -> tuple[str, str]:
    """The order of the rows: by what people call the thing, then the role."""
    return thing_name(right.thing).casefold(), str(right.role.label)


def acts_of(right: Right) -> str:
    """What may be done, in the order in which it usually is: reading first."""
    known = list(ACTS)
    named = sorted(right.actions, key=lambda act: known.index(act) if act in known else len(known))
    return ", ".join(str(ACTS.get(act, act)) for act in named)


def reach_of(scope: Scope) -> str:
    """How widely a right holds, in words."""
    return _("overal") if scope is Scope.ALL else _("eigen organisatie")


def law_of(right: Right, *, titles: dict[str, str]) -> str:
    """The provisions, each leading to its page, and what it rests on beside them."""
    named = [
        format_html('<a href="{}">{}</a>', reverse("law:provision", args=[slug]), titles[slug])
        for slug in right.reason.law
    ]
    if right.reason.rests:
        named.append(format_html("{}", right.reason.rests))
    return format_html_join("; ", "{}", ((each,) for each in named))
