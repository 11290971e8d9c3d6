"""Find the command, run it, and turn what a person can mend into one clear message."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from vijfluik import __version__
from vijfluik.cli import credentials, progress
from vijfluik.cli.errors import CommandFailed, remedy_for
from vijfluik.core import services

# Command → what `./run --help` says of it. The module has the command's name.
COMMANDS = {
    "demo": "set everything up, load the demonstration and open it on this machine",
    "test": "run the tests; arguments go to pytest",
    "check": "run the slower checks of the code; --deploy: whether an installation is safe",
    "coverage": "run the tests of the core and say which branches of it none of them takes",
    "mutate": "change the core one operator at a time and say which changes no test notices",
    "soak": "run the long checks: tests must notice that a rule is out; an hour of fuzzing",
    "catalogue": "tell how far each of the 117 items is, from the evidence of the tests",
    "figures": "list or show figures, say why one changed, verify receipts, prove a record",
    "report": "build the report in all its formats or its evidence, or compare two of them",
    "law": "what is in force on a day, one provision, and what falls when it lapses",
    "mandates": "give the first two mandate administrators their mandates, as the owner",
    "accounts": "write the first people and give them their way in, as the owner",
    "municipalities": "say which municipality an organisation is, as the owner",
    "records": "add or withdraw records from a file, as a person would on the page",
    "passengers": "read passenger messages (PNRGOV, PAXLST), or generate invented ones",
    "access": "the matrix of rights: which role may do what to which thing",
    "sbom": "the bill of materials: every package with its hashes, as CycloneDX",
    "audit": "whether what is installed is what is pinned, and what is known against it",
    "journal": "verify that nothing in it was changed, added or removed; export it",
    "roles": "print the SQL that makes roles and database of an installation",
    "serve": "serve an installation, behind a proxy, until stopped",
    "documents": "ask the scanner of files that wait; seal keys anew after a new DOCUMENTS_KEY",
    "clock": "close and forget what is over (the demonstration does this by itself)",
    "destroyer": "destroy what is over by its time (the demonstration does this by itself)",
    "notifier": "tell people what waits for them, by mail too (the demonstration does this itself)",
    "forwarder": "send the journal on to a collector of OpenTelemetry",
    "sealer": "seal the journal until stopped (the demonstration does this by itself)",
    "names": "build an index of listed names, screen names against it, explain a pair",
    "bench": "measure something beside a named peer (see docs/benchmarks.md)",
    "manage": "run a management command of Django (for developers)",
    "backup": "make a backup, keep the log, restore to a moment, or try whether that works",
    "stop": "stop the embedded PostgreSQL of this checkout",
    "reset": "remove the demonstration and the embedded PostgreSQL of this checkout",
}


def parser() -> argparse.ArgumentParser:
    """The parser for the first word; each command has a parser of its own behind it."""
    width = max(len(name) for name in COMMANDS) + 2
    lines = "\n".join(f"  {name.ljust(width)}{text}" for name, text in COMMANDS.items())
    made = argparse.ArgumentParser(
        prog="./run",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"Vijfluik {__version__}. Commands:\n{lines}",
        epilog="./run COMMAND --help tells more of a command.",
    )
    made.add_argument("command", metavar="COMMAND", choices=COMMANDS)
    made.add_argument("arguments", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return made


def module_of(command: str) -> ModuleType:
    """The module that carries the command out."""
    return importlib.import_module(f"vijfluik.cli.commands.{command}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer its exit code."""
    progress.seconds()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        words = ["--help"]
    chosen = parser().parse_args(words)
    module = module_of(chosen.command)
    try:
        credentials.take_over()
        return int(module.run(chosen.arguments) or 0)
    except CommandFailed as failure:
        _tell(str(failure))
        return 1
    except BrokenPipeError:
        # The reader of our output went away (`| head`); there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 130
    except Exception as error:
        message = remedy_for(error)
        if message is None and not services.broke():
            raise
        _tell(message or "")
        return 1


def _tell(text: str) -> None:
    if text and not services.failed(text):
        sys.stderr.write(f"\n{text}\n")
