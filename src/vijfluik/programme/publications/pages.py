"""What the page of a publication tells beside what every register tells."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now
from vijfluik.core.items.register import items
from vijfluik.core.registers.reading import Detail
from vijfluik.core.registers.registry import serving
from vijfluik.programme.publications.register import REGISTER
from vijfluik.programme.publications.tagging import of_day
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.pages import records

# A guide is there to help another item along (the tie "feeds" of the catalogue).
FEEDS = {"VK-05": "VK-06"}


def _extra(found: Detail) -> list[tuple[str, str]]:
    """The assessment and strategy of the day on which it appeared or began; what it is for."""
    record = found.record
    frame = of_day(record.published_on or record.begun_on)
    return [(label, text) for label, text in frame if text] + list(serves(record.item))


def serves(item: str) -> Iterator[tuple[str, str]]:
    """The item that a guide helps along, and the registers of it that the reader may enter."""
    fed = FEEDS.get(item)
    if fed is None or fed not in items():
        return
    name = format_html(
        '<a href="{}">{}</a>',
        reverse("catalogue:item", args=[fed.lower()]),
        items()[fed].name(page_language()),
    )
    open_to = [
        register
        for register in serving(fed)
        if not reach(who=acting_now(), thing=register.thing, action="read").nowhere
    ]
    links = format_html_join(
        "",
        ' · <a href="{}">{}</a>',
        ((reverse(f"{each.thing}:list"), each.title) for each in open_to),
    )
    yield _("Helpt bij"), format_html("{}{}", name, links)


publication = records.detail(REGISTER, extra=_extra)
