"""Files into batches: EDIFACT as it stands, PNRGOV XML by way of the segments it means."""

from collections.abc import Iterator
from pathlib import Path

from vijfluik.engines.edifact.batching import Batches
from vijfluik.engines.edifact.policy import DEFAULT, Policy
from vijfluik.engines.edifact.reading import Reader
from vijfluik.engines.edifact.xml_reading import looks_like_xml, xml_batches


def batches_of_file(
    path: Path, *, policy: Policy = DEFAULT, plain: bool = False
) -> Iterator[Batches]:
    """The batches of a file, in constant memory; XML is read whole.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        if looks_like_xml(file.read(256)):
            file.seek(0)
            yield from xml_batches(file.read(), policy=policy, plain=plain)
            return
        file.seek(0)
        yield from Reader(policy=policy, plain=plain).batches(file)
