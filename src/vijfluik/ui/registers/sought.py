"""What somebody typed to search by, in addresses: sealed, for it may be the name of a person.

An address is kept in histories and in the logs of whatever stands in between. So words are sent in
the body, and the pages that follow (another order, the next page, a file) carry them under a seal
that opens for the same reader at this installation only.
"""

import base64

from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict

from vijfluik.core.accounts.sealing import seal, unseal
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.filtering import SEARCH

SOUGHT = "gezocht"
# Longer words are what the form refuses.
LONGEST = 100


class UnreadableWords(BadRequest):
    """Words in an address do not open; without them a list, or a file, would be of everything."""


def sealed_words(words: str, *, who: Acting) -> str:
    """The words as they stand in an address of this reader."""
    return base64.urlsafe_b64encode(seal(words.encode(), use=_use(who))).decode().rstrip("=")


def words_of(text: str, *, who: Acting) -> str:
    """What was sealed for this reader; empty when nothing was.

    Raises:
        UnreadableWords: no such text, sealed for another, or with a key of before.
    """
    if not text:
        return ""
    try:
        held = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        return unseal(held, use=_use(who)).decode()
    except ValueError:
        raise UnreadableWords("the words in this address cannot be read") from None


def asked_by(request: HttpRequest, *, who: Acting, plain: bool) -> QueryDict:
    """What is asked of a list: what was typed comes in the body, or under its seal in an address.

    What the page makes addresses of (`request.GET`) goes on with the sealed words.

    Args:
        plain: whether an address that somebody kept with plain words in it works; they go on
            under a seal.

    Raises:
        UnreadableWords: what stands under the seal does not open.
    """
    posted = request.method == "POST"
    asked = (request.POST if posted else request.GET).copy()
    asked.pop("csrfmiddlewaretoken", None)
    if not posted and not plain:
        asked.pop(SEARCH, None)
    onward = asked.copy()
    if posted:
        onward.pop(SEARCH, None)
        onward.pop(SOUGHT, None)
        for name in [name for name, value in onward.items() if not value]:
            onward.pop(name)
        words = asked.get(SEARCH, "")[:LONGEST].strip()
        if words:
            onward[SOUGHT] = sealed_words(words, who=who)
    elif SOUGHT in asked:
        asked[SEARCH] = words_of(str(asked[SOUGHT]), who=who)
        onward.pop(SEARCH, None)
    elif asked.get(SEARCH):
        onward.pop(SEARCH)
        onward[SOUGHT] = sealed_words(str(asked[SEARCH])[:LONGEST].strip(), who=who)
    request.GET = onward  # type: ignore[assignment]
    return asked


def _use(who: Acting) -> str:
    return f"search {who.actor.key}"
