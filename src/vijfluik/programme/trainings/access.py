"""The only way to a training.

Not found and not allowed are the same answer, from here and from row-level security.
"""

import contextlib
import uuid
from collections.abc import Iterator, Mapping

from django.db.models import QuerySet

from vijfluik.core.access.gate import (
    Listing,
    Refused,
    acting_now,
    limited,
    listing,
    refuse,
    require,
    require_somewhere,
)
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.vocabulary import RECORDS_LISTED
from vijfluik.core.partners.acting import Acting
from vijfluik.programme.trainings.models import Training

THING = "trainings"
OBJECT_TYPE = "trainings.training"
BATCH_TYPE = "trainings.importbatch"


def access_training(
    *, who: Acting, key: uuid.UUID, action: str = "read", locked: bool = False
) -> Training:
    """The training, when `who` may do `action` with it; the decision is journalled.

    Call it inside `acting(who)`, whose transaction it reads in.

    Args:
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: it may not be done, or there is no such training.
    """
    _acts_here(who)
    rows = Training.objects.select_related("provider", "place", "course", "batch")
    if locked:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(key=key).first()
    if found is None:
        refuse(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
        raise Refused
    require(
        thing=THING,
        action=action,
        organisation=found.provider_id,
        object_type=OBJECT_TYPE,
        object_key=str(key),
    )
    return found


def access_trainings(*, who: Acting, action: str = "read") -> QuerySet[Training]:
    """The trainings with which `who` may do `action`; the decision is journalled.

    Raises:
        Refused: it may be done nowhere.
    """
    _acts_here(who)
    reach = require_somewhere(thing=THING, action=action)
    return limited(Training.objects.all(), where=reach, field="provider")


@contextlib.contextmanager
def listed_trainings(
    *,
    who: Acting,
    action: str = "read",
    kind: Kind = RECORDS_LISTED,
    details: Mapping[str, object] | None = None,
) -> Iterator[tuple[QuerySet[Training], Listing]]:
    """As `access_trainings`, for a list: say with `Listing.showed` what it shows.

    Raises:
        Refused: it may be done nowhere.
    """
    _acts_here(who)
    made = listing(thing=THING, action=action, object_type=OBJECT_TYPE, kind=kind, details=details)
    with made as shown:
        yield limited(Training.objects.all(), where=shown.where, field="provider"), shown


def _acts_here(who: Acting) -> None:
    """Nobody looks with somebody else's rights: the transaction is that of `who`."""
    if acting_now().actor != who.actor:
        raise Refused
