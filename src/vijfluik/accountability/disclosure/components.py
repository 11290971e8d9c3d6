"""Which hidden cells depend on one another: each such group is audited on its own."""

from collections.abc import Iterable, Sequence

from vijfluik.accountability.disclosure.network import Relation


def components(
    names: Iterable[str], *, relations: Sequence[Relation]
) -> list[tuple[tuple[str, ...], tuple[Relation, ...]]]:
    """Groups of names that no table joins to another group, each with its tables, in order."""
    parent = {name: name for name in sorted(names)}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    joined = []
    for relation in relations:
        members = [name for name in (relation.total, *relation.parts) if name in parent]
        if not members:
            continue
        joined.append((relation, members[0]))
        first = root(members[0])
        for other in members[1:]:
            parent[root(other)] = first
    groups: dict[str, list[str]] = {}
    for name in parent:
        groups.setdefault(root(name), []).append(name)
    tables: dict[str, list[Relation]] = {}
    for relation, member in joined:
        tables.setdefault(root(member), []).append(relation)
    return [(tuple(group), tuple(tables.get(head, ()))) for head, group in groups.items()]
