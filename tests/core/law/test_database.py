"""The same in the database: no row can carry what nobody confirmed, whatever code writes it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.db import Error, IntegrityError, connections, transaction
from tests.site import people

from vijfluik.core.law import loading
from vijfluik.core.law.library import library
from vijfluik.core.law.loading import load_past, store
from vijfluik.core.law.models import Provision
from vijfluik.core.law.provision import Confirmation, LawError
from vijfluik.core.law.queries import known, stored
from vijfluik.core.law.rows import values_of, version_of
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions.demonstration import NotADemonstration, is_demonstration
from vijfluik.core.versions.meta import assert_version_tables_match
from vijfluik.demo.law import LAWYERS
from vijfluik.demo.owner import OWNER

EVERYTHING = [version for versions in library().values() for version in versions]
READ = library()["twbmt-4-1"][-1]
SUPPOSED = library()["awb-6-7"][0]
REAL = Confirmation(by=("A. de Eerste", "B. de Tweede"), on=dt.date(2026, 11, 25))
CONFIRMED: dict[str, Any] = values_of(READ.confirmed(REAL))
CARRYING: dict[str, dict[str, Any]] = {
    "a term": {"terms": {"answer": {"weeks": 6, "from": "publication"}}},
    "a ground": {"carries": ["ground"]},
    "a refusal": {"carries": ["refusal"]},
    "a claim": {"carries": ["term"]},
    "one lawyer": {"standing": "confirmed", "confirmed_by": ["A"], "confirmed_on": REAL.on},
    "one lawyer twice": {
        "standing": "confirmed", "confirmed_by": ["A", " a"], "confirmed_on": REAL.on,
    },
    "hearsay": {
        "standing": "confirmed", "confirmed_by": ["A", "B"], "confirmed_on": REAL.on,
    },
    "invented": {"invented": True},
    "a standing of its own": {"standing": "certain"},
    "an end before its beginning": {"valid_until": dt.date(2000, 1, 1)},
}  # fmt: skip


@pytest.mark.parametrize("what", CARRYING)
def test_the_owner_cannot_make_an_unconfirmed_provision_carry(committed: str, what: str) -> None:
    changes = CARRYING[what]
    rows = Provision.objects.using(OWNER).filter(key=SUPPOSED.key)
    assert rows.exists()
    with pytest.raises(Error, match=r"law_provision|no demonstration"), transaction.atomic(OWNER):
        rows.update(**changes)


def test_two_lawyers_can_confirm_what_was_read(committed: str) -> None:
    with transaction.atomic(OWNER):
        assert store([READ.confirmed(REAL)], using=OWNER) == 0
    row = Provision.objects.using(OWNER).get(key=READ.key)
    assert version_of(row) == READ.confirmed(REAL)
    with pytest.raises(IntegrityError, match="carries_its_claims"), transaction.atomic(OWNER):
        Provision.objects.using(OWNER).filter(key=READ.key).update(carries=["ground"])


def test_invented_lawyers_confirm_nothing_in_earnest(committed: str) -> None:
    assert not is_demonstration(using=OWNER)
    invented = Confirmation(by=LAWYERS, on=REAL.on, invented=True)
    with pytest.raises(Error, match="no demonstration"), transaction.atomic(OWNER):
        store([READ.confirmed(invented)], using=OWNER)
    with pytest.raises(NotADemonstration), transaction.atomic(OWNER):
        load_past(lawyers=LAWYERS, using=OWNER)


@pytest.mark.parametrize("words", ["UPDATE law_provision SET source_nl = 'x'",
                                   "DELETE FROM law_provision",
                                   "INSERT INTO law_provision (key) VALUES ('x')"])  # fmt: skip
@pytest.mark.parametrize("role", ["default", "report", "auditor"])
def test_only_the_owner_writes(platform: str, role: str, words: str) -> None:
    with (
        pytest.raises(Error, match=r"permission denied|read-only"),
        transaction.atomic(using=role),
        connections[role].cursor() as cursor,
    ):
        cursor.execute(words)


def test_a_text_that_changed_needs_a_new_version(committed: str) -> None:
    changed = replace(READ, text={"nl": "Anders.", "en": "Otherwise."})
    with pytest.raises(LawError, match="is stored with another text_nl"), transaction.atomic(OWNER):
        store([changed], using=OWNER)


def test_two_texts_of_one_revision_cannot_hold_on_one_day(committed: str) -> None:
    values = values_of(READ) | {"key": f"{READ.slug}@{READ.revision}.9", "part": 9}
    with pytest.raises(Error, match="overlaps another text"), transaction.atomic(OWNER):
        Provision.objects.using(OWNER).create(**values)


def test_the_migration_stored_every_version_and_storing_again_changes_nothing(
    committed: str,
) -> None:
    with transaction.atomic(OWNER):
        assert store(EVERYTHING, using=OWNER) == 0
    rows = Provision.objects.using(OWNER).all()
    assert {version_of(row).key for row in rows} == {version.key for version in EVERYTHING}
    assert all(row.carries == [] and row.terms == {} for row in rows)


def test_rows_are_read_for_a_purpose_of_the_policy_only(platform: str) -> None:
    assert list(stored()) == []
    with acting(people.somebody(people.POLICY_OFFICER, purpose=Purpose.ADMINISTRATION)):
        assert list(stored()) == []
    with acting(people.somebody(people.EX_MEMBER)):
        assert list(stored()) == []
    with acting(people.somebody(people.POLICY_OFFICER)):
        assert len(list(stored())) == len(EVERYTHING)


def test_a_demonstration_knows_the_law_as_of_each_moment(confirmed_law: str) -> None:
    assert loading.load_past(lawyers=LAWYERS, using=OWNER) == 0
    with acting(people.somebody(people.POLICY_OFFICER)):
        moment = dt.datetime(2019, 4, 15, 12, tzinfo=dt.UTC)
        then = known(on=dt.date(2026, 11, 25), moment=moment)
        now = known(on=dt.date(2026, 11, 25))
    assert then["twbmt-13"].until == dt.date(2022, 3, 1)
    assert now["twbmt-13"].until == dt.date(2027, 3, 1)
    assert "wpga-2" not in then
    confirmation = now["twbmt-13"].parts[0].confirmation
    assert confirmation is not None
    assert confirmation.invented
    assert all("verzonnen" in name for name in confirmation.by)
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        assert assert_version_tables_match(cursor) > 1


def test_a_later_revision_supersedes_the_one_before_and_figures_read_the_last(
    committed: str,
) -> None:
    rows = Provision.objects.using("owner").filter(provision="twbmt-13")
    assert set(rows.values_list("revision", "state")) == {(1, "superseded"), (2, "current")}
    assert set(rows.values_list("stated_number", "stated_unit")) == {(5, "years"), (None, "")}
