"""`./run destroyer` as an operator runs it: a process of its own, with the destroyer's address."""

import subprocess
import sys
from pathlib import Path

from tests.core.journal.making import as_administrator, environment
from tests.programme.networks.doing import CANARY, dated_back, member, network, withdraw
from tests.site.people import somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.retention.book import FILE, read
from vijfluik.core.retention.models import Tombstone
from vijfluik.programme.networks.members.terms import NOTICE_DAYS

# The web process has no address of the destroyer, and the destroyer none of the owner.
HAS = ("DATABASE_URL", "DATABASE_URL_DESTROYER")


def destroyer(database: str, *words: str, state: Path) -> subprocess.CompletedProcess[str]:
    """`./run destroyer WORDS`, to its end."""
    known = environment(database, state=str(state))
    kept = {
        name: value
        for name, value in known.items()
        if not name.startswith("DATABASE_URL") or name in HAS
    }
    return subprocess.run(
        [sys.executable, "-m", "vijfluik", "destroyer", *words],
        env=kept, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def names_left(database: str) -> int:
    """In how many rows of members, their versions and their words the name still stands."""
    with as_administrator(database) as admin:
        found = admin.execute(
            "SELECT (SELECT count(*) FROM networks_member t WHERE t::text ILIKE %(name)s)"
            " + (SELECT count(*) FROM networks_member_version t WHERE t::text ILIKE %(name)s)"
            " + (SELECT count(*) FROM networks_member_search t WHERE t::text ILIKE %(name)s)",
            {"name": f"%{CANARY}%"},
        ).fetchone()
    assert found is not None
    return int(str(found[0]))


def test_who_withdrew_or_lapsed_is_destroyed_again_and_for_good(
    committed: str, tmp_path: Path
) -> None:
    of = network()
    withdrawn, lapsed = member(of), member(of, reference="L-2")
    with as_administrator(committed) as admin:
        admin.execute("CREATE TABLE a_backup AS SELECT * FROM networks_member")
        admin.execute("DELETE FROM a_backup WHERE key <> %s", [withdrawn.key])
    withdraw(withdrawn)
    dated_back(committed, lapsed, days_over=NOTICE_DAYS + 1)
    first = destroyer(committed, "--once", state=tmp_path)
    assert (first.returncode, first.stdout) == (0, ""), first.stderr
    assert "1 records were destroyed." in first.stderr
    assert names_left(committed) == 0
    with acting(somebody("daan")):
        stones = {stone.object_key: stone.ground for stone in Tombstone.objects.all()}
    assert stones.keys() == {withdrawn.key, lapsed.key}
    assert stones[lapsed.key] == "termijn verstreken"
    # Who withdrew comes back with a backup, and goes again before anybody is served.
    with as_administrator(committed, unguarded=False) as admin:
        admin.execute("INSERT INTO networks_member SELECT * FROM a_backup")
        admin.execute("DROP TABLE a_backup")
    assert names_left(committed) > 0
    second = destroyer(committed, "--once", state=tmp_path)
    assert (second.returncode, "1 records were destroyed." in second.stderr) == (0, True)
    assert names_left(committed) == 0
    assert len(read(tmp_path)) == 3
    assert CANARY not in (tmp_path / FILE).read_text()
    # A book that cannot be read is said, with its line, and nothing is done.
    with (tmp_path / FILE).open("a") as book:
        book.write("{}\n")
    refused = destroyer(committed, "--once", state=tmp_path)
    assert refused.returncode != 0
    assert "destroyed.jsonl:4" in refused.stderr
    assert "Nothing was destroyed" in refused.stderr
    assert "Traceback" not in refused.stderr
