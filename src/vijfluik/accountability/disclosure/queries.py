"""What the pages of disclosure control read."""

import uuid

from vijfluik.accountability.disclosure.actions import OBJECT_TYPE, THING, access_pattern
from vijfluik.accountability.disclosure.models import (
    DisclosureExemption,
    DisclosurePattern,
)
from vijfluik.accountability.disclosure.treating import REPORT
from vijfluik.core.access.gate import listing
from vijfluik.core.journal.recording import record
from vijfluik.core.journal.vocabulary import RECORD_VIEWED

MOST = 50
"""How many patterns of reports, and of figures, a page lists: the newest."""


def listed() -> list[DisclosurePattern]:
    """The newest patterns: those of reports, then those of files of figures.

    Raises:
        Refused: the actor may not read them.
    """
    newest = DisclosurePattern.objects.select_related("proposed_by", "approved_by")
    newest = newest.order_by("-proposed_at", "key").defer("cells", "content")
    of_reports = newest.filter(publication__startswith=REPORT)
    with listing(thing=THING, object_type=OBJECT_TYPE) as made:
        rows = [*of_reports[:MOST], *newest.exclude(publication__startswith=REPORT)[:MOST]]
        made.showed(row.key for row in rows)
    return rows


def viewed(key: uuid.UUID) -> DisclosurePattern:
    """One pattern, for its page.

    Raises:
        Refused: the actor may not read it, or there is none.
    """
    row = access_pattern(key=key)
    record(action=RECORD_VIEWED, object_type=OBJECT_TYPE, object_key=row.key)
    return row


def exemptions(publication: str) -> list[DisclosureExemption]:
    """All exemptions of a publication, also those that wait and those that are over."""
    rows = DisclosureExemption.objects.select_related("proposed_by", "approved_by")
    return list(rows.filter(publication=publication))
