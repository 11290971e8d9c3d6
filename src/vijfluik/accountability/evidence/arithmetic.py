"""The arithmetic of one receipt, from what stands in the bundle: nothing is asked of a database."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.faults import Fault, read_object, require
from vijfluik.accountability.figures.computed import Cell, Valued
from vijfluik.accountability.figures.cubes import parts_of
from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.tree import WIDTH, root_of
from vijfluik.accountability.figures.values import Fraction, Value, plain_value
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.measures import Count, Field, Official, Ratio, Sum
from vijfluik.core.facts.statements import canonical, sha256

_TEXTS = ("figure", "definition", "definition_sha256", "as_of", "sql", "sql_sha256", "root")
_COUNTS = ("records", "unstated")


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A receipt whose arithmetic holds, with what its figure says.

    cells: with words in the place of a hidden number. whole: whether it is the receipt, and not its
    public form.
    """

    key: str
    sha256: str
    facts: Mapping[str, Any]
    definition: Definition
    valued: Valued
    cells: tuple[Cell, ...]
    whole: bool = True


def checked(
    told: Mapping[str, Any], *, files: Mapping[str, bytes], with_records: bool = True
) -> Checked:
    """Check the receipt of a figure.

    Args:
        told: what the manifest says of the figure.
        files: of the bundle.
        with_records: whether the bundle holds a hash of each record.

    Raises:
        Fault: the first thing that does not hold, with its file.
    """
    key = str(told.get("receipt"))
    path = naming.receipt_path(key)
    require(path in files, file=path, message="the manifest names this receipt and it is missing")
    facts = _facts(files[path], key=key, path=path)
    digest = sha256(files[path].decode())
    agreed = {
        "id": facts["figure"],
        "receipt_sha256": digest,
        "definition": facts["definition"],
        "root": facts["root"],
    }
    for name, value in agreed.items():
        message = f"{name} of {key} is {told.get(name)!r}, the receipt says {value!r}"
        require(told.get(name) == value, file=naming.MANIFEST, message=message)
    check_sql(facts, files=files, key=key, path=path)
    definition = definition_in(facts, files=files)
    if with_records:
        _check_records(facts, files=files, path=path)
    cells = cells_in(facts, path=path)
    _check_sums(facts, cells=cells, definition=definition, told=told, path=path)
    valued = valued_by(facts, cells=cells, definition=definition, path=path)
    check_words(facts, valued=valued, path=path)
    return Checked(
        key=key,
        sha256=digest,
        facts=facts,
        definition=definition,
        valued=valued,
        cells=tuple(cells),
    )


def _facts(content: bytes, *, key: str, path: str) -> dict[str, Any]:
    facts = read_object(content, file=path)
    require(canonical(facts).encode() == content, file=path, message="it is not in canonical form")
    digest = sha256(content.decode())
    require(
        digest.startswith(key) and key,
        file=path,
        message=f"its name does not begin its SHA-256, which is {digest}",
    )
    require_texts(facts, path=path)
    return facts


def require_texts(
    facts: Mapping[str, Any], *, path: str, without: Collection[str] = frozenset()
) -> None:
    """Refuse a receipt that lacks what every receipt says.

    Args:
        facts: of the receipt.
        path: its file.
        without: what its form leaves out.

    Raises:
        Fault: something is missing, or of another sort.
    """
    for names, kind in ((_TEXTS, str), (_COUNTS, int)):
        for name in names:
            if name not in without:
                require(isinstance(facts.get(name), kind), file=path, message=f"it says no {name}")


def check_sql(facts: Mapping[str, Any], *, files: Mapping[str, bytes], key: str, path: str) -> None:
    """Refuse SQL beside a receipt that is not that of the receipt.

    Raises:
        Fault: it is missing or another.
    """
    place = naming.sql_path(key)
    require(place in files, file=place, message="the SQL of the receipt is missing")
    require(
        files[place].decode(errors="replace") == facts["sql"],
        file=place,
        message="it is not the SQL of its receipt",
    )
    require(
        sha256(facts["sql"]) == facts["sql_sha256"],
        file=path,
        message="its SQL does not fit the hash of its SQL",
    )


def definition_in(facts: Mapping[str, Any], *, files: Mapping[str, bytes]) -> Definition:
    """The definition that a receipt pins, from the file beside it.

    Raises:
        Fault: it is missing, another, or cannot be read.
    """
    path = naming.definition_path(facts["definition"])
    require(path in files, file=path, message="the definition of a receipt is missing")
    text = files[path].decode(errors="replace")
    require(
        sha256(text) == facts["definition_sha256"],
        file=path,
        message=f"it is not the definition that the receipt of {facts['figure']} pins",
    )
    try:
        # The registers that it counts are elsewhere; only its form can be read here.
        definition = definition_from(read_object(files[path], file=path), place=path, planned=True)
    except DefinitionError as error:
        raise Fault(path, str(error)) from None
    require(
        (definition.id, definition.key) == (facts["figure"], facts["definition"]),
        file=path,
        message=f"it defines {definition.key}, not {facts['definition']}",
    )
    return definition


def _check_records(facts: Mapping[str, Any], *, files: Mapping[str, bytes], path: str) -> None:
    where = naming.records_path(facts["root"])
    require(where in files, file=where, message="the record hashes of a receipt are missing")
    leaves = leaves_in(files[where], file=where)
    require(
        root_of(leaves).hex() == facts["root"],
        file=where,
        message=f"the root over its hashes is {root_of(leaves).hex()}, not that of its name",
    )
    require(
        len(leaves) == facts["records"],
        file=path,
        message=f"it counts {facts['records']} records, and there are {len(leaves)} hashes",
    )


def leaves_in(content: bytes, *, file: str) -> list[bytes]:
    """The leaves of a file of record hashes.

    Raises:
        Fault: a line is no hash.
    """
    try:
        found = [bytes.fromhex(line) for line in content.decode("ascii").splitlines()]
    except ValueError:
        raise Fault(file, "a line is no hash") from None
    require(all(len(leaf) == WIDTH for leaf in found), file=file, message="a line is no hash")
    return found


def cells_in(facts: Mapping[str, Any], *, path: str) -> list[Cell]:
    """The cells of a receipt.

    Raises:
        Fault: they cannot be read, or do not fit their hash.
    """
    try:
        found = [
            Cell(
                dimension=str(cell["dimension"]),
                member=cell["member"],
                records=int(cell["records"]),
                value=cell["value"],
                beside=cell["beside"],
                of=cell.get("of"),
            )
            for cell in facts["cells"]
        ]
    except (KeyError, TypeError, ValueError):
        raise Fault(path, "its cells cannot be read") from None
    require(
        sha256(canonical(facts["cells"])) == facts.get("cells_sha256"),
        file=path,
        message="its cells do not fit the hash of its cells",
    )
    return found


def _check_sums(
    facts: Mapping[str, Any],
    *,
    cells: Sequence[Cell],
    definition: Definition,
    told: Mapping[str, Any],
    path: str,
) -> None:
    """Where each record stands in one cell only, cells add up to the whole."""
    records = facts["records"]
    require(facts["unstated"] <= records, file=path, message="more records are unstated than there")
    for cell in cells:
        require(
            0 <= cell.records <= records,
            file=path,
            message=f"the cell {cell.dimension} {cell.member} counts more records than the figure",
        )
    measure = definition.query.measure
    for name in told.get("disjoint", []):
        own = [cell for cell in cells if cell.dimension == name]
        if not own:
            continue
        whole = f"the cells by {name} do not add up to the"
        counted = sum(cell.records for cell in own)
        require(counted == records, file=path, message=f"{whole} records: {counted}")
        if isinstance(measure, Count | Sum) and not definition.split:
            total = sum(cell.value or 0 for cell in own)
            require(total == (facts["value"] or 0), file=path, message=f"{whole} value: {total}")
        if isinstance(measure, Ratio):
            part, base = (sum(each or 0 for each in parts) for parts in _fractions(own))
            agree = (part, base) == (facts.get("numerator"), facts.get("denominator"))
            require(agree, file=path, message=f"{whole} ratio: {part} of {base}")


def _fractions(cells: Sequence[Cell]) -> tuple[list[int | None], list[int | None]]:
    return [cell.value for cell in cells], [cell.of for cell in cells]


def valued_by(
    facts: Mapping[str, Any], *, cells: Sequence[Cell], definition: Definition, path: str
) -> Valued:
    """What the figure says, worked out as the platform does.

    Raises:
        Fault: the receipt says another value than its parts give.
    """
    measure = definition.query.measure
    fraction = None
    value = _stated(facts["value"])
    if isinstance(measure, Ratio):
        fraction = Fraction(
            numerator=int(facts.get("numerator", 0)), denominator=int(facts.get("denominator", 0))
        )
        value = fraction.percentage
    elif definition.split:
        value = parts_of(cells, dimension=definition.split)
    elif isinstance(measure, Count):
        value = facts["records"]
    require(
        canonical(plain_value(value)) == canonical(facts["value"]),
        file=path,
        message=f"its value is {facts['value']!r}, and its parts give {plain_value(value)!r}",
    )
    return _said(facts, definition=definition, value=value, fraction=fraction)


def split_valued(
    facts: Mapping[str, Any], *, cells: Sequence[Cell], definition: Definition
) -> Valued:
    """A figure whose value is its parts, with None for those that are hidden."""
    value = parts_of(cells, dimension=definition.split)
    return _said(facts, definition=definition, value=value, fraction=None)


def _said(
    facts: Mapping[str, Any],
    *,
    definition: Definition,
    value: Value | None,
    fraction: Fraction | None,
) -> Valued:
    return Valued(
        definition=definition,
        as_of=dt.datetime.fromisoformat(facts["as_of"]),
        records=facts["records"],
        unstated=facts["unstated"],
        value=value,
        fraction=fraction,
    )


def _stated(value: Any) -> Value | None:
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, list):
        return tuple(value)
    if value is None or isinstance(value, int | str | dict):
        return value
    return str(value)


def check_words(facts: Mapping[str, Any], *, valued: Valued, path: str) -> None:
    """Refuse a text of what is counted that does not follow from its value.

    What is read or stated says its own.

    Raises:
        Fault: the text, or its hedge, is another.
    """
    measure = valued.definition.query.measure
    if isinstance(measure, Field | Official):
        return
    require(
        facts.get("hedge") == str(valued.hedge),
        file=path,
        message=f"its hedge is {facts.get('hedge')!r}, the definition gives {valued.hedge}",
    )
    for language in Language:
        said, again = facts.get("text", {}).get(language), valued.text(language)
        require(
            said == again,
            file=path,
            message=f"its text ({language}) is {said!r}, the value is said as {again!r}",
        )
