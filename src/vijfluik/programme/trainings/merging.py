"""Two people changed one record: was, theirs and yours beside each other."""

import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from vijfluik.core.partners.models import Professional
from vijfluik.programme.trainings.content import NAMES, Content
from vijfluik.programme.trainings.faults import Conflict, Difference
from vijfluik.programme.trainings.lookups import read_lookups
from vijfluik.programme.trainings.seen import current_version
from vijfluik.programme.trainings.showing import field_label, shown


def merge(*, key: uuid.UUID, was: Content, theirs: Content, mine: Mapping[str, object]) -> Conflict:
    """The conflict to raise.

    Args:
        was: the content when this person looked.
        theirs: the content as it is now.
        mine: the fields that this person wants to change, with their values.
    """
    now = current_version(key)
    places = read_lookups().place_names
    by = Professional.objects.filter(key__in=[now.actor]).values_list("name", flat=True).first()
    differences = []
    merged: dict[str, object] = {}
    for name in NAMES:
        before, after = getattr(was, name), getattr(theirs, name)
        yours = mine.get(name, before)
        if before == after == yours:
            continue
        touched = {"theirs": before != after, "yours": before != yours}
        merged[name] = yours if touched["yours"] else after
        differences.append(
            Difference(
                field=name,
                label=field_label(name),
                was=shown(name, before, places=places),
                theirs=shown(name, after, places=places),
                yours=shown(name, yours, places=places),
                clash=all(touched.values()) and after != yours,
            )
        )
    return Conflict(
        differences=differences, changed_by=by or _("Iemand"), seen=str(now.vid), merged=merged
    )
