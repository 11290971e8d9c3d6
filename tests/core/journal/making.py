"""Makes events and attacks for the tests of the journal."""

import contextlib
import dataclasses
import datetime as dt
import os
import random
import uuid
from collections.abc import Iterator

import psycopg

from vijfluik.cli import test_database
from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.connecting import Connection, connect
from vijfluik.core.journal.encoding import VERSION, Entry
from vijfluik.core.journal.hashing import leaf_hash
from vijfluik.core.partners.acting import Acting, Actor, Grant
from vijfluik.core.partners.models import Purpose, Role

COLUMNS = (
    "moment, id, actor, actor_name, organisation, mandate, purpose, action, object_type,"
    " object_key, result, rule, policy_version, reason, origin, trace, span, details, subjects,"
    " objects, encoding, hash"
)
ACTORS = [uuid.UUID(int=number) for number in range(1, 5)]


def somebody(*, role: Role = Role.POLICY_OFFICER, purpose: Purpose = Purpose.PROGRAMME) -> Acting:
    """An actor with one mandate."""
    grant = Grant(key=uuid.uuid4(), role=role, organisation="nctv", purpose=purpose)
    actor = Actor(key=uuid.uuid4(), name="Alice de Vries", organisation="jenv", grants=(grant,))
    return Acting(actor=actor, purpose=purpose, reason="kwartaalcontrole")


def entry(
    *,
    chance: random.Random,
    moment: dt.datetime | None = None,
    subjects: int = 0,
    objects: int = 0,
) -> Entry:
    """An event of one of four actors, with texts that the encoding must escape."""
    return Entry(
        moment=moment or dt.datetime.now(dt.UTC),
        id=uuid.UUID(int=chance.getrandbits(128), version=4),
        actor=chance.choice(ACTORS),
        actor_name=chance.choice(("Alice de Vries", "Bob 'n\\t", "Çelik\tÖz", "")),
        organisation="nctv",
        mandate=None,
        purpose="programme",
        action="record.viewed",
        object_type="trainings.training",
        object_key=f"{chance.getrandbits(64):x}",
        result="done",
        rule="",
        policy_version="",
        reason=chance.choice(("", "regel 1\nregel 2", "c:\\pad\r\n\x0b\x0c\x08 einde", "€ “ja”")),
        origin="web",
        trace=f"{chance.getrandbits(128):032x}",
        span=f"{chance.getrandbits(64):016x}",
        details='{"path":"a\\\\b"}',
        subjects=_keys(subjects, chance=chance),
        objects=_keys(objects, chance=chance),
    )


def stranger() -> Entry:
    """What nobody may leave: that signing in was tried."""
    return dataclasses.replace(
        entry(chance=random.Random()),
        actor=None,
        actor_name="",
        action="session.signed_in",
        result="failed",
    )


def of_version_1(event: Entry) -> list[object]:
    """The row of an event as the first encoding wrote it, in the order of `COLUMNS`."""
    fields = event.line().split(b"\t")
    line = b"\t".join([b"1", *fields[1:-2], fields[-1]])
    return [*values(event)[:-3], [], 1, leaf_hash(line)]


def _keys(count: int, *, chance: random.Random) -> tuple[uuid.UUID, ...]:
    return tuple(sorted(uuid.UUID(int=chance.getrandbits(128)) for _ in range(count)))


def values(event: Entry) -> list[object]:
    """The row of an event, in the order of `COLUMNS`."""
    return [
        event.moment, event.id, event.actor, event.actor_name, event.organisation, event.mandate,
        event.purpose, event.action, event.object_type, event.object_key, event.result, event.rule,
        event.policy_version, event.reason, event.origin, event.trace, event.span, event.details,
        list(event.subjects), list(event.objects), VERSION, leaf_hash(event.line()),
    ]  # fmt: skip


def insert(connection: Connection, *entries: Entry) -> None:
    """Write events as the application may: by INSERT or COPY into the one table, as their actor."""
    by_actor: dict[uuid.UUID | None, list[Entry]] = {}
    for each in entries:
        by_actor.setdefault(each.actor, []).append(each)
    for actor, theirs in by_actor.items():
        copy_rows(connection, [values(each) for each in theirs], actor=actor)


def copy_rows(connection: Connection, rows: list[list[object]], *, actor: uuid.UUID | None) -> None:
    """Write rows of the journal in a transaction in which somebody, or nobody, acts."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('vijfluik.actor', %s, true)", [str(actor or "")])
        with cursor.copy(f"COPY journal_event ({COLUMNS}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def many(count: int, *, seed: int) -> list[Entry]:
    """Events a microsecond apart; one in ten names persons, one in four is a list of records."""
    chance = random.Random(seed)
    since = dt.datetime.now(dt.UTC)
    return [
        entry(
            chance=chance,
            moment=since + dt.timedelta(microseconds=number),
            subjects=chance.randrange(1, 4) if chance.random() < 0.1 else 0,
            objects=chance.randrange(1, 51) if chance.random() < 0.25 else 0,
        )
        for number in range(count)
    ]


@contextlib.contextmanager
def as_role(role: str) -> Iterator[Connection]:
    """A connection of our own as one of the six roles, committing by itself."""
    alias = "default" if role == "app" else role
    with connect(parameters(alias=alias)) as connection:
        yield connection


@contextlib.contextmanager
def as_administrator(database: str, *, unguarded: bool = True) -> Iterator[Connection]:
    """The attacker: a superuser, by default with every trigger switched off."""
    address = test_database.address(os.environ["VIJFLUIK_TEST_ADMIN"], database=database)
    with psycopg.connect(address) as connection:
        if unguarded:
            connection.execute("SET session_replication_role = replica")
        yield connection


def put_back_in_time(database: str, entries: list[Entry]) -> None:
    """Events of long ago, which only somebody without triggers can write."""
    with as_administrator(database) as admin:
        insert(admin, *entries)
        admin.execute("INSERT INTO journal_queue SELECT moment, id FROM journal_event")
        admin.execute(
            "INSERT INTO journal_subject SELECT moment, id, unnest(subjects) FROM journal_event"
        )


def environment(database: str, *, state: str) -> dict[str, str]:
    """The environment of a process that works on this test's database."""
    found = dict(os.environ, VIJFLUIK_STATE=state, DJANGO_SETTINGS_MODULE="vijfluik.site.settings")
    for name, value in os.environ.items():
        if name.startswith("DATABASE_URL"):
            found[name] = test_database.address(value, database=database)
    return found
