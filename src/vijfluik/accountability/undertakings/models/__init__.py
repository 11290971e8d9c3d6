"""The data of the room, a module per concept."""

from vijfluik.accountability.undertakings.models.bill import Bill, BillStep
from vijfluik.accountability.undertakings.models.house_entry import HouseEntry
from vijfluik.accountability.undertakings.models.obligation import Obligation, ObligationStep
from vijfluik.accountability.undertakings.models.paper import Paper, PaperStep
from vijfluik.accountability.undertakings.models.undertaking import Undertaking, UndertakingStep

__all__ = [
    "Bill",
    "BillStep",
    "HouseEntry",
    "Obligation",
    "ObligationStep",
    "Paper",
    "PaperStep",
    "Undertaking",
    "UndertakingStep",
]
