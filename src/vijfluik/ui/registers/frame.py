"""What stands round every page of a register: its panel, its path, its title."""

from collections.abc import Sequence
from typing import Any

from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items
from vijfluik.core.partners.models import Professional
from vijfluik.core.registers.declaration import Register
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import list_url
from vijfluik.ui.shell import Link


def panel_of(register: Register) -> Panel | None:
    """The panel of the items that a register serves; None when they lie across all of them."""
    area = items()[register.items[0]].area
    return None if area == Area.ACROSS else Panel(area)


def frame_of(
    register: Register, *, title: str, path: Sequence[Link] = (), intro: str = ""
) -> dict[str, Any]:
    """The context of base.html. `path` are the pages between the list and this one."""
    trail: list[Link] = []
    if path or title != str(register.title):
        trail = [
            Link(label=str(register.title), url=list_url(register.thing)),
            *path,
            Link(label=title),
        ]
    return {
        "page_title": title,
        "window_title": str(register.title) if _names_people(register) else "",
        "panel": panel_of(register),
        "breadcrumbs": trail,
        "intro": intro,
        "register": register,
    }


def _names_people(register: Register) -> bool:
    """Whether its titles are names of people, which a browser would keep in its history."""
    naming: Any = register.model._meta.get_field(register.naming.name)
    return register.persons or naming.related_model is Professional
