"""The page that explains a register: what it holds, how a record goes, who to ask."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.items.register import items
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.lookups import Lookups
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.columns import columns_of
from vijfluik.ui.registers.frame import frame_of


def help_page(request: HttpRequest, *, register: Register, **more: Any) -> HttpResponse:
    """The register's own template, with its steps and its items. `more` goes to the template."""
    language = page_language()
    context = {
        **frame_of(register, title=_("Hulp bij %(name)s") % {"name": str(register.title).lower()}),
        "steps": [
            {
                "label": edge.label,
                "why": edge.why,
                "reason_asked": edge.reason_asked,
                "four_eyes": edge.four_eyes,
            }
            for edge in register.lifecycle.edges
        ],
        "terms": register.terms,
        "import_help_name": f"{register.thing}:import_help",
        "served": [{"key": key, "name": items()[key].name(language)} for key in register.items],
        "columns": [
            {"label": capfirst(str(column.label))}
            for column in columns_of(register, lookups=Lookups())
            if column.listed
        ],
        **more,
    }
    return render(request, register.words.help, context)
