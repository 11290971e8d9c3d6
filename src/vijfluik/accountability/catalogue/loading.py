"""Bring the items into the database: from a migration, or as the past of a demonstration."""

import datetime as dt

from django.apps.registry import Apps
from django.db import connections, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vijfluik.accountability.catalogue.models import ItemState, ListedItem
from vijfluik.core.items.register import items
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.core.versions import ddl
from vijfluik.core.versions.loading import PastVersion, load_history

# The day of the source, which lists the 117 of them.
LISTED_ON = dt.date(2019, 4, 15)


def load_items(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Store the items; for `RunPython`, in a later migration too when the file changed."""
    del apps  # the loader reads and writes rows as they are now
    store(using=editor.connection.alias)


def store(*, using: str) -> None:
    """Store what the file holds; an item that it no longer names has ended."""
    rows = ListedItem.objects.using(using)
    for values in _rows():
        rows.update_or_create(key=values.pop("key"), defaults=values)
    rows.exclude(key__in=items()).update(state=ItemState.ENDED)


def load_past(*, using: str = "owner") -> int:
    """Give a demonstration the items as if they had been listed on the day of the source.

    Returns:
        How many.

    Raises:
        NotADemonstration: the database does not bear the mark.
    """
    begun = dt.datetime.combine(LISTED_ON, dt.time(), tzinfo=AMSTERDAM)
    table = ListedItem._meta.db_table
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        ddl.detach(cursor, name=table)
        ListedItem.objects.using(using).all().delete()
        ddl.attach(cursor, name=table)
        past = [PastVersion(values=values, tx_from=begun) for values in _rows()]
        return load_history(ListedItem, past, using=using)


def _rows() -> list[dict[str, object]]:
    return [
        {
            "key": item.key,
            "area": str(item.area),
            "name_nl": item.nl,
            "name_en": item.en,
            "state": str(ItemState.ACTIVE),
            "valid_from": LISTED_ON,
        }
        for item in items().values()
    ]
