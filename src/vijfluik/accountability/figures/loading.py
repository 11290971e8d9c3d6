"""Bring the definitions into the database, from a migration."""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vijfluik.accountability.figures.definition import Definition
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.models import FigureDefinition
from vijfluik.accountability.figures.reading import DefinitionError


def load_definitions(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Store every definition that is not stored yet; for `RunPython`.

    Raises:
        DefinitionError: a stored version has another content than its file.
    """
    del apps  # the table has had these columns since its first migration
    everything = (each for versions in library().values() for each in versions)
    store(everything, using=editor.connection.alias)


def store(definitions: Iterable[Definition], *, using: str) -> int:
    """Store definitions and answer how many were new. One that is there already must be the same.

    Args:
        definitions: in any order.
        using: a connection that may insert them: the owner's.

    Raises:
        DefinitionError: a stored version has another content: a change needs a new version.
    """
    rows = FigureDefinition.objects.using(using)
    stored = dict(rows.values_list("key", "sha256"))
    new = []
    for definition in definitions:
        held = stored.get(definition.key)
        if held is not None and held != definition.sha256:
            raise DefinitionError(
                f"{definition.key} is stored with another content; give the change a new version"
            )
        if held is None:
            new.append(
                FigureDefinition(
                    key=definition.key,
                    figure=definition.id,
                    version=definition.version,
                    content=definition.content,
                    sha256=definition.sha256,
                )
            )
    rows.bulk_create(new)
    return len(new)
