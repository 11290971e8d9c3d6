"""`./run demo`: set everything up, load the demonstration and open it on this machine."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from importlib import util

from vijfluik.cli import demonstration, messages
from vijfluik.cli.checkout import root
from vijfluik.cli.companions import companion, once
from vijfluik.cli.progress import say, seconds

PORT = 8000
# Room for the work of today; and steps are held in memory while they are being loaded.
LEAST, MOST = 1_000, 1_000_000


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    made.add_argument("--no-serve", action="store_true", help="stop after loading")
    made.add_argument(
        "--port", type=_port, default=PORT, help=f"port on this machine (default {PORT})"
    )
    made.add_argument(
        "--scale",
        type=_scale,
        metavar="N",
        help=f"a demonstration of N trainings in a database of its own ({LEAST} to {MOST})",
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Make it ready and serve until Ctrl-C."""
    chosen = parser().parse_args(arguments)
    with contextlib.ExitStack() as held:
        if not chosen.no_serve:
            from vijfluik.cli import web

            listening = web.reserve(chosen.port)
        messages.compile_older(root() / "src")
        earlier = demonstration.ready(scale=chosen.scale)
        if earlier:
            say(earlier)
        if chosen.no_serve:
            size = "" if chosen.scale is None else f" --scale {chosen.scale}"
            say(f"The demonstration is ready. ./run demo{size} opens it.")
            return 0
        accounts = demonstration.accounts()
        if util.find_spec("vijfluik.cli.commands.sealer"):
            held.enter_context(companion("sealer"))
        # Before anything is served: what a restored database brought back is gone again.
        once("destroyer", "--once")
        held.enter_context(companion("destroyer"))
        held.enter_context(companion("notifier"))
        held.enter_context(companion("clock"))
        port = listening.getsockname()[1]
        web.serve(listening, when_ready=lambda: _announce(port=port, accounts=accounts))
    return 0


def _announce(*, port: int, accounts: list[tuple[str, str, str]]) -> None:
    """Say where the demonstration is and as whom one can look at it."""
    width = max((len(username) for username, _, _ in accounts), default=0)
    lines = [
        "",
        f"Vijfluik is open after {seconds():.1f} s:  http://127.0.0.1:{port}/",
        "",
        "Everything in it is invented. Sign in as (no password needed):",
        *(f"  {username.ljust(width)}  {name}, {place}" for username, name, place in accounts),
        "",
        "Ctrl-C closes it. What you record stays; ./run reset removes it.",
        "",
    ]
    sys.stdout.write("\n".join(lines))
    sys.stdout.flush()


def _scale(word: str) -> int:
    number = int(word)
    if not LEAST <= number <= MOST:
        raise argparse.ArgumentTypeError(f"a scale is a number from {LEAST} to {MOST}")
    return number


def _port(word: str) -> int:
    number = int(word)
    if not 0 <= number < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number
