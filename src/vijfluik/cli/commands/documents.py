"""`./run documents`: ask the scanner of files that wait, and seal keys anew."""

import argparse
import os
import signal
import threading
from collections.abc import Sequence

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say
from vijfluik.cli.server import use_database
from vijfluik.cli.service import as_service

SECONDS = 60


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run documents", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True)
    scanning = acts.add_parser("scan", help="ask the scanner of every document that waits")
    scanning.add_argument("--once", action="store_true", help="look once, not every minute")
    acts.add_parser("rewrap", help="seal the key of every file with the current DOCUMENTS_KEY")
    return made


def run(arguments: Sequence[str]) -> int:
    """Do what is asked, as role clock.

    Raises:
        CommandFailed: a key of the installation is not here.
    """
    chosen = parser().parse_args(arguments)
    if chosen.act == "scan" and not chosen.once:
        as_service("documents")
    use_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    return scan(once=chosen.once) if chosen.act == "scan" else rewrap()


def scan(*, once: bool) -> int:
    """Look once, or every minute until SIGTERM or Ctrl-C."""
    from django.db import connections

    from vijfluik.programme.attachments.keeping import scan_waiting
    from vijfluik.site.safety.refusing import refuse_unsafe

    if not once:
        refuse_unsafe()
    stopped = threading.Event()
    if not once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
    while not stopped.is_set():
        try:
            told = scan_waiting()
        finally:
            connections.close_all()
        if told.clean or told.infected or told.waiting:
            say(f"{told.clean} clean, {told.infected} harmful, {told.waiting} still waiting.")
        if once:
            break
        stopped.wait(SECONDS)
    return 0


def rewrap() -> int:
    """Seal every key anew, and say how many."""
    from vijfluik.core.sealing import Unsealable
    from vijfluik.programme.attachments.keeping import wrap_all_anew

    try:
        say(f"The keys of {wrap_all_anew()} documents were sealed anew.")
    except Unsealable as error:
        raise CommandFailed(
            f"{error}. Put the secret that it came from in DOCUMENTS_KEYS_BEFORE."
        ) from None
    return 0
