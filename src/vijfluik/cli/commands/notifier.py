"""`./run notifier`: tell people what waits for them, in the platform and by mail, until stopped."""

import argparse
import os
import signal
import threading
from collections.abc import Sequence

from vijfluik.cli.progress import say
from vijfluik.cli.server import use_database

# What is urgent goes within a minute: half of it to be seen, half of it to be sent.
SECONDS = 30.0
LONGEST_PAUSE = 300.0


def run(arguments: Sequence[str]) -> int:
    """Go round once, or every half minute until SIGTERM or Ctrl-C.

    A round that failed as a whole (the database is away) is told and tried again; of a single mail
    the outbox keeps what became of it.
    """
    parser = argparse.ArgumentParser(prog="./run notifier", description=__doc__)
    parser.add_argument("--once", action="store_true", help="go round once")
    chosen = parser.parse_args(arguments)
    use_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.db import Error, connections
    from django.utils import timezone

    from vijfluik.core.notices.worker import go_round
    from vijfluik.site.safety.refusing import refuse_unsafe

    refuse_unsafe()

    stopped = threading.Event()
    if not chosen.once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
    pause = SECONDS
    while not stopped.is_set():
        try:
            done = go_round(at=timezone.now())
        except Error as error:
            if chosen.once:
                raise
            pause = min(pause * 2, LONGEST_PAUSE)
            say(f"A round failed ({type(error).__name__}); again in {pause:.0f} s.")
        else:
            pause = SECONDS
            if done.notices or done.sent:
                say(f"{done.notices} notices were made, {done.sent} mails were sent.")
        finally:
            connections.close_all()
        if chosen.once:
            break
        stopped.wait(pause)
    return 0
