"""The only way to an account of another, for whoever administers accounts."""

import contextlib
import uuid
from collections.abc import Iterator

from django.db.models import QuerySet

from vijfluik.core.access.gate import Listing, Refused, listing, refuse, require
from vijfluik.core.accounts.models import Account

THING = "accounts"
OBJECT_TYPE = "accounts.account"
_BESIDE = (
    "professional",
    "professional__organisation",
    "invited_by",
    "reviewed_by",
    "left_by",
)


def access_account(*, key: uuid.UUID, action: str = "read", locked: bool = False) -> Account:
    """The account, when whoever acts may do `action` with it; the decision is journalled.

    Args:
        key: of the professional.
        locked: hold the row until the transaction ends, for a change.

    Raises:
        Refused: it may not be done, or there is no such account.
    """
    rows = Account.objects.select_related(*_BESIDE)
    if locked:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(professional=key).first()
    if found is None:
        refuse(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
        raise Refused
    require(thing=THING, action=action, object_type=OBJECT_TYPE, object_key=str(key))
    return found


@contextlib.contextmanager
def listed_accounts() -> Iterator[tuple[QuerySet[Account], Listing]]:
    """All accounts, for a list; say with `Listing.showed` what it shows.

    Raises:
        Refused: whoever acts may read none.
    """
    with listing(thing=THING, object_type=OBJECT_TYPE) as shown:
        yield Account.objects.select_related(*_BESIDE), shown
