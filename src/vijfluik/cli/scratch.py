"""A database for one run of a bench: as migrated, with nothing in it, gone afterwards."""

import contextlib
import os
from collections.abc import Iterator

from vijfluik.cli import test_database


@contextlib.contextmanager
def scratch_database(name: str) -> Iterator[None]:
    """Set Django up, with every connection pointed at a database of that name while it lasts."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
    test_database.prepare()
    test_database.fresh_copy(name=name)
    import django
    from django.conf import settings
    from django.db import connections

    django.setup()
    for alias in settings.DATABASES:
        connections[alias].settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        test_database.drop(name=name)
