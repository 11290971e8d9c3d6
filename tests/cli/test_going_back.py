"""Migrations go back as far as they say, and forward again to the same database."""

from collections.abc import Iterable

import pytest
from django.db import connections
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from tests.core.access.test_row_level_security import make_two_trainings

from vijfluik.site.safety.shape import declared, shape_of

Key = tuple[str, str]


def own(loader: MigrationLoader) -> dict[Key, Migration]:
    """The migrations of the project."""
    return {
        key: migration
        for key, migration in loader.disk_migrations.items()
        if type(migration).__module__.startswith("vijfluik.")
    }


def goes_back(migration: Migration) -> bool:
    """Whether each of its steps can be undone."""
    return all(step.reversible for step in migration.operations)


def test_every_migration_goes_back_or_says_why_not() -> None:
    found = own(MigrationLoader(None))
    assert len(found) > 100
    silent = [
        key
        for key, migration in found.items()
        if goes_back(migration) == bool(getattr(migration, "irreversible", ""))
    ]
    assert silent == []


def kept(loader: MigrationLoader) -> set[Key]:
    """What cannot be undone, and what that rests on."""
    fixed = [key for key, migration in own(loader).items() if not goes_back(migration)]
    return {each for key in fixed for each in loader.graph.forwards_plan(key)}


def targets(loader: MigrationLoader, keep: Iterable[Key]) -> list[Key | tuple[str, None]]:
    """Per app the last migration that stays, or none of them."""
    keep = set(keep)
    apps = sorted({app for app, _ in own(loader)})
    last = {}
    for app in apps:
        of_app = [key for key in loader.graph.forwards_plan(loader.graph.leaf_nodes(app)[0])
                  if key[0] == app]  # fmt: skip
        staying = [key for key in of_app if key in keep]
        last[app] = staying[-1] if staying else (app, None)
    return list(last.values())


@pytest.mark.drill
def test_all_that_can_go_back_goes_back_and_comes_again(committed: str) -> None:
    make_two_trainings()
    owner = connections["owner"]
    executor = MigrationExecutor(owner)
    keep = kept(executor.loader)
    back = targets(executor.loader, keep)
    undone = set(own(executor.loader)) - keep
    assert len(undone) > 10
    executor.migrate(back)
    applied = set(MigrationExecutor(owner).loader.applied_migrations)
    assert undone.isdisjoint(applied)
    again = MigrationExecutor(owner)
    again.migrate(again.loader.graph.leaf_nodes())
    with connections["default"].cursor() as cursor:
        assert shape_of(cursor) == declared()
