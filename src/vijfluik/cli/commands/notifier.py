"""`./run notifier`: tell people what waits for them, in the platform and by mail, until stopped."""

import argparse
import os
from collections.abc import Sequence

from vijfluik.cli.progress import say
from vijfluik.cli.rounds import go_round as round_and_round
from vijfluik.cli.server import use_database
from vijfluik.cli.service import as_service

# What is urgent goes within a minute. A round begins every half minute at least, with what is
# urgent; going round everybody stops in time for the next one.
SECONDS, LEAST_SECONDS = 30.0, 3.0
LOOKING = 2 / 3


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run notifier", description=__doc__)
    made.add_argument("--once", action="store_true", help="go round once")
    made.add_argument(
        "--every",
        type=_seconds,
        default=SECONDS,
        metavar="SECONDS",
        help=f"how often to begin a round: {LEAST_SECONDS:.0f} to {SECONDS:.0f} (the default)",
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Go round once, or begin a round every half minute until SIGTERM or Ctrl-C.

    A round that failed as a whole (the database is away) is told and tried again; of a single mail
    the outbox keeps what became of it.
    """
    chosen = parser().parse_args(arguments)
    if not chosen.once:
        as_service("notifier")
    use_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.utils import timezone

    from vijfluik.core.notices.worker import FIRST, WITHOUT_END, go_round
    from vijfluik.site.safety.refusing import refuse_unsafe

    refuse_unsafe()
    onward = FIRST
    looking = WITHOUT_END if chosen.once else chosen.every * LOOKING

    def work() -> None:
        nonlocal onward
        done = go_round(at=timezone.now(), after=onward, seconds=looking)
        onward = done.onward
        if done.notices or done.sent:
            say(f"{done.notices} notices were made, {done.sent} mails were sent.")

    round_and_round(work, every=chosen.every, once=chosen.once)
    return 0


def _seconds(word: str) -> float:
    number = float(word)
    if not LEAST_SECONDS <= number <= SECONDS:
        raise argparse.ArgumentTypeError(
            f"from {LEAST_SECONDS:.0f} to {SECONDS:.0f}: what is urgent goes within a minute"
        )
    return number
