"""`./run forwarder`: send the journal on to a collector of OpenTelemetry, until stopped."""

import argparse
import os
import signal
import threading
from collections.abc import Sequence

from vijfluik.cli.commands.journal_export import served
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say
from vijfluik.cli.server import use_database
from vijfluik.cli.service import as_service

SECONDS, LONGEST_PAUSE = 5.0, 300.0


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run forwarder", description=__doc__)
    made.add_argument("--once", action="store_true", help="deliver what there is, then stop")
    return made


def run(arguments: Sequence[str]) -> int:
    """Deliver once, or as events are sealed until SIGTERM or Ctrl-C.

    Raises:
        CommandFailed: no collector is named; with `--once` also when it did not take everything.
    """
    chosen = parser().parse_args(arguments)
    if not chosen.once:
        as_service("forwarder")
    use_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.conf import settings
    from django.db import Error, connections

    from vijfluik.core.journal.delivering.collector import Collector
    from vijfluik.core.journal.delivering.delivery import note_forwarding
    from vijfluik.site.safety.refusing import refuse_unsafe

    refuse_unsafe()

    if not settings.OTLP.url:
        raise CommandFailed(
            "VIJFLUIK_OTLP_URL must name a collector, such as https://host:4318; docs/journal.md."
        )
    to = Collector(url=settings.OTLP.url, headers=settings.OTLP.headers)
    stopped = threading.Event()
    if not chosen.once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
    note_forwarding(list(settings.OTLP.views))
    told: dict[str, str] = {}
    pause = SECONDS
    while not stopped.is_set():
        try:
            again = [_one(view, to=to, told=told) for view in settings.OTLP.views]
        except Error as error:
            if chosen.once:
                raise
            say(f"The database is away ({type(error).__name__}).")
            again = [0.0]
        finally:
            connections.close_all()
        failed = [seconds for seconds in again if seconds is not None]
        if chosen.once:
            if failed:
                raise CommandFailed("Not everything was delivered; it is kept, see above.")
            break
        pause = min(max(pause * 2, *failed), LONGEST_PAUSE) if failed else SECONDS
        stopped.wait(pause)
    return 0


def _one(view: str, *, to: object, told: dict[str, str]) -> float | None:
    """Deliver one view and tell what changed; how long the collector asked to wait when it took
    nothing, None when it took all."""
    from vijfluik.core.journal.delivering.collector import Collector, NotTaken
    from vijfluik.core.journal.delivering.delivery import deliver

    assert isinstance(to, Collector)  # noqa: S101 - the caller made it
    try:
        done = deliver(view, to=to, served=served())
    except NotTaken as error:
        if told.get(view) != error.fault:
            say(f"{view}: the collector did not take it ({error.fault}). It is kept.")
        told[view] = error.fault
        return error.again
    if told.pop(view, ""):
        say(f"{view}: the collector takes it again.")
    if done.rejected:
        say(f"{view}: the collector rejected {done.rejected} lines; it does not want them again.")
    return None
