"""`./run clock`: close what ended with its day and forget what is over, until stopped."""

import argparse
import os
from collections.abc import Sequence

from vijfluik.cli.progress import say
from vijfluik.cli.rounds import go_round
from vijfluik.cli.server import use_database
from vijfluik.cli.service import as_service

SECONDS = 60.0


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run clock", description=__doc__)
    made.add_argument("--once", action="store_true", help="go round once: the clock is right")
    return made


def run(arguments: Sequence[str]) -> int:
    """Go round once, or every minute until SIGTERM or Ctrl-C.

    A round while the time cannot be believed does nothing and says why; `--once` is said by
    somebody who looked at the clock, and only asks that both machines have the same time.

    Returns:
        1 when a single round did nothing.
    """
    chosen = parser().parse_args(arguments)
    if not chosen.once:
        as_service("clock")
    use_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from vijfluik.core.lifecycle.lapsing import CLOCK
    from vijfluik.site.clock import going
    from vijfluik.site.clock.timepiece import Timepiece
    from vijfluik.site.safety.refusing import refuse_unsafe

    refuse_unsafe()
    timepiece = Timepiece(name="clock", using=CLOCK)
    told = ""

    def work() -> None:
        nonlocal told
        told = timepiece.doubt(once=chosen.once)
        gone = None if told else going.go_round()
        if gone is None:
            told = told or "another clock goes round"
            say(f"Nothing was done: {told}.")
            return
        timepiece.went_round()
        if gone.any:
            say(
                f"{gone.dues} due dates ended with their day; forgotten: {gone.files} files,"
                f" rows of {gone.imports} imports, {gone.sessions} sessions."
            )

    go_round(work, every=SECONDS, once=chosen.once)
    return int(chosen.once and bool(told))
