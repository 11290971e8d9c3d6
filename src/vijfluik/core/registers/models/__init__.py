"""The data that registers share, a module per concept."""

from vijfluik.core.registers.models.batch import ImportBatch
from vijfluik.core.registers.models.fields import (
    MoneyField,
    OrganisationsField,
    PlacesField,
    YearField,
)
from vijfluik.core.registers.models.record import Record, record_constraints, record_indexes
from vijfluik.core.registers.models.staged import StagedFile

__all__ = [
    "ImportBatch",
    "MoneyField",
    "OrganisationsField",
    "PlacesField",
    "Record",
    "StagedFile",
    "YearField",
    "record_constraints",
    "record_indexes",
]
