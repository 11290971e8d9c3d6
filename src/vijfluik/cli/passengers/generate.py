"""`./run passengers generate`: write invented messages, a file per flight and kind."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from vijfluik.cli.passengers.files import folder
from vijfluik.cli.progress import say

if TYPE_CHECKING:
    from vijfluik.engines.edifact.generating import InventedFlight


def run(chosen: Namespace) -> int:
    """Write the files and say how much it was.

    Raises:
        Unreadable: the folder cannot be used.
    """
    from vijfluik.engines.edifact.generating import FAULTS, broken, flights

    target = folder(chosen.out)
    faults = cycle(FAULTS)
    files = size = travellers = 0
    for place, flight in enumerate(flights(count=chosen.flights, seed=chosen.seed), start=1):
        travellers += flight.travellers
        name = f"{flight.departure:%Y%m%d}-{flight.carrier}{flight.number}"
        for kind, data in _messages(flight, chosen):
            content = data
            if chosen.broken and kind.endswith("edi"):
                content = broken(data, fault=next(faults), seed=chosen.seed + place)
            _write(target / f"{name}.{kind}", content)
            files += 1
            size += len(content)
        if place % 250 == 0:
            say(f"{place} of {chosen.flights} flights")
    say(
        f"{files} files in {target}: {chosen.flights} flights,"
        f" {travellers} travellers, {size} bytes"
    )
    return 0


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _messages(flight: "InventedFlight", chosen: Namespace) -> Iterator[tuple[str, bytes]]:
    """The messages of a flight that were asked for, each with the ending of its file's name."""
    from vijfluik.engines.edifact.generating import paxlst_of, pnrgov_of, reply_to
    from vijfluik.engines.edifact.replies import write_cusres
    from vijfluik.engines.edifact.writing import write_paxlst, write_pnrgov, write_xml

    if chosen.pnrgov:
        yield "pnrgov.edi", write_pnrgov(pnrgov_of(flight, version=chosen.pnrgov))
    if chosen.xml:
        whole = pnrgov_of(flight, version=chosen.xml, part_size=1 << 30)
        yield "pnrgov.xml", write_xml(whole[0])
    if chosen.paxlst:
        yield "paxlst.edi", write_paxlst([paxlst_of(flight, directory=chosen.paxlst)])
    if chosen.cusres:
        yield "cusres.edi", write_cusres(reply_to(flight, directory=chosen.cusres))
