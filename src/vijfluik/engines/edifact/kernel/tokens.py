"""Every separator's position, release characters respected."""

from typing import Any

from vijfluik.engines.compiling import jitable, pointer

Array = Any


def index_compiled(
    buf: Array, start: int, size: int, classes: Array, positions: Array, kinds: Array
) -> int:
    """The entry for arrays of NumPy; see `index_separators`."""
    return index_separators(
        pointer(buf), start, size, pointer(classes), pointer(positions), pointer(kinds)
    )


@jitable
def index_separators(
    buf: Array, start: int, size: int, classes: Array, positions: Array, kinds: Array
) -> int:
    """Write position and class of each separator between start and size; how many there are."""
    count = 0
    step = start
    while step < size:
        kind = classes[buf[step]]
        if kind == 0:
            step += 1
            continue
        if kind == 4:
            step += 2
            continue
        positions[count] = step
        kinds[count] = kind
        count += 1
        step += 1
    return count
