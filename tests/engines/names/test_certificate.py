"""The certificate measures, and refuses what got worse."""

from typing import Any

import pytest

from tests.engines.names.lists import index
from vijfluik.engines.names.certificate import certify, faults, interval, times_median
from vijfluik.engines.names.panels import SIZE, panel, traditions
from vijfluik.engines.names.variations import KINDS, make


@pytest.fixture(scope="module")
def certificate() -> dict[str, Any]:
    said: list[str] = []
    made = certify(index(), say=said.append, before=None)
    assert len(said) >= 3
    return made


def test_there_are_at_least_twelve_panels_of_two_thousand_names() -> None:
    assert len(traditions()) >= 12
    assert SIZE == 2000
    for label in traditions():
        names = panel(label)
        assert len(names) == 2000
        assert len(set(names)) > 500
        assert panel(label) == names


def test_the_certificate_says_everything_it_must(certificate: dict[str, Any]) -> None:
    assert certificate["candidates"]["lost"] == 0
    assert certificate["candidates"]["pairs"] > 0
    assert set(certificate["recall"]) == set(KINDS)
    for row in certificate["recall"].values():
        assert 0 <= row["interval"][0] <= row["recall"] <= row["interval"][1] <= 1
    assert set(certificate["panels"]) == set(traditions())
    for row in certificate["panels"].values():
        assert row["n"] == 2000
        assert row["sufficient"] <= row["all"]
    assert 0 < certificate["threshold_at_alert_rate"] <= 1


def test_a_lost_pair_a_skewed_panel_and_a_fallen_recall_are_faults(
    certificate: dict[str, Any],
) -> None:
    large = {
        **certificate, "names": 50_000, "panels_highest_times_median": 1.0, "before": {},
    }  # fmt: skip
    assert faults(large) == []
    assert faults({**large, "candidates": {"lost": 1, "pairs": 9, "queries": 9}})
    row = {"n": 2000, "sufficient": 0.09, "all": 0.1}
    skewed = {
        **large, "panels": {**large["panels"], "Dutch": row}, "panels_median": 0.01,
        "panels_highest_times_median": 9.0,
    }  # fmt: skip
    assert "Dutch" in " ".join(faults(skewed))
    fallen = {"one typo": {"n": 100, "found": 1, "recall": 0.01, "interval": [0.0, 0.05]}}
    worse = {**large, "recall": fallen, "before": {"one typo": [0.9, 1.0]}}
    assert "fell" in faults(worse)[0]


def test_an_interval_holds_its_share_and_narrows() -> None:
    wide, narrow = interval(9, 10), interval(900, 1000)
    assert wide[0] < 0.9 < wide[1]
    assert narrow[1] - narrow[0] < wide[1] - wide[0]
    assert interval(0, 0) == [0.0, 1.0]


def test_the_highest_is_measured_against_the_median() -> None:
    assert times_median([0.01, 0.01, 0.04]) == 4.0
    assert times_median([0.0, 0.0, 0.001]) == 2.0


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_change_is_made_the_same_again(kind: str) -> None:
    names = [*panel("Dutch", size=60), *panel("Pakistani", size=60)]
    made = make(kind, names, count=20, seed=1)
    assert len(made) >= 10
    assert make(kind, names, count=20, seed=1) == made
    assert all(changed.strip() for changed, _ in made)
