"""An edge that needs a second person: whoever proposed does not approve."""

import uuid

from django.utils.translation import gettext as _

from vijfluik.core.lifecycle.edges import Edge, EdgeRefused
from vijfluik.core.lifecycle.models import FourEyes


def check_four_eyes(*, edge: Edge, row: FourEyes, actor: uuid.UUID) -> None:
    """Refuse the edge to the person who proposed; the table's constraint refuses it once more.

    Raises:
        EdgeRefused: the edge needs four eyes, and the actor's are the first two.
    """
    if not edge.four_eyes:
        return
    if row.proposed_by_id == actor:
        raise EdgeRefused(_("U stelde dit zelf voor. Een ander keurt het goed."))
