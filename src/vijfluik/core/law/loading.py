"""Bring the provisions into the database: from a migration, or as the past of a demonstration."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.apps.registry import Apps
from django.db import connections, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Exists, OuterRef
from django.utils import timezone

from vijfluik.core.law.library import library
from vijfluik.core.law.models import Provision
from vijfluik.core.law.provision import Confirmation, LawError, ProvisionVersion
from vijfluik.core.law.rows import values_of
from vijfluik.core.law.vocabulary import Certainty, Currency
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.versions import ddl
from vijfluik.core.versions.loading import PastVersion, load_history

# What may be added to a row that was stored before versions told it.
ADDED = ("stated_number", "stated_unit")
# What a confirmation may change of a row that is there; all else needs a new revision.
STANDING = ("standing", "carries", "terms", "confirmed_by", "confirmed_on", "invented")


def load_law(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Store every version that the data files hold; for `RunPython`, in each later migration too.

    Raises:
        LawError: a stored version has another text than its file.
    """
    del apps  # the loader reads and writes rows as they are now
    everything = (version for versions in library().values() for version in versions)
    store(everything, using=editor.connection.alias)


def store(versions: Iterable[ProvisionVersion], *, using: str) -> int:
    """Store versions, and the confirmations that came since; answer how many were new.

    Args:
        versions: in any order.
        using: a connection of the owner.

    Raises:
        LawError: a stored version has another text: a change needs a new revision.
    """
    rows = Provision.objects.using(using)
    stored = {row.key: row for row in rows.all()}
    new = 0
    for version in versions:
        values = values_of(version)
        held = stored.get(version.key)
        if held is None:
            rows.create(**values)
            new += 1
            continue
        changed = [name for name, value in values.items() if getattr(held, name) != value]
        added = {
            name: values[name] for name in changed if name in ADDED and not getattr(held, name)
        }
        if added:
            rows.filter(key=version.key).update(**added)
            changed = [name for name in changed if name not in added]
        if set(changed) - set(STANDING):
            raise LawError(
                f"{version.key} is stored with another {changed[0]}; write the change as a new"
                " version in the data file, known from the day it was known"
            )
        if changed and not held.invented:
            rows.filter(key=version.key).update(**{name: values[name] for name in changed})
    _supersede(using=using)
    return new


def _supersede(*, using: str) -> None:
    """Mark what a later revision replaced; a revision is replaced as a whole."""
    rows = Provision.objects.using(using)
    later = rows.filter(provision=OuterRef("provision"), revision__gt=OuterRef("revision"))
    rows.filter(Exists(later), state=Currency.CURRENT).update(state=Currency.SUPERSEDED)


def load_past(*, lawyers: tuple[str, str], using: str = "owner") -> int:
    """Give a demonstration the law as if each version had been entered when it became known.

    Texts that were read are confirmed by two invented lawyers, who say that they are.

    Returns:
        The number of versions; 0 when this was done before.

    Raises:
        NotADemonstration: the database does not bear the mark.
    """
    if Provision.objects.using(using).filter(invented=True).exists():
        return 0
    past = [
        row
        for versions in library().values()
        for version in versions
        for row in _past(version, among=versions, lawyers=lawyers)
    ]
    table = Provision._meta.db_table
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        ddl.detach(cursor, name=table)
        Provision.objects.using(using).all().delete()
        ddl.attach(cursor, name=table)
        return load_history(Provision, past, using=using)


def _past(
    version: ProvisionVersion, *, among: Iterable[ProvisionVersion], lawyers: tuple[str, str]
) -> Iterator[PastVersion]:
    """A version as it stood since it was known, and since a later revision replaced it."""
    values = values_of(_confirmed(version, lawyers=lawyers))
    begun = _moment(version.known_from)
    later = [each.known_from for each in among if each.revision > version.revision]
    replaced = _moment(min(later)) if later else None
    yield PastVersion(
        values={**values, "state": str(Currency.CURRENT)},
        tx_from=begun,
        tx_to=replaced,
        reason=f"bekend vanaf {version.known_from}",
    )
    if replaced is not None:
        yield PastVersion(
            values={**values, "state": str(Currency.SUPERSEDED)},
            tx_from=replaced,
            reason=f"vervangen per {min(later)}",
        )


def _confirmed(version: ProvisionVersion, *, lawyers: tuple[str, str]) -> ProvisionVersion:
    if version.certainty != Certainty.READ:
        return version
    return version.confirmed(Confirmation(by=lawyers, on=version.known_from, invented=True))


def _moment(day: dt.date) -> dt.datetime:
    """The beginning of the day; not later than a minute ago, where the clock stands early."""
    begun = dt.datetime.combine(day, dt.time(), tzinfo=AMSTERDAM)
    return min(begun, timezone.now() - dt.timedelta(minutes=1))
