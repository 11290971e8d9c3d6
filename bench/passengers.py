"""Passenger messages into Arrow and into typed objects, per CPU-second of one core.

    ./run bench passengers [--megabytes 50] [--rounds 3] [--processes 2]

The peer in the same run is pydifact 0.2 (requirements/bench.txt), which divides segments into
objects and reads nothing out of them. Corpora are invented (the same for a seed); with
VIJFLUIK_SAMPLES set, the found ones are measured as well. Beside the speeds: the index of
separators alone, the cost per byte of 800 bookings in a message against 10, and the memory that
reading takes for a stream of one and of four sizes. Prints JSON.
"""

import argparse
import datetime as dt
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import util
from pathlib import Path

from vijfluik.engines.edifact.generating import flights, paxlst_of, pnrgov_of
from vijfluik.engines.edifact.objects import read_messages
from vijfluik.engines.edifact.reading import Reader
from vijfluik.engines.edifact.tokens import separator_index
from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov

MEGA = 1_000_000
MEMORY = (
    "import resource,sys;sys.path.insert(0,'src');"
    "from vijfluik.engines.edifact import Reader;"
    "data=open(sys.argv[1],'rb').read(1<<20);"
    "source=(data for _ in range(int(sys.argv[2])));"
    "print(sum(b['traveller'].num_rows for b in Reader().batches(source)),"
    "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


def cpu() -> float:
    """CPU-seconds of this process, in user and system."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def speed(work: Callable[[], object], size: int, *, rounds: int) -> float:
    """Megabytes per CPU-second, the best of some rounds."""
    best = 0.0
    for _ in range(rounds):
        began = cpu()
        work()
        best = max(best, size / MEGA / (cpu() - began))
    return round(best, 2)


def into_arrow(data: bytes) -> None:
    for batches in Reader().batches(data):
        assert batches["message"].num_rows


def into_objects(data: bytes) -> None:
    for contents in read_messages(data):
        assert contents.message


def into_pydifact(messages: list[str]) -> None:
    """What the peer does with the same messages, each parsed on its own."""
    from pydifact.parser import Parser

    for message in messages:
        for segment in Parser().parse(message):
            assert segment.tag


def corpora(megabytes: float) -> dict[str, list[bytes]]:
    """Interchanges of both kinds, repeated to about that size."""
    made: dict[str, list[bytes]] = {"pnrgov": [], "paxlst": []}
    for flight in flights(count=12, seed=1, travellers=1_700):
        made["pnrgov"].append(write_pnrgov(pnrgov_of(flight, part_size=8)))
        made["paxlst"].append(write_paxlst([paxlst_of(flight)]))
    root = Path(os.environ.get("VIJFLUIK_SAMPLES", "/nowhere")) / "edifact"
    for name in ("pnrgov", "paxlst"):
        files = sorted((root / name).glob("*.edi"))
        if files:
            made[f"{name}-found"] = [file.read_bytes() for file in files]
    return {name: repeated(pieces, megabytes) for name, pieces in made.items()}


def repeated(pieces: list[bytes], megabytes: float) -> list[bytes]:
    size = sum(map(len, pieces))
    return pieces * max(1, round(megabytes * MEGA / size))


def speeds(pieces: list[bytes], *, rounds: int) -> dict[str, float]:
    """Megabytes per CPU-second of everything that is measured on a corpus."""
    data = b"\n".join(pieces)
    into_arrow(data[: 1 << 20])
    separator_index(data[:1000])
    made: dict[str, float] = {
        "bytes": len(data),
        "arrow": speed(lambda: into_arrow(data), len(data), rounds=rounds),
        "objects": speed(lambda: into_objects(data), len(data), rounds=rounds),
        "index": speed(lambda: separator_index(data), len(data), rounds=rounds),
    }
    if util.find_spec("pydifact") is not None:
        own = accepted(pieces)
        size = sum(map(len, own))
        made["pydifact"] = speed(lambda: into_pydifact(own), size, rounds=1)
        made["arrow_to_pydifact"] = round(made["arrow"] / made["pydifact"], 1)
        made["objects_to_pydifact"] = round(made["objects"] / made["pydifact"], 1)
    return made


def measure(chosen: argparse.Namespace) -> dict[str, object]:
    found: dict[str, object] = {
        "bench": "passengers",
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
    }
    for name, pieces in corpora(chosen.megabytes).items():
        found[name] = speeds(pieces, rounds=chosen.rounds)
    found["cost_per_byte_800_to_10"] = linear(chosen.rounds)
    found["memory_kB"] = memory()
    found["processes"] = processes(chosen)
    return found


def accepted(pieces: list[bytes], megabytes: float = 2) -> list[str]:
    """Messages that the peer parses, about so many megabytes of them."""
    from pydifact.parser import Parser

    made: list[str] = []
    size = 0
    for piece in pieces:
        if size > megabytes * MEGA:
            break
        text = piece.decode("iso8859-1")
        try:
            list(Parser().parse(text))
        except Exception:  # noqa: BLE001, S112 - whatever the peer refuses is left out for it
            continue
        made.append(text)
        size += len(text)
    return made


def linear(rounds: int) -> float:
    """CPU per byte of messages of 800 bookings, over that of messages of 10."""
    flight = next(flights(count=1, seed=2, travellers=1_750))
    chosen = flight.bookings[:800]
    large = write_pnrgov(pnrgov_of(flight, bookings=chosen, part_size=800))
    small = b"".join(
        write_pnrgov(pnrgov_of(flight, bookings=chosen[at : at + 10], part_size=10))
        for at in range(0, len(chosen), 10)
    )
    times = round(20 * MEGA / len(large))
    one = speed(lambda: into_arrow(small * times), len(small) * times, rounds=rounds)
    other = speed(lambda: into_arrow(large * times), len(large) * times, rounds=rounds)
    return round(one / other, 3)


def memory() -> dict[str, int]:
    """The most memory that a process took for 32 and for 128 MB of the same stream."""
    file = Path(".vijfluik-bench.edi")
    flight = next(flights(count=1, seed=3, travellers=900))
    piece = write_pnrgov(pnrgov_of(flight, part_size=50))
    file.write_bytes(piece * (MEGA // len(piece) + 1))
    try:
        taken = {}
        for megabytes in (32, 128):
            done = subprocess.run(
                [sys.executable, "-c", MEMORY, str(file), str(megabytes)],
                capture_output=True,
                text=True,
                check=True,
            )
            taken[f"{megabytes} MB"] = int(done.stdout.split()[1])
        return taken
    finally:
        file.unlink()


def processes(chosen: argparse.Namespace) -> dict[str, float]:
    """Megabytes per second of the clock: in this process, and over pools of one process and more.

    The start of a pool is told apart, because a pool is started once for many streams.
    """
    from vijfluik.engines.edifact.distribution import interchanges
    from vijfluik.engines.edifact.pooling import ReadingPool

    data = b"\n".join(corpora(2 * chosen.megabytes)["pnrgov"])
    pieces = list(interchanges(data, at_least=4 << 20))
    made = {"here": clocked(lambda: into_arrow(data), len(data), rounds=chosen.rounds)}
    for count in range(1, chosen.processes + 1):
        began = time.monotonic()
        with ReadingPool(processes=count) as pool:

            def all_of(parts: list[bytes], pool: ReadingPool = pool) -> None:
                assert sum(one["traveller"].num_rows for one in pool.read(parts))

            all_of(pieces[:count])
            made[f"{count} started, seconds"] = round(time.monotonic() - began, 1)
            made[str(count)] = clocked(lambda: all_of(pieces), len(data), rounds=chosen.rounds)
    return made


def clocked(work: Callable[[], object], size: int, *, rounds: int) -> float:
    """Megabytes per second of the clock, the best of some rounds."""
    best = 0.0
    for _ in range(rounds):
        began = time.monotonic()
        work()
        best = max(best, size / MEGA / (time.monotonic() - began))
    return round(best, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    print(json.dumps(measure(parser.parse_args()), indent=2))


if __name__ == "__main__":
    main()
