"""The list of figures: tiles of the key figures and a table of all, both from computed figures."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.pages_moment import PARAMETER, KnownOn
from vijfluik.accountability.figures.pages_words import (
    change_since,
    exact_text,
    item_name,
    language_of_page,
    panel_of,
    period_text,
    providers_of,
)
from vijfluik.accountability.figures.presentation import supplied_briefly
from vijfluik.accountability.figures.series import counts_alike
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.periods import starts
from vijfluik.core.facts.sources import source_named
from vijfluik.ui.components.figures import KeyFigure
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.forms import DateInput
from vijfluik.ui.shell import Link

# What a reader wants to know first, in this order.
KEY_FIGURES = (
    "ror-trainings-2018",
    "ror-participants-2018",
    "jep-meetings-2018",
    "ssv-teacher-trainings-2018",
)
# Two points are a line that says no more than the words beside it.
FEWEST_POINTS = 3
PROVIDER, ITEM = "aanbieder", "onderdeel"


class FigureFilter(forms.Form):
    """Provider, item and the moment; the choices are those that the definitions know."""

    aanbieder = forms.ChoiceField(label=gettext_lazy("Aanbieder"), required=False)
    onderdeel = forms.ChoiceField(label=gettext_lazy("Onderdeel"), required=False)
    op = forms.CharField(label=gettext_lazy("Zoals bekend op"), required=False, widget=DateInput())

    def __init__(self, definitions: Sequence[Definition], *, known_on: KnownOn, asked: object):
        super().__init__(auto_id="filter_%s")
        values = dict(asked) if isinstance(asked, Mapping) else {}
        self.initial = {name: values.get(name, "") for name in (PROVIDER, ITEM)}
        self.initial[PARAMETER] = known_on.day if known_on.pinned else ""
        for name, choices in (
            (PROVIDER, provider_choices(definitions)),
            (ITEM, item_choices(definitions)),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _("Alle")), *choices]


def provider_choices(definitions: Sequence[Definition]) -> list[tuple[str, str]]:
    """The providers that figures count, by code and name."""
    codes = {code for definition in definitions for code in providers_of(definition)}
    found: dict[str, str] = {}
    for definition in definitions:
        missing = [code for code in providers_of(definition) if code not in found]
        if missing:
            column = source_named(definition.query.source).column("provider_id")
            labels = {} if column.labels is None else column.labels()
            found |= {code: label for code, label in labels.items() if code in codes}
    return sorted(found.items(), key=lambda pair: pair[1])


def item_choices(definitions: Sequence[Definition]) -> list[tuple[str, str]]:
    """The items that figures belong to."""
    found = {each.register_item.lower(): item_name(each) for each in definitions}
    return sorted(found.items())


def chosen(definitions: Sequence[Definition], *, provider: str, item: str) -> list[Definition]:
    """The definitions that pass both filters; an empty one lets everything pass."""
    return [
        each
        for each in definitions
        if (not provider or provider in providers_of(each))
        and (not item or item.lower() == each.register_item.lower())
    ]


def active_filters(
    form: FigureFilter, *, known_on: KnownOn, provider: str, item: str
) -> list[Link]:
    """The filters in force, each leading to the page without it."""
    here = reverse("figures:list")
    found = []
    for name, value, other in (
        (PROVIDER, provider, {ITEM: item}),
        (ITEM, item, {PROVIDER: provider}),
    ):
        if value:
            kept = {key: each for key, each in other.items() if each}
            field = form.fields[name]
            found.append(
                Link(
                    label=f"{field.label}: {_choice(field, value=value)}",
                    url=f"{here}{known_on.query(**kept)}",
                )
            )
    return found


def _choice(field: forms.Field, *, value: str) -> str:
    """The words of a choice; the value itself when the address holds another one."""
    for key, label in getattr(field, "choices", ()):
        if str(key).lower() == value.lower():
            return str(label)
    return value


def key_figures(figures: Sequence[Valued], *, known_on: KnownOn) -> list[KeyFigure]:
    """A tile per key series, or per series when the filters leave none of the key ones.

    A series shows its last figure beside the one before it that counts the same.
    """
    found = {series[-1].definition.id: series for series in series_of(figures)}
    key = [found[name] for name in KEY_FIGURES if name in found]
    return [_tile(series, known_on=known_on) for series in key or found.values()]


def series_of(figures: Iterable[Valued]) -> list[list[Valued]]:
    """Figures of one series and one status, oldest first: only these are one line of numbers."""
    found: dict[tuple[str, str], list[Valued]] = {}
    for figure in figures:
        definition = figure.definition
        found.setdefault((definition.series, definition.status.nl), []).append(figure)
    for series in found.values():
        series.sort(key=lambda figure: starts(figure.definition.query.period))
    return list(found.values())


def _tile(series: Sequence[Valued], *, known_on: KnownOn) -> KeyFigure:
    figure = series[-1]
    definition = figure.definition
    language = language_of_page()
    change = change_since(figure, before=series[-2] if len(series) > 1 else None)
    url = f"{figure_address(definition.id)}{known_on.query()}"
    values = [each.number for each in series]
    known = [float(value) for value in values if value is not None]
    return KeyFigure(
        label=definition.name.in_language(language),
        value=figure.text(language),
        unit=definition.unit.in_language(language),
        period=period_text(definition.query.period),
        change="" if change is None else change.text,
        direction="" if change is None else change.direction,
        as_of=known_on.text,
        source=source_words(figure),
        state=definition.status.in_language(language),
        explain_url=f"{url}#herkomst",
        url=url,
        panel=panel_of(definition),
        series=known if len(known) == len(values) >= FEWEST_POINTS else [],
        series_text=", ".join(
            f"{period_text(each.definition.query.period)} {exact_text(each)}" for each in series
        ),
    )


def source_words(figure: Valued) -> str:
    """Where a figure comes from: a register, or the organisation that supplied it."""
    supplied = supplied_briefly(figure, language=language_of_page())
    if supplied:
        return supplied
    return _("register %(source)s") % {"source": source_label(figure.definition)}


def source_label(definition: Definition) -> str:
    """What the register behind a figure is called."""
    return _(source_named(definition.query.source).label)


# Addresses do not change while a process runs, and working one out takes longer than a row.
@cache
def figure_address(name: str) -> str:
    """Where a figure stands."""
    return reverse("figures:figure", args=[name])


@cache
def item_address(key: str) -> str:
    """Where an item of the programme stands."""
    return reverse("catalogue:item", args=[key.lower()])


def figure_table(figures: Sequence[Valued], *, known_on: KnownOn) -> Table:
    """All figures with what they need to be trusted, one row each."""
    language = language_of_page()
    query = known_on.query()
    return Table(
        caption=_("Cijfers, zoals bekend op %(moment)s") % {"moment": known_on.text},
        columns=[
            Column(label=_("Cijfer"), row_header=True),
            Column(label=_("In woorden")),
            Column(label=_("Precies"), number=True),
            Column(label=_("Eenheid")),
            Column(label=_("Periode")),
            Column(label=_("Stand")),
            Column(label=_("Bron")),
            Column(label=_("Onderdeel"), keep=True),
        ],
        rows=[_row(each, language=language, query=query) for each in figures],
    )


def _row(figure: Valued, *, language: Language, query: str) -> Row:
    definition = figure.definition
    unit, period, status, source, item = _described(definition, language=language)
    if definition.official:
        # In a mark that stands out: who supplied what is not computed.
        source = Cell(text=shown_badge(supplied_briefly(figure, language=language), "info"))
    name = definition.name.in_language(language)
    number = "" if figure.number is None else wording.exact_text(figure, language=language)
    cells = [
        Cell(text=name, url=figure_address(definition.id) + query),
        Cell(text=figure.text(language)),
        Cell(text=number),
        *(unit, period, status, source, item),
    ]
    return Row(key=f"cijfer-{definition.id}", cells=cells)


_Described = tuple[Cell, Cell, Cell, Cell, Cell]
# Hash of the definition and language → its cells: what a definition says of itself never changes.
_described_cells: dict[tuple[str, Language], _Described] = {}


def _described(definition: Definition, *, language: Language) -> _Described:
    """Unit, period, status, register and item, as they stand in the row of a figure."""
    key = (definition.sha256, language)
    if key not in _described_cells:
        item = definition.register_item
        _described_cells[key] = (
            Cell(text=definition.unit.in_language(language)),
            Cell(text=period_text(definition.query.period)),
            Cell(text=_status(definition, language=language)),
            Cell(text=source_label(definition)),
            Cell(text=item, url=item_address(item)),
        )
    return _described_cells[key]


def _status(definition: Definition, *, language: Language) -> str:
    """What was counted; anything but what was delivered stands out, because it compares badly."""
    tone = "neutral" if definition.break_note is None else "warning"
    return shown_badge(definition.status.in_language(language), tone)


def break_notes(figures: Sequence[Valued]) -> list[str]:
    """The breaks between figures of one series, in the order of their periods."""
    series: dict[str, list[Definition]] = {}
    for each in sorted(figures, key=lambda one: starts(one.definition.query.period)):
        series.setdefault(each.definition.series, []).append(each.definition)
    notes = [
        later.break_note or earlier.break_note
        for members in series.values()
        for earlier, later in pairwise(members)
        if not counts_alike(earlier, later)
    ]
    language = language_of_page()
    return list(dict.fromkeys(note.in_language(language) for note in notes if note is not None))
