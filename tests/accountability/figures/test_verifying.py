"""Closed history that was tampered with, by an administrator, is found at its place."""

import os
from collections.abc import Callable

import psycopg
import pytest
from tests.accountability.figures.conftest import (
    APRIL,
    JANUARY,
    MARCH,
    Who,
    issued_as_of,
    life,
    moment,
    training,
)

from vijfluik.accountability.figures.actions import verify_receipts
from vijfluik.accountability.figures.library import library
from vijfluik.accountability.figures.verdicts import Verdict
from vijfluik.cli import test_database
from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import Acting, acting

Past = Callable[..., None]
FIGURE = "ror-participants-2018"
RECORDS = [training() for _ in range(9)]
VICTIM = sorted(str(record["key"]) for record in RECORDS)[4]
FORGED = "11111111-1111-4111-8111-111111111111"
VERSIONS = "trainings_training_version"
CLOSED = f"key = '{VICTIM}' AND tx_to < 'infinity'"


class Tampering:
    """An administrator who switches every trigger off, changes something, and puts it back."""

    def __init__(self, *, address: str, auditor: Acting) -> None:
        self._address = address
        self._auditor = auditor

    def verified_after(self, *statements: str) -> list[Verdict]:
        """What verification finds after the statements; they are undone afterwards."""
        kept = ("trainings_training_version", "figure_receipt", "figure_definition")
        with psycopg.connect(self._address, autocommit=True) as admin:
            admin.execute("SET session_replication_role = replica")
            for table in kept:
                admin.execute(f"CREATE TEMP TABLE kept_{table} AS SELECT * FROM {table}".encode())
            for statement in statements:
                admin.execute(statement.encode())
            with acting(self._auditor):
                verdicts = verify_receipts()
            for table in kept:
                admin.execute(f"DELETE FROM {table}".encode())
                admin.execute(f"INSERT INTO {table} SELECT * FROM kept_{table}".encode())
        return verdicts


@pytest.fixture
def tampering(committed: str, past: Past, who: Who) -> Tampering:
    """Two issued figures over nine records, each corrected later."""
    past(*(life((JANUARY, record), (APRIL, record | {"participants": 1})) for record in RECORDS))
    issued_as_of(who, MARCH, FIGURE, "ror-trainings-2018")
    address = test_database.address(os.environ["VIJFLUIK_TEST_ADMIN"], database=committed)
    return Tampering(address=address, auditor=who("aukje"))


def places(verdicts: list[Verdict]) -> set[tuple[str, str | None]]:
    """Part and record of the difference of every verdict."""
    found = [verdict.difference for verdict in verdicts if verdict.difference is not None]
    assert len(found) == len(verdicts) == 2
    return {(difference.part, difference.key) for difference in found}


def details(verdicts: list[Verdict]) -> set[str]:
    """What is said of the differences."""
    return {verdict.difference.detail for verdict in verdicts if verdict.difference}


def parts(verdicts: list[Verdict]) -> set[str]:
    """The parts in which receipts differ."""
    return {verdict.difference.part for verdict in verdicts if verdict.difference}


def test_every_alteration_of_a_closed_version_is_found_at_its_place(tampering: Tampering) -> None:
    assert all(verdict.reproduced for verdict in tampering.verified_after("SELECT 1"))
    for change in (
        "participants = 500",
        "held_on = '2018-06-01'",
        "title = 'Iets anders'",
        "reason = 'achteraf'",
        "actor = gen_random_uuid()",
        "salt = gen_random_uuid()",
        "row_hash = sha256('anders')",
        "state = 'withdrawn'",
    ):
        verdicts = tampering.verified_after(f"UPDATE {VERSIONS} SET {change} WHERE {CLOSED}")
        assert places(verdicts) == {("records", VICTIM)}, change
        assert all(verdict.difference and verdict.difference.version for verdict in verdicts)
    assert all(verdict.reproduced for verdict in tampering.verified_after("SELECT 1"))


def test_what_its_own_hash_does_not_show_is_found_too(tampering: Tampering) -> None:
    rehash = f"UPDATE {VERSIONS} v SET row_hash = versions.trainings_training_hash(v)"
    together = tampering.verified_after(
        f"UPDATE {VERSIONS} SET participants = 500 WHERE {CLOSED}", f"{rehash} WHERE {CLOSED}"
    )
    assert places(together) == {("records", VICTIM)}
    assert details(together) == {"the receipt does not hold this version"}

    removed = tampering.verified_after(f"DELETE FROM {VERSIONS} WHERE {CLOSED}")
    keys = sorted(str(record["key"]) for record in RECORDS)
    between = f"1 of 9 records are gone, the first between {keys[3]} and {keys[5]}"
    assert details(removed) == {between}

    ended = tampering.verified_after(f"UPDATE {VERSIONS} SET tx_to = '2019-03-01' WHERE {CLOSED}")
    assert details(ended) == {between}

    slipped_in = tampering.verified_after(
        f"CREATE TEMP TABLE forged AS SELECT * FROM {VERSIONS} WHERE {CLOSED}",
        f"UPDATE forged SET key = '{FORGED}', vid = 999",
        f"INSERT INTO {VERSIONS} SELECT * FROM forged",
        f"{rehash} WHERE vid = 999",
    )
    assert places(slipped_in) == {("records", FORGED)}


def test_an_altered_receipt_or_definition_is_told(tampering: Tampering) -> None:
    free = [
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_fits"
        for table in ("figure_receipt", "figure_definition")
    ]
    altered = "UPDATE figure_receipt SET content = replace(content, '108', '109')"
    assert parts(tampering.verified_after(*free, altered)) == {"receipt"}

    other = "UPDATE figure_definition SET content = replace(content, 'Eerste', 'Tweede')"
    assert parts(tampering.verified_after(other)) == {"definition"}

    cells = "UPDATE figure_receipt SET content = replace(content, '\"value\":108', '\"value\":9')"
    fitting = (
        "UPDATE figure_receipt SET sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'),"
        " key = left(encode(sha256(convert_to(content, 'UTF8')), 'hex'), 16)"
    )
    assert parts(tampering.verified_after(cells, fitting)) == {"cells"}


MALFORMED = ("[]", "{}", "null", "geen JSON", "", '{"value":NaN}', '{"value":1e999}', "[" * 100_000)


def test_a_malformed_receipt_is_told_and_the_others_are_verified(tampering: Tampering) -> None:
    for content in MALFORMED:
        verdicts = tampering.verified_after(
            "ALTER TABLE figure_receipt DROP CONSTRAINT IF EXISTS figure_receipt_fits",
            f"UPDATE figure_receipt SET content = '{content}' WHERE definition_id LIKE '{FIGURE}%'",
            "UPDATE figure_receipt SET sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'),"
            " key = left(encode(sha256(convert_to(content, 'UTF8')), 'hex'), 16)",
        )
        [malformed] = [each for each in verdicts if each.figure == FIGURE]
        [other] = [each for each in verdicts if each.figure != FIGURE]
        assert malformed.difference is not None, content[:20]
        # An empty object is a receipt that names no definition.
        part = "definition" if content == "{}" else "receipt"
        assert malformed.difference.part == part, content[:20]
        assert other.reproduced, content[:20]


def test_a_later_correction_is_no_difference(past: Past, who: Who) -> None:
    record = training()
    past(life((JANUARY, record), (APRIL, record | {"participants": 1})))
    issued_as_of(who, MARCH)
    issued_as_of(who, moment("2019-05-01T00:00:00"))
    with acting(who("aukje")):
        verdicts = verify_receipts()
    assert len(verdicts) == 2 * len(library())
    assert all(verdict.reproduced for verdict in verdicts)


def test_only_who_may_verify_verifies(past: Past, who: Who) -> None:
    past()
    with pytest.raises(Refused), acting(who("ruben")):
        verify_receipts()
