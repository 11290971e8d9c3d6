"""`./run names screen` and `./run names score`: answers as JSON, one line for each query or
pair.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vijfluik.cli.names.inputs import index_at, questions, table, tell_of_compiling, wrong
from vijfluik.cli.progress import say

if TYPE_CHECKING:
    from vijfluik.engines.names import Hit, Question

BLOCK = 4096


def screen(options: argparse.Namespace) -> int:
    """Print the hits of every query of a file, in its order."""
    from vijfluik.engines.names import Policy
    from vijfluik.engines.names.pool import in_processes

    try:
        policy = Policy(threshold=options.threshold)
    except ValueError as error:
        wrong(f"--threshold: {error}.")
    if options.workers < 1:
        wrong("--workers: at least one.")
    asked = questions(options.queries)
    tell_of_compiling()
    blocks = [asked[start : start + BLOCK] for start in range(0, len(asked), BLOCK)]
    if options.workers > 1:
        answers = in_processes(
            options.index, blocks, policy, everything=options.exhaustive, workers=options.workers
        )
    else:
        index = index_at(options.index)
        answers = (index.screen(block, policy, everything=options.exhaustive) for block in blocks)
    return show(blocks, answers)


def show(blocks: "Sequence[Sequence[Question]]", answers: "Iterator[list[list[Hit]]]") -> int:
    """Print the answers, a line per query; progress for those who wait."""
    done = 0
    total = sum(len(block) for block in blocks)
    for block, found in zip(blocks, answers, strict=True):
        lines = [
            json.dumps(
                {"query": question.name, "hits": [hit.as_json() for hit in hits]},
                ensure_ascii=False,
            )
            for question, hits in zip(block, found, strict=True)
        ]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        done += len(block)
        if len(blocks) > 1:
            say(f"{done} of {total} queries")
    return 0


def score(options: argparse.Namespace) -> int:
    """Print the score of every pair of a file, in its order."""
    rows = [row for _, row in table(options.pairs, ("name1", "name2"))]
    tell_of_compiling()
    from vijfluik.engines.names.pairs import score as score_of

    scores = score_of(
        [row["name1"] for row in rows],
        [row["name2"] for row in rows],
        [row.get("schema", "") for row in rows],
    )
    for row, value in zip(rows, scores.tolist(), strict=True):
        line = {"name1": row["name1"], "name2": row["name2"], "score": round(value, 4)}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def explain(options: argparse.Namespace) -> int:
    """Print how two names are alike, and in words on standard error."""
    tell_of_compiling()
    from vijfluik.engines.names.explaining import explain_pair, sentences

    found = explain_pair(options.first, options.second, schema=options.schema)
    words = sentences(found, language=options.language)
    found_json = {**found.as_json(), "explanation": words}
    sys.stdout.write(json.dumps(found_json, ensure_ascii=False, indent=2) + "\n")
    return 0


def folder(text: str) -> Path:
    """A folder or file by its path."""
    return Path(text)
