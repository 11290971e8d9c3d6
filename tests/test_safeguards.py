"""The page of safeguards: every row is there, and every test it names."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "safeguards.md"
NAMED = re.compile(r"`(tests/[^`]+)`")
ROW = re.compile(r"^\| ([HT]\d+) \|(.*)\|$", re.MULTILINE)
EXPECTED = {f"H{n}" for n in range(1, 26)} | {f"T{n}" for n in range(1, 22)}
WINGS = (
    "vijfluik.persons.",
    "vijfluik.streams.",
    "vijfluik.programme.",
    "vijfluik.accountability.",
)


def rows() -> dict[str, str]:
    """Safeguard → the rest of its row."""
    return dict(ROW.findall(PAGE.read_text(encoding="utf-8")))


def exists(reference: str) -> bool:
    """Whether a test, or a file of tests, is there."""
    file, _, name = reference.partition("::")
    path = ROOT / file
    if not path.exists():
        return False
    text = path.read_text(encoding="utf-8")
    return f"def {name}(" in text if name else "def test_" in text


def test_every_safeguard_has_a_row() -> None:
    assert set(rows()) == EXPECTED


def test_every_row_says_its_state_and_an_enforced_one_names_tests_that_exist() -> None:
    for number, row in rows().items():
        state = row.rsplit("|", 1)[1].strip()
        assert state in ("enforced", "not yet: room absent"), number
        references = NAMED.findall(row)
        assert bool(references) == (state == "enforced"), number
        assert [each for each in references if not exists(each)] == [], number


@pytest.mark.parametrize(
    "reference", ["tests/test_limits.py::test_that_was_removed", "tests/test_removed.py"]
)
def test_a_test_that_was_removed_is_missed(reference: str) -> None:
    assert not exists(reference)


def test_every_table_of_a_wing_is_behind_row_level_security_or_says_why(platform: str) -> None:
    excused = set(re.findall(r"^\| ([a-z_]+) \|", PAGE.read_text("utf-8"), re.MULTILINE))
    tables = {
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith(WINGS) and model._meta.managed
    }
    assert excused <= tables
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity"
            " AND relforcerowsecurity"
        )
        guarded = {row[0] for row in cursor.fetchall()}
    assert tables - guarded - excused == set()
    assert excused & guarded == set()
