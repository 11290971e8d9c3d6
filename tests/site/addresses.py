"""A route with its example and who may open it; those that every register has."""

from dataclasses import dataclass, field

NOBODY: set[str] = set()


@dataclass(frozen=True, kw_only=True)
class Address:
    """A route with an example, and who gets a page instead of "does not exist"."""

    path: str
    allowed: set[str]
    method: str = "get"
    answers: tuple[int, ...] = (200,)
    public: bool = False
    data: dict[str, str] = field(default_factory=dict)


def of_register(
    path: str,
    *,
    readers: set[str],
    owners: set[str],
    act: str,
    record: str,
    writers: set[str] | None = None,
    changers: set[str] | None = None,
    actors: set[str] | None = None,
) -> dict[str, Address]:
    """The addresses that every register has.

    Args:
        path: its word in addresses.
        readers: who may enter it, and record and export in it.
        owners: who may see the one record of the tests, `record`.
        act: the word of a step that can be taken from the first state.
        writers: who may record and read in; `readers` when None.
        changers: who may correct that record; `owners` when None.
        actors: who may take that step; `changers` when None.
    """
    writers = readers if writers is None else writers
    changers = owners if changers is None else changers
    may = {"wijzigen/": changers, f"{act}/": changers if actors is None else actors}
    nobody = {
        "inlezen/import/<uuid:batch>/": "inlezen/import/{nothing}/",
        "inlezen/import/<uuid:batch>/fout.csv": "inlezen/import/{nothing}/fout.csv",
        "inlezen/import/<uuid:batch>/regel/<int:line>/": "inlezen/import/{nothing}/regel/3/",
        "inlezen/<uuid:key>/": "inlezen/{nothing}/",
    }
    read = ("", "hulp/")
    written = ("nieuw/", "inlezen/", "inlezen/hulp/", "inlezen/sjabloon.csv")
    one = {
        "<uuid:key>/": f"{{{record}}}/",
        "<uuid:key>/wijzigen/": f"{{{record}}}/wijzigen/",
        "<uuid:key>/<slug:step>/": f"{{{record}}}/{act}/",
    }
    found = {each: Address(path=f"/{path}/{each}", allowed=readers) for each in read}
    found |= {each: Address(path=f"/{path}/{each}", allowed=writers) for each in written}
    found["uitvoer/<slug:format>/"] = Address(path=f"/{path}/uitvoer/csv/", allowed=readers)
    found |= {
        route: Address(path=f"/{path}/{way}", allowed=NOBODY) for route, way in nobody.items()
    }
    for route, way in one.items():
        last = way.partition("/")[2]
        found[route] = Address(path=f"/{path}/{way}", allowed=may.get(last, owners))
    found["inlezen/<uuid:key>/weg/"] = Address(
        path=f"/{path}/inlezen/{{nothing}}/weg/", allowed=NOBODY, method="post"
    )
    return {f"{path}/{route}": address for route, address in found.items()}
