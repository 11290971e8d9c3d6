"""`./run backup`: make one, keep the log, bring one back, or try whether that works.

`make` copies the server and what stands outside it while everybody works on. `follow` keeps every
change after it, until stopped. `restore` brings both back to a moment, in a folder of its own:
what was destroyed since is destroyed again and the journal is verified before it ends. `drill` does
all of it beside the running database and compares. docs/operations.md says what to do when.
"""

import argparse
import datetime as dt
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from vijfluik.cli.backup.tools import address, programs
from vijfluik.cli.checkout import root
from vijfluik.cli.commands.sealer import state_folder
from vijfluik.cli.embedded.place import place_of
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.progress import say
from vijfluik.cli.server import DEMONSTRATION, use_database
from vijfluik.cli.service import as_service


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(
        prog="./run backup",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    making = acts.add_parser("make", help="copy the server and what stands outside it")
    following = acts.add_parser("follow", help="keep every change, until stopped")
    for each in (making, following):
        each.add_argument("--to", type=Path, required=True, help="the folder of all backups")
    back = acts.add_parser("restore", help="bring one back in a folder of its own")
    back.add_argument("--from", dest="source", type=Path, required=True, metavar="DIR")
    back.add_argument("--into", type=Path, required=True, help="the folder to make")
    back.add_argument(
        "--until", type=_moment, metavar="TIME", help="2026-11-26T14:00+01:00 (default: the end)"
    )
    back.add_argument(
        "--without-state",
        action="store_true",
        help="the folder outside the database is lost as well: take the backup's own",
    )
    acts.add_parser("drill", help="back up, restore beside the running database, compare")
    return made


def run(arguments: Sequence[str]) -> int:
    """Do what is asked.

    Raises:
        CommandFailed: a step failed; the message says which and what to do.
    """
    chosen = parser().parse_args(arguments)
    acts = {"make": _make, "follow": _follow, "restore": _restore, "drill": _drill}
    return acts[chosen.act](chosen)


def _make(chosen: argparse.Namespace) -> int:
    from vijfluik.cli.backup.making import make

    where = _server()
    say("Copying the server …")
    made = make(using=programs(), address=where, state=state_folder(), to=chosen.to)
    say(f"{made.folder} is a whole backup, verified.")
    return 0


def _follow(chosen: argparse.Namespace) -> int:
    from vijfluik.cli.backup.making import follow

    as_service("backup")
    where = _server()
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    say("Following the log; Ctrl-C stops.")
    follow(using=programs(), address=where, to=chosen.to, stopped=stopped.is_set)
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    from vijfluik.cli.backup.restoring import restored

    state = None if chosen.without_state else _state_now()
    with restored(
        using=programs(),
        folder=chosen.source,
        until=chosen.until,
        into=chosen.into.resolve(),
        state=state,
        database=_database(),
    ) as (_, what):
        pass
    sys.stdout.write(json.dumps(asdict(what), indent=2, default=str) + "\n")
    say(f"{what.data} may be served, with VIJFLUIK_STATE={what.state}.")
    say(f"It was fit to serve after {what.seconds['in all']:.1f} s.")
    return 0


def _drill(_: argparse.Namespace) -> int:
    from vijfluik.cli.backup.drilling import drill

    database, where = _database(), _server()
    using = programs()
    scratch = Path(tempfile.mkdtemp(prefix="drill-", dir=using.place.server))
    if using.place.account is not None:
        scratch.chmod(0o710)
        os.chown(scratch, -1, using.place.account.gid)
    try:
        found = drill(
            using=using,
            address=where,
            database=database,
            state=state_folder(),
            scratch=scratch,
        )
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.stdout.write(json.dumps(asdict(found), indent=2, default=str) + "\n")
    if found.different:
        raise CommandFailed(f"Restored, these are not as they were: {', '.join(found.different)}.")
    return 0


def _server() -> str:
    """The address to copy from; after this the environment names the database of the platform."""
    where = address()
    use_database()
    return where


def _state_now() -> Path:
    """The folder outside the database, which outlived it; nothing is started for it.

    Raises:
        CommandFailed: there is none; a restore without it forgets what was destroyed since.
    """
    if not os.environ.get("DATABASE_URL"):
        os.environ.setdefault("VIJFLUIK_STATE", str(place_of(root=root()).state))
    try:
        return state_folder()
    except CommandFailed as failure:
        raise CommandFailed(
            f"{failure} It knows what was destroyed since the backup. If it is lost for good, say"
            " --without-state: then only what the backup knew is destroyed again."
        ) from None


def _database() -> str:
    """The name of the platform's database."""
    from psycopg.conninfo import conninfo_to_dict

    given = os.environ.get("DATABASE_URL")
    return str(conninfo_to_dict(given)["dbname"]) if given else DEMONSTRATION


def _moment(word: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(word)
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("say the offset too: 2026-11-26T14:00+01:00")
    return moment
