"""Releases as their makers make them, step by step."""

import datetime as dt
from typing import Any

from tests.site.people import somebody

from vijfluik.accountability.disclosure import actions as disclosure
from vijfluik.accountability.releases import actions as own
from vijfluik.accountability.releases.checklist import checklist
from vijfluik.accountability.releases.comments_register import COMMENTS
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.releases.readers_register import READERS
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import AMSTERDAM, today
from vijfluik.core.registers import actions

MAKER, COLLEAGUE, READER, OTHER = "noor", "hanneke", "sander", "ruben"
AS_OF = dt.datetime(2019, 4, 15, 23, 59, tzinfo=AMSTERDAM)
SITE = "https://vijfluik.example"


def drafted(*, reference: str = "RU-1", **values: Any) -> Release:
    """A release in draft."""
    content = {
        "title": "Rapportage tot april 2019",
        "reference": reference,
        "report": DEFAULT,
        "as_of": AS_OF,
        "period_until": dt.date(2019, 4, 15),
        "drafted_on": today(),
        **values,
    }
    made: Release = actions.create(RELEASES, who=somebody(MAKER), owner="jenv", content=content)
    return made


def taken(
    release: Release, edge: str, *, by: str = MAKER, reason: str = "R", **changes: Any
) -> Release:
    """The release after a step."""
    after: Release = own.take(
        RELEASES, who=somebody(by), key=release.key, edge=edge, changes=changes, reason=reason,
        base_url=SITE,
    )  # fmt: skip
    return after


def answered_for(release: Release, *, by: str = MAKER, reason: str = "Nagegaan.") -> None:
    """Let every warning stand."""
    with acting(somebody(by)):
        waiting = [each.key for each in checklist(release).waiting]
    if waiting:
        own.acknowledge(who=somebody(by), key=release.key, warnings=waiting, reason=reason)


def signed(release: Release, *, by: str = MAKER, other: str = COLLEAGUE) -> None:
    """Let one person decide what the release does not show, and another sign it."""
    decided = own.decide_pattern(who=somebody(by), key=release.key)
    if decided.key is not None and not decided.adopted:
        disclosure.adopt(who=somebody(other), key=decided.key)


def in_check(**values: Any) -> Release:
    """A release that waits for a second person."""
    release = drafted(**values)
    signed(release)
    answered_for(release)
    return taken(release, "submit", check_by=today() + dt.timedelta(days=7))


def adopted(**values: Any) -> Release:
    """A release that a second person adopted."""
    return taken(in_check(**values), "adopt", by=COLLEAGUE)


def published(**values: Any) -> Release:
    """A release that is published."""
    return taken(adopted(**values), "publish")


def admitted(release: Release, *, who: str = READER, reference: str = "VL-1", **values: Any) -> Any:
    """An admission of somebody, from today for a week."""
    content = {
        "professional": somebody(who).actor.key,
        "reference": reference,
        "release": release.key,
        "occasion": "bereidt het debat voor",
        "valid_from": today(),
        "valid_until": today() + dt.timedelta(days=7),
        **values,
    }
    return actions.create(READERS, who=somebody(MAKER), owner="jenv", content=content)


def commented(release: Release, *, by: str = COLLEAGUE, place: str = "voorkomen") -> Any:
    """A comment on a place of the text."""
    content = {
        "text": "Waarom zo?",
        "reference": "OP-1",
        "release": release.key,
        "place": place,
        "made_on": today(),
    }
    return actions.create(COMMENTS, who=somebody(by), owner="jenv", content=content)
