"""Bytes of a span as a value, without making an object: packed, as a number, compared.

A span is a start and an end. Release characters and line ends are never in it: a field that has
them is copied without, behind the bytes that were read.
"""

from typing import Any

from vijfluik.engines.blocks import eight
from vijfluik.engines.compiling import inlined, jitable
from vijfluik.engines.edifact.kernel.layout import NONE

Array = Any


# A space in each of seven bytes, and the lowest and the highest bit of each.
SPACES, LOWEST, HIGHEST = 0x20202020202020, 0x01010101010101, 0x80808080808080


@jitable
def pack(buf: Array, start: int, end: int) -> int:
    """Up to seven bytes as a number, spaces left out; -1 if there are more."""
    held = end - start
    if 0 <= held <= 7:
        mask = (1 << (8 * held)) - 1
        value = (eight(buf, start) >> (64 - 8 * held)) & mask if held else 0
        others = value ^ SPACES
        if ((others - LOWEST) & ~others & HIGHEST & mask) == 0:
            return value
    return pack_without_spaces(buf, start, end)


@jitable
def pack_without_spaces(buf: Array, start: int, end: int) -> int:
    """As `pack`, byte for byte."""
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
    held = end - start
    if held != stop - other:
        return False
    at = 0
    while held - at >= 8:
        if eight(buf, start + at) != eight(buf, other + at):
            return False
        at += 8
    rest = held - at
    if rest <= 0:
        return True
    return ((eight(buf, start + at) ^ eight(buf, other + at)) >> (64 - 8 * rest)) == 0


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


@jitable
def looked_up(m: Array, slots: int, key: int) -> int:
    """The value of a packed tag or code among the `SLOTS` at `slots`; -1 when it is not there."""
    slot = hashed(key)
    held = m[slots + slot]
    while held != 0:
        if held >> 8 == key:
            return int(held & 255) - 1
        slot = (slot + 1) & 1023
        held = m[slots + slot]
    return -1
