"""Doing the same again and again until stopped, also while the database is away for a while."""

import signal
import threading
import time
from collections.abc import Callable

from vijfluik.cli.progress import say

# After a round that failed, twice as long each time: a server that only starts anew is soon back.
FIRST_PAUSE = 2.0
LONGEST_PAUSE = 300.0


def go_round(work: Callable[[], None], *, every: float, once: bool) -> None:
    """Do it once, or begin it every so many seconds until SIGTERM or Ctrl-C.

    Args:
        work: one round.
        every: seconds from the beginning of one round to that of the next.
        once: do it a single time.

    Raises:
        django.db.Error: the database is away, and it was to be done once.
    """
    from django.db import Error, connections

    stopped = threading.Event()
    if not once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
    failed = 0
    while not stopped.is_set():
        began = time.monotonic()
        try:
            work()
        except Error as error:
            if once:
                raise
            pause = min(FIRST_PAUSE * 2**failed, LONGEST_PAUSE)
            failed = min(failed + 1, 10)
            say(f"A round failed ({type(error).__name__}); again in {pause:.0f} s.")
        else:
            failed, pause = 0, max(0.0, every - (time.monotonic() - began))
        finally:
            connections.close_all()
        if once:
            return
        stopped.wait(pause)
