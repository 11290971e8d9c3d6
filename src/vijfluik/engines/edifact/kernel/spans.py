"""Bytes of a span as a value, without making an object: packed, as a number, compared.

A span is a start and an end. Release characters and line ends are never in it: a field that has
them is copied without, behind the bytes that were read.
"""

from typing import Any

from vijfluik.engines.compiling import inlined, jitable
from vijfluik.engines.edifact.kernel.layout import NONE

Array = Any


@jitable
def pack(buf: Array, start: int, end: int) -> int:
    """Up to seven bytes as a number, spaces left out; -1 if there are more."""
    value, held = 0, 0
    for at in range(start, end):
        byte = int(buf[at])
        if byte == 32:
            continue
        held += 1
        if held > 7:
            return -1
        value = (value << 8) | byte
    return value


@jitable
def number(buf: Array, start: int, end: int) -> int:
    """The digits of a span as a number, up to nine; NONE when it is anything else."""
    value, held = 0, 0
    for at in range(start, end):
        byte = int(buf[at])
        if 48 <= byte <= 57:
            value = value * 10 + byte - 48
            held += 1
            if held > 9:
                return NONE
        elif byte > 32:
            return NONE
    return value if held else NONE


@jitable
def same(buf: Array, start: int, end: int, other: int, stop: int) -> bool:
    """Whether two spans hold the same bytes."""
    if end - start != stop - other:
        return False
    for at in range(end - start):
        if buf[start + at] != buf[other + at]:
            return False
    return True


@jitable
def begins(buf: Array, start: int, end: int, other: int, stop: int) -> bool:
    """Whether one of two spans begins with the other; neither may be empty."""
    held = min(end - start, stop - other)
    if held <= 0:
        return False
    for at in range(held):
        if buf[start + at] != buf[other + at]:
            return False
    return True


@inlined
def hashed(value: int) -> int:
    """A place among `SLOTS` for a packed tag or code; the tables are far from full."""
    return (value ^ (value >> 9) ^ (value >> 17)) & 1023
