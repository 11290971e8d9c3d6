"""Screening names beside rapidfuzz and nomenklatura, in one run, one process, one thread.

    python bench/names.py --list FILE --negatives FILE [--positives FILE] [--pairs FILE]
                          [--skip-peers] [--queries 20000] [--peer-queries 400]

The list is one that `./run names index build` takes. `--negatives` is a CSV with a column `query`
or `full_name` of people who are on no list; `--positives` one with kind, query, target_entity_id
and exclude_identical_name; `--pairs` one with schema, name1, name2 and is_match. The threshold is
set so that 1 % of the negatives alert (a pair with sufficient evidence). Cold is a fresh searcher
with every query distinct; repeated is the same queries once more. Peers come from
`requirements/bench.txt`; one that is not installed is named and left out.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import numpy as np  # noqa: E402

from vijfluik.engines.names import Index, Policy  # noqa: E402
from vijfluik.engines.names.certificate import best_scores  # noqa: E402
from vijfluik.engines.names.pairs import score  # noqa: E402
from vijfluik.engines.names.policy import SAFE_EVIDENCE  # noqa: E402
from vijfluik.engines.names.readers.problems import Problems  # noqa: E402
from vijfluik.engines.names.readers.reading import read_lists  # noqa: E402
from vijfluik.engines.names.searcher import Searcher  # noqa: E402
from vijfluik.engines.names.tokens import read  # noqa: E402
from vijfluik.engines.names.variations import KINDS, make  # noqa: E402

RATE = 0.01
SYNTHETIC = ("typo1", "typo2", "swap", "shuffle", "dropmid", "initial", "translit", "join", "extra",
             "swaptypo")  # fmt: skip


def resident() -> float:
    """Megabytes of this process in memory now."""
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * 4096 / 1e6


def say(text: str) -> None:
    print(text, flush=True)


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def threshold_at(scores: Any, rate: float = RATE) -> float:
    """The score above which this share of queries alerts."""
    ordered = np.sort(scores)[::-1]
    return float(ordered[int(rate * len(ordered))]) + 1e-6


def distinct_more(texts: Sequence[str], wanted: int) -> list[str]:
    """The texts, filled up to `wanted` distinct ones by exchanging their last words."""
    source = random.Random(11)
    made = dict.fromkeys(texts)
    words = [text.split() for text in texts if len(text.split()) > 1]
    while len(made) < wanted:
        one, other = source.choice(words), source.choice(words)
        made[" ".join([*one[:-1], other[-1]])] = None
    return list(made)[:wanted]


def rate(searcher: Searcher, queries: Sequence[str], threshold: float) -> float:
    began = time.perf_counter()
    searcher.search(queries, np.full(len(queries), threshold))
    return len(queries) / (time.perf_counter() - began)


def speeds(index: Index, queries: Sequence[str], threshold: float) -> tuple[float, float]:
    """Queries a second, cold and repeated."""
    searcher = Searcher(index.listing)
    cold = rate(searcher, queries, threshold)
    return cold, max(rate(searcher, queries, threshold) for _ in range(3))


def listed_queries(index: Index, wanted: int) -> list[str]:
    """Names from the list, changed by every rule, distinct."""
    texts = [name.text for entry in index.entries() for name in entry.names]
    made: dict[str, None] = {}
    for kind in KINDS:
        made.update(
            dict.fromkeys(
                query for query, _ in make(kind, texts, count=2 * wanted // len(KINDS), seed=2)
            )
        )
    queries = list(made)
    random.Random(3).shuffle(queries)
    return queries[:wanted]


def recalls(index: Index, rows: Sequence[dict[str, str]], threshold: float) -> dict[str, list[int]]:
    """Per kind how many queries lead to their entry, and how many there are."""
    entries = [json.loads(line)["id"] for line in index.lines]
    found = np.zeros(len(rows), bool)
    queries = [row["query"] for row in rows]
    tokens = read(queries)
    names, lexicon = index.listing.names, index.listing.vocabulary.lexicon
    for pairs in Searcher(index.listing).search(queries, np.full(len(rows), threshold)):
        for query, form in zip(pairs.query.tolist(), pairs.name.tolist(), strict=True):
            own = index.shown[index.shown_first[form] : index.shown_first[form + 1], 0]
            if rows[query]["target_entity_id"] not in {entries[number] for number in own.tolist()}:
                continue
            held = names.tokens[names.first[form] : names.first[form + 1]].tolist()
            same = sorted(
                lexicon.data[lexicon.offsets[t] : lexicon.offsets[t + 1]].tobytes() for t in held
            ) == sorted(tokens.of(query))
            # A held-out alias must be found by another name than itself.
            if not (same and rows[query].get("exclude_identical_name") == "1"):
                found[query] = True
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row, hit in zip(rows, found.tolist(), strict=True):
        counts[row["kind"]][0] += hit
        counts[row["kind"]][1] += 1
    return counts


def lost(
    index: Index, queries: Sequence[str], threshold: float, wanted: int
) -> tuple[int, int, int]:
    """Pairs lost against scoring everything, until `wanted` pairs were compared; pairs, queries."""
    gone = compared = asked = 0
    fast, slow = Searcher(index.listing), Searcher(index.listing, everything=True)
    while compared < wanted and asked < len(queries):
        part = queries[asked : asked + 200]
        held = []
        for searcher in (fast, slow):
            found = searcher.search(part, np.full(len(part), threshold))
            held.append(
                {
                    pair
                    for p in found
                    for pair in zip(p.query.tolist(), p.name.tolist(), strict=True)
                }
            )
        gone += len(held[1] ^ held[0])
        compared += len(held[1])
        asked += len(part)
    return gone, compared, asked


def area(scores: Any, truth: Any) -> float:
    """The area under the curve: how often a pair that matches scores above one that does not."""
    right, wrong = scores[truth][:, None], scores[~truth][None]
    return float((right > wrong).mean() + (right == wrong).mean() / 2)


def rapidfuzz_speed(names: Sequence[str], queries: Sequence[str]) -> float | None:
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        say("rapidfuzz: not installed, left out")
        return None
    from rapidfuzz.utils import default_process

    plain = [" ".join(sorted(default_process(name).split())) for name in names]
    began = time.perf_counter()
    for start in range(0, len(queries), 64):
        part = [" ".join(sorted(default_process(q).split())) for q in queries[start : start + 64]]
        process.cdist(part, plain, scorer=fuzz.ratio, score_cutoff=85, dtype=np.uint8)
    return len(queries) / (time.perf_counter() - began)


def nomenklatura_speed(index: Index, queries: Sequence[str]) -> float | None:
    """Its blocker and logic-v2, in the interpreter that has it, on the same list and queries."""
    peer = Path(__file__).with_name("names_peer.py")
    with tempfile.TemporaryDirectory() as folder:
        entries, asked = Path(folder) / "entries.jsonl", Path(folder) / "queries.json"
        entries.write_bytes(b"\n".join(index.lines))
        asked.write_text(json.dumps(list(queries)), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(peer), str(entries), str(asked)], capture_output=True, text=True,
            check=False,
        )  # fmt: skip
    if done.returncode != 0:
        say(f"nomenklatura: left out ({done.stderr.strip().splitlines()[-1:]})")
        return None
    return float(json.loads(done.stdout)["queries_per_second"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("list", "negatives"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("positives", "pairs"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--peer-queries", type=int, default=400)
    parser.add_argument("--compare", type=int, default=20_000, help="pairs against scoring all")
    parser.add_argument("--skip-peers", action="store_true")
    options = parser.parse_args()

    Index.build(read_lists([options.list], Problems()))  # kernels loaded, files in memory
    began = time.perf_counter()
    index = Index.build(read_lists([options.list], Problems()))
    say(f"build {time.perf_counter() - began:.1f} s; {index.meta['distinct']} distinct names")

    negatives = [row.get("query") or row["full_name"] for row in rows_of(options.negatives)]
    every, enough = best_scores(Searcher(index.listing), negatives, evidence=SAFE_EVIDENCE)
    threshold, over_all = threshold_at(enough), threshold_at(every)
    say(f"{len(negatives)} negatives: 1 % alert at {threshold:.4f} (over all pairs {over_all:.4f})")
    safe = Policy().threshold
    say(f"at the safe threshold {safe}: sufficient {(enough >= safe).mean():.4f},"
        f" all {(every >= safe).mean():.4f}")  # fmt: skip
    threshold = max(threshold, safe)

    not_listed = distinct_more(negatives, options.queries)
    listed = listed_queries(index, options.queries)
    ours = {
        "not listed": (*speeds(index, not_listed, threshold), not_listed),
        "listed": (*speeds(index, listed, threshold), listed),
    }
    names = [name.text for entry in index.entries() for name in entry.names]
    for kind, (cold, repeated, queries) in ours.items():
        say(
            f"{kind}: {cold:,.0f} cold, {repeated:,.0f} repeated queries/s ({len(queries)} queries)"
        )
        if options.skip_peers:
            continue
        for peer, speed in (
            ("nomenklatura", nomenklatura_speed(index, queries[: options.peer_queries])),
            ("rapidfuzz token sort", rapidfuzz_speed(names, queries[: 5 * options.peer_queries])),
        ):
            if speed:
                say(
                    f"  {peer}: {speed:,.1f};"
                    f" ratio {cold / speed:,.0f} cold, {repeated / speed:,.0f} repeated"
                )

    if options.positives:
        rows = rows_of(options.positives)
        for label, at in (("sufficient", threshold), ("all", over_all)):
            counts = recalls(index, rows, at)
            shares = {kind: found / n for kind, (found, n) in counts.items()}
            synthetic = [shares[kind] for kind in SYNTHETIC if kind in shares]
            if synthetic:
                say(f"recall at 1 % ({label}), ten variations: {np.mean(synthetic):.4f}")
            say(f"recall at 1 % ({label}): " + ", ".join(f"{k} {v:.3f}" for k, v in shares.items()))
    if options.pairs:
        rows = rows_of(options.pairs)
        scores = score(
            [row["name1"] for row in rows], [row["name2"] for row in rows],
            [row["schema"] for row in rows],
        )  # fmt: skip
        truth = np.array([row["is_match"] == "true" for row in rows])
        person = np.array([row["schema"] == "Person" for row in rows])
        say(f"AUC persons {area(scores[person], truth[person]):.4f},"
            f" others {area(scores[~person], truth[~person]):.4f}")  # fmt: skip
    if options.compare:
        gone, compared, asked = lost(index, [*listed, *not_listed], safe, options.compare)
        say(f"candidates lost against scoring everything: {gone} of {compared} ({asked} queries)")
    memory(index)


def memory(index: Index) -> None:
    """What a process that only screens holds resident, imports included."""
    program = (
        "import sys; from pathlib import Path; from vijfluik.engines.names import Index\n"
        "held = Index.load(Path(sys.argv[1])); held.screen(['Omar Khalid'] * 100)\n"
        "print(int(Path('/proc/self/statm').read_text().split()[1]) * 4096 / 1e6)"
    )
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        done = subprocess.run(
            [sys.executable, "-c", program, folder], capture_output=True, text=True, check=True,
            cwd=ROOT / "src",
        )  # fmt: skip
    say(
        f"resident: {float(done.stdout):.0f} MB screening; {resident():.0f} MB here, after building"
    )


if __name__ == "__main__":
    main()
