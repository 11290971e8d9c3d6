"""A task on Mijn werk, whatever it is about."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from vijfluik.ui.components.painting import icon

_ROW = (
    '<li class="vijfluik-tone--{tone}">{icon}\n'
    '<div><p><strong>{what}</strong>: <a href="{about_url}">{about}</a></p>'
    '<p class="vijfluik-fine vijfluik-muted">{when} · {detail}</p></div>\n'
    '<a class="vijfluik-button vijfluik-button--secondary vijfluik-button--small"'
    ' href="{do_url}">{do}<span class="vijfluik-unseen">: {about}</span></a></li>'
)


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to do: what, about what, by when, and where it is done."""

    what: str
    about: str
    about_url: str
    detail: str
    when: str
    do: str
    do_url: str
    late: bool


def drawn(task: Task, *, tone: str) -> SafeString:
    """A task as an item of a list, in HTML.

    Written here because a template takes several times as long, and there may be a hundred.
    """
    return format_html(
        _ROW,
        tone=tone,
        icon=icon("warning" if task.late else "clock"),
        what=task.what,
        about=task.about,
        about_url=task.about_url,
        when=task.when,
        detail=task.detail,
        do=task.do,
        do_url=task.do_url,
    )
