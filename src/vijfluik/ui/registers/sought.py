"""What somebody typed to search by, in addresses: sealed, for it may be the name of a person.

An address is kept in histories and in the logs of whatever stands in between. So words are sent in
the body, and the pages that follow (another order, the next page, a file) carry them under a seal
that opens for the same reader at this installation only.
"""

import base64

from vijfluik.core.accounts.sealing import seal, unseal
from vijfluik.core.partners.acting import Acting

SOUGHT = "gezocht"


def sealed_words(words: str, *, who: Acting) -> str:
    """The words as they stand in an address of this reader."""
    return base64.urlsafe_b64encode(seal(words.encode(), use=_use(who))).decode().rstrip("=")


def words_of(text: str, *, who: Acting) -> str:
    """What was sealed for this reader; empty for anything else."""
    try:
        held = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        return unseal(held, use=_use(who)).decode()
    except ValueError:
        # No such text, sealed for another, or with a key of before.
        return ""


def _use(who: Acting) -> str:
    return f"search {who.actor.key}"
