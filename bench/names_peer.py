"""The peer of `bench/names.py`: nomenklatura's blocker and logic-v2, same list and queries.

    python bench/names_peer.py ENTRIES.jsonl QUERIES.json

Needs requirements/bench.txt. Prints queries a second as JSON: blocking and matching, not loading
the list. The blocker is its own index of tokens; the best 50 candidates are matched.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

CANDIDATES = 50


def main() -> None:
    from followthemoney import model
    from nomenklatura.blocker import Index
    from nomenklatura.matching import LogicV2
    from nomenklatura.store import load_entity_file_store

    entries, queries = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
    with tempfile.TemporaryDirectory() as folder:
        converted = Path(folder) / "entities.json"
        with converted.open("w") as stream:
            for line in entries.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                schema = record["schema"] if record["schema"] in model.schemata else "LegalEntity"
                names = [name for name, _ in record["names"]]
                made = {"id": record["id"], "schema": schema, "properties": {"name": names}}
                made["datasets"] = ["bench"]
                stream.write(json.dumps(made) + "\n")
        from nomenklatura.resolver import Resolver

        resolver: Any = Resolver.make_default()
        resolver.begin()
        store = load_entity_file_store(converted, resolver)
        view = store.default_view(external=True)
        index = Index(view, Path(folder) / "index")
        index.build()
        asked = [
            model.get_proxy(
                {"id": f"q-{number}", "schema": "Person", "properties": {"name": [name]}}
            )
            for number, name in enumerate(queries)
        ]
        began = time.perf_counter()
        matches = 0
        config = LogicV2.default_config()
        found = index.match_entities(asked) if hasattr(index, "match_entities") else None
        for query in asked:
            candidates = found[query.id] if found else index.match(query)
            for identity, _ in list(candidates)[:CANDIDATES]:
                entity = view.get_entity(str(identity))
                if entity is not None and LogicV2.compare(query, entity, config).score >= 0.7:
                    matches += 1
        seconds = time.perf_counter() - began
    print(json.dumps({"queries_per_second": len(asked) / seconds, "matches": matches}))


if __name__ == "__main__":
    main()
