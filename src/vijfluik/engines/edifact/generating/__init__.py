"""Invented messages: valid ones of every kind and version, and broken ones, the same for a seed.

Nobody in them exists: names are made of syllables, numbers are drawn. For tests, demonstration and
load.
"""

from vijfluik.engines.edifact.generating.breaking import FAULTS, broken
from vijfluik.engines.edifact.generating.days import FLIGHTS_A_DAY, TRAVELLERS_A_DAY, day
from vijfluik.engines.edifact.generating.flights import InventedFlight, flights
from vijfluik.engines.edifact.generating.messages import paxlst_of, pnrgov_of, reply_to

__all__ = [
    "FAULTS",
    "FLIGHTS_A_DAY",
    "TRAVELLERS_A_DAY",
    "InventedFlight",
    "broken",
    "day",
    "flights",
    "paxlst_of",
    "pnrgov_of",
    "reply_to",
]
