"""How many notices the frame of a page says that the reader has not read."""

import dataclasses

from vijfluik.core.notices.queries import unread
from vijfluik.core.partners.acting import Acting, acting, current
from vijfluik.core.partners.models import Purpose


def unread_of(who: Acting) -> int:
    """The same number on every page: terms are seen for the purpose of the programme only."""
    now = current()
    if now is not None and now.purpose == Purpose.PROGRAMME:
        return unread()
    with acting(dataclasses.replace(who, purpose=Purpose.PROGRAMME, used=None)):
        return unread()
