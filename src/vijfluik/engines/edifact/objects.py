"""Typed objects over the record batches: one per traveller, with what hangs on it.

For people who read a message with code; bulk work stays with the batches. Every text is decoded with
the character set that the interchange names (`charsets`); nothing else is done to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import make_dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np

from vijfluik.engines.edifact.batching import Batches
from vijfluik.engines.edifact.charsets import codec_of, decoded
from vijfluik.engines.edifact.kinds import Finding, Format, Kind, Severity, label
from vijfluik.engines.edifact.records import (
    RECORDS,
    Booking,
    Document,
    Flight,
    Leg,
    Message,
    Traveller,
)
