"""What came of municipalities: which one a place of then belongs to on a later day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vijfluik.core.partners.models import PlaceSuccession


@dataclass(frozen=True, kw_only=True)
class Successions:
    """The division of a day, seen from the places of before.

    into: place that ended → the place that it is a part of on the day. ended: place that ended →
    the day on which it did. divided: places that ended and went into more than one; what is known
    of them cannot be carried to any of these.
    """

    into: Mapping[int, int]
    ended: Mapping[int, dt.date]
    divided: frozenset[int]

    def parts(self, place: int) -> tuple[int, ...]:
        """A place with all that is a part of it on the day."""
        return (place, *sorted(before for before, after in self.into.items() if after == place))


def successions(*, on: dt.date) -> Successions:
    """The successions that had taken effect on a Dutch day, chains followed to their end.

    A place that gave a part of itself away and lived on is not in them: it is itself.
    """
    after: dict[int, list[int]] = {}
    ended: dict[int, dt.date] = {}
    rows = PlaceSuccession.objects.filter(on__lte=on, before__valid_until__lte=on)
    for old, new, day in rows.values_list("before_id", "after_id", "on").order_by("on"):
        after.setdefault(old, []).append(new)
        ended[old] = day
    into = {old: found for old in after if (found := _last(old, after=after)) != old}
    return Successions(
        into=into,
        ended={old: ended[old] for old in into},
        divided=frozenset(old for old, several in after.items() if len(several) > 1),
    )


def _last(place: int, *, after: Mapping[int, Sequence[int]]) -> int:
    """The end of the chain, or the last place before it divides. No chain is followed in a ring."""
    seen = {place}
    while len(several := after.get(place, ())) == 1 and several[0] not in seen:
        [place] = several
        seen.add(place)
    return place
