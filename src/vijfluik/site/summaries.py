"""What the panels of the Overzicht say, each from the rooms that its reader may enter."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, Count, Value
from django.urls import reverse
from django.utils.http import urlencode

from vijfluik.core.access.decisions import reach
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import access_records
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import registers
from vijfluik.core.registers.timeline import done_title
from vijfluik.core.registers.work import DueItem, due_work
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import INFINITY
from vijfluik.ui.components.painting import PanelChange, PanelFigure, PanelSummary, PanelTask
from vijfluik.ui.formatting import days_until, number, short_day
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import ONWARD

DUE = 4
CHANGES = 3
COUNTS = 4


def registers_of(panel: Panel, *, who: Acting) -> list[Register]:
    """The registers of which the first item lies in the panel and that the reader may enter."""
    return [
        register
        for register in registers()
        if items()[register.items[0]].area == Area(panel)
        and not reach(who=who, thing=register.thing, action="read").nowhere
    ]


def panel_summary(
    panel: Panel, *, who: Acting, figures: Sequence[PanelFigure] = ()
) -> PanelSummary:
    """The panel for this reader; only its name for who may enter none of its registers.

    Args:
        figures: key figures to stand first, such as those with a receipt.
    """
    address = reverse("catalogue:area", args=[panel])
    mine = registers_of(panel, who=who)
    if not mine:
        return PanelSummary(panel=panel, url=address, figures=figures)
    return PanelSummary(
        panel=panel,
        url=address,
        figures=[*figures, *_counts_of(mine, who=who)],
        due=[_task(item) for item in due_work(who=who, of=mine, most=DUE)],
        changes=latest_changes(mine),
    )


def _counts_of(mine: Sequence[Register], *, who: Acting) -> list[PanelFigure]:
    """As many as fit the panel; what does not is not asked for."""
    found: list[PanelFigure] = []
    for register in mine:
        if len(found) < COUNTS:
            found += _counts(register, who=who)
    return found[:COUNTS]


def _counts(register: Register, *, who: Acting) -> list[PanelFigure]:
    """What stands open: work at hand, no figures to cite."""
    opened = register.words.open
    if not opened:
        return []
    rows = access_records(register, who=who).filter(state__in=list(opened)).order_by()
    counted = dict(rows.values_list("state").annotate(Count("key")))
    listed = reverse(f"{register.thing}:list")
    word = next((each.word for each in register.filters if each.path == "state"), "")
    return [
        PanelFigure(
            label=str(label),
            value=number(counted.get(str(state), 0), language=page_language()),
            url=f"{listed}?{urlencode({word: str(state)})}" if word else listed,
        )
        for state, label in opened.items()
    ]


def _task(item: DueItem) -> PanelTask:
    register = item.register
    word = register.act(item.act).word
    address = reverse(f"{register.thing}:act", args=[item.record.key, word])
    return PanelTask(
        label=f"{item.label.capitalize()}: {register.title_of(item.record)}",
        url=f"{address}?{urlencode({ONWARD: reverse('overview')})}",
        when=days_until(item.due.due_on, today=today(), language=page_language()),
        late=item.overdue,
    )


def latest_changes(mine: Sequence[Register]) -> list[PanelChange]:
    """The records that were changed last, as row-level security lets them through.

    Versions that ended are found by an index on their end, of all registers in one question; the
    steps themselves have none on their moment alone.
    """
    parts = [
        versions(register.model)
        .filter(tx_to__lt=INFINITY)
        .order_by("-tx_to")
        .annotate(thing=Value(register.thing, output_field=CharField()))
        .values_list("thing", "key", "tx_to")[:CHANGES]
        for register in mine
    ]
    first, *others = parts
    ended = first.union(*others, all=True).order_by("-tx_to")[:CHANGES] if others else first
    keys: dict[str, list[Any]] = {}
    for thing, key, _ended in ended:
        keys.setdefault(thing, []).append(key)
    steps = [
        (register, step)
        for register in mine
        if register.thing in keys
        for step in _last_steps(register, keys=keys[register.thing])
    ]
    steps.sort(key=lambda pair: pair[1].registered_at, reverse=True)
    return [_change(register, step=step) for register, step in steps]


def _last_steps(register: Register, *, keys: Sequence[Any]) -> list[Any]:
    steps = register.steps._default_manager.filter(**{f"{register.step_link}__in": keys})
    steps = steps.select_related(register.step_link)
    # The last of each record stays: the steps come in the order of their moments.
    last = {register.link_of(step): step for step in steps.order_by("registered_at")}
    return list(last.values())


def _change(register: Register, *, step: Any) -> PanelChange:
    title = register.title_of(getattr(step, register.step_link))
    return PanelChange(
        label=f"{done_title(register, edge=step.edge)}: {title}",
        url=reverse(f"{register.thing}:detail", args=[register.link_of(step)]),
        when=short_day(step.registered_at, language=page_language()),
    )
