"""That one record is in one figure, shown without the others: the proof, and its check offline.

A proof holds the record itself in the canonical form of its version with its salt, and the hashes
beside its path to the root. Whoever checks it needs the receipt that pins this root, from a bundle.
"""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.checking import receipts_in
from vijfluik.accountability.evidence.faults import Fault, read_object, require
from vijfluik.accountability.evidence.members import opened
from vijfluik.accountability.figures.tree import WIDTH, ProofStep, proves
from vijfluik.core.versions.encoding import RULE, counted

_KEYS = {
    *("format", "figure", "definition", "as_of", "receipt", "receipt_sha256", "root", "records"),
    *("column", "key", "version", "place", "salt", "form", "row_hash", "path", "notice"),
}


@dataclass(frozen=True, kw_only=True)
class Proved:
    """A proof that holds. receipt: whether the receipt was there to compare with."""

    figure: str
    key: str
    receipt: str
    root: str
    compared: bool

    def plain(self) -> dict[str, object]:
        """As the command line prints it."""
        return {
            "result": "holds",
            "figure": self.figure,
            "record": self.key,
            "receipt": self.receipt,
            "root": self.root,
            "compared": "with the receipt in the bundle"
            if self.compared
            else "with its own root only; give --bundle to compare with the receipt",
        }


def check_proof(content: bytes, *, bundle: bytes | None = None) -> Proved:
    """Check a proof; with a bundle also that its root is that of the receipt.

    Raises:
        Fault: the first thing that does not hold.
    """
    proof = read_object(content, file="")
    require(proof.get("format") == naming.PROOF, file="", message=f"it is no {naming.PROOF}")
    odd = sorted(proof.keys() ^ _KEYS)
    require(not odd, file="", message=f"missing or unknown: {', '.join(odd)}")
    row_hash = _record(proof)
    try:
        steps = [
            ProofStep(sibling=_hash(step["hash"]), left=_side(step["side"]) == "left")
            for step in proof["path"]
        ]
        root = _hash(proof["root"])
    except (KeyError, TypeError, ValueError):
        raise Fault("", "its path to the root cannot be read") from None
    sides = sides_of(place=proof["place"], records=proof["records"])
    require(
        [step.left for step in steps] == sides,
        file="",
        message=f"a path from place {proof['place']} of {proof['records']} takes other turns",
    )
    require(
        proves(row_hash=row_hash, steps=steps, root=root),
        file="",
        message="the path does not lead from the record to the root",
    )
    if bundle is not None:
        _compare(proof, bundle=bundle)
    return Proved(
        figure=str(proof["figure"]),
        key=str(proof["key"]),
        receipt=str(proof["receipt"]),
        root=root.hex(),
        compared=bundle is not None,
    )


def sides_of(*, place: object, records: object) -> list[bool]:
    """Of each step from a leaf to the root, whether the hash beside it stands left.

    Args:
        place: of the leaf, from 0.
        records: how many leaves there are.

    Raises:
        Fault: there is no such place.
    """
    if not isinstance(place, int) or not isinstance(records, int) or not 0 <= place < records:
        raise Fault("", f"there is no place {place} among {records} records")
    found = []
    while records > 1:
        # A last node without a neighbour moves up as it is.
        if place ^ 1 < records:
            found.append(bool(place & 1))
        place, records = place // 2, (records + 1) // 2
    return found


def _record(proof: Mapping[str, Any]) -> bytes:
    """The row hash, which the record's form and salt give; the form names the record."""
    form = str(proof["form"]).encode()
    try:
        salt = uuid.UUID(str(proof["salt"]))
    except ValueError:
        raise Fault("", "its salt cannot be read") from None
    digest = hashlib.sha256(salt.bytes + form).digest()
    require(
        digest.hex() == proof["row_hash"],
        file="",
        message="the record does not give the row hash that the proof names",
    )
    values = values_in(form)
    require(
        values.get(str(proof["column"])) == proof["key"],
        file="",
        message=f"{proof['column']} of the record is not {proof['key']!r}",
    )
    return digest


def values_in(form: bytes) -> dict[str, str]:
    """The columns of a version by name, from its canonical form; its table under "table".

    Raises:
        Fault: it is no such form.
    """
    parts, at = [], 0
    while at < len(form):
        end = form.find(b":", at)
        try:
            length = int(form[at:end]) if end > 0 else -1
            part = form[end + 1 : end + 1 + length].decode()
        except ValueError:
            raise Fault("", "the form of the record cannot be read") from None
        if length < 0 or counted(part) != form[at : end + 1 + length]:
            raise Fault("", "the form of the record cannot be read")
        parts.append(part)
        at = end + 1 + length
    if len(parts) < 2 or len(parts) % 2 or parts[0] != RULE:
        raise Fault("", "the form of the record cannot be read")
    return {"table": parts[1], **dict(zip(parts[2::2], parts[3::2], strict=True))}


def _compare(proof: Mapping[str, Any], *, bundle: bytes) -> None:
    receipts = receipts_in(opened(bundle))
    found = receipts.get(str(proof["receipt"]))
    if found is None:
        raise Fault("", f"the bundle holds no receipt {proof['receipt']!r}")
    told = {
        "receipt_sha256": found.sha256,
        "figure": found.definition.id,
        "definition": found.definition.key,
        "as_of": found.facts["as_of"],
        "records": found.facts["records"],
    }
    if found.whole:
        told["root"] = found.facts["root"]
    else:
        # What is published of a receipt that hides something is the hash of its root.
        digest = hashlib.sha256(_hash(proof["root"])).hexdigest()
        require(
            digest == found.facts.get("root_sha256"),
            file="",
            message="its root is not the one that the receipt in the bundle pins",
        )
    for name, value in told.items():
        require(
            proof[name] == value,
            file="",
            message=f"{name} is {proof[name]!r}, the receipt in the bundle says {value!r}",
        )


def _hash(text: object) -> bytes:
    digest = bytes.fromhex(str(text))
    if len(digest) != WIDTH:
        raise ValueError(text)
    return digest


def _side(text: object) -> str:
    if text not in {"left", "right"}:
        raise ValueError(text)
    return str(text)
