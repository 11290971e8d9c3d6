"""Two layers that do not know each other decide the same: people at random, every table.

The full size asks it for 200 people, the quick one for 40 of the same kind.
"""

import random
import uuid
from collections.abc import Iterator
from typing import Any, cast

import pytest
from django.db import connection
from tests.core.access.crowd import SEED, Filling
from tests.core.access.layers import Asked, Row, World, deciders
from tests.core.journal.making import as_administrator
from tests.pointing import point_at
from tests.registers.examples import keeper, made
from tests.sizes import sized

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.registers.registry import registers

PEOPLE = sized(quick=40, full=200)


@pytest.fixture(scope="module")
def world(module_database: str, database: str) -> Iterator[World]:
    """Every row of the database, as an administrator sees it; table → its rows."""
    point_at(module_database)
    for register in registers():
        made(register, who=keeper(register), reference="R-1")
    with as_administrator(module_database) as admin:
        filling = Filling(admin, chance=random.Random(SEED))
        filling.invent_people(PEOPLE)
        filling.fill()
        admin.commit()
        tables = [
            row[0]
            for row in admin.execute(
                "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind IN ('r', 'p')"
                " AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity"
                " AND has_any_column_privilege('vijfluik_app', c.oid, 'SELECT') ORDER BY 1"
            ).fetchall()
        ]
        tables += ["partners_organisation"]
        yield {
            str(table): [
                {**row, "_place": place}
                for place, row in cast(
                    "list[tuple[str, Row]]",
                    admin.execute(
                        f"SELECT t.tableoid::regclass || t.ctid::text, to_jsonb(t) FROM {table} t"
                    ).fetchall(),
                )
            ]
            for table in tables
        }
    point_at(database)


def people() -> list[Acting]:
    """The crowd, each for a purpose that suits a mandate or for any."""
    chance = random.Random(SEED + 1)
    found = []
    with as_administrator(str(connection.settings_dict["NAME"])) as admin:
        rows = admin.execute(
            "SELECT key, name, organisation_id FROM partners_professional"
            " WHERE username LIKE 'willekeurig-%' ORDER BY username"
        ).fetchall()
    for key, name, organisation in cast("list[tuple[uuid.UUID, str, str]]", rows):
        actor = actor_for(Professional(key=key, name=name, organisation_id=organisation))
        purposes = [grant.purpose for grant in actor.grants] * 3 + list(Purpose)
        found.append(Acting(actor=actor, purpose=chance.choice(purposes)))
    return found


def seen_by(who: Acting) -> dict[str, set[str]]:
    """Table → the places of the rows that row-level security shows."""
    found: dict[str, set[str]] = {}
    with acting(who), connection.cursor() as cursor:
        cursor.execute("EXECUTE everything")
        for table, place in cursor.fetchall():
            found.setdefault(table, set()).add(place)
    return found


def told(who: Acting, *, table: str, row: Row, shown: bool) -> str:
    """A difference, so that it can be looked into."""
    grants = [f"{each.role}@{each.organisation}/{each.purpose}" for each in who.actor.grants]
    layer = "the database alone shows" if shown else "Python alone allows"
    return f"{who.actor.name} {grants} for {who.purpose}: {layer} {table} {row}"


def test_python_and_the_database_show_the_same_rows_to_people_at_random(world: World) -> None:
    decides = deciders()
    tables = sorted(set(world) - {"partners_organisation"})
    assert [table for table in tables if table not in decides] == []
    assert [table for table in tables if not world[table]] == []
    assert sum(len(rows) for rows in world.values()) > 1000
    with connection.cursor() as cursor:
        everything = " UNION ALL ".join(
            f"SELECT '{table}', tableoid::regclass || ctid::text FROM {table}" for table in tables
        )
        cursor.execute(f"PREPARE everything AS {everything}")
    everybody = people()
    assert len(everybody) == PEOPLE
    # The first of each kind: one wrong rule differs in hundreds of rows.
    differences: dict[tuple[str, bool], str] = {}
    shown: dict[str, int] = dict.fromkeys(tables, 0)
    for who in everybody:
        asked, seen = Asked(who, world=world), seen_by(who)
        for table in tables:
            places: Any = seen.get(table, set())
            shown[table] += len(places)
            for row in world[table]:
                allowed = decides[table](asked, row)
                if allowed != (row["_place"] in places):
                    kind = (table, not allowed)
                    differences.setdefault(kind, told(who, table=table, row=row, shown=not allowed))
    assert not differences, "\n".join(differences.values())
    # No table is shut to everybody, of whom a few may all be strangers; and none is open to all.
    shut = [table for table in tables if not shown[table]]
    assert len(shut) < sized(quick=40, full=1), shut
    open_to_all = {table for table in tables if shown[table] == PEOPLE * len(world[table])}
    assert open_to_all == {"lifecycle_worked", "notices_round"}  # moments, of nobody
