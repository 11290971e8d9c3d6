"""Parts in any order, changes, cancellations, divisions: the newest complete view, nobody lost."""

import random
from typing import Any

import pytest
from tests.engines.edifact import samples

from vijfluik.engines.edifact import Finding, Reader
from vijfluik.engines.edifact.generating import paxlst_of, pnrgov_of
from vijfluik.engines.edifact.joining import Joined, join_stream
from vijfluik.engines.edifact.objects import Contents
from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov

FLIGHT = samples.flight(seed=9, travellers=24)
Names = set[tuple[str, str]]


def joined(*interchanges: bytes, **options: Any) -> list[Joined]:
    """What comes out of these interchanges, in this order."""
    return list(join_stream(Reader().batches(b"\n".join(interchanges)), **options))


def parts(**options: Any) -> list[bytes]:
    """The parts of a push, each an interchange."""
    return [write_pnrgov([part]) for part in pnrgov_of(FLIGHT, part_size=4, **options)]


def refs(view: Joined) -> list[tuple[bytes, bytes]]:
    rows = view.batches["traveller"].to_pylist()
    return sorted((row["surname"], row["given"] or b"") for row in rows)


def everybody() -> list[tuple[bytes, bytes]]:
    rows = [row for part in pnrgov_of(FLIGHT) for row in part.travellers]
    return sorted(((row.surname or "").encode(), (row.given or "").encode()) for row in rows)


def found(view: Joined) -> list[int]:
    return list(view.batches["finding"]["kind"].to_pylist())


@pytest.mark.parametrize("seed", range(5))
def test_parts_are_joined_in_any_order(seed: int) -> None:
    shuffled = parts()
    random.Random(seed).shuffle(shuffled)
    (view,) = joined(*shuffled)
    assert refs(view) == everybody()
    assert view.account.lost == 0
    assert found(view) == []


def test_a_part_that_is_missing_is_a_finding_and_the_rest_is_kept() -> None:
    (view,) = joined(*parts()[1:])
    assert Finding.PART_MISSING in found(view)
    assert 0 < len(refs(view)) < len(everybody())


def test_a_part_that_came_twice_counts_once() -> None:
    (view,) = joined(*parts(), parts()[1])
    assert refs(view) == everybody()
    assert Finding.PART_REPEATED in found(view)
    assert view.account.lost == 0
    assert view.account.duplicates > 0


def test_a_later_full_push_takes_the_place_of_an_earlier_one() -> None:
    fewer = parts(hours_before=2, bookings=FLIGHT.bookings[3:])
    (view,) = joined(*fewer, *parts(hours_before=48))
    left = {booking.locator.encode() for booking in FLIGHT.bookings[3:]}
    assert set(view.batches["booking"]["locator"].to_pylist()) == left
    assert view.account.lost == 0


def test_a_change_touches_its_bookings_only() -> None:
    change = pnrgov_of(FLIGHT, function="141", bookings=FLIGHT.bookings[:1], hours_before=3)
    contents = change[0]
    first = contents.travellers[0]
    contents.travellers[0] = first._replace(given="VERANDERD")
    (view,) = joined(*parts(hours_before=48), write_pnrgov(change))
    rows = view.batches["traveller"].to_pylist()
    assert len(rows) == len(everybody())
    assert [row["given"] for row in rows].count(b"VERANDERD") == 1
    assert view.account.duplicates == len(FLIGHT.bookings[0].people)


def cancelled(contents: Contents) -> Contents:
    """The same booking, cancelled: an origin without content and nobody in it."""
    booking = contents.bookings[0]
    empty: dict[str, Any] = dict.fromkeys(
        name
        for name in booking._fields
        if name.startswith("agency") or name in {"system", "system_office", "agent"}
    )
    return Contents(
        contents.message, flights=contents.flights, bookings=[booking._replace(**empty)]
    )


def test_a_cancelled_booking_is_known_as_such_and_has_nobody() -> None:
    change = pnrgov_of(FLIGHT, function="141", bookings=FLIGHT.bookings[:1], hours_before=3)
    (view,) = joined(*parts(hours_before=48), write_pnrgov([cancelled(change[0])]))
    rows = {row["locator"]: row for row in view.batches["booking"].to_pylist()}
    assert rows[FLIGHT.bookings[0].locator.encode()]["cancelled"] == 1
    assert sum(row["cancelled"] for row in rows.values()) == 1
    assert len(refs(view)) == len(everybody()) - len(FLIGHT.bookings[0].people)


def test_who_moved_to_a_divided_booking_is_there_once() -> None:
    from vijfluik.engines.edifact.records import History

    source = next(booking for booking in FLIGHT.bookings if len(booking.people) > 1)
    change = pnrgov_of(FLIGHT, function="141", bookings=(source,), hours_before=3)
    contents = change[0]
    contents.bookings[0] = contents.bookings[0]._replace(locator="NEW234")
    for name in ("travellers", "documents", "seats", "bags", "tickets", "payments", "loyalty"):
        setattr(contents, name, [row for row in getattr(contents, name) if row.traveller == 0])
    contents.contacts = [row for row in contents.contacts if row.traveller in {0, None}]
    contents.history = [
        History(
            message=0,
            position=0,
            booking=0,
            kind="EQN",
            count_="1",
            locator_carrier=FLIGHT.carrier,
            locator=source.locator,
        )
    ]
    (view,) = joined(*parts(hours_before=48), write_pnrgov(change))
    assert refs(view) == everybody()
    assert view.account.lost == 0


def lists(**options: Any) -> bytes:
    return write_paxlst([paxlst_of(FLIGHT, **options)])


def changed(contents: Contents, *, action: str, keep: int) -> bytes:
    """A list with that action of the first travellers only."""
    contents.message = contents.message._replace(
        action=action, declared_records=keep, prepared_time="2359"
    )
    contents.travellers = contents.travellers[:keep]
    contents.documents = [row for row in contents.documents if (row.traveller or 0) < keep]
    contents.bags = [row for row in contents.bags if (row.traveller or 0) < keep]
    return write_paxlst([contents])


@pytest.mark.parametrize(("action", "left"), [("CP", 24), ("XR", 21), ("RP", 21)])
def test_a_list_is_changed_cancelled_or_reduced(action: str, left: int) -> None:
    (view,) = joined(lists(), changed(paxlst_of(FLIGHT), action=action, keep=3))
    assert len(refs(view)) == left
    assert view.account.lost == 0


@pytest.mark.parametrize(("action", "boarded"), [("CLOB", 3), ("CLNB", 21)])
def test_a_close_out_says_who_boarded(action: str, boarded: int) -> None:
    closing = changed(paxlst_of(FLIGHT, function="266"), action=action, keep=3)
    (view,) = joined(lists(), closing)
    rows = view.batches["traveller"].to_pylist()
    assert len(rows) == 24
    assert sum(row["boarded"] for row in rows) == boarded


def test_bookings_and_lists_of_a_flight_stand_side_by_side() -> None:
    (view,) = joined(*parts(), lists())
    assert len(refs(view)) == 48
    assert view.account.lost == 0


def test_beyond_the_limit_parts_are_given_out_as_they_came() -> None:
    views = joined(*parts(), limit=10)
    assert Finding.PART_UNJOINED in found(views[0])
    apart = {Finding.PART_UNJOINED, Finding.PART_MISSING}
    assert all(apart & set(found(view)) for view in views)
    assert sum(view.account.out for view in views) == 24
    assert sum(view.account.lost for view in views) == 0
