"""`./run access matrix`: which role may do what to which thing, where and for what purpose."""

import argparse
import json
import sys
from collections.abc import Sequence

from vijfluik.cli.acting import set_up
from vijfluik.cli.errors import CommandFailed


def run(arguments: Sequence[str]) -> int:
    """Print the policy in force; it is the platform's own text and no record of anybody.

    Raises:
        CommandFailed: there is no such role or thing.
    """
    parser = argparse.ArgumentParser(prog="./run access", description=__doc__)
    parser.add_argument("act", choices=["matrix"], help="the whole policy, a line per right")
    parser.add_argument("--format", choices=["json", "text"], default="text")
    parser.add_argument("--role", default="", help="of this role only")
    parser.add_argument("--thing", default="", help="about this thing only")
    chosen = parser.parse_args(arguments)
    set_up()
    from vijfluik.core.access.matrix import matrix
    from vijfluik.core.access.policy import policy

    rights = matrix(policy(), role=chosen.role, thing=chosen.thing)
    if not rights:
        raise CommandFailed("The policy has no right of that role to that thing.")
    if chosen.format == "json":
        told = {"version": policy().version, "rights": [each.as_json() for each in rights]}
        sys.stdout.write(json.dumps(told, indent=1) + "\n")
        return 0
    for each in rights:
        acts = ", ".join(each.actions)
        sys.stdout.write(f"{each.thing}\t{each.role}\t{each.scope}\t{each.purpose}\t{acts}\n")
    return 0
