"""The peer of `bench/names.py`: nomenklatura's blocker and logic-v2, same list and queries.

    python bench/names_peer.py ENTRIES.jsonl QUERIES.json

QUERIES holds lists of queries. Needs requirements/bench.txt. Prints queries a second for each list
as JSON: blocking and matching, without loading the entries. The best 50 candidates of the blocker
are matched. The blocker may use more than one processor.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

CANDIDATES = 50
THRESHOLD = 0.7


def listed(entries: Path, dataset: Any) -> Iterator[Any]:
    """The entries as entities of FollowTheMoney."""
    from followthemoney import StatementEntity, model

    for line in entries.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        schema = record["schema"] if record["schema"] in model.schemata else "LegalEntity"
        names = [name for name, _ in record["names"]]
        data = {"id": record["id"], "schema": schema, "properties": {"name": names}}
        yield StatementEntity.from_data(dataset, data, cleaned=False)


def measured(
    index: Any, view: Any, queries: Sequence[str], dataset: Any, kind: int
) -> dict[str, float]:
    """How fast one list of queries is answered."""
    from followthemoney import StatementEntity
    from nomenklatura.matching import LogicV2

    asked = {}
    for number, name in enumerate(queries):
        identity = f"q-{kind}-{number}"
        data = {"id": identity, "schema": "Person", "properties": {"name": [name]}}
        asked[identity] = StatementEntity.from_data(dataset, data, cleaned=False)
    config = LogicV2.default_config()
    matches = pairs = 0
    began = time.perf_counter()
    for identity, candidates in index.match_entities(asked.values()):
        for other, _ in candidates[:CANDIDATES]:
            entity = view.get_entity(str(other))
            if entity is not None:
                pairs += 1
                found = LogicV2.compare(asked[str(identity)], entity, config)
                matches += found.score >= THRESHOLD
    seconds = time.perf_counter() - began
    return {"queries_per_second": len(asked) / seconds, "pairs": pairs, "matches": matches}


def main() -> None:
    from followthemoney import Dataset
    from nomenklatura.blocker.index import Index
    from nomenklatura.resolver import Linker
    from nomenklatura.store import MemoryStore

    entries, kinds = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
    dataset = Dataset.make({"name": "bench", "title": "bench"})
    store: Any = MemoryStore(dataset, Linker({}))
    with store.writer() as writer:
        for entity in listed(entries, dataset):
            writer.add_entity(entity)
    view = store.default_view(external=True)
    with tempfile.TemporaryDirectory() as folder:
        index: Any = Index(view, Path(folder))
        index.build()
        answers = [
            measured(index, view, queries, dataset, kind) for kind, queries in enumerate(kinds)
        ]
        index.close()
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
