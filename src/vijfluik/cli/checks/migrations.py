"""Migrations complete."""

from pathlib import Path


def migrations(_root: Path) -> list[str]:
    """Every change of a model has its migration; read from the files, without a database."""
    import django

    django.setup()
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState
    from django.utils import translation

    loader = MigrationLoader(None, ignore_no_migrations=True)
    twice = loader.detect_conflicts()
    # Migrations hold the sentences as they are in the source.
    with translation.override(None):
        wanted = ProjectState.from_apps(apps)
        changes = MigrationAutodetector(loader.project_state(), wanted).changes(graph=loader.graph)
    return [
        *(f"{label}: two last migrations: {', '.join(names)}" for label, names in twice.items()),
        *(
            f"{label}: no migration for: {operation.describe()}"
            for label, made in changes.items()
            for migration in made
            for operation in migration.operations
        ),
    ]
