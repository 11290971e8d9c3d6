"""The web server: gunicorn in this process; for a demonstration on this machine only."""

import gc
import os
import socket
import tempfile
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from vijfluik.cli.errors import CommandFailed

HOST = "127.0.0.1"
# Threads of one process take turns at computing, so more processes answer sooner than more threads.
WORKERS = 4
THREADS = 2
COMMON: dict[str, Any] = {
    "worker_class": "gthread",
    # What stands in the way of serving is told once, by this process, and not by each worker.
    "preload_app": True,
    "timeout": 120,
    "control_socket_disable": True,
    "pre_fork": lambda _server, _worker: _prepare_to_split(),
}
# The web process has no use for these roles, so it does not get their passwords.
WITHHELD = ("DATABASE_URL_OWNER", "DATABASE_URL_CLOCK", "DATABASE_URL_DESTROYER")


def reserve(port: int) -> socket.socket:
    """Take the port at once, so that nobody waits for a loading that cannot be shown.

    Raises:
        CommandFailed: it is in use, or may not be used by this user; names one that is free.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
        # Two programs may bind one address with SO_REUSEADDR; only one can listen.
        taken.listen()
    except OSError as error:
        taken.close()
        raise CommandFailed(
            f"Port {port} cannot be used ({error.strerror}): perhaps a demonstration is open"
            f" already. Close it, or take another: ./run demo --port {_free_port()}"
        ) from None
    return taken


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asked:
        asked.bind((HOST, 0))
        return int(asked.getsockname()[1])


def serve(listening: socket.socket, *, when_ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM, then leave the process.

    Args:
        listening: from `reserve`.
        when_ready: called once pages are being answered.
    """
    withhold()
    Web(
        {
            **COMMON,
            "bind": f"fd://{listening.detach()}",
            "workers": WORKERS,
            "threads": THREADS,
            "graceful_timeout": 5,
            "loglevel": "warning",
            "when_ready": lambda _server: when_ready(),
        }
    ).run()


def serve_installation(*, bind: str | None, workers: int, threads: int) -> None:
    """Serve behind a proxy until SIGTERM, then answer what was asked and leave the process.

    Args:
        bind: `unix:PATH` or `HOST:PORT`; None takes the socket that systemd hands over.
        workers: processes.
        threads: of each process.

    Raises:
        ImproperlyConfigured: the installation is not safe to switch on.
    """
    withhold()
    with tempfile.TemporaryDirectory(prefix="vijfluik-metrics-") as folder:
        # Before anything that counts is imported: it decides how by this variable.
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        Web(
            {
                **COMMON,
                **({} if bind is None else {"bind": bind}),
                "workers": workers,
                "threads": threads,
                # Less than systemd waits before it kills (TimeoutStopSec).
                "graceful_timeout": 60,
                "loglevel": "info",
                "logger_class": Lines,
                "child_exit": lambda _server, worker: _forget(worker.pid),
            }
        ).run()


def withhold() -> None:
    """Let this process forget what it has no use for; settings are not read yet."""
    for name in WITHHELD:
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)


def _forget(process: int) -> None:
    """What was counted by a process stays; that it lives does not."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(process)  # type: ignore[no-untyped-call]


def _prepare_to_split() -> None:
    """Leave to a new process what it may share, and nothing else.

    A connection that two processes share would mix up their answers. What is loaded stays for as
    long as the process lives: frozen, it is not looked through again at each collection, which made
    the page during which that happened wait for a tenth of a second.
    """
    from django.db import connections

    connections.close_all()
    gc.collect()
    gc.freeze()


class Lines(Logger):  # type: ignore[misc]
    """Gunicorn's own messages in the form of the platform's."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn's, with our formatter in an installation."""
        super().setup(cfg)
        from django.conf import settings

        from vijfluik.site.watching.logs import JsonLines

        if not settings.DEMONSTRATION:
            for handler in self.error_log.handlers:
                handler.setFormatter(JsonLines())


class Web(BaseApplication):  # type: ignore[misc]
    """Vijfluik as gunicorn wants to be given an application."""

    def __init__(self, options: dict[str, Any]) -> None:
        """Keep the options; gunicorn asks for them while it is being made."""
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Hand the options over; no file and no variable of the machine changes them."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The WSGI application, with all that its processes share."""
        from vijfluik.site.ahead import load_ahead
        from vijfluik.site.wsgi import application

        load_ahead()
        return application

    def run(self) -> None:
        """Serve."""
        Attached(self).run()


class Attached(Arbiter):  # type: ignore[misc]
    """Ends with the terminal; gunicorn's own takes its closing for a wish to load anew."""

    def handle_hup(self) -> None:
        """Stop in an orderly way."""
        raise StopIteration
