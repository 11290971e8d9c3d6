"""Screening names beside rapidfuzz and nomenklatura, in one run, one process, one thread.

    python bench/names.py --list FILE --negatives FILE [--positives FILE] [--pairs FILE]
                          [--part speed|recall|pairs|lost|memory …] [--skip-peers]
                          [--queries 20000] [--peer-queries 400] [--compare 20000]

The list is one that `./run names index build` takes. `--negatives` is a CSV with a column `query`
or `full_name` of people who are on no list; `--positives` one with kind, query, target_entity_id
and exclude_identical_name; `--pairs` one with schema, name1, name2 and is_match. The threshold is
set so that 1 % of the negatives alert (a pair with sufficient evidence). Cold is a fresh process
that has seen no name, with every query distinct; repeated is the same queries once more. Peers come
from `requirements/bench.txt`; one that is not installed is named and left out. Without `--part` all
parts are run; each takes one to four minutes.
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
from vijfluik.engines.names.certificate import LOWEST, best_scores  # noqa: E402
from vijfluik.engines.names.pairs import score  # noqa: E402
from vijfluik.engines.names.policy import SAFE_EVIDENCE  # noqa: E402
from vijfluik.engines.names.readers.problems import Problems  # noqa: E402
from vijfluik.engines.names.readers.reading import read_lists  # noqa: E402
from vijfluik.engines.names.searcher import Searcher  # noqa: E402
from vijfluik.engines.names.tokens import read  # noqa: E402
from vijfluik.engines.names.variations import KINDS, make  # noqa: E402

RATE = 0.01
PARTS = ["pairs", "recall", "speed", "lost", "memory"]
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


COLD = """
import json, sys, time
from pathlib import Path
import numpy as np
from vijfluik.engines.names import Index
from vijfluik.engines.names.searcher import Searcher
index = Index.load(Path(sys.argv[1]))
queries = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
thresholds = np.full(len(queries), float(sys.argv[3]))
Searcher(index.listing).search(["One Name"], thresholds[:1])  # kernels loaded
searcher = Searcher(index.listing)
seconds = []
for _ in range(4):
    began = time.perf_counter()
    searcher.search(queries, thresholds)
    seconds.append(time.perf_counter() - began)
print(json.dumps([len(queries) / seconds[0], len(queries) / min(seconds[1:])]))
"""


def child(program: str, *arguments: str) -> str:
    """What a program says that runs in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True,
        cwd=ROOT / "src",
    )  # fmt: skip
    return done.stdout


def speeds(index: Index, queries: Sequence[str], threshold: float) -> tuple[float, float]:
    """Queries a second, cold and repeated, in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        file = Path(folder) / "queries.json"
        file.write_text(json.dumps(list(queries)), encoding="utf-8")
        cold, repeated = json.loads(child(COLD, folder, str(file), str(threshold)))
    return cold, repeated


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


def pairs_of(searcher: Searcher, queries: Sequence[str], threshold: float) -> set[tuple[int, int]]:
    """Pairs of a query and a listed name at or above the threshold."""
    found = searcher.search(queries, np.full(len(queries), threshold))
    return {
        pair for part in found for pair in zip(part.query.tolist(), part.name.tolist(), strict=True)
    }


def lost(index: Index, queries: Sequence[str], thresholds: Sequence[float], wanted: int) -> None:
    """Compare with scoring everything until so many pairs were compared at the first threshold."""
    gone, compared, asked = [0] * len(thresholds), [0] * len(thresholds), 0
    fast, slow = Searcher(index.listing), Searcher(index.listing, everything=True)
    while compared[0] < wanted and asked < len(queries):
        part = queries[asked : asked + 100]
        for place, threshold in enumerate(thresholds):
            every = pairs_of(slow, part, threshold)
            gone[place] += len(every ^ pairs_of(fast, part, threshold))
            compared[place] += len(every)
        asked += len(part)
    for threshold, missed, pairs in zip(thresholds, gone, compared, strict=True):
        say(
            f"candidates lost against scoring everything at {threshold}:"
            f" {missed} of {pairs:,} pairs ({asked} queries)"
        )


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


def nomenklatura_speeds(index: Index, kinds: Sequence[Sequence[str]]) -> list[float]:
    """Its blocker and logic-v2 on the same list and queries, a speed for each kind of query."""
    peer = Path(__file__).with_name("names_peer.py")
    with tempfile.TemporaryDirectory() as folder:
        entries, asked = Path(folder) / "entries.jsonl", Path(folder) / "queries.json"
        entries.write_bytes(b"\n".join(index.lines))
        asked.write_text(json.dumps([list(queries) for queries in kinds]), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(peer), str(entries), str(asked)], capture_output=True, text=True,
            check=False,
        )  # fmt: skip
    if done.returncode != 0:
        say(f"nomenklatura: left out ({done.stderr.strip().splitlines()[-1:]})")
        return []
    return [float(answer["queries_per_second"]) for answer in json.loads(done.stdout)]


def speed(index: Index, negatives: Sequence[str], threshold: float, options: Any) -> None:
    """Queries a second of both kinds, and of the peers on the first of the same queries."""
    kinds = {
        "not listed": distinct_more(negatives, options.queries),
        "listed": listed_queries(index, options.queries),
    }
    names = [name.text for entry in index.entries() for name in entry.names]
    ours = {kind: speeds(index, queries, threshold) for kind, queries in kinds.items()}
    few = [queries[: options.peer_queries] for queries in kinds.values()]
    peers: dict[str, list[float]] = {}
    if not options.skip_peers:
        peers["nomenklatura"] = nomenklatura_speeds(index, few)
        fuzzy = [rapidfuzz_speed(names, q[: 5 * options.peer_queries]) for q in kinds.values()]
        peers["rapidfuzz token sort"] = [rate for rate in fuzzy if rate]
    for place, (kind, (cold, repeated)) in enumerate(ours.items()):
        say(
            f"{kind}: {cold:,.0f} cold, {repeated:,.0f} repeated queries/s"
            f" ({len(kinds[kind])} queries)"
        )
        for peer, rates in peers.items():
            if rates:
                own = rates[place]
                say(
                    f"  {peer}: {own:,.1f};"
                    f" ratio {cold / own:,.0f} cold, {repeated / own:,.0f} repeated"
                )


def recall(index: Index, rows: Sequence[dict[str, str]], at: dict[str, float]) -> None:
    """Recall per kind at the thresholds where 1 % of the negatives alert."""
    for label, threshold in at.items():
        counts = recalls(index, rows, threshold)
        shares = {kind: found / n for kind, (found, n) in counts.items()}
        synthetic = [shares[kind] for kind in SYNTHETIC if kind in shares]
        if synthetic:
            say(f"recall at 1 % ({label}), ten variations: {np.mean(synthetic):.4f}")
        say(f"recall at 1 % ({label}): " + ", ".join(f"{k} {v:.3f}" for k, v in shares.items()))


def labelled(rows: Sequence[dict[str, str]]) -> None:
    """The area under the curve of labelled pairs."""
    scores = score(
        [row["name1"] for row in rows], [row["name2"] for row in rows],
        [row["schema"] for row in rows],
    )  # fmt: skip
    truth = np.array([row["is_match"] == "true" for row in rows])
    person = np.array([row["schema"] == "Person" for row in rows])
    say(
        f"AUC persons {area(scores[person], truth[person]):.4f} ({int(person.sum())} pairs),"
        f" others {area(scores[~person], truth[~person]):.4f} ({int((~person).sum())} pairs)"
    )


def built(file: Path) -> Index:
    """The index of a list, its time said: the kernels are loaded and the file read before."""
    Index.build(read_lists([file], Problems()))
    began, used = time.perf_counter(), time.process_time()
    index = Index.build(read_lists([file], Problems()))
    say(
        f"build {time.perf_counter() - began:.1f} s ({time.process_time() - used:.1f} s of"
        f" processor); {index.meta['distinct']} distinct names"
    )
    return index


def thresholds_of(index: Index, negatives: Sequence[str]) -> dict[str, float]:
    """Where 1 % of the negatives alert: over sufficient pairs, never below safe, and over all."""
    every, enough = best_scores(Searcher(index.listing), negatives, evidence=SAFE_EVIDENCE)
    at = {"sufficient": threshold_at(enough), "all": threshold_at(every)}
    say(
        f"{len(negatives)} negatives: 1 % alert at {at['sufficient']:.4f}"
        f" (over all pairs {at['all']:.4f})"
    )
    safe = Policy().threshold
    say(
        f"at the safe threshold {safe}: sufficient {(enough >= safe).mean():.4f},"
        f" all {(every >= safe).mean():.4f}"
    )
    return at | {"sufficient": max(at["sufficient"], safe)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("list", "negatives"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("positives", "pairs"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--part", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--peer-queries", type=int, default=400)
    parser.add_argument("--compare", type=int, default=20_000, help="pairs against scoring all")
    parser.add_argument("--skip-peers", action="store_true")
    options = parser.parse_args()

    if "pairs" in options.part and options.pairs:
        labelled(rows_of(options.pairs))
    if options.part == ["pairs"]:
        return
    index = built(options.list)
    negatives = [row.get("query") or row["full_name"] for row in rows_of(options.negatives)]
    if {"speed", "recall"} & set(options.part):
        at = thresholds_of(index, negatives)
        if "recall" in options.part and options.positives:
            recall(index, rows_of(options.positives), at)
        if "speed" in options.part:
            speed(index, negatives, at["sufficient"], options)
    if "lost" in options.part:
        queries = [*listed_queries(index, 5000), *negatives]
        random.Random(7).shuffle(queries)
        lost(index, queries, (LOWEST, Policy().threshold), options.compare)
    if "memory" in options.part:
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
        held = float(child(program, folder))
    say(f"resident: {held:.0f} MB screening; {resident():.0f} MB here, after building")


if __name__ == "__main__":
    main()
