"""A short search for inputs that break the reader; `.ci/run` has a longer one, led by coverage."""

from pathlib import Path
from random import Random

import pytest

from vijfluik.engines.edifact.fuzzing import Broken, _even, check, mutated

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_everything_in_the_kept_corpus_holds(file: Path) -> None:
    check(file.read_bytes())


@pytest.mark.parametrize("seed", range(6))
def test_mutations_hold(seed: int) -> None:
    rng = Random(seed)
    inputs = [file.read_bytes() for file in CORPUS]
    for _ in range(12):
        check(mutated(rng.choice(inputs), inputs, rng))


def test_the_check_bites() -> None:
    account = {
        f"{of}_{column}": 0
        for of in ("traveller", "document", "leg")
        for column in ("in", "out", "filtered", "duplicates")
    }
    _even(account)
    with pytest.raises(Broken, match="traveller"):
        _even(account | {"traveller_in": 1})


@pytest.mark.parametrize(
    "piece",
    [
        b"TIF+A:I+B:A:1'SSR+DOCS:HK:1:KL:::::/P/NL/1/NL/01JAN80/M/01JAN30/C/D+::2'",
        b"TIF+A'TRI++1:::1'TIF+C'",
        b"SRC'",
        b"UNB+'",
        b"UNA:+.? '",
        b"?" * 40,
        b"NAD+FL'DOC+P+1'",
        b"TVL+++++1:M'",
    ],
)
def test_twice_the_input_takes_about_twice_the_time(piece: bytes) -> None:
    head = b"UNB+IATA:1+A+B+260504:0500+1'UNH+1+PNRGOV:18:1:IA'SRC'"
    # Not a limit on time: a cost that grows with the square would be beyond any of the two counts.
    import time

    from vijfluik.engines.edifact import Reader

    def spent(count: int) -> float:
        began = time.process_time()
        list(Reader().batches(head + piece * count))
        return time.process_time() - began

    spent(10)
    small, large = spent(2_000), spent(16_000)
    assert large < 8 * max(small, 0.02) * 6
