"""The list of a register, its files and its help."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.registers.declaration import Register, Text
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.filtering import SEARCH, Wanted, wanted_from
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.references import OtherRecord
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.reading import record_list
from vijfluik.ui.marks import fresh_proof
from vijfluik.ui.registers.addresses import SORT, with_query
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.files import download
from vijfluik.ui.registers.forms import FilterForm
from vijfluik.ui.registers.helping import help_page
from vijfluik.ui.registers.listing import Offer, list_page
from vijfluik.ui.registers.requests import acting_of, offer, page_number
from vijfluik.ui.registers.sought import asked_by
from vijfluik.ui.registers.views import View
from vijfluik.ui.shell import Link


def listed(register: Register, *, beside: Sequence[tuple[Text, str]] = ()) -> View:
    """The records that the reader may see and asks for.

    Args:
        beside: other pages over the same records, as label and name of the address.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest) -> HttpResponse:
        who = acting_of(request)
        form, wanted = asked_for(request, register=register)
        page = record_list(
            register,
            who=who,
            wanted=wanted,
            sort=request.GET.get(SORT, ""),
            page=page_number(request),
        )
        may_export = not reach(who=who, thing=register.thing, action="export").nowhere
        offers = offers_of(request, register=register)
        offers += [Offer(label=str(label), url=reverse(name)) for label, name in beside]
        offer(request, *(Link(label=each.label, url=each.url) for each in offers))
        answer = list_page(
            request,
            register=register,
            page=page,
            form=form,
            first=(SEARCH, *(each.word for each in register.filters if each.first)),
            offers=offers,
            lookups=lookups_for(register, rows=page.object_list),
            more=page.more,
            exports=may_export and not (register.persons and wanted.search),
        )
        if request.method == "POST":
            # What htmx shows in the address bar, so that the way back leads here.
            answer.headers["HX-Push-Url"] = with_query(request.path, request.GET.urlencode())
        return answer

    return view


def offers_of(request: HttpRequest, *, register: Register) -> list[Offer]:
    """What can be begun here."""
    who = acting_of(request)

    def may(action: str) -> bool:
        return not reach(who=who, thing=register.thing, action=action).nowhere

    offers = []
    if may("create"):
        offers.append(
            Offer(
                label=str(register.words.new),
                url=reverse(f"{register.thing}:create"),
                icon="add",
                kind="primary",
            )
        )
    if register.filed and may("import"):
        url = reverse(f"{register.thing}:import")
        offers.append(Offer(label=_("Bestand inlezen"), url=url, icon="file"))
    return offers


def lookups_for(register: Register, *, rows: Any) -> Lookups:
    """The names of what these records refer to in other registers: one query for each of those."""
    lookups = Lookups()
    for kind in kinds_of(register).values():
        if isinstance(kind, OtherRecord):
            lookups.fetch(kind.target, keys=[getattr(row, kind.column) for row in rows])
    return lookups


def exported(register: Register) -> View:
    """The list as a file, with the same filters and order."""

    @fresh_proof
    @require_safe
    def view(request: HttpRequest, format: str) -> HttpResponse:  # noqa: A002 - the address' word
        try:
            chosen = ExportFormat(format)
        except ValueError as error:
            raise Http404 from error
        _form, wanted = asked_for(request, register=register)
        file = export_records(
            register,
            who=acting_of(request),
            format=chosen,
            wanted=wanted,
            sort=request.GET.get(SORT, ""),
        )
        return download(
            content=file.content, file_name=file.file_name, content_type=file.content_type
        )

    return view


def helped(register: Register) -> View:
    """What the register is and how to work with it."""

    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        require_somewhere(thing=register.thing, action="read")
        return help_page(request, register=register)

    return view


def asked_for(request: HttpRequest, *, register: Register) -> tuple[forms.Form, Wanted]:
    """The filters in the address; one that makes no sense narrows nothing and says so."""
    # An address that somebody kept with words of the programme works; with those of people never.
    asked = asked_by(request, who=acting_of(request), plain=not register.persons)
    form = capitalised(FilterForm(asked, register=register))
    form.is_valid()
    return form, wanted_from(register, cleaned=form.cleaned_data)
