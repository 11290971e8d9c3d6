"""Each half-applied or opened database is found; what the migrations make is left in peace."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from pytest_django.fixtures import Settings
from tests.sizes import part

from vijfluik.cli import test_database
from vijfluik.site.databases import connection as settings_of
from vijfluik.site.safety import contents, database, refusing, roles
from vijfluik.site.safety.findings import Finding
from vijfluik.site.safety.shape import declared, shape_of

ADMINISTRATOR = "administrator"


def found() -> list[Finding]:
    """What the checks of the database find, as they would for the change of this transaction."""
    return [
        *roles.roles(ADMINISTRATOR),
        *database.migrations(ADMINISTRATOR),
        *database.shape(ADMINISTRATOR),
        *(each for each in contents.demonstration(ADMINISTRATOR)),
    ]


@pytest.fixture
def administrator(database: str, safe: Settings) -> Iterator[None]:
    """A connection of PostgreSQL's administrator in one transaction, which is rolled back."""
    where = settings_of(test_database.administrator_of(name=database))
    defaults = connections.databases["default"]
    connections.databases[ADMINISTRATOR] = {**defaults, **where}
    try:
        with transaction.atomic(using=ADMINISTRATOR):
            yield
            transaction.set_rollback(True, using=ADMINISTRATOR)
    finally:
        connections[ADMINISTRATOR].close()
        del connections[ADMINISTRATOR], connections.databases[ADMINISTRATOR]


def test_the_file_holds_what_the_migrations_make(platform: str) -> None:
    with connections["default"].cursor() as cursor:
        there = shape_of(cursor)
    assert len(there) > 1000
    assert there == declared(), "`./run check --update-shape` writes it anew"


WRONG = {
    "ALTER ROLE vijfluik_app BYPASSRLS": ("roles", "vijfluik_app passes row-level security"),
    "ALTER ROLE vijfluik_app SUPERUSER": ("roles", "vijfluik_app is a superuser"),
    "ALTER ROLE vijfluik_clock CREATEROLE": ("roles", "vijfluik_clock may make roles"),
    "GRANT vijfluik_owner TO vijfluik_app": ("roles", "is a member of vijfluik_owner"),
    "ALTER ROLE vijfluik_report RESET default_transaction_read_only": ("roles", "may write"),
    "ALTER ROLE vijfluik_app RESET idle_in_transaction_session_timeout": ("roles", "how long"),
    "ALTER ROLE vijfluik_app RESET timezone": ("roles", "time zone of vijfluik_app"),
    "ALTER ROLE vijfluik_clock RENAME TO vijfluik_other": ("roles", "no role vijfluik_clock"),
    "GRANT CONNECT ON DATABASE {} TO PUBLIC": ("roles", "Every role of the server"),
    "ALTER TABLE trainings_training DISABLE ROW LEVEL SECURITY": (
        "row-level security", "trainings_training differs"),
    "ALTER TABLE networks_member NO FORCE ROW LEVEL SECURITY": (
        "row-level security", "networks_member differs"),
    "CREATE TABLE stray (a integer)": ("row-level security", "stray is not declared"),
    "CREATE POLICY everybody ON trainings_training USING (true)": (
        "policies", "trainings_training everybody is not declared"),
    "DROP POLICY {policy} ON networks_member": ("policies", "is missing"),
    "ALTER POLICY {policy} ON networks_member USING (true)": ("policies", "networks_member"),
    "GRANT UPDATE ON journal_event TO vijfluik_app": ("rights", "journal_event vijfluik_app"),
    "GRANT SELECT (name) ON partners_professional TO vijfluik_clock": (
        "rights", "partners_professional.name vijfluik_clock"),
    "ALTER TABLE trainings_training DISABLE TRIGGER versions_update": (
        "triggers", "trainings_training differs"),
    "ALTER TABLE trainings_training DROP CONSTRAINT {constraint}": (
        "constraints", "trainings_training differs"),
    "ALTER TABLE trainings_training ADD extra text": ("tables", "trainings_training differs"),
    "GRANT EXECUTE ON FUNCTION journal.append(text, bytea, integer, date, bytea) TO PUBLIC": (
        "functions", "journal.append"),
    "DELETE FROM django_migrations WHERE app = 'networks' AND name = '0002_access'": (
        "migrations", "networks.0002_access"),
    "INSERT INTO django_migrations (app, name, applied) VALUES ('networks', '0999_x', now())": (
        "migrations", "networks.0999_x"),
    "INSERT INTO versions.demonstration DEFAULT VALUES": ("demonstration", "was loaded"),
}  # fmt: skip


def test_a_whole_database_has_no_finding(administrator: None) -> None:
    assert found() == []


@pytest.mark.parametrize("change", part(sorted(WRONG), quick=8))
def test_each_fault_is_found(administrator: None, database: str, change: str) -> None:
    with connections[ADMINISTRATOR].cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT quote_ident(polname) FROM pg_policy"
            " WHERE polrelid = 'networks_member'::regclass AND polqual IS NOT NULL LIMIT 1),"
            " (SELECT conname FROM pg_constraint WHERE contype = 'c'"
            " AND conrelid = 'trainings_training'::regclass LIMIT 1)"
        )
        policy, constraint = cursor.fetchone()
        cursor.execute(change.format(database, policy=policy, constraint=constraint))
    check, words = WRONG[change]
    told = found()
    assert any(finding.check == check and words in finding.what for finding in told), told
    assert all(finding.why and finding.remedy for finding in told)


def test_only_a_demonstration_or_a_safe_installation_is_served(
    administrator: None, safe: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    safe.DEMONSTRATION = True
    with pytest.raises(ImproperlyConfigured, match="is not a demonstration's"):
        refusing.refuse_unsafe(using=ADMINISTRATOR)
    with connections[ADMINISTRATOR].cursor() as cursor:
        cursor.execute("INSERT INTO versions.demonstration DEFAULT VALUES")
    refusing.refuse_unsafe(using=ADMINISTRATOR)
    safe.DEMONSTRATION = False
    with pytest.raises(ImproperlyConfigured, match="A demonstration was loaded"):
        refusing.refuse_unsafe(using=ADMINISTRATOR)
    monkeypatch.setattr(refusing, "examine", lambda **_: [])
    refusing.refuse_unsafe(using=ADMINISTRATOR)
    with pytest.raises(ImproperlyConfigured, match="has the address of the role owner"):
        refusing.refuse_unsafe(web=True, using=ADMINISTRATOR)
