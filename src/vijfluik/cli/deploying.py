"""Telling whether an installation is safe, and writing down what migrations make of a database."""

import json
import os
import sys

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say
from vijfluik.cli.server import use_database


def tell(*, form: str) -> int:
    """Print what is wrong with this installation; 0 when nothing is.

    Args:
        form: `text` or `json`.

    Raises:
        CommandFailed: the database cannot be reached.
    """
    use_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.db import OperationalError

    django.setup()
    from vijfluik.site.safety.checking import examine

    try:
        found = examine()
    except OperationalError as error:
        first = str(error).strip().splitlines()[0]
        raise CommandFailed(f"The database cannot be reached: {first}") from None
    if form == "json":
        told = {"safe": not found, "findings": [finding.as_json() for finding in found]}
        sys.stdout.write(json.dumps(told, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{finding}\n" for finding in found)
        sys.stdout.write(
            f"{len(found)} findings: not safe to switch on.\n"
            if found
            else "Nothing found: safe to switch on.\n"
        )
    return 1 if found else 0


def update_shape() -> int:
    """Migrate an empty database, as the tests do, and write its shape."""
    from vijfluik.cli.commands import test

    test.prepare()
    import django

    django.setup()
    from django.db import connection, connections

    from vijfluik.cli import test_database
    from vijfluik.site.safety.shape import FILE, shape_of, written

    name = test_database.copy_name(worker="shape")
    test_database.fresh_copy(name=name)
    try:
        connection.settings_dict["NAME"] = name
        with connection.cursor() as cursor:
            shape = shape_of(cursor)
        FILE.write_text(written(shape), encoding="utf-8")
    finally:
        connections.close_all()
        test_database.drop(name=name)
    say(f"{len(shape)} lines in {FILE.name}")
    return 0
