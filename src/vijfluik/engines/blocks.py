# ruff: noqa: ARG001 - Numba compares the names of arguments, and LLVM gets them in a list
"""Sixty-four bytes at a time: which of them are one of a few, as the bits of a number.

Compiled these are single instructions of the processor on a whole block (by way of LLVM's vectors,
so on any processor that Numba knows); plain Python has the same meaning and its own way.
"""

import sys
from functools import lru_cache
from typing import Any

from vijfluik.engines.compiling import AVAILABLE

BLOCK = 64
# Bytes that are copied at once.
SHORT = 16


@lru_cache(maxsize=64)
def _marking(wanted: tuple[int, ...]) -> bytes:
    return bytes(49 if byte in wanted else 48 for byte in range(256))


def matches(buf: Any, start: int, a: int, b: int, c: int, d: int, e: int, f: int) -> int:
    """A bit for each of the 64 bytes from `start` on that is one of six; the first is the lowest.

    The bytes have to be there: the caller keeps 64 more behind what it reads.
    """
    table = _marking((a, b, c, d, e, f))
    return int(b"0" + bytes(buf[start : start + BLOCK]).translate(table)[::-1], 2)


def lowest(word: int) -> int:
    """The place of the lowest bit of a word that is not 0."""
    return (word & -word).bit_length() - 1


def eight(buf: Any, start: int) -> int:
    """Eight bytes as a number, the first the most significant; compiled, below 0 from byte 128 on.

    The bytes have to be there.
    """
    return int.from_bytes(buf[start : start + 8], "big")


def copy_short(target: Any, place: int, source: Any, start: int) -> None:
    """Copy 16 bytes. Both memories have to have them: the caller keeps so many more behind."""
    target[place : place + SHORT] = source[start : start + SHORT]


if AVAILABLE:
    from llvmlite import ir
    from numba.core import types
    from numba.extending import intrinsic, overload

    BYTES = ir.VectorType(ir.IntType(8), BLOCK)
    LANES = ir.VectorType(ir.IntType(32), BLOCK)

    @intrinsic
    def _matches(
        _context: Any, buf: Any, start: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any
    ) -> Any:
        """Compare a block with each byte, and the bits of all comparisons as one number."""

        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            memory, first, *wanted = arguments
            place = builder.bitcast(builder.gep(memory, [first]), BYTES.as_pointer())
            block = builder.load(place, align=1)
            nothing = ir.Constant(BYTES, ir.Undefined)
            found = ir.Constant(ir.VectorType(ir.IntType(1), BLOCK), [0] * BLOCK)
            for value in wanted:
                byte = builder.trunc(value, ir.IntType(8))
                one = builder.insert_element(nothing, byte, ir.Constant(ir.IntType(32), 0))
                every = builder.shuffle_vector(one, nothing, ir.Constant(LANES, [0] * BLOCK))
                found = builder.or_(found, builder.icmp_unsigned("==", block, every))
            return builder.bitcast(found, ir.IntType(64))

        number = types.int64
        return number(buf, number, *[number] * 6), generate

    @intrinsic
    def _lowest(_context: Any, word: Any) -> Any:
        """Count trailing zeros; the word is not 0."""

        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

        return types.int64(types.int64), generate

    @intrinsic
    def _eight(_context: Any, buf: Any, start: Any) -> Any:
        """One load, turned round where the processor has the least significant byte first."""

        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            memory, first = arguments
            number = ir.IntType(64)
            place = builder.bitcast(builder.gep(memory, [first]), number.as_pointer())
            held = builder.load(place, align=1)
            return builder.bswap(held) if sys.byteorder == "little" else held

        return types.int64(buf, types.int64), generate

    @intrinsic
    def _copy_short(_context: Any, target: Any, place: Any, source: Any, start: Any) -> Any:
        """One load and one store."""

        def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            to, place, source, start = arguments
            some = ir.VectorType(ir.IntType(8), SHORT).as_pointer()
            taken = builder.load(builder.bitcast(builder.gep(source, [start]), some), align=1)
            builder.store(taken, builder.bitcast(builder.gep(to, [place]), some), align=1)

        return types.void(target, types.int64, source, types.int64), generate

    MATCHES: Any = _matches
    EIGHT: Any = _eight
    COPY_SHORT: Any = _copy_short
    LOWEST: Any = _lowest

    @overload(matches)
    def _of_matches(buf: Any, start: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any) -> Any:
        def implementation(
            buf: Any, start: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any
        ) -> Any:
            return MATCHES(buf, start, a, b, c, d, e, f)

        return implementation

    @overload(lowest)
    def _of_lowest(word: Any) -> Any:
        def implementation(word: Any) -> Any:
            return LOWEST(word)

        return implementation

    @overload(copy_short)
    def _of_copy_short(target: Any, place: Any, source: Any, start: Any) -> Any:
        def implementation(target: Any, place: Any, source: Any, start: Any) -> Any:
            COPY_SHORT(target, place, source, start)

        return implementation

    @overload(eight)
    def _of_eight(buf: Any, start: Any) -> Any:
        def implementation(buf: Any, start: Any) -> Any:
            return EIGHT(buf, start)

        return implementation
