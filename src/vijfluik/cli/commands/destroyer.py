"""`./run destroyer`: destroy what is over by its time, and what a restored backup brought back."""

import argparse
import errno
import os
import signal
import threading
from collections.abc import Sequence

from vijfluik.cli.commands.sealer import state_folder
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say
from vijfluik.cli.server import use_database
from vijfluik.cli.service import as_service

SECONDS = 60
FULL, AWAY = "the disk is full", "the database is away"


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run destroyer", description=__doc__)
    made.add_argument(
        "--once", action="store_true", help="look once: before a restored database is served"
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Look once, or every minute until SIGTERM or Ctrl-C.

    Raises:
        CommandFailed: the book of what was destroyed cannot be read.
    """
    chosen = parser().parse_args(arguments)
    if not chosen.once:
        as_service("destroyer")
    use_database()
    folder = state_folder()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.db import OperationalError, connections

    from vijfluik.core.retention.book import run as look
    from vijfluik.core.retention.destroying import DESTROYER
    from vijfluik.site.clock.timepiece import Timepiece
    from vijfluik.site.safety import returning
    from vijfluik.site.safety.refusing import refuse_unsafe

    if not chosen.once:
        # Once is before a restored copy is served, on a server that is not yet the installation's.
        # What came back with another copy is what the first round destroys.
        refuse_unsafe(mends={returning.CHECK})
    timepiece = Timepiece(name="destroyer", using=DESTROYER)
    stopped = threading.Event()
    if not chosen.once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
    while not stopped.is_set():
        try:
            doubt = timepiece.doubt(once=chosen.once)
            gone = 0 if doubt else look(folder)
            if doubt:
                say(f"Nothing was destroyed: {doubt}.")
            else:
                timepiece.went_round()
        except ValueError as error:
            raise CommandFailed(f"{error}. Nothing was destroyed.") from None
        except (OperationalError, OSError) as error:
            # What went stands in the database; the book is written once both are there again.
            if chosen.once or not passes(error):
                raise
            say(f"Not now ({FULL if isinstance(error, OSError) else AWAY}); again in {SECONDS} s.")
            gone, doubt = 0, ""
        finally:
            connections.close_all()
        if gone:
            say(f"{gone} records were destroyed.")
        if chosen.once:
            return int(bool(doubt))
        stopped.wait(SECONDS)
    return 0


def passes(error: Exception) -> bool:
    """Whether it is over by itself: a database that starts anew, a disk that is made room on."""
    return not isinstance(error, OSError) or error.errno in {errno.ENOSPC, errno.EDQUOT}
