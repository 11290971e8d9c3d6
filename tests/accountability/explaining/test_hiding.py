"""What is hidden otherwise moves no number, and is told as what it is."""

from vijfluik.accountability.explaining.causes import Cause
from vijfluik.accountability.explaining.hiding import Hiding
from vijfluik.accountability.explaining.words import cause_label, counted_words

POLICE, SCHOOL = ("audience", "police"), ("audience", "school")


def test_what_comes_under_and_from_under_is_told_apart() -> None:
    part = Hiding(before=frozenset({POLICE}), after=frozenset({SCHOOL})).part
    assert part is not None
    assert part.cause is Cause.SUPPRESSION
    assert part.amount == 0
    assert part.records == 0
    assert (part.came, part.went) == (("audience/police",), ("audience/school",))
    assert "niet meer" in counted_words(part)
    assert "weer" in counted_words(part)
    assert all(cause_label(each) for each in Cause)


def test_without_two_publications_or_another_choice_there_is_nothing_to_tell() -> None:
    for before, after in (
        (None, frozenset({POLICE})),
        (frozenset({POLICE}), None),
        (frozenset({POLICE}), frozenset({POLICE})),
    ):
        assert Hiding(before=before, after=after).part is None
    assert Hiding(before=None, after=frozenset({POLICE})).hides
    assert not Hiding(before=frozenset(), after=None).hides
