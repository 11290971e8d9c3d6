"""`./run access matrix`: which role may do what to which thing, where and for what purpose."""

import argparse
import json
import sys
from collections.abc import Sequence

from vijfluik.cli.acting import set_up
from vijfluik.cli.errors import CommandFailed


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run access", description=__doc__)
    made.add_argument("act", choices=["matrix"], help="the whole policy, a line per right")
    made.add_argument("--format", choices=["json", "text"], default="text")
    made.add_argument("--role", default="", help="of this role only")
    made.add_argument("--thing", default="", help="about this thing only")
    made.add_argument("--purpose", default="", help="for this purpose only")
    made.add_argument("--action", default="", help="that allow this act only")
    return made


def run(arguments: Sequence[str]) -> int:
    """Print the policy in force; it is the platform's own text and no record of anybody.

    Raises:
        CommandFailed: there is no such right.
    """
    chosen = parser().parse_args(arguments)
    set_up()
    from vijfluik.core.access.matrix import matrix
    from vijfluik.core.access.policy import policy

    rights = matrix(
        policy(),
        role=chosen.role,
        thing=chosen.thing,
        purpose=chosen.purpose,
        action=chosen.action,
    )
    if not rights:
        raise CommandFailed("The policy has no right of that role, thing, purpose and act.")
    if chosen.format == "json":
        content = {"version": policy().version, "rights": [each.as_json() for each in rights]}
        sys.stdout.write(json.dumps(content, indent=1, ensure_ascii=False) + "\n")
        return 0
    for each in rights:
        acts = ", ".join(each.actions)
        why = each.reason.words["en"]
        told = (each.thing, each.role, each.scope, each.purpose, acts, why)
        sys.stdout.write("\t".join(told) + "\n")
    return 0
