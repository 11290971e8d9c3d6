"""Candidate search answers exactly what scoring every listed name answers."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.names.lists import entries, index, queries
from vijfluik.engines.names import Index, Policy, Question
from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.pool import in_processes
from vijfluik.engines.names.searcher import Searcher

CHILD = """
import json, sys
from tests.engines.names.lists import entries
from vijfluik.engines.names import Index, Policy
from vijfluik.engines.names.compiled import disabled
assert disabled()
asked = json.loads(sys.stdin.read())
held = Index.build([entry for entry in entries(invented=1)])
answers = held.screen(asked, Policy(threshold=0.4))
print(json.dumps([[hit.as_json() for hit in hits] for hits in answers], ensure_ascii=True))
"""


def pairs(
    searcher: Searcher, asked: list[str], threshold: float
) -> set[tuple[int, int, float, int]]:
    found = set()
    for part in searcher.search(asked, np.full(len(asked), threshold)):
        rows = zip(part.query, part.name, part.score, part.told, strict=True)
        found |= {(int(q), int(n), float(s), int(t)) for q, n, s, t in rows}
    return found


@pytest.mark.parametrize("threshold", [0.35, 0.5, 0.62, 0.8])
def test_no_pair_is_lost_and_none_is_added(threshold: float) -> None:
    asked = queries(count=300, seed=3)
    fast = pairs(Searcher(index().listing), asked, threshold)
    slow = pairs(Searcher(index().listing, everything=True), asked, threshold)
    assert len(slow) > 100
    assert fast == slow


LETTERS = "abdeghijklmnorstuvyz '-<عبدالرحمنжщюя"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=30), min_size=1, max_size=4))
def test_no_pair_is_lost_whatever_is_asked(asked: list[str]) -> None:
    fast = pairs(Searcher(index().listing), asked, 0.4)
    assert fast == pairs(Searcher(index().listing, everything=True), asked, 0.4)


def test_a_searcher_that_remembers_answers_as_a_fresh_one() -> None:
    searcher = Searcher(index().listing)
    first = pairs(searcher, queries(count=200, seed=4), 0.5)
    assert pairs(searcher, queries(count=200, seed=4), 0.5) == first
    assert pairs(Searcher(index().listing), queries(count=200, seed=4), 0.5) == first


def test_forgetting_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = queries(count=200, seed=4)
    first = pairs(Searcher(index().listing), asked, 0.5)
    monkeypatch.setattr("vijfluik.engines.names.searcher.MOST_REMEMBERED", 10)
    monkeypatch.setattr("vijfluik.engines.names.searcher.BATCH", 16)
    assert pairs(Searcher(index().listing), asked, 0.5) == first


def test_the_same_comes_out_without_compilation() -> None:
    asked = ["sultan hasjim achmed altai", "Shcherbakov A. Y.", "سلطان هاشم", "vostokgazprom oao"]
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    child = subprocess.run(
        [sys.executable, "-c", CHILD], input=json.dumps(asked), capture_output=True, text=True,
        env=environment, cwd=Path(__file__).parents[3], check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    held = Index.build(entries(invented=1))
    here = [[hit.as_json() for hit in hits] for hits in held.screen(asked, Policy(threshold=0.4))]
    assert all(here)
    assert json.loads(child.stdout) == json.loads(json.dumps(here))


def test_threads_answer_as_one(tmp_path: Path) -> None:
    asked = queries(count=240, seed=6)
    alone = index().screen(asked, Policy(threshold=0.5))
    answers: dict[int, object] = {}

    def work(number: int) -> None:
        answers[number] = index().screen(asked, Policy(threshold=0.5))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4
    assert all(answer == alone for answer in answers.values())


def test_processes_answer_as_one(tmp_path: Path) -> None:
    index().save(tmp_path / "index")
    asked = [Question(name=name) for name in queries(count=120, seed=7)]
    policy = Policy(threshold=0.5)
    blocks = [asked[:50], asked[50:90], asked[90:]]
    answers = list(in_processes(tmp_path / "index", blocks, policy, everything=False, workers=2))
    assert [hit for block in answers for hit in block] == index().screen(asked, policy)


def test_an_index_that_was_kept_answers_as_it_did(tmp_path: Path) -> None:
    index().save(tmp_path)
    asked = queries(count=100, seed=8)
    assert Index.load(tmp_path).screen(asked) == index().screen(asked)


def test_attributes_lose_nothing_either() -> None:
    question = Question(
        name="abdul rahman alqachtani",
        attributes=Attributes(dob=("1971-03-05",), pob=("Mosul",), document=("X1",)),
    )
    policy = Policy(threshold=0.9)
    fast = index().screen([question], policy)
    assert fast == index().screen([question], policy, everything=True)
    assert [hit.entry for hit in fast[0]] == ["rahman"]
