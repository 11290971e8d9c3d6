"""Ending sessions by the owner of the tables: when one was taken, or nobody can wait for a page.

It opens nothing for anybody, so it works with any number of administrators; it is said in the name
of a witness all the same, with a reason that stays in the journal.
"""

import uuid

from django.db import transaction

from vijfluik.core.accounts.first import OWNER, accounts_named, witness_named
from vijfluik.core.accounts.models import EndedBecause, Visit
from vijfluik.core.accounts.visits import end_open
from vijfluik.core.partners.acting import acting


def end_by_owner(*, username: str | None, witness: str, reason: str) -> dict[uuid.UUID, int]:
    """End every session of one person or of everybody, over the owner's connection.

    Args:
        username: of an account in service; everybody's when None.
        witness: of an account in service, in whose name they end; another than the first.
        reason: why the owner does it; it stands in the journal.

    Returns:
        How many ended of whom; each has an event. Nobody who had none is in it.

    Raises:
        NotGiven: one of the two is not there, or there is no reason.
    """
    who = witness_named(witness, reason=reason)
    with transaction.atomic(using=OWNER), acting(who, using=OWNER):
        open_now = Visit.objects.using(OWNER).filter(ended_at__isnull=True)
        if username is not None:
            person, _ = accounts_named(username, witness)
            open_now = open_now.filter(professional=person.key)
        whose = sorted(set(open_now.values_list("professional", flat=True)))
        return {
            each: end_open(
                who=who, professional=each, because=EndedBecause.BY_ADMINISTRATOR, using=OWNER
            )
            for each in whose
        }
