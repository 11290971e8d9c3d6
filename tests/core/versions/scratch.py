"""A versioned table of the tests' own, with a column of every type that versions know."""

import os
import uuid
from typing import Any, ClassVar

import psycopg
from django.apps.registry import Apps
from django.contrib.postgres.fields import ArrayField
from django.db import connections, models, transaction

from vijfluik.cli import roles, test_database
from vijfluik.core.versions import ddl

Row = tuple[object, ...]
Connection = psycopg.Connection[Row]

THINGS = """
CREATE TABLE scratch_thing (
  key uuid PRIMARY KEY, title varchar(200) NOT NULL DEFAULT '', number integer, big bigint,
  amount numeric(14, 2), flag boolean, day date, moment timestamptz, other uuid, extra jsonb,
  tags text[]
);
GRANT SELECT, INSERT, UPDATE, DELETE ON scratch_thing TO vijfluik_app;
GRANT SELECT ON scratch_thing TO vijfluik_auditor;
"""
ACCOUNTS = """
CREATE TABLE scratch_account (key integer PRIMARY KEY, balance integer NOT NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON scratch_account TO vijfluik_app;
"""


class Thing(models.Model):
    """The scratch table as a model that no migration knows."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    title = models.CharField(max_length=200, default="")
    number = models.IntegerField(null=True)
    big = models.BigIntegerField(null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    flag = models.BooleanField(null=True)
    day = models.DateField(null=True)
    moment = models.DateTimeField(null=True)
    other = models.UUIDField(null=True)
    extra = models.JSONField(null=True)
    tags = ArrayField(models.TextField(), null=True)

    objects: ClassVar[models.Manager["Thing"]] = models.Manager()

    class Meta:
        app_label = "partners"
        apps = Apps()
        db_table = "scratch_thing"
        managed = False

    def __str__(self) -> str:
        return self.title


def make(*, statement: str, name: str) -> None:
    """Make a table as the owner and give it versions."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(statement)
        ddl.attach(cursor, name=name)


def connect(role: str = "app", *, database: str) -> Connection:
    """A connection beside Django's own, which begins a transaction with its first statement."""
    address = os.environ[roles.VARIABLES[role]]
    return psycopg.connect(test_database.address(address, database=database))


def administrator(*, database: str) -> Connection:
    """A superuser's connection, for what nobody else can do."""
    address = os.environ["VIJFLUIK_TEST_ADMIN"]
    return psycopg.connect(test_database.address(address, database=database), autocommit=True)


def query(statement: str, *parameters: Any, using: str = "default") -> list[Row]:
    """The rows of a statement on one of Django's connections."""
    with connections[using].cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return list(cursor.fetchall()) if cursor.description else []


def remove() -> None:
    """Remove every scratch table with its versions, whatever a test did to them."""
    for (name,) in query(
        "SELECT relname FROM pg_class WHERE relname LIKE 'scratch%' AND relkind IN ('r', 'p')"
        " AND NOT relispartition AND relname NOT LIKE '%_version'",
        using="owner",
    ):
        query(
            f"DROP FUNCTION IF EXISTS versions.{name}_hash CASCADE;"
            f"DROP TABLE IF EXISTS {name}, {name}_version CASCADE;"
            f"DROP FUNCTION IF EXISTS versions.{name}_write CASCADE",
            using="owner",
        )
    query(
        "DROP FUNCTION IF EXISTS public.once_more; DELETE FROM versions.demonstration",
        using="owner",
    )
