"""A database full of rows that nobody would record, and a crowd with mandates at random.

Written by an administrator without triggers and foreign keys: what is looked at is who sees which
row, so every table gets rows of every organisation, state and compartment that its constraints let
through, also where no act would ever bring one.
"""

import datetime as dt
import hashlib
import json
import random
import uuid
from collections.abc import Mapping
from typing import Any, cast

import psycopg
from django.apps import apps
from django.db.models import Field, ForeignKey, Model

from vijfluik.core.access.policy import policy
from vijfluik.core.journal.connecting import Connection
from vijfluik.core.partners.models import Organisation, Professional, Purpose
from vijfluik.core.partners.queries import today
from vijfluik.programme.attachments.models import LINKS

Row = dict[str, Any]
SEED = 20261127
OF_EACH = 7
CONTENT = "\\x00"
OF_CONTENT = hashlib.sha256(b"\0").hexdigest()
# Table → what its constraints ask of a row that no act of these tests made.
FITTING: Mapping[str, Mapping[str, Any]] = {
    "accounts_visit": {"ended_because": ""},
    "attachments_document": {"letter": "", "origin": "brought", "state": "current"},
    "disclosure_pattern": {
        "content": "{}",
        "sha256": hashlib.sha256(b"{}").hexdigest(),
        "state": "proposed",
    },
    "notices_notice": {"kind": "deputy_asked", "thing": "mandates", "due": None},
    "releases_file": {"content": CONTENT, "sha256": OF_CONTENT, "size": 1},
    "retention_tombstone": {"thing": "network_members", "organisation": "wolverdam"},
}
# Columns that a policy asks about, beside organisations and people.
DAYS = ("embargo_until", "valid_until", "consent_until")
VARIED = ("state", "frame", "compartment", "shared", "scan", *DAYS)
# Table → the columns of which exactly one leads somewhere.
ONE_OF = {"attachments_document": tuple(f"{link}_id" for link in LINKS.values())}


class Filling:
    """Fills the tables of one database; what it does follows from the seed alone."""

    def __init__(self, admin: Connection, *, chance: random.Random) -> None:
        self.admin, self.chance = admin, chance
        self.people: list[uuid.UUID] = []
        self._known: dict[str, list[Row]] = {}
        # Few enough that people meet rows of their own; one of them keeps networks.
        self.organisations = ["duinmeer", "ess", "fonds", "jenv", "nctv", "ror", "wolverdam"]

    def key(self) -> uuid.UUID:
        """A random key."""
        return uuid.UUID(int=self.chance.getrandbits(128), version=4)

    def rows(self, table: str) -> list[Row]:
        """What stands in a table."""
        if table in self._known:
            return self._known[table]
        found = self.admin.execute(f"SELECT to_jsonb(t) FROM {table} t ORDER BY t").fetchall()
        self._known[table] = [cast("Row", row[0]) for row in found]
        return self._known[table]

    def put(self, table: str, row: Mapping[str, Any]) -> bool:
        """Insert a row, unless a constraint refuses it."""
        try:
            with self.admin.transaction():
                self.admin.execute(
                    f"INSERT INTO {table}"
                    f" SELECT (jsonb_populate_record(NULL::{table}, %s::jsonb)).*",
                    [json.dumps(row, default=str)],
                )
        except (psycopg.errors.IntegrityError, psycopg.errors.DataError):
            return False
        self._known.pop(table, None)
        return True

    def invent_people(self, count: int) -> None:
        """So many people, most with a few mandates, of which some work, and some deputies."""
        day = today()
        proposer, approver, *_ = self.rows("partners_professional")
        roles = sorted({(rule.role.value, rule.purpose.value) for rule in policy().rules})
        for number in range(count):
            person = self.key()
            self.people.append(person)
            self.put(
                "partners_professional",
                {
                    "key": person, "username": f"willekeurig-{number}", "name": f"Nr. {number}",
                    "organisation_id": self.chance.choice(self.organisations),
                    "is_active": self.chance.random() > 0.05, "language": "nl",
                },
            )  # fmt: skip
            # Of every role somebody; the others as it falls.
            held = [roles[number % len(roles)]] if self.chance.random() > 0.1 else []
            held += self.chance.choices(roles, k=self.chance.choice((0, 0, 0, 1, 2)))
            for role, purpose in held:
                # The first of each role works, where the people of networks and documents are too.
                sure = number < len(roles)
                self._mandate(person, role, purpose, day=day, by=(proposer, approver), sure=sure)
        mandates = self.rows("partners_mandate")
        for _ in range(count // 5):
            self._deputy(self.chance.choice(mandates), day=day)

    def _mandate(
        self,
        person: uuid.UUID,
        role: str,
        purpose: str,
        *,
        day: dt.date,
        by: tuple[Row, Row],
        sure: bool,
    ) -> None:
        works = sure or self.chance.random() > 0.2
        wrong = "" if works else self.chance.choice(("waits", "lapsed", "ahead", "ended", "unseen"))
        if not sure and self.chance.random() < 0.1:
            purpose = self.chance.choice(Purpose.values)
        begun = day + dt.timedelta(days=5 if wrong == "ahead" else -200)
        ended = wrong == "ended"
        self.put(
            "partners_mandate",
            {
                "key": self.key(), "professional_id": person, "role": role, "for_purpose": purpose,
                "organisation_id": "wolverdam" if sure else self.chance.choice(self.organisations),
                "valid_from": begun,
                "valid_until": day if wrong == "lapsed" else day + dt.timedelta(days=30),
                "proposed_by_id": by[0]["key"], "proposed_at": dt.datetime.now(dt.UTC),
                "approved_by_id": None if wrong == "waits" else by[1]["key"],
                "approved_at": None if wrong == "waits" else dt.datetime.now(dt.UTC),
                "reviewed_on": day - dt.timedelta(days=190 if wrong == "unseen" else 20),
                "reviewed_by_id": None, "ended_at": dt.datetime.now(dt.UTC) if ended else None,
                "ended_by_id": by[0]["key"] if ended else None,
                "end_reason": "uit dienst" if ended else "",
            },
        )  # fmt: skip

    def _deputy(self, mandate: Row, *, day: dt.date) -> None:
        now = dt.datetime.now(dt.UTC)
        ended = self.chance.random() < 0.2
        self.put(
            "mandates_deputy",
            {
                "key": self.key(), "mandate_id": mandate["key"],
                "replaced_id": mandate["professional_id"],
                "professional_id": self.chance.choice(self.people),
                "valid_from": day + dt.timedelta(days=self.chance.choice((-3, -3, 2))),
                "valid_until": day + dt.timedelta(days=9),
                "proposed_by_id": mandate["professional_id"], "proposed_at": now,
                "accepted_at": self.chance.choice((now, now, None)),
                "ended_at": now if ended else None,
                "ended_by_id": mandate["professional_id"] if ended else None,
            },
        )  # fmt: skip

    def fill(self) -> None:
        """Give every table of the platform rows, those of the registers with all that follows."""
        models = [each for each in apps.get_models() if each.__module__.startswith("vijfluik.")]
        spared = {Professional, Organisation}
        for model in models:
            if model._meta.managed and model not in spared:
                self._vary(model)
        self._receipt()

    def _receipt(self) -> None:
        """The proof of a figure, which fits its own text and its definition."""
        definition = self.rows("figure_definition")[0]
        moment = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
        words = ("sql_sha256", "cells_sha256", "hedge", "software")
        content = json.dumps(
            {
                **dict.fromkeys(words, ""), "figure": definition["figure"], "value": 1,
                "definition": definition["key"], "definition_sha256": definition["sha256"],
                "as_of": moment.strftime("%Y-%m-%dT%H:%M:%S.%f+00:00"), "parameters": {},
                "sql": "", "records": 0, "root": "0" * 64, "cells": [], "unstated": 0, "text": {},
            }
        )  # fmt: skip
        digest = hashlib.sha256(content.encode()).hexdigest()
        self.put(
            "figure_receipt",
            {
                "key": digest[:16], "sha256": digest, "content": content, "as_of": moment,
                "definition_id": definition["key"], "definition_sha256": definition["sha256"],
                "fingerprints": "", "issued_by_id": self.people[0], "issued_at": moment,
            },
        )  # fmt: skip

    def _template(self, table: str) -> Row:
        """A row of a table of versions or words, for one that nothing came into yet."""
        there = self.rows(table)
        if there:
            return there[0]
        columns = self.admin.execute(
            "SELECT attname, atttypid::regtype::text, attnotnull AND NOT atthasdef"
            " FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped",
            [table],
        ).fetchall()
        made = {
            "uuid": self.key(), "timestamp with time zone": dt.datetime.now(dt.UTC),
            "bytea": "\\x" + "00" * 32, "bigint": 1, "integer": 1, "boolean": False,
        }  # fmt: skip
        return {
            str(name): made.get(str(kind), "I") if needed else None
            for name, kind, needed in columns
        }

    def _vary(self, model: type[Model]) -> None:
        table = model._meta.db_table
        # Of its own, so that a table more does not change what the others get.
        self.chance = random.Random(f"{SEED} {table}")
        there = self.rows(table)
        beside = [f"{table}_version", f"{table}_search"]
        templates = {each: self._template(each) for each in beside if self._exists(each)}
        added = 0
        # Many, for a table whose constraints let few through.
        for _ in range(20 * OF_EACH):
            if added == OF_EACH:
                return
            row = dict(self.chance.choice(there)) if there else self._plain(model)
            for field in model._meta.local_concrete_fields:
                self._change(row, field)
            self._keep_one(row, ONE_OF.get(table, ()))
            if not self.put(table, row):
                continue
            added += 1
            for other, template in templates.items():
                told = {name: value for name, value in row.items() if name in template}
                if "vid" in template:
                    told.update(vid=self.chance.getrandbits(60), tx_to="infinity")
                self.put(other, {**template, **told})

    def _keep_one(self, row: Row, columns: tuple[str, ...]) -> None:
        filled = [column for column in columns if row.get(column)]
        kept = self.chance.choice(filled) if filled else ""
        row.update(dict.fromkeys([column for column in filled if column != kept]))

    def _exists(self, table: str) -> bool:
        found = self.admin.execute("SELECT to_regclass(%s)", [table]).fetchone()
        return found is not None and found[0] is not None

    def _change(self, row: Row, field: "Field[Any, Any]") -> None:
        column = str(field.column)
        if field.primary_key and not isinstance(field, ForeignKey):
            if field.get_internal_type() == "UUIDField":
                row[column] = self.key()
            elif field.get_internal_type() in ("BigAutoField", "AutoField"):
                row[column] = self.chance.randrange(10_000, 2_000_000_000)
            return
        if isinstance(field, ForeignKey):
            self._lead_elsewhere(row, field)
        elif column in VARIED and field.choices:
            row[column] = self.chance.choice([value for value, _label in field.flatchoices])
        elif column in VARIED and field.get_internal_type() == "BooleanField":
            row[column] = self.chance.random() < 0.5
        elif column in VARIED:
            row[column] = self._moment(field, was=row.get(column))
        elif column in ("reference", "username") or column.endswith("digest"):
            row[column] = self._word(field)

    def _lead_elsewhere(self, row: Row, field: "ForeignKey[Any, Any]") -> None:
        target: Any = field.remote_field.model
        column = str(field.column)
        if row.get(column) is None and field.null and self.chance.random() < 0.5:
            return
        if target is Organisation:
            row[column] = self.chance.choice(self.organisations)
        elif target is Professional:
            row[column] = self.chance.choice(self.people)
        else:
            found = self.rows(target._meta.db_table)
            if found:
                row[column] = self.chance.choice(found)[str(field.target_field.column)]

    def _moment(self, field: "Field[Any, Any]", *, was: Any) -> Any:
        if was is None and field.null and self.chance.random() < 0.3:
            return None
        days = dt.timedelta(days=self.chance.choice((-400, -30, -1, 1, 30, 200)))
        if field.get_internal_type() == "DateTimeField":
            return dt.datetime.now(dt.UTC) + days
        return today() + days

    def _plain(self, model: type[Model]) -> Row:
        """A row of something that no act of these tests made."""
        plain = {
            str(field.column): self._value(field)
            for field in model._meta.local_concrete_fields
            if not field.null
        }
        return {**plain, **FITTING.get(model._meta.db_table, {})}

    def _value(self, field: "Field[Any, Any]") -> Any:
        if field.choices:
            return field.flatchoices[0][0]
        found = {
            "UUIDField": self.key(), "DateField": today(),
            "DateTimeField": dt.datetime.now(dt.UTC), "BooleanField": False, "JSONField": {},
            "BinaryField": "\\x00", "ArrayField": "{}",
        }  # fmt: skip
        kind = field.get_internal_type()
        if kind in found:
            return found[kind]
        if "Integer" in kind or "Auto" in kind or "Decimal" in kind or "Float" in kind:
            return 1
        return self._word(field)

    def _word(self, field: "Field[Any, Any]") -> str:
        return self.key().hex[: min(18, field.max_length or 18)]
