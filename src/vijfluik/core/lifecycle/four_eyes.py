"""An edge that needs a second person: whoever proposed does not approve."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from vijfluik.core.lifecycle.edges import Edge, EdgeRefused
from vijfluik.core.lifecycle.models import FourEyes
from vijfluik.core.partners.queries import one_pair_of_eyes


def check_four_eyes(*, edge: Edge, row: FourEyes, actor: uuid.UUID) -> None:
    """Refuse the edge to the person who proposed; the table's constraint refuses it once more.

    Raises:
        EdgeRefused: the edge needs four eyes, and the actor's are the first two.
    """
    if not edge.four_eyes:
        return
    if row.proposed_by_id == actor:
        raise EdgeRefused(_("U stelde dit zelf voor. Een ander keurt het goed."))
    need_other_eyes(row.proposed_by_id, actor=actor, since=row.proposed_at)


def need_other_eyes(proposed_by: uuid.UUID, *, actor: uuid.UUID, since: dt.datetime) -> None:
    """Refuse a second person who replaces the first, or is replaced by them; triggers do so too.

    Args:
        since: when the first person did their part.

    Raises:
        EdgeRefused: the two are one pair of eyes.
    """
    if one_pair_of_eyes(one=proposed_by, other=actor, since=since):
        raise EdgeRefused(deputy_words())


def deputy_words() -> str:
    """Why a deputy and who is replaced are not two."""
    return _(
        "U vervangt wie dit voorstelde, of wordt door die vervangen. Een derde besluit erover."
    )
