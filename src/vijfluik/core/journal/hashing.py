"""Hashes of the chain: leaves and roots as in RFC 9162, blocks behind one another.

Leaf: SHA-256 over byte 0 and the encoding of an event. Node: over byte 1 and its two children.
Block: over byte 2 and the line of its fields. The first bytes keep one kind from passing for
another. Knows no Django.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from vijfluik.core.journal.encoding import microseconds

NOTHING = bytes(32)


def leaf_hash(line: bytes) -> bytes:
    """The hash of an event, from its encoding."""
    return sha256(b"\x00" + line).digest()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """The root of the tree over at least one leaf hash.

    A last node without a neighbour moves up as it is, which gives the tree of RFC 9162.

    Raises:
        ValueError: there are no leaves.
    """
    if not leaves:
        raise ValueError("a tree needs a leaf")
    level = list(leaves)
    while len(level) > 1:
        nodes = [
            sha256(b"\x01" + left + right).digest()
            for left, right in zip(level[::2], level[1::2], strict=False)
        ]
        if len(level) % 2:
            nodes.append(level[-1])
        level = nodes
    return level[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A row of the chain. `events` is how many it seals; none in a block of kind `drop`."""

    number: int
    kind: str
    previous: bytes
    root: bytes
    events: int
    month: dt.date
    sealed_at: dt.datetime
    hash: bytes

    def own_hash(self) -> bytes:
        """The hash that its fields give."""
        fields = (
            str(self.number),
            self.kind,
            self.previous.hex(),
            self.root.hex(),
            str(self.events),
            self.month.isoformat(),
            str(microseconds(self.sealed_at)),
        )
        return sha256(b"\x02" + "\t".join(fields).encode()).digest()


# For `psycopg.rows.class_row(Block)`.
BLOCK_COLUMNS = "number, kind, previous, root, events, month, sealed_at, hash"
