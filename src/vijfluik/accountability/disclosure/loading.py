"""Bring the parameters into the database, from a migration."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vijfluik.accountability.disclosure.models import DisclosureParameter
from vijfluik.accountability.disclosure.parameters import Parameter, written
from vijfluik.accountability.figures.reading import DefinitionError


def load_parameters(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Store every parameter that is not stored yet; for `RunPython`.

    Raises:
        DefinitionError: a stored one has another content than the file.
    """
    del apps
    store(written(), using=editor.connection.alias)


def store(parameters: tuple[Parameter, ...], *, using: str) -> int:
    """Store parameters and answer how many were new.

    Args:
        parameters: of the file.
        using: a connection that may insert them: the owner's.

    Raises:
        DefinitionError: a stored one has another content: a change is a row with a later day.
    """
    rows = DisclosureParameter.objects.using(using)
    stored = dict(rows.values_list("key", "sha256"))
    new = []
    for each in parameters:
        key = f"{each.name}@{each.valid_from.isoformat()}"
        if key not in stored:
            new.append(
                DisclosureParameter(
                    key=key,
                    name=each.name,
                    valid_from=each.valid_from,
                    content=each.content,
                    sha256=each.sha256,
                )
            )
        elif stored[key] != each.sha256:
            raise DefinitionError(f"{key} is stored with another content; give it a later day")
    rows.bulk_create(new)
    return len(new)
