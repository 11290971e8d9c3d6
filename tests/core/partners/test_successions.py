"""What came of a municipality, by the day."""

import datetime as dt

import pytest

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Place, PlaceKind, PlaceSuccession, Purpose
from vijfluik.core.partners.queries import account_named, actor_for
from vijfluik.core.partners.successions import Successions, successions

FIRST, SECOND = dt.date(2001, 1, 1), dt.date(2011, 1, 1)


@pytest.fixture
def places(committed: str) -> dict[str, int]:
    """A went into B and B into C; D was divided over E and F; G gave a part to E and lives on."""
    ends = {"A": FIRST, "B": SECOND, "D": FIRST}
    found = {
        name: Place.objects.using("owner").create(
            code=f"GM8{ord(name)}",
            kind=PlaceKind.MUNICIPALITY,
            name=name,
            valid_from=dt.date(1990, 1, 1),
            valid_until=ends.get(name),
        )
        for name in "ABCDEFG"
    }
    for before, after, on in (
        ("A", "B", FIRST),
        ("B", "C", SECOND),
        ("D", "E", FIRST),
        ("D", "F", FIRST),
        ("G", "E", FIRST),
    ):
        PlaceSuccession.objects.using("owner").create(
            before=found[before], after=found[after], on=on
        )
    return {name: place.pk for name, place in found.items()}


def known(on: dt.date) -> Successions:
    professional = account_named("noor")
    assert professional is not None
    who = Acting(actor=actor_for(professional), purpose=Purpose.PROGRAMME, origin="command")
    with acting(who):
        return successions(on=on)


def test_a_chain_is_followed_as_far_as_it_had_come(places: dict[str, int]) -> None:
    a, b, c = (places[name] for name in "ABC")
    before = known(FIRST - dt.timedelta(days=1))
    assert (a in before.into, before.parts(b)) == (False, (b,))
    assert known(FIRST).into[a] == b
    later = known(SECOND)
    assert (later.into[a], later.into[b], later.ended[a]) == (c, c, FIRST)
    assert later.parts(c) == (c, *sorted((a, b)))


def test_what_was_divided_or_lived_on_is_carried_nowhere(places: dict[str, int]) -> None:
    found = known(SECOND)
    assert places["D"] in found.divided
    assert not {places["D"], places["G"]} & found.into.keys()
    assert places["G"] not in found.divided
