"""What the panels of the Overzicht say, each from the rooms that its reader may enter."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items, items_of
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.glance import Changed, Glance, glances
from vijfluik.core.registers.registry import registers
from vijfluik.core.registers.timeline import done_title
from vijfluik.core.registers.work import DueItem
from vijfluik.ui.components.painting import PanelChange, PanelFigure, PanelSummary, PanelTask
from vijfluik.ui.formatting import days_until, number, short_day
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.addresses import act_address, record_address
from vijfluik.ui.registers.requests import ONWARD

DUE = 4
CHANGES = 3
COUNTS = 4


def registers_of(panel: Panel, *, who: Acting) -> list[Register]:
    """The registers of which the first item lies in the panel and that the reader may enter."""
    return [
        register
        for register in registers()
        if _lies_in(panel, register=register)
        and not reach(who=who, thing=register.thing, action="read").nowhere
    ]


def _lies_in(panel: Panel, *, register: Register) -> bool:
    return items()[register.items[0]].area == Area(panel)


def panel_summaries(
    *, who: Acting, figures: Mapping[Panel, Sequence[PanelFigure]]
) -> list[PanelSummary]:
    """The five panels for this reader, each with only its name where there is nothing for them.

    Args:
        figures: key figures to stand first, such as those with a receipt.
    """
    mine = {panel: registers_of(panel, who=who) for panel in Panel}
    counted = [register for group in mine.values() for register in _counted(group)]
    found = glances(list(mine.values()), who=who, counted=counted, due=DUE, changes=CHANGES)
    return [
        _summary(panel, group=mine[panel], seen=seen, figures=figures.get(panel, ()))
        for panel, seen in zip(mine, found, strict=True)
    ]


def _counted(group: Sequence[Register]) -> list[Register]:
    """As many registers as fit the panel with what stands open in them."""
    found: list[Register] = []
    for register in group:
        if sum(len(each.words.open) for each in found) < COUNTS and register.words.open:
            found.append(register)
    return found


def _summary(
    panel: Panel, *, group: Sequence[Register], seen: Glance, figures: Sequence[PanelFigure]
) -> PanelSummary:
    address = reverse("catalogue:area", args=[panel])
    if not any(_lies_in(panel, register=register) for register in registers()):
        figures = figures or [_waiting(panel)]
    counts = [
        count
        for register in _counted(group)
        for count in _counts(register, states=seen.open[register.thing])
    ]
    return PanelSummary(
        panel=panel,
        url=address,
        figures=[*figures, *counts[:COUNTS]],
        due=[_task(item) for item in seen.due],
        changes=[_change(change) for change in seen.changed],
    )


def _waiting(panel: Panel) -> PanelFigure:
    """How many items a panel has while no register lies in it."""
    return PanelFigure(
        label=_("onderdelen, nog zonder register"),
        value=str(len(items_of(Area(panel)))),
        url=reverse("catalogue:area", args=[panel]),
    )


def _counts(register: Register, *, states: Mapping[str, int]) -> list[PanelFigure]:
    """What stands open: work at hand, no figures to cite."""
    listed = reverse(f"{register.thing}:list")
    word = next((each.word for each in register.filters if each.path == "state"), "")
    return [
        PanelFigure(
            label=str(label),
            value=number(states.get(str(state), 0), language=page_language()),
            url=f"{listed}?{urlencode({word: str(state)})}" if word else listed,
        )
        for state, label in register.words.open.items()
    ]


def _task(item: DueItem) -> PanelTask:
    register = item.register
    word = register.act(item.act).word
    address = act_address(register.thing, key=item.record.key, word=word)
    return PanelTask(
        label=f"{item.label.capitalize()}: {register.title_of(item.record)}",
        url=f"{address}?{urlencode({ONWARD: reverse('overview')})}",
        when=days_until(item.due.due_on, today=today(), language=page_language()),
        late=item.overdue,
    )


def _change(change: Changed) -> PanelChange:
    register = change.register
    done = done_title(register, edge=change.edge)
    return PanelChange(
        label=f"{done}: {register.title_of(change.record)}",
        url=record_address(register.thing, key=change.record.key),
        when=short_day(change.at, language=page_language()),
    )
