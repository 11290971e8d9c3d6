"""Whatever is done to sealed events is found, at its place, against the head outside.

Five hundred attacks, each on 10,000 events in the full size and on 1,000 in the quick one.

The attacker is the server's superuser with all triggers off and covers its traces to a random
degree: the column only; the event's own hash too; the leaf beside it; the block's root and hash;
the whole chain behind it.
"""

import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.core.journal.attacks import ATTACKS, Attacker
from tests.core.journal.making import as_administrator, as_role, insert, many
from tests.pointing import point_at
from tests.sizes import part, sized

from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.heads import Head, UnsoundHeadsError, read
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import verify, verify_at

BLOCKS = 10
SIZE = sized(quick=100, full=1000)
ROUNDS = 10
ATTACKS_PER_ROUND = 50


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """`BLOCKS * SIZE` sealed events and their signed heads."""

    database: str
    folder: Path
    heads: list[Head]


@pytest.fixture(scope="module")
def sealed(database: str, module_database: str, tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    own = module_database
    folder = tmp_path_factory.mktemp("outside")
    point_at(own)
    with as_role("app") as app:
        for number in range(BLOCKS):
            insert(app, *many(SIZE, seed=number))
            seal_now(folder=folder)
    with as_administrator(own) as admin:
        admin.execute("ANALYZE")
    point_at(database)
    return Sealed(database=own, folder=folder, heads=read(folder))


@pytest.fixture
def there(sealed: Sealed, database: str) -> Iterator[Sealed]:
    """Connections of this process go to the sealed database."""
    point_at(sealed.database)
    yield sealed
    point_at(database)


def test_untouched_it_verifies(there: Sealed) -> None:
    outcome = verify_at(parameters(), folder=there.folder)
    assert outcome.fault is None
    assert (outcome.blocks, outcome.events, outcome.heads) == (BLOCKS, BLOCKS * SIZE, BLOCKS + 1)


def test_several_processes_find_what_one_finds(
    there: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vijfluik.core.journal.verifying import run

    asked: list[object] = []

    class Pool(ProcessPoolExecutor):
        """Processes that are counted."""

        def __init__(self, **words: Any) -> None:
            asked.append(words["max_workers"])
            super().__init__(**words)

    monkeypatch.setattr(run, "ProcessPoolExecutor", Pool)
    # For one event less they are not worth it, and neither is one process.
    monkeypatch.setattr(run, "WORTH_PROCESSES", BLOCKS * SIZE + 1)
    verify_at(parameters(), folder=there.folder, processes=2)
    monkeypatch.setattr(run, "WORTH_PROCESSES", BLOCKS * SIZE)
    verify_at(parameters(), folder=there.folder, processes=1)
    assert asked == []
    outcome = verify_at(parameters(), folder=there.folder, processes=2)
    assert (outcome.fault, outcome.events) == (None, BLOCKS * SIZE)
    assert asked == [2]


@pytest.mark.parametrize("seed", part(range(ROUNDS), quick=4))
def test_each_of_500_attacks_is_found_at_its_place(sealed: Sealed, seed: int) -> None:
    chance = random.Random(seed)
    with as_administrator(sealed.database) as admin:
        attacker = Attacker(admin, chance=chance, blocks=BLOCKS, size=SIZE)
        for number in range(ATTACKS_PER_ROUND):
            attack = ATTACKS[(seed + number) % len(ATTACKS)]
            expected = attack(attacker)
            outcome = verify(admin, heads=sealed.heads, size=SIZE)
            admin.rollback()
            admin.execute("SET session_replication_role = replica")
            fault = outcome.fault
            told = (attack.__name__, number, expected, str(fault))
            assert fault is not None, told
            assert fault.block == expected.block, told
            if expected.position is not None:
                assert fault.position == expected.position, told
            if expected.event is not None:
                assert fault.event == expected.event, told


def test_a_subject_noted_of_an_event_that_names_nobody_is_found(sealed: Sealed) -> None:
    with as_administrator(sealed.database) as admin:
        row = admin.execute(
            "SELECT m.block, m.position, m.moment, m.event FROM journal_membership m"
            " JOIN journal_event e ON e.id = m.event WHERE e.subjects = '{}' LIMIT 1"
        ).fetchone()
        assert row is not None
        admin.execute("INSERT INTO journal_subject VALUES (%s, %s, gen_random_uuid())", row[2:])
        fault = verify(admin, heads=sealed.heads).fault
        admin.rollback()
    assert fault is not None
    assert (fault.what, fault.block, fault.position) == ("manifest_outside", row[0], row[1])


def test_a_tail_cut_off_together_with_the_heads_file_is_told_from_a_sound_journal(
    sealed: Sealed, there: Sealed, tmp_path: Path
) -> None:
    outcome = verify_at(parameters(), folder=tmp_path)
    assert outcome.fault is not None
    assert outcome.fault.what == "head_absent"


def test_a_forged_head_is_not_believed(sealed: Sealed, there: Sealed, tmp_path: Path) -> None:
    for file in sealed.folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    lines = (tmp_path / "heads.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "heads.jsonl").write_bytes(b"".join(lines[:3] + lines[4:]))
    with pytest.raises(UnsoundHeadsError, match="line 4 does not follow"):
        read(tmp_path)
    (tmp_path / "heads.jsonl").write_bytes(
        b"".join(lines[:-1]) + lines[-1].replace(b'"events":%d' % (BLOCKS * SIZE), b'"events":9')
    )
    outcome = verify_at(parameters(), folder=tmp_path)
    assert outcome.fault is not None
    assert outcome.fault.what == "heads_unsound"


def test_half_a_line_of_a_power_cut_is_no_head(sealed: Sealed, tmp_path: Path) -> None:
    for name in ("heads.jsonl", "sealer.pub"):
        (tmp_path / name).write_bytes((sealed.folder / name).read_bytes())
    with (tmp_path / "heads.jsonl").open("ab") as file:
        file.write(b'{"block":99')
    assert len(read(tmp_path)) == BLOCKS
