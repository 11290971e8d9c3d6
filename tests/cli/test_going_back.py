"""Migrations go back as far as they say, and forward again to the same database."""

from collections.abc import Iterable

import psycopg
import pytest
from django.db import connections
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from psycopg import sql
from tests.browser.office import furnish
from tests.core.access.test_row_level_security import make_two_trainings
from tests.programme.networks.doing import member, network, withdraw

from vijfluik.cli import test_database
from vijfluik.site.safety.shape import declared, shape_of

Key = tuple[str, str]
Contents = dict[str, tuple[int, str]]
# What is written anew where a migration loads it once more; all else of these rows stays the same.
_ANEW = ("tx_from", "salt", "row_hash")
RENEWED = {
    "access_rule": ("id",),
    "catalogue_item_version_now": _ANEW,
    "law_provision_version_now": _ANEW,
}
# Whose rows differ after going back and forth, and why that is as it should be.
DIFFERS = {
    "django_migrations": "holds what was applied, and when",
}
TABLES = (
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname !~ '^(pg_|information_schema)'"
)
# By name of column: one that was dropped and added again stands last.
ROWS = (
    "SELECT count(*), coalesce(md5(string_agg(line, ';' ORDER BY line)), '')"
    " FROM (SELECT md5((to_jsonb(t) - %s::text[])::text) FROM {} t) AS lines (line)"
)


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


def contents(database: str) -> Contents:
    """Table → number and hash of its rows, as PostgreSQL's administrator sees them."""
    found = {}
    with psycopg.connect(test_database.administrator_of(name=database)) as admin:
        for schema, table in admin.execute(TABLES).fetchall():
            place = sql.Identifier(schema, table)
            asked = sql.SQL(ROWS).format(place)
            number, line = admin.execute(asked, [list(RENEWED.get(table, ()))]).fetchall()[0]
            found[table if schema == "public" else f"{schema}.{table}"] = (number, line)
    return found


@pytest.mark.drill
def test_all_that_can_go_back_goes_back_and_comes_again(committed: str) -> None:
    furnish()
    make_two_trainings()
    of = network()
    member(of)
    withdraw(member(of, reference="L-2"))
    before = contents(committed)
    assert sum(number > 0 for number, _ in before.values()) > 40
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
    after = contents(committed)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == DIFFERS.keys()
