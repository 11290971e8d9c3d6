"""The only way to a mandate, for whoever administers or oversees them."""

import contextlib
import uuid
from collections.abc import Iterator

from django.db.models import QuerySet

from vijfluik.core.access.gate import Listing, Refused, listing, refuse, require
from vijfluik.core.partners.models import Mandate

THING = "mandates"
OBJECT_TYPE = "partners.mandate"
_BESIDE = (
    "professional",
    "professional__organisation",
    "organisation",
    "proposed_by",
    "approved_by",
    "reviewed_by",
    "ended_by",
)


def access_mandate(*, key: uuid.UUID, action: str = "read", locked: bool = False) -> Mandate:
    """The mandate, when whoever acts may do `action` with it; the decision is journalled.

    Args:
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: it may not be done, or there is no such mandate.
    """
    rows = Mandate.objects.select_related(*_BESIDE)
    if locked:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(key=key).first()
    if found is None:
        refuse(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
        raise Refused
    require(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
    return found


@contextlib.contextmanager
def listed_mandates() -> Iterator[tuple[QuerySet[Mandate], Listing]]:
    """All mandates, for a list; say with `Listing.showed` what it shows.

    Raises:
        Refused: whoever acts may read none.
    """
    with listing(thing=THING, object_type=OBJECT_TYPE) as shown:
        yield Mandate.objects.select_related(*_BESIDE), shown
