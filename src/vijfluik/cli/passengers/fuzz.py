"""`./run passengers fuzz`: led by coverage where atheris is installed, else by seed."""

import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from importlib import util
from pathlib import Path
from random import Random

from vijfluik.cli.checkout import root
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.passengers.files import folder
from vijfluik.cli.progress import say

KEPT = Path("tests/engines/edifact/corpus")
# Seconds of the clock that one input may take: far more than `fuzz_target` gives it of a processor,
# because a clock goes on while others have that or the run is stopped for a while.
HANGS = 3600


def run(chosen: Namespace) -> int:
    """Look for so many minutes; 1 when an input broke something, which is then kept.

    Raises:
        CommandFailed: coverage was demanded and atheris is not installed.
        Unreadable: the corpus cannot be used.
    """
    corpus = folder(chosen.corpus) if chosen.corpus else root() / KEPT
    if util.find_spec("atheris") is not None:
        return guided(corpus, minutes=chosen.minutes, seed=chosen.seed)
    if chosen.coverage:
        raise CommandFailed(
            "Coverage needs atheris. Install it: "
            ".venv/bin/python -m pip install --require-hashes -r requirements/fuzz.txt"
        )
    say("atheris is not installed: seeded mutations instead, without regard to coverage")
    return seeded(corpus, minutes=chosen.minutes, seed=chosen.seed)


def guided(corpus: Path, *, minutes: float, seed: int) -> int:
    """Run the target under libFuzzer in a process of its own; new inputs go to a scratch folder."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "fresh"
        fresh.mkdir()
        command = [sys.executable, "-m", "vijfluik.cli.passengers.fuzz_target", str(fresh)]
        command += [str(corpus), f"-max_total_time={int(minutes * 60)}", f"-seed={seed}"]
        command += [f"-timeout={HANGS}", "-max_len=12000", f"-artifact_prefix={scratch}/"]
        command += ["-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=1"]
        with (Path(scratch) / "log").open("wb") as log:
            done = subprocess.run(command, stdout=log, stderr=log, env=dict(os.environ))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = (used.ru_utime + used.ru_stime) / 60
        words = (Path(scratch) / "log").read_text(errors="replace").splitlines()
        for line in words:
            if line.startswith("stat::number_of_executed_units"):
                say(
                    f"{line.split()[-1]} inputs in {minutes:g} minutes, {spent:.1f} of them on a"
                    f" processor; {len(list(fresh.iterdir()))} new to the corpus"
                )
        if done.returncode == 0:
            return 0
        broke = [
            file for kind in ("crash", "timeout", "oom") for file in Path(scratch).glob(f"{kind}-*")
        ]
        for file in broke:
            _keep(corpus, file.read_bytes())
        sys.stderr.write("\n".join(words[-30:]) + "\n")
        return 1


def seeded(corpus: Path, *, minutes: float, seed: int) -> int:
    """Mutate and check until the time is over."""
    from vijfluik.engines.edifact.fuzzing import check, mutated, warm_up

    inputs = [file.read_bytes() for file in sorted(corpus.iterdir())]
    if not inputs:
        raise CommandFailed(f"{corpus} holds no message to start from.")
    warm_up(compiled=True)
    rng = Random(seed)  # noqa: S311 - a repeatable search, not a secret
    until = time.monotonic() + 60 * minutes
    count = 0
    while time.monotonic() < until:
        data = mutated(rng.choice(inputs), inputs, rng)
        count += 1
        try:
            check(data, compiled=count % 4 == 0)
        except Exception as error:  # noqa: BLE001 - any exception is what is looked for
            kept = _keep(corpus, data)
            sys.stderr.write(f"{kept}: {type(error).__name__}: {error}\n")
            return 1
    sys.stdout.write(json.dumps({"inputs": count, "minutes": minutes, "faults": 0}) + "\n")
    return 0


def _keep(corpus: Path, data: bytes) -> Path:
    """Keep an input that broke something, so that it is tried for ever after."""
    kept = corpus / f"fault-{hashlib.sha256(data).hexdigest()[:16]}.edi"
    kept.write_bytes(data)
    return kept
