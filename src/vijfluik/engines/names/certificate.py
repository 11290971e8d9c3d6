"""The recall certificate: made with every index, so that a list never gets worse unseen.

It says, for this list: that candidate search lost nothing against scoring everything; how many
changed names are found again, per kind of change and script; and how often invented names alert,
per naming tradition they were made in.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.index import Index
from vijfluik.engines.names.panels import panel, traditions
from vijfluik.engines.names.policy import SAFE_EVIDENCE, SAFE_THRESHOLD
from vijfluik.engines.names.scales import WEIGHT
from vijfluik.engines.names.searcher import Searcher
from vijfluik.engines.names.variations import KINDS, make

PER_KIND = 300
CHECKED_AGAIN = 60
ALERT_RATE = 0.01
TIMES_MEDIAN = 4.0
LOWEST = 0.45
SEED = 1848
LARGE_ENOUGH = 1000
"""Lists with fewer names give too few changed names and alerts to refuse an index by."""


def interval(found: int, asked: int) -> list[float]:
    """The 95 % interval of a share, after Wilson; [0, 1] when nothing was asked."""
    if asked == 0:
        return [0.0, 1.0]
    z, share = 1.96, found / asked
    middle = share + z * z / (2 * asked)
    spread = z * math.sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    whole = 1 + z * z / asked
    return [
        round(max(0.0, (middle - spread) / whole), 4),
        round(min(1.0, (middle + spread) / whole), 4),
    ]


def best_scores(
    searcher: Searcher, queries: Sequence[str], *, evidence: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The best score of each query, over all pairs and over those with enough evidence."""
    every, enough = np.zeros(len(queries)), np.zeros(len(queries))
    for pairs in searcher.search(queries, np.full(len(queries), LOWEST)):
        np.maximum.at(every, pairs.query, pairs.score)
        told = pairs.told >= evidence * WEIGHT
        np.maximum.at(enough, pairs.query[told], pairs.score[told])
    return every, enough


def equality(index: Index) -> tuple[dict[str, Any], float]:
    """Alert rates per panel at the safe policy, and the threshold at which 1 % of all panels
    alert.
    """
    rates: dict[str, Any] = {}
    together = []
    for label in traditions():
        every, enough = best_scores(index.searcher(), panel(label), evidence=SAFE_EVIDENCE)
        together.append(enough)
        rates[label] = {
            "n": len(every),
            "sufficient": round(float((enough >= SAFE_THRESHOLD).mean()), 5),
            "all": round(float((every >= SAFE_THRESHOLD).mean()), 5),
        }
    scores = np.sort(np.concatenate(together))[::-1]
    at_rate = max(LOWEST, float(scores[int(ALERT_RATE * len(scores))]) + 1e-6)
    return rates, at_rate


def recall(index: Index, threshold: float) -> dict[str, Any]:
    """Per kind of change how many changed names lead back to the entry they were made from."""
    texts, owners = listed_persons(index)
    found: dict[str, Any] = {}
    for kind in KINDS:
        made = make(kind, texts, count=PER_KIND, seed=SEED)
        wanted = [owners[place] for _, place in made]
        seen = np.zeros(len(made), bool)
        for pairs in index.searcher().search(
            [query for query, _ in made], np.full(len(made), threshold)
        ):
            for query, form in zip(pairs.query.tolist(), pairs.name.tolist(), strict=True):
                if not seen[query]:
                    first, last = index.shown_first[form], index.shown_first[form + 1]
                    seen[query] = wanted[query] in index.shown[first:last, 0]
        count = int(seen.sum())
        found[kind] = {
            "n": len(made), "found": count, "recall": round(count / max(1, len(made)), 4),
            "interval": interval(count, len(made)),
        }  # fmt: skip
    return found


def listed_persons(index: Index) -> tuple[list[str], list[int]]:
    """The names of the persons on the list, and the place of the entry of each."""
    texts, owners = [], []
    for number, entry in enumerate(index.entries()):
        if entry.schema == "Person":
            for name in entry.names:
                texts.append(name.text)
                owners.append(number)
    return texts, owners


def candidates_lost(index: Index, threshold: float) -> dict[str, int]:
    """Compare candidate search with scoring everything, over a sample of changed and invented
    names.
    """
    texts, _ = listed_persons(index)
    queries = [
        query
        for kind in KINDS
        for query, _ in make(kind, texts, count=CHECKED_AGAIN // 10, seed=SEED + 1)
    ]
    queries += [name for label in traditions() for name in panel(label, size=CHECKED_AGAIN // 20)]
    held = []
    for everything in (False, True):
        searcher = Searcher(index.listing, everything=everything)
        pairs = set()
        for found in searcher.search(queries, np.full(len(queries), threshold)):
            pairs |= set(
                zip(found.query.tolist(), found.name.tolist(), found.score.tolist(), strict=True)
            )
        held.append(pairs)
    return {"queries": len(queries), "pairs": len(held[1]), "lost": len(held[1] ^ held[0])}


def certify(
    index: Index, *, say: Callable[[str], None], before: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Measure an index; `before` is the certificate of the index it is to replace."""
    rates, at_rate = equality(index)
    say("alert rates per panel measured")
    found = recall(index, at_rate)
    say("recall per kind of change measured")
    lost = candidates_lost(index, max(LOWEST, min(at_rate, SAFE_THRESHOLD)))
    say(
        f"candidate search compared with scoring everything: {lost['lost']} of {lost['pairs']} lost"
    )
    shares = [row["sufficient"] for row in rates.values()]
    return {
        "policy": {"threshold": SAFE_THRESHOLD, "evidence": SAFE_EVIDENCE},
        "alert_rate": ALERT_RATE,
        "threshold_at_alert_rate": round(at_rate, 4),
        "candidates": lost,
        "recall": found,
        "panels": rates,
        "panels_median": round(float(np.median(shares)), 5),
        "panels_highest_times_median": times_median(shares),
        "names": int(index.meta["distinct"]),
        "before": {kind: row["interval"] for kind, row in (before or {}).get("recall", {}).items()},
    }


def times_median(shares: Sequence[float]) -> float:
    """The highest rate over the median; a median of nothing counts as one name of a panel."""
    return round(max(shares) / max(float(np.median(shares)), 1 / 2000), 2)


def faults(certificate: Mapping[str, Any]) -> list[str]:
    """What is wrong with a certificate, in sentences; nothing when the index may be used."""
    found = []
    lost = certificate["candidates"]
    if lost["lost"]:
        found.append(f"candidate search lost {lost['lost']} of {lost['pairs']} pairs.")
    if certificate["names"] < LARGE_ENOUGH:
        return found
    if certificate["panels_highest_times_median"] > TIMES_MEDIAN:
        median = certificate["panels_median"]
        for label, row in certificate["panels"].items():
            if row["sufficient"] > TIMES_MEDIAN * max(median, 1 / row["n"]):
                found.append(
                    f"invented names made in the {label} panel alert at {row['sufficient']:.2%},"
                    f" more than four times the median of {median:.2%}."
                )
    for kind, earlier in certificate["before"].items():
        now = certificate["recall"].get(kind)
        if now and now["n"] and now["interval"][1] < earlier[0]:
            found.append(
                f"recall for {kind!r} fell: at most {now['interval'][1]},"
                f" was at least {earlier[0]}."
            )
    return found
