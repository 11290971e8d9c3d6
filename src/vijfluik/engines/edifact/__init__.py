"""Passenger messages: PNRGOV, PAXLST, CUSRES and ACKRES, read by one tolerant grammar.

Reads everything, loses nobody: what does not fit is a finding with a place, never a refusal, and
for every message in = out + filtered + duplicates + lost. A library in its own right: no Django, no
database, no clock. `docs/passenger-messages.md` tells the rest.
"""

from vijfluik.engines.edifact.batching import Batches, schema, tables_of
from vijfluik.engines.edifact.kinds import Filtered, Finding, Format, Kind, Severity
from vijfluik.engines.edifact.objects import (
    Contents,
    contents_of,
    read_messages,
    read_paxlst,
    read_pnrgov,
)
from vijfluik.engines.edifact.policy import DEFAULT, Policy, TooLoose
from vijfluik.engines.edifact.reading import Reader

__all__ = [
    "DEFAULT",
    "Batches",
    "Contents",
    "Filtered",
    "Finding",
    "Format",
    "Kind",
    "Policy",
    "Reader",
    "Severity",
    "TooLoose",
    "contents_of",
    "read_messages",
    "read_paxlst",
    "read_pnrgov",
    "schema",
    "tables_of",
]
