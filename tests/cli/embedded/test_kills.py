"""Whatever is killed, the next run finds or makes a working server, and none is left behind."""

import contextlib
import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest
from tests.cli.runs import HOLD, address_said, eventually, holding, let_go, opened, place, server

from vijfluik.cli.embedded.process import processes_in

pytestmark = pytest.mark.drill

WRITE = "CREATE TABLE IF NOT EXISTS kept (n int); INSERT INTO kept VALUES (1)"


def works(checkout: Path) -> bool:
    """Whether an ordinary run after this one gets an answer and leaves no server behind."""
    with holding(checkout) as (run, address):
        with psycopg.connect(address) as connection:
            answer = connection.execute("SELECT 1").fetchone()
        let_go(run)
    return answer == (1,) and server(checkout) is None


def kill(pid: int | None) -> None:
    """kill -9."""
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def test_the_server_stops_with_its_last_process_and_not_before(checkout: Path) -> None:
    with holding(checkout) as (first, _), holding(checkout) as (second, address):
        let_go(first)
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        let_go(second)
    assert server(checkout) is None
    assert processes_in(place(checkout).data) == set()


def test_a_killed_server_is_started_again_with_its_data(checkout: Path) -> None:
    with holding(checkout) as (run, address):
        with psycopg.connect(address) as connection:
            connection.execute(WRITE)
        kill(server(checkout))
        with holding(checkout) as (next_run, next_address):
            with psycopg.connect(next_address) as connection:
                assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)
            let_go(next_run)
        let_go(run)
    assert works(checkout)


def test_the_server_of_a_killed_run_stops_by_itself(checkout: Path) -> None:
    with holding(checkout) as (run, _):
        assert server(checkout) is not None
        kill(run.pid)
        run.wait()
        assert eventually(lambda: server(checkout) is None)
    assert works(checkout)


def test_a_run_killed_with_everything_of_it_leaves_a_clean_retry(checkout: Path) -> None:
    with holding(checkout) as (run, _):
        data = place(checkout).data
        pids = [run.pid, *processes_in(data)]
        # The process beside the server works for this checkout too, and is killed with it.
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and (entry / "cmdline").exists():
                words = (entry / "cmdline").read_bytes().split(b"\0")
                if b"vijfluik.cli.embedded.keeper" in words and os.fsencode(checkout) in words:
                    pids.append(int(entry.name))
        assert len(pids) > 3
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                kill(pid)
        run.wait()
    assert works(checkout)


@pytest.mark.parametrize("moment", ["programs/half", "cluster-18.half", "cluster-18.half/base/1"])
def test_a_run_killed_while_making_the_cluster_leaves_a_clean_retry(
    checkout: Path, moment: str
) -> None:
    where = place(checkout)
    # An ordinary user has no copy of the programs: the state is then the first thing there is.
    sign = where.server / moment if where.account or "programs" not in moment else where.state
    with opened(checkout, code=HOLD) as run:
        assert eventually(sign.exists)
        kill(run.pid)
        run.wait()
        assert works(checkout)


def test_what_a_broken_off_making_left_behind_is_made_anew(checkout: Path) -> None:
    where = place(checkout)
    for folder in (where.state, where.server):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (where.server / "cluster-18.half").mkdir()
    (where.server / "cluster-18.half" / "PG_VERSION").write_text("18\n")
    (where.server / "initial.password").write_text("half")
    assert works(checkout)
    assert not (where.server / "cluster-18.half").exists()
    assert not (where.server / "initial.password").exists()


def test_a_stale_mark_with_the_number_of_another_living_process_is_seen_through(
    checkout: Path,
) -> None:
    with holding(checkout) as (run, _):
        let_go(run)
    mark = place(checkout).data / "postmaster.pid"
    with subprocess.Popen(["/bin/sleep", "60"]) as somebody:
        mark.write_text(f"{somebody.pid}\n{mark.parent}\n0\n5432\n/nowhere\n\n1 1\nready\n")
        try:
            assert works(checkout)
            assert somebody.poll() is None
        finally:
            somebody.kill()


FORK = """
import os, sys
from pathlib import Path
from vijfluik.cli.embedded import running_cluster
cluster = running_cluster(root=Path(sys.argv[1]))
if os.fork() == 0:
    print(cluster.url(database="postgres"), flush=True)
    sys.stdin.read()
    sys.exit()
"""


def test_a_forked_child_that_outlives_its_parent_still_holds_the_server(checkout: Path) -> None:
    with opened(checkout, code=FORK) as run:
        address = address_said(run)
        assert run.wait() == 0
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert run.stdin is not None
        run.stdin.close()
        assert eventually(lambda: server(checkout) is None)
