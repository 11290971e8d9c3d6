"""Migrate the demonstration database and load it.

    python -m vijfluik.cli.loading [--load [--scale N]]

A process of its own, because it alone needs the owner's connection.
"""

import argparse
import importlib.util
import os
import sys

from vijfluik.cli.errors import told_full


def main() -> None:
    """Do it; the caller marks the database when this has ended well, and a disk that is full is
    told in a line.
    """
    try:
        migrate_and_load()
    except Exception as error:
        full = told_full(error)
        if full is None:
            raise
        sys.exit(f"\n{full}")


def migrate_and_load() -> None:
    """What the words of the command ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", action="store_true")
    parser.add_argument("--scale", type=int)
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", database="owner", verbosity=0)
    lacking = missing_columns()
    if lacking:
        sys.exit("Its tables lack what this version reads: " + ", ".join(lacking[:5]) + ".")
    if chosen.load:
        load(scale=chosen.scale)


def missing_columns() -> list[str]:
    """The columns that the models read and the database lacks, as table.column.

    A migration that was rewritten after a database had passed it leaves such a difference: nothing
    is left to migrate, and every page of the table would fail.
    """
    from django.apps import apps
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT table_name || '.' || column_name FROM information_schema.columns"
            " WHERE table_schema = 'public'"
        )
        there = {name for (name,) in cursor.fetchall()}
    return sorted(
        name
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
        for field in model._meta.local_concrete_fields
        if (name := f"{model._meta.db_table}.{field.column}") not in there
    )


def load(*, scale: int | None) -> None:
    """Load the whole demonstration, or the people and places of it while there is no more."""
    from django.db import connections

    from vijfluik.cli.progress import say

    if importlib.util.find_spec("vijfluik.demo.load") is None:
        from vijfluik.demo import base

        base.main()
        return
    demonstration = importlib.import_module("vijfluik.demo.load")
    loaded = demonstration.load(scale=scale, progress=say)
    if loaded.fresh and scale is None:
        importlib.import_module("vijfluik.demo.releases").load_releases(progress=say)
    # Autovacuum would do it within a minute; the first pages need not wait for that.
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(oid::regclass::text, ', ') FROM pg_class"
            " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        )
        ((tables,),) = cursor.fetchall()
        cursor.execute(f"VACUUM (ANALYZE) {tables}")


if __name__ == "__main__":
    main()
