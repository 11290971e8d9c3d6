"""What stands round a page of a document: the record's register, its path, its title."""

from typing import Any

from django.urls import reverse

from vijfluik.core.registers.declaration import Register
from vijfluik.programme.attachments.access import Held
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.shell import Link


def to_record(register: Register, *, record: Any) -> Link:
    """The way to the record."""
    return Link(
        label=register.title_of(record), url=reverse(f"{register.thing}:detail", args=[record.key])
    )


def to_document(held: Held) -> list[Link]:
    """The way to a document, by its record."""
    url = reverse("documents:document", args=[held.document.key])
    return [
        to_record(held.register, record=held.record),
        Link(label=held.document.title, url=url),
    ]


def document_frame(held: Held, *, title: str) -> dict[str, Any]:
    """The context of base.html for the page of a document."""
    if held.home is not None:
        found = frame_of(held.register, title=title)
        return found | {"breadcrumbs": [held.home, Link(label=title)]}
    return frame_of(held.register, title=title, path=[to_record(held.register, record=held.record)])
