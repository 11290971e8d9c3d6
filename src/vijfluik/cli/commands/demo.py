"""`./run demo`: set everything up, load the demonstration and open it on this machine."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from importlib import util

from vijfluik.cli import demonstration, messages
from vijfluik.cli.checkout import root
from vijfluik.cli.companions import companion
from vijfluik.cli.progress import say, seconds

PORT = 8000


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    made.add_argument("--no-serve", action="store_true", help="stop after loading")
    made.add_argument(
        "--port", type=_port, default=PORT, help=f"port on this machine (default {PORT})"
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
        demonstration.ready()
        if chosen.no_serve:
            say("The demonstration is ready. ./run demo opens it.")
            return 0
        accounts = demonstration.accounts()
        if util.find_spec("vijfluik.cli.commands.sealer"):
            held.enter_context(companion("sealer"))
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


def _port(word: str) -> int:
    number = int(word)
    if not 0 <= number < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number
