"""Records behind every figure of the report, of which some came late."""

import datetime as dt
import uuid
from collections.abc import Iterator

from vijfluik.core.versions.loading import PastVersion

JANUARY = dt.datetime(2019, 1, 10, 9, tzinfo=dt.UTC)
APRIL = dt.datetime(2019, 4, 10, 9, tzinfo=dt.UTC)


def record(**changes: object) -> dict[str, object]:
    """The values of a ROR training held in 2018, with changes."""
    values: dict[str, object] = {
        "key": uuid.uuid4(),
        "provider_id": "ror",
        "reference": uuid.uuid4().hex[:12],
        "kind": "training",
        "title": "Signalen herkennen",
        "state": "held",
        "requested_on": dt.date(2018, 1, 1),
        "wanted_on": dt.date(2018, 5, 17),
        "planned_on": dt.date(2018, 5, 17),
        "held_on": dt.date(2018, 5, 17),
        "audience": ["municipality"],
        "participants": 12,
    }
    return values | changes


def whole_past() -> Iterator[PastVersion]:
    """Two years of ROR, requests for 2019, JEP and SSV; one training of 2018 is corrected late."""
    year = {"held_on": dt.date(2017, 6, 1), "wanted_on": dt.date(2017, 6, 1)}
    asked = {"state": "requested", "held_on": None, "planned_on": None, "participants": None}
    for values in (
        *(record(**year) for _ in range(4)),
        *(record(wanted_on=dt.date(2019, 9, 1), **asked) for _ in range(5)),
        record(provider_id="jep", kind="meeting", participants=1043, audience=["youth_work"]),
        record(
            provider_id="ssv",
            audience=["teachers"],
            participants=30,
            participants_primary=10,
            participants_secondary=15,
            participants_vocational=5,
        ),
    ):
        yield PastVersion(values=values, tx_from=JANUARY, tx_to=None)
    corrected = record(participants=4000)
    yield PastVersion(values=corrected, tx_from=JANUARY, tx_to=APRIL)
    yield PastVersion(values=corrected | {"participants": 4823}, tx_from=APRIL, tx_to=None)
