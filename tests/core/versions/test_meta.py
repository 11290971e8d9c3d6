"""Version tables match their tables: columns, policies, rights, triggers."""

import uuid

import pytest
from django.db import ProgrammingError, connections, transaction
from tests.core.versions import scratch
from tests.core.versions.scratch import Thing, administrator, query

from vijfluik.core.partners.acting import Acting, Actor, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions import ddl
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.meta import Mismatch, assert_version_tables_match, differences
from vijfluik.core.versions.policies import policies_of
from vijfluik.core.versions.tables import NotVersionable, versioned_names

SCOPED = """
CREATE TABLE scratch_scoped (key integer PRIMARY KEY, owner uuid, word text);
ALTER TABLE scratch_scoped ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON scratch_scoped TO vijfluik_app;
GRANT SELECT ON scratch_scoped TO vijfluik_auditor;
CREATE POLICY own ON scratch_scoped TO vijfluik_app
  USING (owner = partners.actor() AND NOT EXISTS
    (SELECT FROM partners_professional p WHERE p.key = scratch_scoped.owner AND NOT p.is_active))
  WITH CHECK (owner = partners.actor());
CREATE POLICY "Not secret" ON scratch_scoped AS RESTRICTIVE FOR SELECT TO vijfluik_app
  USING (scratch_scoped.word <> 'geheim');
CREATE POLICY oversight ON scratch_scoped FOR SELECT TO vijfluik_auditor USING (true);
"""


def somebody() -> Acting:
    actor = Actor(key=uuid.uuid4(), name="A", organisation="o", grants=())
    return Acting(actor=actor, purpose=Purpose.PROGRAMME)


def owner_differences(name: str) -> list[str]:
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        return differences(cursor, name=name)


def test_every_version_table_of_the_platform_matches_its_table(database: str) -> None:
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        assert assert_version_tables_match(cursor) == len(versioned_names(cursor))


def test_versions_are_seen_by_those_who_see_the_row(lasting: str) -> None:
    scratch.make(statement=SCOPED, name="scratch_scoped")
    mine, other = somebody(), somebody()
    for key, who in enumerate((mine, mine, other)):
        with acting(who):
            query("INSERT INTO scratch_scoped VALUES (%s, %s, 'x')", key, str(who.actor.key))
    with administrator(database=lasting) as admin:
        admin.execute("UPDATE scratch_scoped SET word = 'geheim' WHERE key = 0")
    with acting(mine):
        assert query("SELECT key FROM scratch_scoped ORDER BY 1") == [(1,)]
        seen = query("SELECT key, word FROM scratch_scoped_version ORDER BY vid")
        assert seen == [(0, "x"), (1, "x")]
    assert query("SELECT key FROM scratch_scoped_version") == []
    assert query("SELECT key FROM scratch_scoped_version", using="owner") == []
    assert len(query("SELECT key FROM scratch_scoped_version", using="auditor")) == 4
    with pytest.raises(ProgrammingError, match="permission denied"):
        query("SELECT key FROM scratch_scoped_version", using="report")
    assert owner_differences("scratch_scoped") == []


def test_a_column_of_the_table_in_a_policy_becomes_one_of_the_versions(lasting: str) -> None:
    scratch.make(statement=SCOPED, name="scratch_scoped")
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        found = policies_of(cursor, name="scratch_scoped_version")
    text = " ".join(policy.using or "" for policy in found)
    assert "scratch_scoped_version.owner" in text
    assert "public.partners_professional p" in text
    assert "scratch_scoped." not in text


CHANGES = {
    "versions have no column extra_column": "ALTER TABLE scratch_thing ADD extra_column text",
    "the trigger function is not that": "ALTER TABLE scratch_thing ADD extra_column text",
    "the policies differ": "CREATE POLICY p ON scratch_thing USING (true)",
    "row-level security is on for the one": "ALTER TABLE scratch_thing ENABLE ROW LEVEL SECURITY",
    "a part of the version table": "ALTER TABLE scratch_thing_version_now"
    " DISABLE ROW LEVEL SECURITY",
    "other roles may read": "GRANT SELECT ON scratch_thing TO vijfluik_clock",
    "UPDATE on scratch_thing_version is": "GRANT UPDATE ON scratch_thing_version TO vijfluik_app",
    "SELECT on scratch_thing_version_past": "GRANT SELECT ON scratch_thing_version_past"
    " TO vijfluik_app",
    "trigger versions_update of": "ALTER TABLE scratch_thing DISABLE TRIGGER versions_update",
    "trigger versions_guard_closed": "ALTER TABLE scratch_thing_version_past"
    " DISABLE TRIGGER versions_guard_closed",
}


@pytest.mark.parametrize("words", CHANGES)
def test_a_difference_is_named(things: str, words: str) -> None:
    assert owner_differences("scratch_thing") == []
    query(CHANGES[words], using="owner")
    with (
        pytest.raises(Mismatch, match=words),
        transaction.atomic(using="owner"),
        connections["owner"].cursor() as cursor,
    ):
        assert_version_tables_match(cursor)


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE scratch_thing ADD extra_column text",
        "CREATE POLICY p ON scratch_thing USING (true)",
        "ALTER TABLE scratch_thing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        "GRANT SELECT ON scratch_thing TO vijfluik_clock",
        "REVOKE SELECT ON scratch_thing FROM vijfluik_auditor",
        "ALTER TABLE scratch_thing DROP number",
        "ALTER TABLE scratch_thing ALTER number TYPE bigint",
        "ALTER TABLE scratch_thing ALTER title TYPE text",
    ],
)
def test_bringing_up_to_date_takes_the_difference_away(things: str, change: str) -> None:
    Thing.objects.create(title="een", number=1)
    Thing.objects.update(title="twee")
    query(change, using="owner")
    assert owner_differences("scratch_thing") != []
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        ddl.refresh(cursor, name="scratch_thing")
    assert owner_differences("scratch_thing") == []
    query("GRANT SELECT ON scratch_thing_version TO vijfluik_auditor", using="owner")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TABLE scratch_bad (a integer)", "primary key"),
        ("CREATE TABLE scratch_bad (a integer, b integer, PRIMARY KEY (a, b))", "primary key"),
        (
            "CREATE TABLE scratch_bad (a integer PRIMARY KEY, b double precision)",
            "double precision",
        ),
        ("CREATE TABLE scratch_bad (a integer PRIMARY KEY, reason text)", "another name"),
        ("CREATE TABLE scratch_bad (a date PRIMARY KEY)", "key of scratch_bad"),
        (
            "CREATE TABLE scratch_bad (a integer PRIMARY KEY, b text);"
            "GRANT SELECT (b) ON scratch_bad TO vijfluik_app",
            "readable by column",
        ),
    ],
)
def test_a_table_that_cannot_have_versions_is_refused(
    lasting: str, statement: str, words: str
) -> None:
    with pytest.raises(NotVersionable, match=words):
        scratch.make(statement=statement, name="scratch_bad")


def test_no_rows_are_lost_when_versions_are_taken_away(things: str) -> None:
    Thing.objects.create(title="een")
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        ddl.detach(cursor, name="scratch_thing")
        ddl.attach(cursor, name="scratch_thing")
    Thing.objects.update(title="twee")
    with (
        pytest.raises(NotVersionable, match="has history"),
        transaction.atomic(using="owner"),
        connections["owner"].cursor() as cursor,
    ):
        ddl.detach(cursor, name="scratch_thing")
    assert versions(Thing).count() == 2


def test_the_part_of_the_closed_versions_survives_a_superusers_carelessness(things: str) -> None:
    Thing.objects.create(title="een")
    Thing.objects.update(title="twee")
    with administrator(database=things) as admin, pytest.raises(Exception, match="refused"):
        admin.execute("UPDATE scratch_thing_version_past SET title = 'x'")
    assert versions(Thing).filter(title="een").exists()
