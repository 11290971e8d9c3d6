"""`./run manage COMMAND …`: Django's management commands on the database of this checkout."""

import os
from collections.abc import Sequence

from vijfluik.cli import messages
from vijfluik.cli.checkout import root
from vijfluik.cli.server import use_database

# These read or write what belongs to the owner; the others run as the application.
OF_THE_OWNER = {"makemigrations", "migrate", "showmigrations", "squashmigrations"}


def run(arguments: Sequence[str]) -> int:
    """Hand the arguments to Django."""
    messages.compile_older(root() / "src")
    use_database()
    if arguments and arguments[0] in OF_THE_OWNER:
        os.environ["DATABASE_URL"] = os.environ.get(
            "DATABASE_URL_OWNER", os.environ["DATABASE_URL"]
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./run manage", *arguments])
    return 0
