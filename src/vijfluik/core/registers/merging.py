"""Two people changed one record: was, theirs and yours beside each other."""

import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from vijfluik.core.partners.models import Professional
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Conflict, Difference
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.seen import current_version


def merge(
    register: Register,
    *,
    key: uuid.UUID,
    was: Content,
    theirs: Content,
    mine: Mapping[str, object],
) -> Conflict:
    """The conflict to raise.

    Args:
        was: the content when this person looked.
        theirs: the content as it is now.
        mine: the fields that this person wants to change, with their values.
    """
    now = current_version(register, key=key)
    lookups, kinds = Lookups(), kinds_of(register)
    by = Professional.objects.filter(key__in=[now.actor]).values_list("name", flat=True).first()
    differences = []
    merged: dict[str, object] = {}
    for name in register.names:
        before, after = was[name], theirs[name]
        yours = mine.get(name, before)
        if before == after == yours:
            continue
        touched = {"theirs": before != after, "yours": before != yours}
        merged[name] = yours if touched["yours"] else after
        differences.append(
            Difference(
                field=name,
                label=kinds[name].label,
                was=kinds[name].shown(before, lookups=lookups),
                theirs=kinds[name].shown(after, lookups=lookups),
                yours=kinds[name].shown(yours, lookups=lookups),
                clash=all(touched.values()) and after != yours,
            )
        )
    return Conflict(
        differences=differences, changed_by=by or _("Iemand"), seen=str(now.vid), merged=merged
    )
