"""Municipalities that merged are a cause of their own, in the division of each moment's day."""

import uuid
from collections.abc import Callable

from django.test import Client
from tests.accountability.figures.conftest import Who, life, moment
from tests.accountability.figures.making.money import LINE, award
from tests.accountability.figures.test_divisions import MERGER, places
from tests.accountability.figures.test_pages_of_figures import words_of

from vijfluik.accountability.explaining.causes import Cause, Why
from vijfluik.accountability.explaining.why import why
from vijfluik.accountability.figures.divisions import Division
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.programme.grants.models import Award

FIGURE = "versterkingsgelden-2018-reached"
KNOWN, BEFORE, AFTER = (
    moment(text) for text in ("2018-11-01T09:00:00", "2018-12-01T09:00:00", "2019-02-10T09:00:00")
)
CAME = moment("2019-01-10T09:00:00")


def told(found: Why) -> tuple[list[tuple[Cause, int]], int, int]:
    """The parts of a count and both of its ends, as whole numbers."""
    parts = [(part.cause, int(part.amount or 0)) for part in found.parts]
    return parts, int(found.start or 0), int(found.end or 0)


def test_a_merger_is_told_apart_from_what_records_did(
    past: Callable[..., None], who: Who, visit_as: Callable[[str], Client]
) -> None:
    past()
    found = places()
    load_history(LINE.model, [PastVersion(values=LINE.values, tx_from=KNOWN, tx_to=None)])
    money = {"scheme": "versterkingsgelden"}
    both = [found["Lindevoort"], found["Meerhage"]]
    first, later = (award() | money | {"key": uuid.uuid4()} for _ in range(2))
    first |= {"lead_id": found["Wolverdam"], "participants": both}
    later |= {"lead_id": found["Oosterlo"], "participants": []}
    versions = [*life((KNOWN, first)), *life((CAME, later))]
    load_history(Award, versions)
    with acting(who("noor")):
        then = why(FIGURE, before=BEFORE, after=AFTER)
        now = why(FIGURE, before=BEFORE, after=AFTER, division=Division.NOW)
    assert told(then) == ([(Cause.NEW, 1)], 3, 4)
    assert told(now) == ([(Cause.NEW, 1), (Cause.BOUNDARY, -1)], 3, 3)
    [merger] = now.mergers
    assert (merger.before, merger.after) == (("Lindevoort", "Meerhage"), "Lindehage")
    noor = visit_as("noor")
    address = f"/cijfers/{FIGURE}/waarom/?van=2018-12-01&tot=2019-02-10"
    assert MERGER not in words_of(noor.get(address).content)
    page = noor.get(f"{address}&indeling=nu").content
    assert MERGER in words_of(page)
    assert "Andere indeling van gemeenten −1" in words_of(page)
    assert f'href="/cijfers/{FIGURE}/vastleggingen/?op=2019-02-10"' in page.decode()
