"""Load the invented people, their organisations and mandates."""

import datetime as dt
import tomllib
import uuid
from functools import cache
from pathlib import Path

from vijfluik.core.accounts.models import Account, Link, LinkKind
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.partners.models import Mandate, Organisation, Professional
from vijfluik.core.partners.queries import AMSTERDAM, today

FILE = Path(__file__).with_name("people.toml")
# Keys are derived from names, so that two loads make the same accounts.
NAMESPACE = uuid.UUID("6f0d9a52-7a0e-4a55-9d3e-7d1f4b8f2c11")
MANDATE_DAYS = 365
ADMINISTRATORS = ("maarten", "willemijn")
ACCOUNT_ADMINISTRATORS = ("bastiaan", "amina")
# Versioned tables whose rows are of invented people alone, in a database whose people are invented.
INVENTED = ("partners_mandate", "processing_activity", "processing_assessment")
# Before the oldest record of the demonstration was asked for.
SINCE = dt.date(2015, 1, 1)


def load_people() -> None:
    """Write organisations, professionals and mandates through the owner's connection.

    Every mandate is proposed by one mandate administrator and approved by the other; those of the
    administrators themselves by the privacy officer and the auditor, because nobody has a hand in
    one's own. One is due for review within a month, and one waits for its approval. Each has an
    account; one of those is due for review, and one person waits to begin anew.
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
    Account.objects.using(owner).bulk_create(_account(username) for username in people)
    # One lost a telephone: a second account administrator decides.
    Link.objects.using(owner).create(
        professional_id=key_of("gijs"),
        kind=LinkKind.RECOVERY,
        proposed_by_id=key_of(ACCOUNT_ADMINISTRATORS[0]),
        reason="Telefoon kwijt; gezien aan het loket, met dienstpas.",
    )


def load_deputies() -> None:
    """Hanneke is away next week and asks Noor; nobody acts for another until that one accepts."""
    mandate = Mandate.objects.using("owner").get(professional=key_of("hanneke"))
    Deputy.objects.using("owner").create(
        mandate=mandate,
        replaced_id=mandate.professional_id,
        professional_id=key_of("noor"),
        valid_from=today() + dt.timedelta(days=7),
        valid_until=today() + dt.timedelta(days=21),
        proposed_by_id=mandate.professional_id,
    )


@cache
def accounts() -> tuple[str, ...]:
    """The sign-in names of everybody in the demonstration."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(person["username"] for person in content["people"])


@cache
def key_of(username: str) -> uuid.UUID:
    """The key of a demonstration account."""
    return uuid.uuid5(NAMESPACE, username)


def _account(username: str) -> Account:
    day = today()
    # Jamila's was looked at eleven and a half months ago, and is due within the year.
    reviewed = day - dt.timedelta(days=350 if username == "jamila" else 40)
    inviter, other = ACCOUNT_ADMINISTRATORS
    began = dt.datetime.combine(day - dt.timedelta(days=MANDATE_DAYS), dt.time(9), AMSTERDAM)
    return Account(
        professional_id=key_of(username),
        invited_by_id=key_of(other if username == inviter else inviter),
        invited_at=began,
        activated_at=began,
        reviewed_on=reviewed,
    )


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
