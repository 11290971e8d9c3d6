"""From rows of spans to columns of bytes: offsets, validity and data, as Arrow lays them out."""

from typing import Any

from vijfluik.engines.compiling import jitable, pointer
from vijfluik.engines.edifact.kernel import layout as at

Array = Any


@jitable
def measure(
    memory: Array, base: int, stride: int, numbers: int, rows: int, sizes: Array, columns: int
) -> None:
    """How many bytes each text column of a table takes."""
    for row in range(rows):
        cell = base + row * stride + numbers
        for column in range(columns):
            span = memory[cell + column]
            sizes[column] += (span & at.LOW) - (span >> 32)


@jitable
def gather(
    buf: Array,
    memory: Array,
    base: int,
    stride: int,
    numbers: int,
    rows: int,
    starts: Array,
    data: Array,
    offsets: Array,
    bits: Array,
    columns: int,
    width_of_bits: int,
    whole: Array,
) -> None:
    """Copy the cells of a table, and its keys and whole numbers column by column into `whole`.

    `starts` says where each column's data begins in `data` (and is moved on while copying);
    `offsets` is rows + 1 per column, `bits` whole bytes of validity per column, both zeroed.
    """
    width = rows + 1
    for row in range(rows):
        begin = base + row * stride
        for column in range(numbers):
            whole[column * rows + row] = memory[begin + column]
        cell = begin + numbers
        bit = 1 << (row & 7)
        place = row >> 3
        for column in range(columns):
            span = memory[cell + column]
            start = span >> 32
            length = (span & at.LOW) - start
            here = column * width + row
            offsets[here + 1] = offsets[here] + length
            if length > 0:
                bits[column * width_of_bits + place] |= bit
                target = starts[column]
                for step in range(length):
                    data[target + step] = buf[start + step]
                starts[column] = target + length


def measure_compiled(
    memory: Array, base: int, stride: int, numbers: int, rows: int, sizes: Array, columns: int
) -> None:
    """The entry for arrays of NumPy; see `measure`."""
    measure(pointer(memory), base, stride, numbers, rows, pointer(sizes), columns)


def gather_compiled(
    buf: Array,
    memory: Array,
    base: int,
    stride: int,
    numbers: int,
    rows: int,
    starts: Array,
    data: Array,
    offsets: Array,
    bits: Array,
    columns: int,
    width_of_bits: int,
    whole: Array,
) -> None:
    """The entry for arrays of NumPy; see `gather`."""
    gather(
        pointer(buf),
        pointer(memory),
        base,
        stride,
        numbers,
        rows,
        pointer(starts),
        pointer(data),
        pointer(offsets),
        pointer(bits),
        columns,
        width_of_bits,
        pointer(whole),
    )
