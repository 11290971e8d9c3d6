"""What a hand touches: buttons and rows of buttons, tabs, filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vijfluik.ui.components.library import register
from vijfluik.ui.shell import Link


class ButtonKind(StrEnum):
    """How heavy a button weighs: one primary per form, danger only for what cannot be undone."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


@dataclass(frozen=True, kw_only=True)
class Tab:
    """A view of the same subject on its own address; `count` is shown behind the label."""

    label: str
    url: str
    current: bool = False
    count: str = ""


@register.inclusion_tag("ui/button.html")
def button(
    label: str,
    *,
    kind: str = "secondary",
    url: str = "",
    name: str = "",
    value: str = "",
    icon: str = "",
    small: bool = False,
    disabled: bool = False,
    form: str = "",
    about: str = "",
) -> dict[str, object]:
    """A button that submits, or with `url` a link that looks like one.

    label: its words. kind: a ButtonKind. url: where a link leads; empty gives a submit button.
    name, value: sent with the form. icon: a name from `icons.PATHS`. small: for rows of a table.
    disabled: only for a button (say beside it why). form: id of a form elsewhere on the page.
    about: what it is about, for the ear, where several buttons have the same words.
    """
    return {
        "label": label,
        "kind": ButtonKind(kind),
        "url": url,
        "name": name,
        "value": value,
        "icon": icon,
        "small": small,
        "disabled": disabled,
        "form": form,
        "about": about,
    }


@register.simple_block_tag
def buttonrow(content: SafeString) -> SafeString:
    """A row of buttons that wraps on a narrow screen: the primary one first.

    content: the buttons.
    """
    return format_html('<div class="vijfluik-buttons">{}</div>', content)


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Sequence[Tab], *, label: str) -> dict[str, object]:
    """Views of one subject as links in a row; no script moves anything.

    items: the tabs, one of them current. label: what the row is, for those who hear the page.
    """
    return {"items": items, "label": label}


@register.simple_block_tag
def filterbar(
    content: SafeString,
    *,
    label: str,
    clear_url: str,
    action: str = "",
    active: Sequence[Link] = (),
    target: str = "",
) -> str:
    """A form of filters, sent by its own button and kept in the address; never sent by itself.

    content: the fields. label: what is filtered ("Trainingen filteren"). clear_url: the same page
    without filters. action: where the form goes; empty is the same page. active: the filters in
    force, each a Link to the page without it. target: id of the region that htmx replaces with
    the region of the same id in the answer; empty loads the page.
    """
    return render_to_string(
        "ui/filterbar.html",
        {
            "content": content,
            "label": label,
            "clear_url": clear_url,
            "action": action,
            "active": active,
            "target": target,
        },
    )
