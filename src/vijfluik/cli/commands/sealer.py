"""`./run sealer`: seal the journal until stopped, a second behind at most."""

import argparse
import os
import signal
from collections.abc import Sequence
from pathlib import Path

from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.server import use_database
from vijfluik.cli.service import as_service


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    return argparse.ArgumentParser(prog="./run sealer", description=__doc__)


def run(arguments: Sequence[str]) -> int:
    """Seal and sign; SIGTERM and Ctrl-C end it with a last seal and a signed head.

    Raises:
        CommandFailed: the chain lost what was signed, or the heads cannot be believed.
    """
    parser().parse_args(arguments)
    as_service("sealer")
    use_database()
    folder = state_folder()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django

    django.setup()
    from vijfluik.core.journal.addresses import parameters
    from vijfluik.core.journal.heads import UnsoundHeadsError
    from vijfluik.core.journal.sealer import Sealer
    from vijfluik.core.journal.sealing import BrokenChainError
    from vijfluik.site.safety.refusing import refuse_unsafe

    refuse_unsafe()
    sealer = Sealer(where=parameters(), folder=folder)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sealer.stop())
    try:
        sealer.run()
    except (BrokenChainError, UnsoundHeadsError) as error:
        raise CommandFailed(str(error)) from None
    return 0


def state_folder() -> Path:
    """The folder outside the database that `VIJFLUIK_STATE` names.

    Raises:
        CommandFailed: it is not set or is no folder.
    """
    folder = Path(os.environ.get("VIJFLUIK_STATE", os.devnull))
    if not folder.is_dir():
        raise CommandFailed(
            "VIJFLUIK_STATE must name a folder: the signed head of the journal stands there,"
            " outside the database."
        )
    return folder
