"""A small world for the tests of the trainings: partners, places, a catalogue, people.

Written as the owner, for the application may not; people and places are invented.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import (
    Mandate,
    Organisation,
    Place,
    Professional,
    Purpose,
    Role,
)
from vijfluik.core.partners.queries import account_named, actor_for
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import completed
from vijfluik.programme.trainings.models import Course
from vijfluik.programme.trainings.register import REGISTER

LONG_AGO = dt.date(2015, 1, 1)
FAR_AHEAD = dt.date(2099, 1, 1)
NAMES = {
    "beleid": ("departement", Role.POLICY_OFFICER),
    "collega": ("departement", Role.POLICY_OFFICER),
    "ror-els": ("opleider", Role.TRAINING_PROVIDER),
    "ssv-bas": ("school", Role.TRAINING_PROVIDER),
    "fg": ("departement", Role.PRIVACY_OFFICER),
}


def build() -> None:
    """Write the world with the connection of the owner."""
    with transaction.atomic(using="owner"):
        for code, name, kind in (
            ("departement", "Ministerie van Voorbeelden", "ministry"),
            ("opleider", "Opleidingsinstituut Voorbeeld", "education"),
            ("school", "Stichting School en Zorg", "education"),
        ):
            Organisation.objects.using("owner").create(
                code=code, name=name, kind=kind, valid_from=LONG_AGO
            )
        for code, provider, name, kind, theme in (
            ("basis", "opleider", "Basistraining", "training", "recognising_signals"),
            ("themadag", "opleider", "Themadag", "meeting", "polarisation"),
            ("docent", "school", "Training voor docenten", "training", "polarisation"),
        ):
            Course.objects.using("owner").create(
                code=code, provider_id=provider, name=name, kind=kind, theme=theme, item="VK-13"
            )
        for code, name, kind, start, end in (
            ("GM0001", "Zeestad", "municipality", LONG_AGO, None),
            ("GM0002", "Oudedorp", "municipality", LONG_AGO, dt.date(2019, 1, 1)),
            ("GM0003", "Bergen op Zand", "municipality", LONG_AGO, None),
            ("VR01", "Regio Zee", "safety_region", LONG_AGO, None),
        ):
            Place.objects.using("owner").create(
                code=code, name=name, kind=kind, valid_from=start, valid_until=end
            )
        for username, (organisation, _role) in NAMES.items():
            Professional.objects.using("owner").create(
                username=username, name=username.title(), organisation_id=organisation
            )
        for username, (organisation, role) in NAMES.items():
            mandate(username=username, organisation=organisation, role=role)


def mandate(*, username: str, organisation: str, role: Role) -> None:
    """Give somebody a mandate, granted by somebody else."""
    people = Professional.objects.using("owner")
    granter = "collega" if username != "collega" else "beleid"
    purpose = Purpose.OVERSIGHT if role == Role.PRIVACY_OFFICER else Purpose.PROGRAMME
    Mandate.objects.using("owner").create(
        professional=people.get(username=username),
        organisation_id=organisation,
        role=role,
        purpose=purpose,
        valid_from=LONG_AGO,
        valid_until=FAR_AHEAD,
        proposed_by=people.get(username=granter),
        approved_by=people.get(username="fg" if username != "fg" else "ror-els"),
        approved_at=timezone.now(),
        reviewed_on=timezone.localdate(),
    )


@dataclass(frozen=True, kw_only=True)
class People:
    """Who act in the tests."""

    officer: Acting
    colleague: Acting
    ror: Acting
    ssv: Acting
    privacy: Acting


def people() -> People:
    """Read them from the database that is in use."""
    return People(
        officer=somebody("beleid"),
        colleague=somebody("collega"),
        ror=somebody("ror-els"),
        ssv=somebody("ssv-bas"),
        privacy=somebody("fg"),
    )


def somebody(username: str) -> Acting:
    """The acting context of a professional."""
    professional = account_named(username)
    assert professional is not None
    return Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME)


def request(**changes: object) -> Content:
    """What somebody asks for; a new reference each time."""
    values: dict[str, object] = {
        "reference": f"T-{uuid.uuid4().hex[:12]}",
        "title": "Signalen herkennen",
        "requester": "Gemeente Zeestad",
        "requested_on": dt.date(2018, 1, 8),
        "wanted_on": dt.date(2018, 3, 15),
        "audience": ("municipality", "police"),
    }
    return completed(REGISTER, values={**values, **changes})
