"""The arrays of an index in one file, each under the path of its place in the listing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.expanded import Names, Weighing
from vijfluik.engines.names.joins import Joins
from vijfluik.engines.names.lexicon import Lexicon
from vijfluik.engines.names.listing import Listing
from vijfluik.engines.names.tables import Table
from vijfluik.engines.names.vocabulary import Vocabulary

NESTED: dict[str, Any] = {
    "vocabulary": Vocabulary, "names": Names, "joins": Joins, "near": Joins, "weighing": Weighing,
    "lexicon": Lexicon, "deletions": Table, "keys": Table, "key_deletions": Table,
    "skeletons": Table, "abjad_traces": Table, "latin_traces": Table, "table": Table,
}  # fmt: skip


def flat(value: Any, path: str = "") -> dict[str, NDArray[Any]]:
    """Every array of nested tuples, by its path."""
    if not hasattr(value, "_fields"):
        return {path: np.asarray(value)}
    found = {}
    for name in value._fields:
        found.update(flat(getattr(value, name), f"{path}.{name}" if path else name))
    return found


def nested(kind: Any, arrays: Mapping[str, NDArray[Any]], path: str) -> Any:
    """The tuple of a kind from its arrays; a whole number was kept as an array without places."""
    values = {}
    for name in kind._fields:
        inner = f"{path}.{name}" if path else name
        if inner in arrays:
            held = arrays[inner]
            values[name] = int(held) if held.ndim == 0 else held
        else:
            values[name] = nested(NESTED[name], arrays, inner)
    return kind(**values)


def write_arrays(
    file: Path, listing: Listing, shown: NDArray[np.int32], shown_first: NDArray[np.int32]
) -> None:
    """Write every array of an index, uncompressed."""
    arrays: dict[str, Any] = flat(listing)
    np.savez(file, shown=shown, shown_first=shown_first, **arrays)


def read_arrays(file: Path) -> tuple[Listing, NDArray[np.int32], NDArray[np.int32]]:
    """Read what `write_arrays` wrote; nothing in the file is executed.

    Raises:
        KeyError: an array is missing.
        ValueError: the file is no such file.
    """
    with np.load(file, allow_pickle=False) as held:
        arrays = {name: held[name] for name in held.files}
    listing: Listing = nested(Listing, arrays, "")
    return listing, arrays["shown"], arrays["shown_first"]
