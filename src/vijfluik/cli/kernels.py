"""The kernels of both engines, compiled before they are needed.

Numba compiles a kernel at its first call and keeps it on disk; together that takes a minute or two
of one processor. Done here, both engines at a time, it is done once for a state of their code, and
nobody waits for it in the middle of something else.
"""

import contextlib
import hashlib
import os
import platform
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

import vijfluik.engines
from vijfluik.cli.progress import say
from vijfluik.engines.names.compiled import cache_folder, disabled

ENGINES = ("names", "edifact")
FOLDER = "NUMBA_CACHE_DIR"


def keep_in_one_folder() -> None:
    """Let this process and those it starts keep kernels where those of names are kept.

    Numba settles on a folder when it is first imported. Without this that would depend on which
    engine is used first, and each kernel be compiled once for either order.
    """
    os.environ.setdefault(FOLDER, str(cache_folder()))


def compile_all() -> None:
    """Compile what was not compiled before for this state of the code; tells how far it is.

    An engine that does not compile is told of and stands in nobody's way: whoever uses it will see
    the error itself.
    """
    keep_in_one_folder()
    done = Path(os.environ[FOLDER]) / f"compiled-{fingerprint()}"
    if disabled() or done.exists():
        return
    say("Compiling the engines' kernels, once for this state of their code: about a minute …")
    # Each in a process of its own, because Numba compiles one kernel at a time in a process.
    running = {
        engine: subprocess.Popen([sys.executable, "-m", __name__, engine]) for engine in ENGINES
    }
    failed = [engine for engine, process in running.items() if process.wait() != 0]
    for engine in failed:
        say(f"  {engine}: does not compile; see above.")
    if not failed:
        with contextlib.suppress(OSError):
            done.touch()


def fingerprint() -> str:
    """Of everything that decides what is compiled: the engines, Numba, Python, this machine."""
    folder = Path(vijfluik.engines.__path__[0])
    digest = hashlib.sha256(
        f"{folder} {metadata.version('numba')} {sys.version_info[:2]} {platform.machine()}".encode()
    )
    for file in sorted(folder.rglob("*.py")):
        digest.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def use_names() -> None:
    """Screen invented names of every tradition, with an index in memory and one from disk; score a
    pair.
    """
    from vijfluik.engines.names import Attributes, Entry, Index, Name, Policy, Question
    from vijfluik.engines.names.pairs import score
    from vijfluik.engines.names.panels import panel, traditions

    texts = {f"{label} {n}": text for label in traditions() for n, text in enumerate(panel(label))}
    entries = [
        Entry(id=key, list="x", schema="Person", names=(Name(text=text, kind="primary"),),
              attributes=Attributes(dob=("1970-01-01",)))
        for key, text in texts.items()
    ]  # fmt: skip
    asked = [Question(name=text[1:]) for text in texts.values()]
    index = Index.build(entries)
    score(["one name"], ["another name"])
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        for held in (index, Index.load(Path(folder))):
            for everything in (False, True):
                held.screen(asked[:40], Policy(threshold=0.5), everything=everything)


def use_edifact() -> None:
    """Read an invented message of each format, compiled."""
    from vijfluik.engines.edifact import Reader, tables_of
    from vijfluik.engines.edifact.generating import flights, paxlst_of, pnrgov_of
    from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov

    flight = next(flights(count=1, seed=7, travellers=18))
    for data in (
        write_pnrgov(pnrgov_of(flight, version="18.1")),
        write_paxlst([paxlst_of(flight, directory="15B")]),
    ):
        tables_of(Reader().batches(data))


USES = {"names": use_names, "edifact": use_edifact}


if __name__ == "__main__":
    USES[sys.argv[1]]()
    say(f"  {sys.argv[1]}: compiled")
