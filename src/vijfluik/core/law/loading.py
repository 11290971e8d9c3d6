"""Bring the provisions into the database: from a migration, or as the past of a demonstration."""

import datetime as dt
from collections.abc import Iterable

from django.apps.registry import Apps
from django.db import connections, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from vijfluik.core.law.library import library
from vijfluik.core.law.models import Provision
from vijfluik.core.law.provision import Confirmation, LawError, ProvisionVersion
from vijfluik.core.law.rows import values_of
from vijfluik.core.law.vocabulary import Certainty
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.versions import ddl
from vijfluik.core.versions.loading import PastVersion, load_history

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
        if set(changed) - set(STANDING):
            raise LawError(
                f"{version.key} is stored with another {changed[0]}; write the change as a new"
                " version in the data file, known from the day it was known"
            )
        if changed and not held.invented:
            rows.filter(key=version.key).update(**{name: values[name] for name in changed})
    return new


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
    everything = [version for versions in library().values() for version in versions]
    past = [
        PastVersion(
            values=values_of(_confirmed(version, lawyers=lawyers)),
            tx_from=_moment(version.known_from),
            reason=f"bekend vanaf {version.known_from}",
        )
        for version in everything
    ]
    table = Provision._meta.db_table
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        ddl.detach(cursor, name=table)
        Provision.objects.using(using).all().delete()
        ddl.attach(cursor, name=table)
        return load_history(Provision, past, using=using)


def _confirmed(version: ProvisionVersion, *, lawyers: tuple[str, str]) -> ProvisionVersion:
    if version.certainty != Certainty.READ:
        return version
    return version.confirmed(Confirmation(by=lawyers, on=version.known_from, invented=True))


def _moment(day: dt.date) -> dt.datetime:
    """The beginning of the day; not later than a minute ago, where the clock stands early."""
    begun = dt.datetime.combine(day, dt.time(), tzinfo=AMSTERDAM)
    return min(begun, timezone.now() - dt.timedelta(minutes=1))
