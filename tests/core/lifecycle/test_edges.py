"""Edges as data, and the second pair of eyes. No database: what it refuses itself is tested with
the registers."""

import datetime as dt
import re
import uuid
from types import SimpleNamespace
from typing import cast

import pytest
from django.db import models

from vijfluik.core.lifecycle import four_eyes, lapsing
from vijfluik.core.lifecycle.edges import Edge, EdgeRefused, Lifecycle
from vijfluik.core.lifecycle.models import ApprovedStep, Due, FourEyes, Worked

SINCE = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)


def edge(name: str, *, sources: tuple[str, ...], target: str, four_eyes: bool = False) -> Edge:
    return Edge(
        name=name, label=name.title(), sources=sources, target=target, why="", four_eyes=four_eyes
    )


def life() -> Lifecycle:
    return Lifecycle(
        initial="new",
        edges=(
            edge("send", sources=("new",), target="sent"),
            edge("drop", sources=("new", "sent"), target="gone"),
            edge("answer", sources=("sent",), target="answered"),
        ),
    )


def test_a_step_leads_where_its_edge_says_and_starts_nowhere_else() -> None:
    found = life()
    assert found.target(name="drop", state="sent") == "gone"
    assert [each.name for each in found.open_edges("new")] == ["send", "drop"]
    with pytest.raises(EdgeRefused) as refused:
        found.target(name="answer", state="new")
    assert refused.value.message == str(refused.value) == "Answer: new → Send, Drop"
    with pytest.raises(EdgeRefused, match=r"^Send: gone → –$"):
        found.target(name="send", state="gone")
    with pytest.raises(KeyError):
        found.edge("revive")


def test_two_edges_of_one_name_are_refused() -> None:
    twice = (edge("send", sources=("new",), target="sent"),) * 2
    with pytest.raises(ValueError, match="used twice"):
        Lifecycle(initial="new", edges=twice)


def test_what_an_edge_does_unless_it_says_otherwise() -> None:
    plain = edge("send", sources=("new",), target="sent")
    assert (plain.reason_asked, plain.four_eyes, plain.action, plain.clears) == (
        False, False, "step", (),
    )  # fmt: skip
    assert (life().opening, life().opened_on) == ("create", "")


def test_four_eyes_are_two_people_who_do_not_stand_in_for_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = uuid.uuid4(), uuid.uuid4()
    row = cast(FourEyes, SimpleNamespace(proposed_by_id=one, proposed_at=SINCE))
    asked: list[dict[str, object]] = []
    pairs = False

    def one_pair_of_eyes(**words: object) -> bool:
        asked.append(words)
        return pairs

    monkeypatch.setattr(four_eyes, "one_pair_of_eyes", one_pair_of_eyes)
    alone = edge("send", sources=("new",), target="sent")
    approved = edge("approve", sources=("new",), target="sent", four_eyes=True)
    four_eyes.check_four_eyes(edge=alone, row=row, actor=one)
    with pytest.raises(EdgeRefused, match="Een ander keurt het goed"):
        four_eyes.check_four_eyes(edge=approved, row=row, actor=one)
    assert asked == []
    four_eyes.check_four_eyes(edge=approved, row=row, actor=other)
    assert asked == [{"one": one, "other": other, "since": SINCE}]
    pairs = True
    with pytest.raises(EdgeRefused, match=re.escape(four_eyes.deputy_words())):
        four_eyes.check_four_eyes(edge=approved, row=row, actor=other)


def test_the_constraint_on_a_step_lets_nobody_approve_the_own_proposal() -> None:
    made = ApprovedStep.constraint("advice_step")
    assert made.name == "advice_step_four_eyes"
    assert made.condition == models.Q(proposed_by__isnull=True) | ~models.Q(
        proposed_by=models.F("taken_by")
    )


def test_something_due_says_what_and_when() -> None:
    assert str(Due(kind="answer", due_on=dt.date(2026, 3, 9))) == "answer 2026-03-09"
    assert str(Worked(name="clock", ended_at=SINCE)) == "clock 2026-03-01 09:00"


def test_what_lapsed_is_closed_in_parts_until_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = [[uuid.uuid4()] * number for number in (lapsing.AT_ONCE, lapsing.AT_ONCE, 1)]
    monkeypatch.setattr(lapsing, "_closed", lambda: parts.pop(0))
    assert lapsing.close_lapsed() == 2 * lapsing.AT_ONCE + 1
    assert parts == []
