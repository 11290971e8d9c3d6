"""What publications, breakdowns and their parts are called."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.accountability.disclosure.cells import RECORDS
from vijfluik.accountability.disclosure.tables import NOW, Table
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.accountability.figures.presentation import NOT_STATED, breakdown_label
from vijfluik.accountability.reports.library import reports
from vijfluik.core.facts.sources import source_named

OTHERS = {"rapportage:gemeentebladen": gettext_lazy("Gemeentebladen")}
"""Publications that are neither a report nor a figure."""


def publication_name(publication: str) -> str:
    """What a publication is called: the title of a report, the name of a figure."""
    kind, _sep, name = publication.partition(":")
    if publication in OTHERS:
        return str(OTHERS[publication])
    language = language_of_page()
    if kind == "rapportage" and name in reports():
        return reports()[name].title.in_language(language)
    return figure_name(name)


def figure_name(figure: str) -> str:
    """The name of a figure; its id when it is no more."""
    versions = library().get(figure)
    return figure if versions is None else versions[-1].name.in_language(language_of_page())


def member_label(figure: str, *, dimension: str, member: str | None) -> str:
    """What a part of a breakdown is called."""
    language = language_of_page()
    if member is None:
        return NOT_STATED[language]
    versions = library().get(figure)
    if versions is None:
        return member
    source = source_named(versions[-1].query.source)
    column = source.dimension(dimension).column
    labels = None if column is None else source.column(column).labels
    return capfirst(member if labels is None else str(labels().get(member, member)))


def where_of(table: Table) -> str:
    """In which table a number stands, in words."""
    told = [figure_name(table.figure), breakdown_name(table.figure, dimension=table.dimension)]
    if table.plane == RECORDS:
        told.append(_("registraties"))
    if table.reading == NOW:
        told.append(_("indeling van nu"))
    return ", ".join(told)


def breakdown_name(figure: str, *, dimension: str) -> str:
    """ "per gemeente", as the figure calls it."""
    versions = library().get(figure)
    if versions is None:
        return dimension
    found = source_named(versions[-1].query.source).dimension(dimension)
    return _("per %(breakdown)s") % {"breakdown": _(breakdown_label(versions[-1], dimension=found))}
