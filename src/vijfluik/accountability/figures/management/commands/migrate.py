"""`migrate`, and the definitions of figures that came with the software.

A room that brings a figure adds a file and nothing else: the definition is in the database as soon
as it is migrated, whichever migration was the last.
"""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.loading import store
from vijfluik.accountability.figures.models import FigureDefinition


class Command(Migrate):
    """Django's own, completed."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then store the definitions that are new.

        Raises:
            DefinitionError: a stored version has another content than its file.
        """
        super().handle(*args, **options)
        alias = options["database"]
        if FigureDefinition._meta.db_table not in connections[alias].introspection.table_names():
            return
        everything = (each for versions in library().values() for each in versions)
        store(everything, using=alias)
