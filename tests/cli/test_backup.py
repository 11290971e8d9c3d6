"""A backup brings back a moment: all that stood then, and nobody who has withdrawn since."""

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.runs import administrator_in, command, environment, eventually, opened
from tests.documents import as_told

from vijfluik.cli.backup.comparing import differences, parts_as_of
from vijfluik.cli.backup.making import LOG, backups_in
from vijfluik.cli.backup.manifest import verify_copy
from vijfluik.cli.checkout import root
from vijfluik.cli.embedded.cluster import remove_of_checkout
from vijfluik.cli.embedded.place import place_of
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.server import DEMONSTRATION

pytestmark = pytest.mark.drill

# A process of the platform in that checkout, with the shorthand of the room of the networks.
BEFORE = """
from tests.programme.networks.doing import member, network
of = network()
stays, goes = member(of), member(of, reference="L-2", name="Weggegaan Quibbelaar")
print(stays.key, goes.key)
"""
AFTER = """
from tests.programme.networks.doing import member, withdraw
from vijfluik.core.partners.acting import acting
from tests.site.people import somebody
from vijfluik.programme.networks.models import Member, Network
with acting(somebody("daan")):
    of, goes = Network.objects.get(), Member.objects.get(reference="L-2")
withdraw(goes)
print(member(of, reference="L-3", name="Later Quibbelaar").key)
"""
START = """
import os, sys
from vijfluik.cli.server import use_database
use_database()
os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
import django
django.setup()
"""
SEAL = """
from pathlib import Path
from vijfluik.core.journal.sealer import seal_now
seal_now(folder=Path(os.environ["VIJFLUIK_STATE"]))
"""
MEMBERS = "SELECT reference FROM networks_member ORDER BY reference"


def told(checkout: Path, code: str) -> list[str]:
    """What a process of the platform in this checkout prints."""
    ended = subprocess.run(
        [sys.executable, "-c", START + code + SEAL],
        env=environment(checkout, PYTHONPATH=os.pathsep.join([str(root() / "src"), str(root())])),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.split()


@dataclass(frozen=True, kw_only=True)
class Story:
    """A checkout with a backup, and what happened around it."""

    checkout: Path
    backups: Path
    between: dt.datetime
    goes: str


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Two members; a backup; then one of them withdraws and a third comes."""
    checkout = tmp_path_factory.mktemp("kept")
    (checkout / "src").symlink_to(root() / "src")
    migrated = command(checkout, "manage", "migrate", "--database", "owner", "--verbosity", "0")
    assert migrated.returncode == 0, migrated.stderr
    told(checkout, "from vijfluik.demo import base; base.main()")
    backups = place_of(root=checkout).server / "backups"
    _, goes = told(checkout, BEFORE)
    there = {"/backups": str(backups)}
    with opened(checkout, *as_told("backup follow", there)) as follower:
        made = command(checkout, *as_told("backup make", there))
        assert made.returncode == 0, made.stderr
        between = dt.datetime.now(dt.UTC)
        told(checkout, AFTER)
        assert command(checkout, "destroyer", "--once").returncode == 0
        with administrator_in(checkout, database=DEMONSTRATION) as admin:
            place = admin.execute("SELECT pg_walfile_name(pg_current_wal_flush_lsn())").fetchone()
        assert place is not None
        assert eventually(lambda: list((backups / LOG).glob(f"{place[0]}*")))
        time.sleep(1)
        follower.send_signal(signal.SIGINT)
        follower.wait(60)
    yield Story(checkout=checkout, backups=backups, between=between, goes=goes)
    remove_of_checkout(root=checkout)


def restore(story: Story, name: str, *, until: str) -> "subprocess.CompletedProcess[str]":
    """`./run backup restore` into a folder that is called so."""
    into = place_of(root=story.checkout).server / name
    instead = {
        "/backups": str(story.backups), "/restored": str(into), "2026-11-26T14:00+01:00": until,
    }  # fmt: skip
    return command(story.checkout, *as_told("backup restore --from", instead))


def test_a_moment_comes_back_without_whoever_withdrew_since(story: Story) -> None:
    ended = restore(story, "then", until=story.between.isoformat())
    assert ended.returncode == 0, ended.stderr
    what = json.loads(ended.stdout)
    assert f"It was fit to serve after {what['seconds']['in all']:.1f} s." in ended.stderr
    assert "1 records were destroyed" in what["destroyed_again"]
    assert json.loads(what["journal"])["ok"]
    assert what["blocks_lost"] >= 1
    known, apart = (
        [json.loads(line)["block"] for line in Path(what["state"], name).read_text().splitlines()]
        for name in ("heads.jsonl", "heads.after.jsonl")
    )
    assert max(known, default=0) < max(apart)
    assert not list(Path(what["data"]).glob("recovery.signal"))
    # The same once more, looked at while its server runs.
    found = looked_at(story, "again", until=story.between)
    assert found == [("L-1",)]


def looked_at(story: Story, name: str, *, until: dt.datetime | None) -> list[tuple[object, ...]]:
    """The members in a restored copy."""
    code = (
        "import datetime as dt, json, sys\n"
        "from pathlib import Path\n"
        "import psycopg\n"
        "from vijfluik.cli.backup.restoring import restored\n"
        "from vijfluik.cli.backup.tools import programs\n"
        "until = dt.datetime.fromisoformat(sys.argv[3]) if sys.argv[3] else None\n"
        "with restored(using=programs(), folder=Path(sys.argv[1]), until=until,\n"
        "              into=Path(sys.argv[2]), state=Path(sys.argv[4]),\n"
        "              database='vijfluik_demo') as (there, _):\n"
        "    where = there.address(user='postgres', database='vijfluik_demo')\n"
        "    with psycopg.connect(where) as asked:\n"
        f"        print(json.dumps(asked.execute('{MEMBERS}').fetchall()))\n"
    )
    place = place_of(root=story.checkout)
    ended = subprocess.run(
        [
            *(sys.executable, "-c", code, str(story.backups), str(place.server / name)),
            *("" if until is None else until.isoformat(), str(place.state)),
        ],
        env=environment(story.checkout),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return [tuple(row) for row in json.loads(ended.stdout)]


def test_the_end_of_the_log_comes_back_with_what_was_recorded_last(story: Story) -> None:
    assert looked_at(story, "last", until=None) == [("L-1",), ("L-3",)]


def test_a_moment_that_the_log_does_not_reach_is_refused_with_the_remedy(story: Story) -> None:
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    ended = restore(story, "later", until=later.isoformat())
    assert ended.returncode == 1
    assert "ends before that moment: name an earlier one" in ended.stderr
    early = restore(story, "early", until="2020-01-01T00:00+00:00")
    assert "no whole backup from before" in early.stderr


def test_nothing_is_overwritten_and_a_backup_that_was_changed_is_named(
    story: Story, tmp_path: Path
) -> None:
    place_of(root=story.checkout).server.joinpath("there").mkdir()
    until = story.between.isoformat()
    assert "exists already" in restore(story, "there", until=until).stderr
    [backup] = backups_in(story.backups)
    copy = tmp_path / "data"
    shutil.copytree(backup.data, copy)
    assert verify_copy(copy) > 1000
    file = copy / "global" / "pg_control"
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(content)
    with pytest.raises(CommandFailed, match="pg_control is not what was copied"):
        verify_copy(copy)
    file.unlink()
    with pytest.raises(CommandFailed, match="pg_control is missing"):
        verify_copy(copy)
    (copy / "backup_manifest").write_bytes(
        (copy / "backup_manifest").read_bytes().replace(b'"Size": 8192', b'"Size": 8193', 1)
    )
    with pytest.raises(CommandFailed, match="backup_manifest was changed"):
        verify_copy(copy)


def test_the_drill_compares_what_stood_and_who_may_do_what(story: Story) -> None:
    ended = command(story.checkout, *as_told("backup drill"))
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert found["different"] == []
    assert found["compared"] > 40
    assert found["restored"]["seconds"].keys() == {
        "copying", "going on with the log", "destroying again", "verifying the journal", "in all",
    }  # fmt: skip
    assert 0 < found["seconds"]["restore"] <= 60
    assert not list(place_of(root=story.checkout).server.glob("drill-*"))


def test_the_comparison_sees_a_row_a_policy_and_a_right_that_differ(story: Story) -> None:
    with administrator_in(story.checkout, database=DEMONSTRATION) as admin:
        address = admin.info.dsn + f" password={admin.info.password}"
        moment = dt.datetime.now(dt.UTC)
        before = parts_as_of(moment, of=address)
        [policy] = admin.execute(
            "SELECT polname FROM pg_policy WHERE polrelid = 'networks_member'::regclass LIMIT 1"
        ).fetchall()
        admin.execute("SET session_replication_role = replica")
        for change in (
            "UPDATE networks_member_version SET reference = 'X' WHERE reference = 'L-1'",
            f'DROP POLICY "{policy[0]}" ON networks_member',
            "GRANT SELECT ON networks_member TO vijfluik_report",
        ):
            admin.execute(change)
        after = parts_as_of(moment, of=address)
    assert differences(before, after) == ["networks_member_version", "policies", "rights"]


def test_a_copy_needs_an_account_that_may_make_one(story: Story) -> None:
    ended = command(
        story.checkout, "backup", "make", "--to", "/nowhere", DATABASE_URL="postgresql:///none"
    )
    assert ended.returncode == 1
    assert "VIJFLUIK_BACKUP_URL" in ended.stderr
    assert "REPLICATION" in ended.stderr
