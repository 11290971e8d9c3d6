"""An installation from an empty server to the first sign-in, and what it survives.

As docs/operations.md tells it, on a PostgreSQL server of its own.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest
from tests.cli.installation import (
    Browser,
    Installation,
    Load,
    activated,
    installation,
    listening,
)
from tests.cli.runs import eventually
from tests.cli.small_disk import Disk, small_disk
from tests.documents import as_told

from vijfluik.cli.embedded.process import processes_in

pytestmark = pytest.mark.drill

PEOPLE = (
    as_told("accounts organisation"),
    as_told("accounts person een"),
    as_told("accounts person twee"),
    as_told("accounts person drie"),
    as_told("mandates first een"),
)
# Those of the guide's units that go on until they are stopped, beside those that a page needs.
LASTING = (
    as_told("clock"),
    as_told("destroyer"),
    as_told("notifier"),
    as_told("forwarder"),
    as_told("documents scan"),
)
ONCE = (
    as_told("clock --once"),
    as_told("destroyer --once"),
    as_told("documents scan --once"),
    as_told("documents rewrap"),
)
SIGNED_IN = "session.signed_in"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Roles, database, migrations and the first people, by the commands of the guide."""
    with installation(tmp_path_factory.mktemp("installed")) as made:
        here = {"/etc/vijfluik/credentials": str(made.credentials), "15": "18"}
        printed = made.run(*as_told("roles sql", here), "--host", str(made.sockets))
        assert printed.returncode == 0, printed.stderr
        made.psql(printed.stdout)
        # Twice is as once: what is there stays, with the same passwords.
        made.psql(printed.stdout)
        refused = made.run("check", "--deploy", "--format", "json")
        told = json.loads(refused.stdout)
        assert refused.returncode == 1
        assert {finding["check"] for finding in told["findings"]} == {"migrations"}
        migrated = made.run(*as_told("manage migrate --database owner"), "--verbosity", "0")
        assert migrated.returncode == 0, migrated.stderr
        for words in PEOPLE:
            done = made.run(*words)
            assert done.returncode == 0, done.stderr
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of the socket."""
    return tmp_path / "web.sock"


@pytest.fixture
def served(installed: Installation, path: Path) -> Iterator[None]:
    """The web server, on a socket that outlives it, and the sealer beside it."""
    with listening(path) as held:
        web = activated(installed, held, *as_told("serve"))
        sealer = activated(installed, held, *as_told("sealer"))
        try:
            assert eventually(lambda: ready(path)), log_of(installed)
            yield
        finally:
            for each in (web, sealer):
                each.terminate()
            for each in (web, sealer):
                assert each.wait(90) == 0


def ready(path: Path) -> bool:
    """Whether it says that it can work."""
    status, _, body = Browser(path).ask("/gezond/klaar/")
    assert status in (200, 503), body
    return status == 200


def log_of(where: Installation) -> str:
    """What its processes said."""
    return (where.checkout / "web.log").read_text()


def test_it_is_safe_and_whoever_follows_the_first_link_comes_in(
    installed: Installation, served: None, path: Path
) -> None:
    safe = installed.run(*as_told("check --deploy"))
    assert safe.returncode == 0, safe.stdout + safe.stderr
    assert "safe to switch on" in safe.stdout
    link = installed.run(*as_told("accounts link een"))
    assert link.returncode == 0, link.stderr
    status, headers, page = Browser(path).ask(link.stdout.strip())
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert "erzonnen" not in page
    assert re.search(r"__Host-\w+=", headers["Set-Cookie"])
    status, headers, _ = Browser(path).ask("/", **{"X-Forwarded-Proto": "http"})
    assert (status, headers["Location"]) == (301, "https://vijfluik.example.nl/")
    token = (installed.credentials / "VIJFLUIK_METRICS_TOKEN").read_text()
    shown = {"Authorization": f"Bearer {token}"}
    _, _, numbers = Browser(path).ask("/gezond/metingen/", **shown)
    assert 'route="/begin/<str:word>/"' in numbers or 'route="/begin/' in numbers
    lines = [json.loads(line) for line in log_of(installed).splitlines() if line.startswith("{")]
    assert any(line["logger"] == "vijfluik.requests" and line["status"] == 301 for line in lines)
    assert link.stdout.strip() not in log_of(installed)


def test_an_unsafe_installation_is_neither_served_nor_sealed(
    installed: Installation, path: Path
) -> None:
    with installed.administrator("vijfluik") as admin:
        admin.execute("ALTER TABLE networks_member NO FORCE ROW LEVEL SECURITY")
    try:
        for words in (
            ("serve", "--bind", f"unix:{path}"),
            ("sealer",),
            ("destroyer",),
            ("notifier",),
        ):
            refused = installed.run(*words)
            assert refused.returncode == 1
            assert "networks_member differs" in refused.stderr
            assert "Traceback" not in refused.stderr
    finally:
        with installed.administrator("vijfluik") as admin:
            admin.execute("ALTER TABLE networks_member FORCE ROW LEVEL SECURITY")


def test_each_command_of_the_guide_that_lasts_goes_on_until_it_is_stopped(
    installed: Installation,
) -> None:
    for words in ONCE:
        ended = installed.run(*words)
        assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended.stderr
    # Nobody listens there: what is not taken is kept, and tried again.
    nowhere = {"VIJFLUIK_OTLP_URL": "https://127.0.0.1:9"}
    with contextlib.ExitStack() as stack:
        going = [stack.enter_context(lasting(installed, *each, **nowhere)) for each in LASTING]
        for run in going:
            assert eventually(partial(awaits_its_end, run))
        assert [run.poll() for run in going] == [None] * len(going)
        for run in going:
            run.terminate()
        ended_with = [(run.communicate(timeout=60)[0], run.returncode) for run in going]
    assert [code for _, code in ended_with] == [0] * len(going), ended_with
    assert not any("Traceback" in said for said, _ in ended_with)


@contextlib.contextmanager
def lasting(where: Installation, *words: str, **more: str) -> "Iterator[subprocess.Popen[str]]":
    """A process of the installation that is killed with the block, if not stopped before."""
    with subprocess.Popen(
        [sys.executable, "-m", "vijfluik", *words],
        env={**where.environment(), **more},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as run:  # fmt: skip
        try:
            yield run
        finally:
            run.kill()


def awaits_its_end(run: "subprocess.Popen[str]") -> bool:
    """Whether it catches SIGTERM, as it does from the moment on that it begins to work."""
    status = Path(f"/proc/{run.pid}/status").read_text("ascii", errors="replace")
    found = re.search(r"^SigCgt:\s*([0-9a-f]+)$", status, re.MULTILINE)
    return found is not None and bool(int(found[1], 16) >> (signal.SIGTERM - 1) & 1)


def test_it_is_restarted_without_a_failed_request(installed: Installation, path: Path) -> None:
    before = installed.events(SIGNED_IN)
    with listening(path) as held:
        web = activated(installed, held, "serve")
        load = Load(path)
        try:
            with load.going():
                assert load.more(20), log_of(installed)
                # As systemd does: the old one ends, then the new one is started.
                web.terminate()
                assert web.wait(90) == 0
                web = activated(installed, held, "serve")
                assert load.more(20)
        finally:
            web.terminate()
            assert web.wait(90) == 0
    assert load.failed == []
    assert installed.events(SIGNED_IN) == before + load.answered


def test_a_killed_worker_loses_nothing_that_was_answered(
    installed: Installation, served: None, path: Path
) -> None:
    before = installed.events(SIGNED_IN)
    load = Load(path)
    with load.going():
        assert load.more(10)
        os.kill(worker_of(installed), signal.SIGKILL)
        assert load.more(20)
    # What it was busy with is not answered; it was kept or it was not, and nothing else failed.
    assert len(load.failed) <= 4
    kept = installed.events(SIGNED_IN) - before
    assert load.answered <= kept <= load.answered + len(load.failed)


def worker_of(where: Installation) -> int:
    """A process of the web server that answers: it has a parent that serves too."""
    serving: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            words = (entry / "cmdline").read_bytes().split(b"\0")
            here = f"VIJFLUIK_STATE={where.apart}".encode()
            if b"serve" in words and here in (entry / "environ").read_bytes().split(b"\0"):
                parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
                serving[int(entry.name)] = int(parent)
    return next(pid for pid, parent in serving.items() if parent in serving)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["in order", "at once"])
def test_postgresql_restarts_and_nothing_that_was_answered_is_lost(
    installed: Installation, served: None, path: Path, how: signal.Signals
) -> None:
    before = installed.events(SIGNED_IN)
    load = Load(path)
    with load.going():
        assert load.more(10)
        installed.stop_server(how)
        assert eventually(lambda: not ready(path))
        installed.start_server()
        assert eventually(lambda: ready(path))
        assert load.more(10)
    # Whoever asked meanwhile was told so, each on a page: nobody was left without an answer.
    assert set(load.failed) <= {"500"}
    kept = installed.events(SIGNED_IN) - before
    assert load.answered <= kept <= load.answered + len(load.failed)
    verified = installed.run("journal", "verify")
    assert json.loads(verified.stdout)["ok"], verified.stderr
    assert processes_in(installed.using.place.data)


@pytest.fixture
def disk(installed: Installation) -> Iterator[Disk]:
    """The server of the installation, on a disk that can be filled."""
    with small_disk(installed) as made:
        yield made


def test_a_full_disk_of_the_database_records_nothing_by_halves_and_says_so(
    installed: Installation, disk: Disk, served: None, path: Path
) -> None:
    before = installed.events(SIGNED_IN)
    load = Load(path)
    with load.going():
        assert load.more(3)
        disk.fill()
        assert eventually(lambda: len(load.failed) >= 3)
        pages = [Browser(path, address="192.0.2.77").tries("niemand") for _ in range(3)]
        # What is there can be read.
        assert Browser(path).ask("/aanmelden/")[0] == 200
        disk.make_room()
        assert load.more(5)
    assert set(load.failed) == {"500"}
    assert any("Uw laatste handeling is niet vastgelegd" in page for _, page in pages)
    others = sum(status == 422 for status, _ in pages)
    kept = installed.events(SIGNED_IN) - before
    assert load.answered + others <= kept <= load.answered + len(load.failed) + len(pages)
    # The log names the cause and none of the values.
    causes = {
        json.loads(line).get("cause")
        for line in log_of(installed).splitlines()
        if line.startswith("{")
    }
    assert causes & {"psycopg.errors.DiskFull", "psycopg.errors.InternalError_"}
    assert "niemand-" not in log_of(installed)
    # The sealer, which had no room either, goes on; and the chain holds.
    assert eventually(lambda: ready(path))
    verified = installed.run("journal", "verify")
    assert json.loads(verified.stdout)["ok"], verified.stderr


def test_roles_of_an_installation_have_passwords_of_their_own(installed: Installation) -> None:
    files = sorted(installed.credentials.iterdir())
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
    addresses = [file.read_text() for file in files if file.name.startswith("DATABASE_URL")]
    assert len(set(addresses)) == 6
    app = (installed.credentials / "DATABASE_URL").read_text().strip()
    with psycopg.connect(app) as connection:
        assert connection.execute("SELECT current_user::text").fetchone() == ("vijfluik_app",)
