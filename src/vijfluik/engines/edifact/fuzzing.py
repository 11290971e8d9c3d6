"""What has to hold for any bytes at all, and mutations of messages to try it with.

For every input: no exception, no memory beyond it, the account is even (in = out + filtered +
duplicates), compiled and plain agree, and the time is in proportion to the length.
"""

import time
from collections.abc import Sequence
from random import Random
from typing import Any

from vijfluik.engines.edifact.batching import tables_of
from vijfluik.engines.edifact.objects import contents_of
from vijfluik.engines.edifact.reading import Reader
from vijfluik.engines.edifact.xml_reading import looks_like_xml, xml_batches

TOKENS = (
    *(b"'", b"+", b":", b"?", b"?'", b"\r\n", b"\0", b" ", b"UNA:+.? '", b"UNB+", b"UNH+1+PNRGOV:"),
    *(
        b"UNT+1+1'",
        b"UNZ+1+1'",
        b"SRC'",
        b"TIF+A:I+B:A:1'",
        b"TVL+",
        b"RCI+",
        b"DAT+",
        b"NAD+FL+++",
    ),
    *(b"SSR+DOCS:HK:1:KL:::::/P/NL/1/NL/01JAN80/M/01JAN30/A/B", b"DOC+P+1'", b"DTM+36:991332'"),
    *(b"TBD++1:2:700++HP+1:2:3:4'", b"TRI++1:::1'", b"ABI+4'", b"SAC+++X'", b"EQN+99999999999'"),
)
# Seconds that a byte may take, and that any input may take, plain and under a tracer. A cost that
# grows with the square is far beyond it for the longest inputs that are tried.
SECONDS_A_BYTE, SECONDS = 1e-3, 3.0


def warm_up(*, compiled: bool) -> None:
    """Compile and load what the first input would otherwise be blamed for."""
    data = b"UNB+IATA:1+A+B+260504:0500+1'UNH+1+PNRGOV:18:1:IA'SRC'TIF+A+B:A:1'UNT+4+1'UNZ+1+1'"
    list(Reader(plain=True).batches(data))
    if compiled:
        _alike(data)


class Broken(AssertionError):
    """Something that has to hold does not."""


def check(data: bytes, *, compiled: bool = True) -> None:
    """Read the bytes and see that everything holds.

    Raises:
        Broken: what does not hold; the input itself is not in the text.
    """
    began = time.process_time()
    batches = list(_batches(data, plain=True, chunk=max(64, len(data) // 3)))
    spent = time.process_time() - began
    if spent > SECONDS + SECONDS_A_BYTE * len(data):
        raise Broken(f"{spent:.1f} s for {len(data)} bytes")
    for batch in batches:
        for message in batch["message"].to_pylist():
            _even(message)
        contents_of(batch)
    if compiled:
        _alike(data)


def _batches(data: bytes, *, plain: bool, chunk: int) -> Any:
    if looks_like_xml(data[:256]):
        return xml_batches(data, plain=plain)
    return Reader(plain=plain, chunk=chunk).batches(data)


def _even(message: dict[str, Any]) -> None:
    for of in ("traveller", "document", "leg"):
        came, out, filtered, repeated = (
            message[f"{of}_{column}"] for column in ("in", "out", "filtered", "duplicates")
        )
        if came != out + filtered + repeated:
            raise Broken(f"{of}: {came} in, {out} out, {filtered} filtered, {repeated} repeated")


def _alike(data: bytes) -> None:
    one = tables_of(_batches(data, plain=True, chunk=1 << 20))
    two = tables_of(_batches(data, plain=False, chunk=1 << 20))
    for name, rows in one.items():
        if not rows.equals(two[name]):
            raise Broken(f"compiled and plain differ in table {name}")


def mutated(data: bytes, others: Sequence[bytes], rng: Random) -> bytes:
    """The message with one to six changes: bytes, tokens, pieces moved, doubled, taken away."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(made) + 1)
        until = min(len(made), place + rng.randrange(1, 40))
        what = rng.randrange(7)
        if what == 0 and place < len(made):
            made[place] = rng.randrange(256)
        elif what == 1:
            made[place:place] = rng.choice(TOKENS)
        elif what == 2:
            del made[place:until]
        elif what == 3:
            made[place:place] = made[place:until] * rng.randrange(1, 8)
        elif what == 4:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            made[place:place] = other[start : start + rng.randrange(200)]
        elif what == 5:
            made = made[:place]
        else:
            made = made.replace(b"'", rng.choice((b"'\r\n", b"", b"~", b"' ")), rng.randrange(4))
    return bytes(made[:20_000])
