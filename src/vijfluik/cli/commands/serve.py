"""`./run serve`: serve an installation, behind a proxy, until stopped.

Listens on the socket that systemd hands over, or where `--bind` says; refuses to start while
`./run check --deploy` finds something. SIGTERM lets it answer what was asked and then end.
"""

import argparse
import os
from collections.abc import Sequence

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.service import as_service


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run serve", description=__doc__)
    made.add_argument(
        "--bind", metavar="WHERE", help="unix:PATH or HOST:PORT (default: systemd's socket)"
    )
    made.add_argument("--workers", type=int, default=4, help="processes (default: 4)")
    made.add_argument("--threads", type=int, default=2, help="of each process (default: 2)")
    return made


def run(arguments: Sequence[str]) -> int:
    """Serve until SIGTERM or Ctrl-C.

    Raises:
        CommandFailed: no database is named, or there is nothing to listen on.
    """
    chosen = parser().parse_args(arguments)
    as_service("web")
    if not os.environ.get("DATABASE_URL"):
        raise CommandFailed(
            "DATABASE_URL is not set: an installation has a database of its own. For the"
            " demonstration of this checkout: ./run demo"
        )
    if chosen.bind is None and os.environ.get("LISTEN_PID") != str(os.getpid()):
        raise CommandFailed("systemd handed no socket over. Say where to listen: --bind unix:PATH")
    from vijfluik.cli.web import serve_installation

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    serve_installation(bind=chosen.bind, workers=chosen.workers, threads=chosen.threads)
    return 0
