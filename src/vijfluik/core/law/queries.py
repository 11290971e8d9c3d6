"""Reading the law: what the actor may see, as known on a day or as stored at a moment."""

import datetime as dt
from collections.abc import Iterable

from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.law.in_force import Known, known_on
from vijfluik.core.law.models import Provision
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.rows import version_of
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.history import as_of

THING = "law"
OBJECT = "law.provision"


def known(*, on: dt.date, moment: dt.datetime | None = None) -> dict[str, Known]:
    """Id → provision as known on a day.

    Args:
        on: the day by which it was known (kennisdatum), in Amsterdam.
        moment: as this platform held it then, for a receipt; as it holds it now when None.

    Raises:
        Refused: the actor may not read the law.
    """
    require(thing=THING, action="read", object_type=OBJECT)
    return known_on(stored(moment=moment), day=on)


def provision(slug: str) -> list[ProvisionVersion]:
    """All versions of one provision, in the order of revision and part.

    Raises:
        Refused: the actor may not read the law, or there is no such provision.
    """
    require(thing=THING, action="read", object_type=OBJECT)
    rows = Provision.objects.filter(provision=slug).order_by("revision", "part")
    found = [version_of(row) for row in rows]
    if not found:
        # What somebody typed is no key of anything: the journal does not hold it.
        refuse(thing=THING, action="read", object_type=OBJECT)
        raise Refused
    return found


def stored(
    *, moment: dt.datetime | None = None, slug: str | None = None
) -> Iterable[ProvisionVersion]:
    """The versions in the database, for code that has passed the gate of its own room."""
    rows = Provision.objects.all() if moment is None else as_of(Provision, moment=moment)
    if slug is not None:
        rows = rows.filter(provision=slug)
    return [version_of(row) for row in rows.order_by("provision", "revision", "part")]


def known_now(slug: str, *, known_by: dt.date | None = None) -> Known | None:
    """One provision as known on a day, today when None; for code that has passed its own gate."""
    day = today() if known_by is None else known_by
    return known_on(stored(slug=slug), day=day).get(slug)
