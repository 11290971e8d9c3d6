"""A small number that its source publishes: shown when two people say so, and no secret then."""

import pytest
from tests.accountability.disclosure.conftest import FIGURE, PLACES, TODAY, by_place, computed, who

from vijfluik.accountability.disclosure import actions, exempting
from vijfluik.accountability.disclosure.pattern import State
from vijfluik.accountability.disclosure.treating import report_name, treatment_of
from vijfluik.core.documents.structure import Language
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting

EXEMPT_ON = TODAY


def test_an_exemption_counts_when_another_confirmed_it_and_it_is_decided_again(
    looking: str,
) -> None:
    name, moment = report_name("exempted"), EXEMPT_ON
    with acting(who("noor")):
        first = actions.decide(computed(moment), publication=name, as_of=moment)
        [member] = [
            number.member
            for table in first.pattern.tables
            if table.dimension == "place" and table.reading == "then"
            for number in table.numbers
            if number.value == min(PLACES)
        ]
    assert first.key is not None
    row = exempting.propose(
        who=who("noor"),
        pattern=first.key,
        figure=FIGURE,
        dimension="place",
        member=member or "",
        document="Jaarverslag JEP 2018",
        place="bladzijde 4",
    )
    with pytest.raises(EdgeRefused, match="niets veranderd"):
        actions.decide_again(who=who("noor"), key=first.key)
    with pytest.raises(EdgeRefused):
        exempting.confirm(who=who("noor"), key=row.key)
    exempting.confirm(who=who("hanneke"), key=row.key)
    actions.decide_again(who=who("noor"), key=first.key)
    with acting(who("noor")):
        opened = treatment_of(computed(moment), publication=name, as_of=moment)
    assert by_place(opened)[min(PLACES)] is State.EXEMPT
    assert State.PROTECTING not in by_place(opened).values()
    # Elsewhere it stays hidden, and counts for no secret any more.
    with acting(who("noor")):
        other = treatment_of(computed(), publication=report_name("other"), as_of=moment)
    assert by_place(other)[min(PLACES)] is State.KNOWN
    assert (
        other.text(figure=FIGURE, dimension="place", member=member, language=Language.DUTCH) == "<5"
    )
