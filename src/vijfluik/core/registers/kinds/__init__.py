"""What a field is, as everything that handles it needs to know: a kind per sort of column."""

from vijfluik.core.registers.kinds.choosing import kind_of, kinds_of
from vijfluik.core.registers.kinds.kind import Kind

__all__ = ["Kind", "kind_of", "kinds_of"]
