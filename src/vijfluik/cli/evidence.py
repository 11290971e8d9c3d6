"""Checking evidence from files alone: no database, no account, no settings."""

import json
import sys
from pathlib import Path

from vijfluik.cli.files import read_file
from vijfluik.cli.progress import say


def offline(*, bundle: Path | None, proof: Path | None, against: Path | None = None) -> int:
    """Check a bundle, or a proof with the bundle that holds its receipt; answer in JSON.

    Args:
        bundle: a file of evidence.
        proof: a file that proves one record.
        against: the internal evidence that a bundle for publication is compared with.

    Exit code 0 when it holds; 1 with the first fault and its place when it does not.

    Raises:
        CommandFailed: a file cannot be read.
    """
    from vijfluik.accountability.evidence.checking import check_bundle
    from vijfluik.accountability.evidence.faults import Fault
    from vijfluik.accountability.evidence.proofs import check_proof

    evidence = None if bundle is None else read_file(bundle)
    try:
        if proof is not None:
            told = check_proof(read_file(proof), bundle=evidence).plain()
        else:
            say(f"Checking {bundle} …")
            whole = None if against is None else read_file(against)
            told = check_bundle(evidence or b"", against=whole).plain()
    except Fault as fault:
        _answer({"result": "fault", "file": fault.file or None, "message": fault.message})
        sys.stderr.write(f"FAULT {fault}\n")
        return 1
    _answer(told)
    return 0


def _answer(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
