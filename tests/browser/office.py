"""A small office: the people of the demonstration with a catalogue and some sixty trainings.

Written with real commits into a database that is as new for each module, for the pages are looked
at as they are served: sessions, transactions, row-level security and all.
"""

import contextlib
import datetime as dt
import uuid
from collections.abc import Iterator

from django.db import transaction
from django.test import Client
from tests.pointing import point_at
from tests.pristine import Own
from tests.programme.trainings.doing import import_file

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Mandate, Purpose
from vijfluik.core.partners.queries import account_named, actor_for, today
from vijfluik.core.registers.content import Content
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.people import INVENTED, key_of
from vijfluik.programme.trainings.actions import correct, hold, plan, request_training
from vijfluik.programme.trainings.models import Course, CourseVersion, Training

HEADER = "kenmerk;aanbieder;aanbod;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers"
LONG_AGO = dt.date(2015, 1, 1)


def furnished(database: str) -> Own:
    """A database for the office; `database` is the worker's own."""
    name = f"{database}_office"

    def prepare() -> None:
        with entered(name, back_to=database):
            furnish()

    return Own(name=name, prepare=prepare)


@contextlib.contextmanager
def entered(name: str, *, back_to: str) -> Iterator[None]:
    """All connections go to the office, and back afterwards."""
    point_at(name)
    yield
    point_at(back_to)


def furnish() -> None:
    """The catalogue as the owner, and records as those who may write them."""
    with transaction.atomic(using="owner"):
        # The page to sign in on lists people in a demonstration only.
        mark_demonstration(invented=INVENTED)
        for code, provider, item, theme in (
            ("ror-basis", "ror", "VK-13", "recognising_signals"),
            ("ssv-docent", "ssv", "VK-10", "polarisation"),
        ):
            Course.objects.using("owner").create(
                code=code, provider_id=provider, name=f"Cursus {code}", kind="training",
                theme=theme, item=item,
            )  # fmt: skip
            CourseVersion.objects.using("owner").create(
                course_id=code, number=1, valid_from=LONG_AGO, summary="Wat men moet weten."
            )
    lines = [HEADER]
    lines += [
        f"R-{number:03};ror;ror-basis;Signalen herkennen {number};08-01-2018;"
        f"{number % 27 + 1:02}-03-2018;{number % 27 + 1:02}-03-2018;{number}"
        for number in range(1, 56)
    ]
    lines += ["S-001;ssv;ssv-docent;In de klas;09-01-2019;11-04-2019;11-04-2019;22"]
    import_file(who=acting_as("noor"), file_name="oud.csv", content="\n".join(lines).encode())


def acting_as(username: str) -> Acting:
    """The acting context of an account of the demonstration."""
    professional = account_named(username)
    assert professional is not None
    return Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME)


def mandate_of(username: str, *, approved: bool) -> uuid.UUID:
    """The key of a mandate that somebody has and that does not end before today."""
    (found,) = Mandate.objects.using("owner").filter(
        professional=key_of(username), approved_by__isnull=not approved, valid_until__gt=today()
    )
    return found.key


def visitor(username: str) -> Client:
    """A browser in which somebody has signed in."""
    client = Client(HTTP_HOST="127.0.0.1")
    answer = client.post("/aanmelden/", {"account": username})
    assert answer.status_code == 302
    return client


def requested(**changes: object) -> Training:
    """A new request at ROR, with a reference of its own."""
    day = today()
    values: dict[str, object] = {
        "reference": f"N-{uuid.uuid4().hex[:10]}",
        "title": "Nieuw gevraagd",
        "requester": "Gemeente Wolverdam",
        "requested_on": day - dt.timedelta(days=3),
        "wanted_on": day + dt.timedelta(days=30),
    }
    content = Content(**{**values, **changes})
    return request_training(who=acting_as("ruben"), provider="ror", content=content)


def planned(*, days: int = -1) -> Training:
    """A training that was planned, so many days from today."""
    made = requested()
    on = today() + dt.timedelta(days=days)
    return plan(who=acting_as("ruben"), key=made.key, planned_on=on)


def held() -> Training:
    """A training that was given yesterday to twelve people."""
    made = planned()
    yesterday = today() - dt.timedelta(days=1)
    return hold(who=acting_as("ruben"), key=made.key, held_on=yesterday, participants=12)


def found(**facts: object) -> Training:
    """The record with these facts as the policy officer sees it, who sees them all.

    Raises:
        DoesNotExist: there is none.
    """
    with acting(acting_as("noor")):
        return Training.objects.get(**facts)


def corrected(training: Training, *, seen: str, **changes: object) -> None:
    """Ruben corrects a record that he saw at the same moment as somebody else."""
    correct(who=acting_as("ruben"), key=training.key, changes=changes, reason="Nageteld", seen=seen)
