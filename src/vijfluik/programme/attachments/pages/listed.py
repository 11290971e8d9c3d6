"""The list of documents over all records, with its search."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments.finding import FoundDocuments, Sought, find_documents
from vijfluik.programme.attachments.models import LINKS
from vijfluik.programme.attachments.telling import standing_of, who_reads
from vijfluik.programme.attachments.vocabulary import Origin
from vijfluik.ui import formatting
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.forms import SearchInput, choosing
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.addresses import SEARCH, active_filters, with_query
from vijfluik.ui.registers.requests import acting_of, page_number
from vijfluik.ui.registers.sought import LONGEST, asked_by
from vijfluik.ui.registers.values import shown

ALL = ("", gettext_lazy("alle"))
ORIGINS = {"geplaatst": Origin.BROUGHT, "brieven": Origin.LETTER}
WHOSE = {"gedeeld": "shared", "eigen": "own"}


class SoughtForm(forms.Form):
    """What to look for; each field may stay empty."""

    zoek = forms.CharField(
        label=gettext_lazy("Zoek"), required=False, max_length=LONGEST, widget=SearchInput
    )
    bij = forms.ChoiceField(label=gettext_lazy("Bij"), required=False)
    soort = forms.ChoiceField(
        label=gettext_lazy("Soort"), required=False, choices=[ALL, *FileKind.choices]
    )
    herkomst = forms.ChoiceField(
        label=gettext_lazy("Herkomst"),
        required=False,
        choices=[
            ALL,
            ("geplaatst", gettext_lazy("geplaatst")),
            ("brieven", gettext_lazy("brieven die hier zijn verzonden")),
        ],
    )
    wie = forms.ChoiceField(
        label=gettext_lazy("Wie leest het"),
        required=False,
        choices=[
            ALL,
            ("gedeeld", gettext_lazy("gedeeld met wie de registratie leest")),
            ("eigen", gettext_lazy("van u en uw organisatie")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        takers = [register_named(thing) for thing in LINKS]
        choosing(self, "bij").choices = [
            ("", _("alle")),
            *sorted(((each.path, str(each.title)) for each in takers), key=lambda each: each[1]),
        ]

    def sought(self) -> Sought:
        """What was asked and makes sense."""
        self.is_valid()
        asked = self.cleaned_data
        things = {register_named(thing).path: thing for thing in LINKS}
        return Sought(
            words=asked.get("zoek", ""),
            thing=things.get(asked.get("bij", ""), ""),
            kind=asked.get("soort", ""),
            origin=ORIGINS.get(asked.get("herkomst", ""), ""),
            whose=WHOSE.get(asked.get("wie", ""), ""),
        )


@require_http_methods(["GET", "HEAD", "POST"])
def listed(request: HttpRequest) -> HttpResponse:
    """The page. What is typed comes in the body and goes on under a seal."""
    who = acting_of(request)
    form = SoughtForm(asked_by(request, who=who, plain=False))
    found = find_documents(who=who, sought=form.sought(), page=page_number(request))
    here = reverse("documents:list")
    active = active_filters(request, form=form)
    number = found.page.paginator.count
    answer = render(
        request,
        "attachments/list.html",
        {
            "page_title": _("Documenten"),
            "intro": _(
                "Alles wat u mag zien, bij de registraties die u leest. Het nieuwste eerst."
            ),
            "navigation_current": "registers",
            "form": form,
            "first": [form[SEARCH], form["bij"]],
            "others": [form[name] for name in ("soort", "herkomst", "wie")],
            "unfold": any(link.name not in (SEARCH, "bij") for link in active),
            "active": active,
            "here": here,
            "counted": _one_or_more(number),
            "table": table_of(found) if number else None,
            "page": found.page,
            "help_url": reverse("documents:help"),
        },
    )
    if request.method == "POST":
        answer.headers["HX-Push-Url"] = with_query(here, request.GET.urlencode())
    return answer


def _one_or_more(number: int) -> str:
    if number == 1:
        return _("1 document")
    return _("%(number)s documenten") % {
        "number": formatting.number(number, language=page_language())
    }


def table_of(found: FoundDocuments) -> Table:
    """The documents, each with the record that it hangs at."""
    language = page_language()
    return Table(
        caption=_("Documenten"),
        hide_caption=True,
        columns=[
            Column(label=_("Document"), row_header=True),
            Column(label=_("Bij")),
            Column(label=_("Soort")),
            Column(label=_("Wie leest het")),
            Column(label=_("Stand")),
            Column(label=_("Geplaatst"), keep=True),
        ],
        rows=[
            Row(
                cells=[
                    Cell(
                        text=each.document.title,
                        url=reverse("documents:document", args=[each.document.key]),
                    ),
                    Cell(text=each.record.label, url=each.record.url),
                    Cell(text=each.document.get_kind_display()),
                    Cell(text=capfirst(who_reads(each.document))),
                    Cell(text=shown(standing_of(each.document))),
                    Cell(text=formatting.short_day(each.document.brought_at, language=language)),
                ]
            )
            for each in found.rows
        ],
    )
