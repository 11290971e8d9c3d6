"""An installation of a test's own: its own PostgreSQL server, roles, folders and processes.

The server is made of the programs of the wheel and is none of a checkout: it is started, stopped
and killed here, as an organisation's own would be.
"""

import contextlib
import hashlib
import http.client
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from tests.cli.runs import PATIENCE, environment, eventually

from vijfluik.cli.checkout import root
from vijfluik.cli.embedded import process
from vijfluik.cli.embedded.cluster import remove_of_checkout
from vijfluik.cli.embedded.holders import starting
from vijfluik.cli.embedded.place import place_of, prepare, sockets_of
from vijfluik.cli.embedded.programs import programs_for

HOST = "vijfluik.example.nl"
PASSWORD = "administrator-of-a-test"
# Hands the socket over as systemd does: as descriptor 3, to the process that it starts.
ACTIVATED = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ["LISTEN_PID"] = str(os.getpid())
os.execv(sys.executable, [sys.executable, "-m", "vijfluik", *sys.argv[2:]])
"""


@dataclass(kw_only=True)
class Installation:
    """Where everything of it stands."""

    checkout: Path
    credentials: Path
    state: Path
    apart: Path
    using: process.Programs
    sockets: Path
    more: dict[str, str] = field(default_factory=dict)
    server: "subprocess.Popen[bytes] | None" = None

    @property
    def leaked(self) -> Path:
        """The list of passwords that leaked: the one that everybody would try here."""
        file = self.state.parent / "leaked.txt"
        if not file.exists():
            word = hashlib.sha1(b"correct horse battery staple", usedforsecurity=False)
            file.write_text(word.hexdigest().upper() + ":384\r\n")
        return file

    def environment(self, *, web: bool = False) -> dict[str, str]:
        """What its processes find; the web server, as on a machine of its own, no signing key."""
        own = {
            "CREDENTIALS_DIRECTORY": str(self.credentials),
            "VIJFLUIK_STATE": str(self.apart if web else self.state),
            "VIJFLUIK_DEMONSTRATION": "no",
            "VIJFLUIK_SIGN_IN": "proof",
            "VIJFLUIK_HOSTS": HOST,
            "VIJFLUIK_ADDRESS": f"https://{HOST}",
            "VIJFLUIK_SCHEME_HEADER": "X-Forwarded-Proto",
            "VIJFLUIK_ADDRESS_HEADER": "X-Real-IP",
            "VIJFLUIK_BREACHED_PASSWORDS_FILE": str(self.leaked),
            "VIJFLUIK_MAIL_HOST": "mail.example.nl",
            "VIJFLUIK_MAIL_FROM": "vijfluik@example.nl",
            "VIJFLUIK_ACCESSIBILITY_BY": "Programmabureau",
            "VIJFLUIK_ACCESSIBILITY_MAIL": "toegankelijk@example.nl",
            **self.more,
        }
        return environment(self.checkout, **own)

    def run(self, *words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        """`./run WORDS` to its end."""
        return subprocess.run(
            [sys.executable, "-m", "vijfluik", *words],
            env=self.environment(web=words[0] == "serve"),
            input=given,
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
        )

    def start_server(self) -> None:
        """Start PostgreSQL and wait until it answers."""
        # Under no name of its own, as any server of an organisation.
        words = [
            word
            for word in self.using.server(sockets=self.sockets)
            if not word.startswith("--cluster_name")
        ]
        self.server = subprocess.Popen(
            words,
            cwd="/",
            env=process.ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self.using.identity(),
        )
        assert eventually(self.answers)

    def stop_server(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT in an orderly way, SIGQUIT at once, to be recovered at the next start."""
        assert self.server is not None
        self.server.send_signal(how)
        self.server.wait(60)

    def answers(self) -> bool:
        """Whether PostgreSQL takes connections."""
        with contextlib.suppress(psycopg.OperationalError):
            self.administrator().close()
            return True
        return False

    def administrator(self, database: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
        """PostgreSQL's administrator."""
        return psycopg.connect(
            host=str(self.sockets), user="postgres", password=PASSWORD, dbname=database,
            autocommit=True,
        )  # fmt: skip

    def psql(self, script: str) -> None:
        """Run what `./run roles sql` printed, as the guide says."""
        ended = subprocess.run(
            [str(self.using.folder / "psql"), "-h", str(self.sockets), "-U", "postgres"],
            input=script,
            env={**process.ENVIRONMENT, "PGPASSWORD": PASSWORD},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr

    def events(self, action: str) -> int:
        """How many events of a kind the journal holds."""
        with self.administrator("vijfluik") as asked:
            row = asked.execute(
                "SELECT count(*) FROM journal_event WHERE action = %s", [action]
            ).fetchone()
        assert row is not None
        return int(str(row[0]))


@contextlib.contextmanager
def installation(folder: Path) -> Iterator[Installation]:
    """An empty server, and folders with the modes of the guide; gone after the block."""
    (folder / "src").symlink_to(root() / "src")
    place = place_of(root=folder)
    prepare(place)
    using = process.Programs(folder=programs_for(place), place=place)
    with starting(place.state) as lock:
        process.make(using, password=PASSWORD, lock=lock)
    state = folder / "outside"
    apart = folder / "apart"
    for each in (state, apart):
        each.mkdir(mode=0o750)
    made = Installation(
        checkout=folder / "checkout",
        credentials=folder / "credentials",
        state=state,
        apart=apart,
        using=using,
        sockets=sockets_of(place),
    )
    made.checkout.mkdir()
    (made.checkout / "src").symlink_to(root() / "src")
    made.start_server()
    try:
        yield made
    finally:
        if made.server is not None and made.server.poll() is None:
            made.stop_server(signal.SIGQUIT)
        remove_of_checkout(root=folder)


@contextlib.contextmanager
def listening(path: Path) -> Iterator[socket.socket]:
    """A socket as systemd holds it for the web server."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as held:
        held.bind(str(path))
        held.listen(2048)
        yield held


def activated(where: Installation, held: socket.socket, *words: str) -> "subprocess.Popen[str]":
    """`./run WORDS` with the socket handed over; wait with `eventually(… in logs)`."""
    with (where.checkout / "web.log").open("a") as log:
        return subprocess.Popen(
            [sys.executable, "-c", ACTIVATED, str(held.fileno()), *words],
            env={**where.environment(web="serve" in words), "LISTEN_FDS": "1"},
            stdout=log,
            stderr=log,
            text=True,
            pass_fds=[held.fileno()],
            start_new_session=True,
        )


class Browser(http.client.HTTPConnection):
    """Asks over the socket, as the proxy does."""

    def __init__(self, path: Path, *, address: str = "192.0.2.1") -> None:
        super().__init__(HOST, timeout=PATIENCE)
        self.path = path
        self.told = {
            "Host": HOST,
            "X-Forwarded-Proto": "https",
            "X-Real-IP": address,
            "Referer": f"https://{HOST}/",
        }

    def connect(self) -> None:
        """To the socket instead of the host."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(str(self.path))

    def ask(
        self, path: str, *, method: str = "GET", body: str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers and body of one request on a connection of its own."""
        try:
            self.request(method, path, body=body, headers={**self.told, **headers})
            answer = self.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        finally:
            self.close()

    def signs_in_wrongly(self, name: str) -> int:
        """The status of an attempt, which the journal holds once it is answered with 422."""
        return self.tries(name)[0]

    def tries(self, name: str) -> tuple[int, str]:
        """Status and page of an attempt to sign in."""
        token = "a" * 32
        status, _, page = self.ask(
            "/aanmelden/",
            method="POST",
            body=urlencode(
                {"csrfmiddlewaretoken": token, "username": name, "password": "x", "code": "1"}
            ),
            **{
                "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": f"__Host-csrftoken={token}",
            },
        )
        return status, page


@dataclass
class Load:
    """People who try to sign in, all the time: each answer is of something that was kept."""

    path: Path
    threads: int = 3
    answered: int = 0
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._number = 0

    def _one(self) -> None:
        while not self._stop.is_set():
            with self._lock:
                self._number += 1
                number = self._number
            address = f"198.51.{number // 250}.{number % 250}"
            try:
                status: object = Browser(self.path, address=address).signs_in_wrongly(
                    f"niemand-{number}"
                )
            except (OSError, http.client.HTTPException) as error:
                status = repr(error)
            with self._lock:
                if status == 422:
                    self.answered += 1
                else:
                    self.failed.append(str(status))

    @contextlib.contextmanager
    def going(self) -> Iterator["Load"]:
        """While the block lasts, until the last answer."""
        threads = [threading.Thread(target=self._one) for _ in range(self.threads)]
        for each in threads:
            each.start()
        try:
            yield self
        finally:
            self._stop.set()
            for each in threads:
                each.join()

    def more(self, number: int) -> bool:
        """Whether so many more were answered, in time."""
        wanted = self.answered + number
        return eventually(lambda: self.answered >= wanted)


def wait(seconds: float) -> None:
    """Let the load go on for a while."""
    time.sleep(seconds)
