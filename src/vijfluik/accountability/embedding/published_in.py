"""Where a figure was published: the releases that a reader may read in which its receipt stands."""

from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.releases.access import OBJECT, OPENED, open_releases
from vijfluik.accountability.releases.models import File, Release
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, listing


def published_in(receipt: FigureReceipt) -> list[Release]:
    """The open releases whose adopted text holds the receipt, the latest first.

    The key is looked for in the file that was adopted, not in the text of today.
    """
    if reach(who=acting_now(), thing=OPENED, action="read").nowhere:
        return []
    with listing(thing=OPENED, object_type=OBJECT) as shown:
        rows = {each.key: each for each in open_releases().filter(as_of=receipt.as_of)}
        files = File.objects.filter(release__in=[*rows], language="nl", format="json")
        mark = f'"{receipt.key}"'.encode()
        found = {each.release_id for each in files if mark in bytes(each.content)}
        shown.showed(found)
    return [each for key, each in rows.items() if key in found]
