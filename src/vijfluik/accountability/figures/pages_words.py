"""A figure in plain words: its period, what counts and what does not, and how it compares."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.computed import Valued
from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.series import comparable
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.filters import Empty, Equals, Filter, Is, NotNull, OneOf, Overlaps
from vijfluik.core.facts.kinds import READ
from vijfluik.core.facts.periods import Always, Period, ReferenceDate, Since, Year, days_of
from vijfluik.core.facts.sources import Source, source_named
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel

# A vocabulary up to this size is named in full when it says what does not count.
NAMED_IN_FULL = 8


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One condition of a definition: the column, what counts and, where it is short, what not."""

    column: str
    counts: str
    excluded: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """The difference with the figure before in its series, in words and as a direction."""

    text: str
    direction: str


def language_of_page() -> Language:
    """The language in which figures are worded on this page."""
    return Language.ENGLISH if page_language().startswith("en") else Language.DUTCH


def panel_of(definition: Definition) -> Panel | None:
    """The panel of the item that the figure belongs to; None for what lies across all areas."""
    item = items().get(definition.register_item)
    return None if item is None or item.area == Area.ACROSS else Panel(item.area)


def item_name(definition: Definition) -> str:
    """The item that the figure belongs to, by key and name."""
    item = items().get(definition.register_item)
    if item is None:
        return definition.register_item
    return f"{item.key} {item.name(page_language())}"


def period_text(period: Period) -> str:
    """The period as people say it: "2018", "1 maart 2019", "1 januari 2018 – 30 juni 2018"."""
    language = page_language()
    if isinstance(period, Year):
        return str(period.year)
    if isinstance(period, ReferenceDate):
        return formatting.day(period.on, language=language)
    if isinstance(period, Always):
        return _("onbepaald")
    if isinstance(period, Since):
        return _("sinds %(day)s") % {"day": formatting.day(period.start, language=language)}
    days = days_of(period, as_of=dt.datetime.now(dt.UTC))
    return formatting.period(days.start, days.end - dt.timedelta(days=1), language=language)


def exact_text(figure: Valued) -> str:
    """The value to the last digit; "geen gegevens" when there is none."""
    return wording.exact_text(figure, language=language_of_page())


def sentence(figure: Valued) -> str:
    """The figure as one sentence."""
    language = language_of_page()
    definition = figure.definition
    words = {
        "unit": definition.unit.in_language(language),
        "period": period_text(definition.query.period),
        "status": definition.status.in_language(language),
        "value": figure.text(language),
        "exact": exact_text(figure),
    }
    if definition.official:
        if figure.supplied is None:
            return _("Er is nog geen bevestigde opgave.")
        return _("Over %(period)s: %(status)s.") % words
    if definition.kind in READ:
        return read_sentence(figure)
    if figure.fraction is not None and figure.fraction.denominator:
        words |= {
            "part": formatting.number(figure.fraction.numerator, language=page_language()),
            "whole": formatting.number(figure.fraction.denominator, language=page_language()),
        }
        return _("%(part)s van de %(whole)s: %(value)s. Geteld is wat is %(status)s.") % words
    if isinstance(definition.query.period, Always):
        return _("%(value)s %(unit)s. Geteld is wat is %(status)s.") % words
    if figure.value is None:
        return _("Over %(period)s zijn er geen gegevens. Geteld is wat is %(status)s.") % words
    if words["value"] == words["exact"]:
        return _("Over %(period)s: %(value)s %(unit)s. Geteld is wat is %(status)s.") % words
    return (
        _("Over %(period)s: %(value)s %(unit)s, precies %(exact)s. Geteld is wat is %(status)s.")
        % words
    )


def read_sentence(figure: Valued) -> str:
    """Where a value stands that is read from a record, or why there is none."""
    if figure.read is not None and figure.read.several:
        return _(
            "De registraties noemen verschillende waarden; daarom staat hier geen. Bekijk de"
            " registraties en laat herstellen wat niet klopt."
        )
    if figure.value is None:
        return _("Geen registratie noemt deze waarde, of zij is ingetrokken.")
    words = {"status": figure.definition.status.in_language(language_of_page())}
    return _("Dit staat zo in de registratie. Gelezen is wat is %(status)s.") % words


def conditions(definition: Definition) -> list[Condition]:
    """What a record must be to count, condition by condition."""
    source = source_named(definition.query.source)
    return [_condition(each, source=source) for each in definition.query.filters]


def _condition(condition: Filter, *, source: Source) -> Condition:
    column = source.column(condition.column)
    label = _(column.label)
    labels = {} if column.labels is None else column.labels()
    if isinstance(condition, NotNull):
        return Condition(column=label, counts=_("ingevuld"))
    if isinstance(condition, Empty):
        return Condition(column=label, counts=_("niet ingevuld"))
    if isinstance(condition, Is):
        return Condition(column=label, counts=_("ja") if condition.value else _("nee"))
    values = (condition.value,) if isinstance(condition, Equals) else condition.values
    counts = _joined([labels.get(value, value) for value in values])
    if isinstance(condition, Overlaps):
        return Condition(column=label, counts=counts)
    if column.name.endswith("_id"):
        return Condition(column=label, counts=counts)
    return Condition(column=label, counts=counts, excluded=_excluded(labels, counted=values))


def _excluded(labels: Mapping[str, str], *, counted: tuple[str, ...]) -> str:
    others = [label for value, label in labels.items() if value not in counted]
    return _joined(others) if 0 < len(labels) <= NAMED_IN_FULL else ""


def _joined(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(many)s of %(last)s") % {"many": ", ".join(words[:-1]), "last": words[-1]}


def providers_of(definition: Definition) -> tuple[str, ...]:
    """The codes of the providers that a figure counts; none when it counts all."""
    for condition in definition.query.filters:
        if condition.column == "provider_id" and isinstance(condition, Equals):
            return (condition.value,)
        if condition.column == "provider_id" and isinstance(condition, OneOf):
            return condition.values
    return ()


def change_since(figure: Valued, *, before: Valued | None) -> Change | None:
    """How a figure differs from the one before it, when the two may be compared at all."""
    if before is None or figure.number is None or before.number is None:
        return None
    if not comparable(before.definition, figure.definition):
        return None
    language = page_language()
    difference = Decimal(figure.number) - Decimal(before.number)
    words = {
        "number": wording.written(figure.definition, abs(difference), language=language_of_page()),
        "period": period_text(before.definition.query.period),
    }
    if difference == 0:
        return Change(text=_("evenveel als in %(period)s") % words, direction="same")
    share = ""
    if before.number:
        sign = "+" if difference > 0 else ""
        parts = formatting.percentage(float(difference / Decimal(before.number)), language=language)
        share = f" ({sign}{parts})"
    if difference > 0:
        return Change(text=_("%(number)s meer dan in %(period)s") % words + share, direction="up")
    return Change(text=_("%(number)s minder dan in %(period)s") % words + share, direction="down")
