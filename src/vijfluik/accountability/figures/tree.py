"""The tree over the records of a figure: its leaves, root, fingerprints and proofs of inclusion.

The hashes are those of the journal (RFC 9162): leaves and nodes begin with different bytes, and a
node without a neighbour moves up as it is. A leaf is made of the salted row hash of a version.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from vijfluik.core.journal.hashing import leaf_hash, merkle_root

WIDTH = 32
FINGERPRINT = 4
"""Bytes of a leaf that a receipt keeps: enough to say where a record set differs."""
EMPTY = sha256(b"").digest()


@dataclass(frozen=True, kw_only=True)
class ProofStep:
    """A hash beside the path from a leaf to the root."""

    sibling: bytes
    left: bool


def leaves_of(row_hashes: bytes) -> list[bytes]:
    """The leaves of row hashes that stand one behind the other.

    Raises:
        ValueError: the last one is not whole.
    """
    if len(row_hashes) % WIDTH:
        raise ValueError("row hashes are 32 bytes each")
    # Written out: a call of leaf_hash per record would take as long as the hashing.
    return [
        sha256(b"\x00" + row_hashes[at : at + WIDTH]).digest()
        for at in range(0, len(row_hashes), WIDTH)
    ]


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over the leaves in their order; the hash of nothing when there are none."""
    return merkle_root(leaves) if leaves else EMPTY


def fingerprints_of(leaves: Sequence[bytes]) -> bytes:
    """The first bytes of every leaf, one behind the other."""
    return b"".join(leaf[:FINGERPRINT] for leaf in leaves)


def proof(leaves: Sequence[bytes], *, index: int) -> list[ProofStep]:
    """The hashes that show that one leaf is under the root, from below upwards.

    Raises:
        IndexError: there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    level, at, steps = list(leaves), index, []
    while len(level) > 1:
        beside = at ^ 1
        if beside < len(level):
            steps.append(ProofStep(sibling=level[beside], left=beside < at))
        level = [merkle_root(level[start : start + 2]) for start in range(0, len(level), 2)]
        at //= 2
    return steps


def proves(*, row_hash: bytes, steps: Sequence[ProofStep], root: bytes) -> bool:
    """Whether a record with this row hash is under the root."""
    digest = leaf_hash(row_hash)
    for step in steps:
        pair = (step.sibling, digest) if step.left else (digest, step.sibling)
        digest = merkle_root(pair)
    return digest == root
