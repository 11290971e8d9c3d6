"""The list of trainings, its files and its help."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import require_somewhere
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.by_item import ItemFilter
from vijfluik.programme.trainings.exporting import ExportFormat, export_trainings
from vijfluik.programme.trainings.queries import training_list
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.terms import terms
from vijfluik.ui.registers.addresses import SORT
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.files import download
from vijfluik.ui.registers.helping import help_page
from vijfluik.ui.registers.listing import Offer, list_page
from vijfluik.ui.registers.requests import acting_of, offer, page_number
from vijfluik.ui.shell import Link

FIRST = ("zoek", "stand", "jaar", "aanbieder")


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The trainings that the reader may see and asks for."""
    who = acting_of(request)
    form, filters = asked_for(request)
    page = training_list(
        who=who, filters=filters, sort=request.GET.get(SORT, ""), page=page_number(request)
    )

    def may(action: str) -> bool:
        return not reach(who=who, thing=THING, action=action).nowhere

    offers = []
    if may("create"):
        offers.append(
            Offer(label=_("Nieuwe training"), url=reverse("trainings:create"), icon="add",
                  kind="primary")
        )  # fmt: skip
    if may("import"):
        offers.append(
            Offer(label=_("Bestand inlezen"), url=reverse("trainings:import"), icon="file")
        )
    offer(request, *(Link(label=each.label, url=each.url) for each in offers))
    return list_page(
        request,
        register=REGISTER,
        page=page,
        form=form,
        first=FIRST,
        offers=offers,
        more=page.more,
        exports=may("export"),
    )


@require_safe
def exported(request: HttpRequest, format: str) -> HttpResponse:  # noqa: A002 - the address' word
    """The list as a file, with the same filters and order."""
    try:
        chosen = ExportFormat(format)
    except ValueError as error:
        raise Http404 from error
    _form, filters = asked_for(request)
    file = export_trainings(
        who=acting_of(request),
        format=chosen,
        filters=filters,
        sort=request.GET.get(SORT, ""),
    )
    return download(content=file.content, file_name=file.file_name, content_type=file.content_type)


@require_safe
def helped(request: HttpRequest) -> HttpResponse:
    """What the register is and how to work with it."""
    require_somewhere(thing=THING, action="read")
    return help_page(request, register=REGISTER, terms=terms())


def asked_for(request: HttpRequest) -> tuple[forms.Form, ItemFilter]:
    """The filters in the address; one that makes no sense narrows nothing and says so."""
    form = capitalised(REGISTER.filters(request.GET))
    form.is_valid()
    return form, ItemFilter.from_form(form.cleaned_data)
