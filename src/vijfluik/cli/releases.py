"""`./run report releases` and `./run report publish`: the releases of reports, as JSON.

The command line passes the same gate, checklist and four eyes as the pages.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from vijfluik.cli.acting import POLICY_OFFICER, add_account_option
from vijfluik.cli.errors import CommandFailed

if TYPE_CHECKING:
    from vijfluik.accountability.releases.models import Release
    from vijfluik.core.partners.acting import Acting
    from vijfluik.core.registers.faults import Invalid

# Word of the command → edge of the lifecycle, in the order in which they are taken.
STEPS = {"check": "submit", "adopt": "adopt", "publish": "publish"}
# What is hidden in a release is decided and signed before it goes on.
PATTERN = ("decide", "sign")
NEXT = {"draft": "check", "in_check": "adopt", "adopted": "publish"}
CHECK_DAYS = 7


def add_acts(acts: Any, *, site: Callable[[str], str], default_site: str) -> None:
    """Add the acts to the command `report`.

    Args:
        acts: of `add_subparsers`.
        site: reads an address.
        default_site: where links lead when nobody says so.
    """
    publish = acts.add_parser("publish", help="publish a release that a second person adopted")
    publish.add_argument("release", metavar="RELEASE", help="its reference or key")
    publish.add_argument(
        "--step",
        choices=[*PATTERN, *STEPS],
        default="publish",
        help="an earlier step instead: decide what it does not show, sign that as another person,"
        " put it in check, adopt it as another person",
    )
    publish.add_argument(
        "--site", type=site, default=default_site, metavar="ADDRESS", help="where links lead"
    )
    add_account_option(publish, default=POLICY_OFFICER)
    listed = acts.add_parser("releases", help="the releases that the account may read")
    listed.add_argument("--format", choices=["json"], default="json", help="of the answer")
    add_account_option(listed, default=POLICY_OFFICER)


def publish(options: argparse.Namespace, *, who: "Acting") -> int:
    """Take one step with a release, and answer with it and its files; 1 when it may not go on.

    Raises:
        CommandFailed: there is no such release, or it is not in the state for the step.
    """
    from django.utils import translation

    from vijfluik.accountability.releases.actions import take
    from vijfluik.accountability.releases.releases_register import RELEASES
    from vijfluik.core.access.gate import Refused
    from vijfluik.core.lifecycle.edges import EdgeRefused
    from vijfluik.core.partners.acting import acting
    from vijfluik.core.registers.faults import Invalid

    with translation.override("en"):
        try:
            with acting(who):
                release = _release(options.release, who=who)
            if options.step in PATTERN:
                return _hidden(options, release=release, who=who)
            taken = take(
                RELEASES,
                who=who,
                key=release.key,
                edge=STEPS[options.step],
                changes=_given(options.step),
                base_url=options.site,
            )
        except Refused:
            raise CommandFailed(
                f"There is no release {options.release!r}, or {options.account} may not do this."
            ) from None
        except EdgeRefused:
            raise CommandFailed(_order(options, state=release.state)) from None
        except Invalid as invalid:
            return _stopped(release, who=who, invalid=invalid)
        with acting(who):
            _answer(_told(taken))
    return 0


def _hidden(options: argparse.Namespace, *, release: "Release", who: "Acting") -> int:
    """Decide what a release does not show, or sign what was decided; answer with the pattern.

    Raises:
        Refused: the account may not.
        CommandFailed: nothing waits to be signed, or not for this person.
    """
    from vijfluik.accountability.disclosure import actions as disclosure
    from vijfluik.accountability.disclosure.pattern import parsed
    from vijfluik.accountability.releases.actions import decide_pattern, pattern_of
    from vijfluik.core.lifecycle.edges import EdgeRefused
    from vijfluik.core.partners.acting import acting

    try:
        if options.step == "decide":
            decide_pattern(who=who, key=release.key)
        with acting(who):
            row = pattern_of(release, unsigned=options.step == "sign")
        if options.step == "sign" and row is not None:
            row = disclosure.adopt(who=who, key=row.key)
    except EdgeRefused as refused:
        raise CommandFailed(str(refused.message)) from None
    if row is None and options.step == "sign":
        raise CommandFailed(f"No decision on {options.release} waits to be signed.")
    counted = {} if row is None else disclosure.counts(parsed(row.content))
    _answer(
        {
            "release": release.reference,
            "pattern": None if row is None else str(row.key),
            "state": None if row is None else row.state,
            "hidden": {str(state): number for state, number in counted.items()},
        }
    )
    return 0


def listed(options: argparse.Namespace, *, who: "Acting") -> int:
    """Answer with the releases that the account may read: as maker all, otherwise the open ones.

    Raises:
        CommandFailed: the account may read none.
    """
    from django.utils import translation

    from vijfluik.accountability.releases.queries import readable
    from vijfluik.core.access.gate import Refused
    from vijfluik.core.partners.acting import acting

    with translation.override("en"), acting(who):
        try:
            found = readable(who=who)
        except Refused:
            raise CommandFailed(f"{options.account} may read no releases.") from None
        _answer({"releases": [_told(each) for each in found]})
    return 0


def _release(word: str, *, who: "Acting") -> "Release":
    from vijfluik.accountability.releases.queries import readable
    from vijfluik.core.access.gate import Refused

    found = [each for each in readable(who=who) if word in (each.reference, str(each.key))]
    if not found:
        raise Refused
    if len(found) > 1:
        keys = ", ".join(str(each.key) for each in found)
        raise CommandFailed(f"Several releases are called {word!r}; give a key: {keys}.")
    return found[0]


def _given(step: str) -> Mapping[str, object]:
    """What the form of a step would ask for."""
    import datetime as dt

    from vijfluik.core.partners.queries import today

    return {"check_by": today() + dt.timedelta(days=CHECK_DAYS)} if step == "check" else {}


def _order(options: argparse.Namespace, *, state: str) -> str:
    wanted = NEXT.get(state)
    if wanted is None:
        return f"{options.release} is {state}: nothing is left to do."
    way = f"./run report publish {options.release} --step {wanted}"
    return f"{options.release} is {state}: the next step is `{way}`."


def _stopped(release: "Release", *, who: "Acting", invalid: "Invalid") -> int:
    """The faults, and what the checklist says that somebody can do about them."""
    from vijfluik.accountability.releases.checklist import checklist
    from vijfluik.core.partners.acting import acting

    with acting(who):
        found = checklist(release)
    _answer(
        {
            "faults": [str(each) for each in invalid.faults],
            "checklist": [
                {
                    "severity": str(each.severity),
                    "code": str(each.code),
                    "place": each.place,
                    "message": each.message,
                    "remedy": each.remedy,
                    "acknowledged": each.key in found.acknowledged,
                }
                for each in found.findings
            ],
        }
    )
    for fault in invalid.faults:
        sys.stderr.write(f"{fault}\n")
    return 1


def _told(release: "Release") -> dict[str, object]:
    from vijfluik.accountability.releases.queries import files_of
    from vijfluik.core.facts.statements import moment_text

    until = release.embargo_until
    return {
        "key": str(release.key),
        "reference": release.reference,
        "report": release.report,
        "state": release.state,
        "as_of": moment_text(release.as_of),
        "embargo_until": None if until is None else moment_text(until),
        "rectifies": None if release.predecessor_id is None else str(release.predecessor_id),
        "files": [
            {
                "language": file.language or None,
                "format": file.format,
                "sha256": file.sha256,
                "bytes": file.size,
            }
            for file in files_of(release)
        ],
    }


def _answer(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
