"""Finding words in the texts of a record: `core.search` over a register.

The migration of the register gives its table a search table (`core.search.operations.Searched`).
"""

from vijfluik.core.registers.declaration import Register
from vijfluik.core.search.matching import Says


def says(register: Register, *, text: str) -> Says:
    """The condition that a record's texts hold each word, whatever its capitals and accents."""
    return Says(register.model, text.split())
