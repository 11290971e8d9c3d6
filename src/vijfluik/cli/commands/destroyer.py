"""`./run destroyer`: destroy what is over by its time, and what a restored backup brought back."""

import argparse
import os
import signal
import threading
from collections.abc import Sequence

from vijfluik.cli.commands.sealer import state_folder
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say
from vijfluik.cli.server import use_database

SECONDS = 60


def run(arguments: Sequence[str]) -> int:
    """Look once, or every minute until SIGTERM or Ctrl-C.

    Raises:
        CommandFailed: the book of what was destroyed cannot be read.
    """
    parser = argparse.ArgumentParser(prog="./run destroyer", description=__doc__)
    parser.add_argument(
        "--once", action="store_true", help="look once: before a restored database is served"
    )
    chosen = parser.parse_args(arguments)
    use_database()
    folder = state_folder()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.db import connections

    from vijfluik.core.retention.book import run as look

    stopped = threading.Event()
    if not chosen.once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
    while not stopped.is_set():
        try:
            gone = look(folder)
        except ValueError as error:
            raise CommandFailed(f"{error}. Nothing was destroyed.") from None
        finally:
            connections.close_all()
        if gone:
            say(f"{gone} records were destroyed.")
        if chosen.once:
            break
        stopped.wait(SECONDS)
    return 0
