"""Load the invented people, their organisations and mandates."""

import datetime as dt
import tomllib
import uuid
from functools import cache
from pathlib import Path

from vijfluik.core.partners.models import Mandate, Organisation, Professional
from vijfluik.core.partners.queries import AMSTERDAM, today

FILE = Path(__file__).with_name("people.toml")
# Keys are derived from names, so that two loads make the same accounts.
NAMESPACE = uuid.UUID("6f0d9a52-7a0e-4a55-9d3e-7d1f4b8f2c11")
MANDATE_DAYS = 365
ADMINISTRATORS = ("maarten", "willemijn")
# Before the oldest record of the demonstration was asked for.
SINCE = dt.date(2015, 1, 1)


def load_people() -> None:
    """Write organisations, professionals and mandates through the owner's connection.

    Every mandate is proposed by one mandate administrator and approved by the other; those of the
    administrators themselves by the privacy officer and the auditor, because nobody has a hand in
    one's own. One is due for review within a month, and one waits for its approval.
    """
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    owner = "owner"
    Organisation.objects.using(owner).bulk_create(
        Organisation(code=code, valid_from=SINCE, **facts)
        for code, facts in content["organisations"].items()
    )
    people = {person["username"]: person for person in content["people"]}
    Professional.objects.using(owner).bulk_create(
        Professional(
            key=key_of(username),
            username=username,
            name=person["name"],
            organisation_id=person["organisation"],
        )
        for username, person in people.items()
    )
    mandates = []
    for username, person in people.items():
        for kind in ("mandates", "lapsed", "proposed"):
            mandates += [_mandate(username, words, kind=kind) for words in person.get(kind, [])]
    Mandate.objects.using(owner).bulk_create(mandates)


@cache
def accounts() -> tuple[str, ...]:
    """The sign-in names of everybody in the demonstration."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(person["username"] for person in content["people"])


@cache
def key_of(username: str) -> uuid.UUID:
    """The key of a demonstration account."""
    return uuid.uuid5(NAMESPACE, username)


def _mandate(username: str, words: list[str], *, kind: str) -> Mandate:
    role, organisation, purpose = words
    day = today()
    ends = -30 if kind == "lapsed" else MANDATE_DAYS
    # Jamila's was reviewed five months ago and is due within the half year.
    reviewed = day - dt.timedelta(days=160 if username == "jamila" else 40)
    proposer, approver = ("fleur", "aukje") if username in ADMINISTRATORS else ADMINISTRATORS
    began = day - dt.timedelta(days=MANDATE_DAYS)
    moment = dt.datetime.combine(began, dt.time(9), AMSTERDAM)
    waits = kind == "proposed"
    return Mandate(
        key=uuid.uuid5(NAMESPACE, f"{username} {role} {organisation} {purpose}"),
        professional_id=key_of(username),
        organisation_id=organisation,
        role=role,
        purpose=purpose,
        valid_from=day if waits else began,
        valid_until=day + dt.timedelta(days=ends),
        proposed_by_id=key_of(proposer),
        approved_by_id=None if waits else key_of(approver),
        approved_at=None if waits else moment,
        reviewed_on=day if waits else reviewed,
    )
