"""`./run check`: the slower checks of the code.

`--deploy` looks at the installation instead: whether it is whole and safe to switch on.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from vijfluik.cli import deploying, translations
from vijfluik.cli.checkout import root
from vijfluik.cli.checks import CHECKS
from vijfluik.cli.progress import say


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run check", description=__doc__)
    made.add_argument(
        "--only", action="append", choices=list(CHECKS), help="this check; may be repeated"
    )
    made.add_argument(
        "--update-translations",
        action="store_true",
        help="write new sentences to the English catalogue and remove obsolete ones, then stop",
    )
    made.add_argument(
        "--update-shape",
        action="store_true",
        help="write anew what the migrations make of a database, then stop",
    )
    made.add_argument(
        "--deploy",
        action="store_true",
        help="whether this installation is safe to switch on; 1 when it is not",
    )
    made.add_argument(
        "--format", choices=["text", "json"], default="text", help="of what --deploy finds"
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Run the checks; 1 when one of them finds a fault."""
    chosen = parser().parse_args(arguments)
    if chosen.deploy:
        return deploying.tell(form=chosen.format)
    if chosen.update_shape:
        return deploying.update_shape()
    os.environ["DJANGO_SETTINGS_MODULE"] = "vijfluik.site.settings"
    if chosen.update_translations:
        added, removed = translations.update(
            catalogue=translations.catalogue_of(root()), found=translations.sentences(root())
        )
        say(f"{added} sentences added, to be translated; {removed} obsolete ones removed")
        return 0
    # The settings ask for an address; no check opens the database.
    os.environ.setdefault("DATABASE_URL", "postgresql:///unused")
    names = chosen.only or list(CHECKS)
    faulty = []
    for name in names:
        found = CHECKS[name](root())
        say(f"{name}: {'faults' if found else 'well'}")
        sys.stdout.writelines(f"  {fault}\n" for fault in found)
        sys.stdout.flush()
        faulty += [name] if found else []
    if faulty:
        sys.stdout.write(f"Faults in: {', '.join(faulty)}\n")
    return 1 if faulty else 0
