"""Name screening: an index that finds a name on a list, whatever its spelling or script.

    from vijfluik.engines.names import Index, Policy, Question

Reads and writes files only; knows no database and no person. See docs/names.md.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vijfluik.engines.names.attributes import Attributes
    from vijfluik.engines.names.entries import Entry, Name
    from vijfluik.engines.names.index import Index, IndexUnreadable
    from vijfluik.engines.names.policy import Policy
    from vijfluik.engines.names.screening import Hit, Part, Question

__all__ = [
    "Attributes", "Entry", "Hit", "Index", "IndexUnreadable", "Name", "Part", "Policy", "Question",
]  # fmt: skip

WHERE = {
    "Attributes": "attributes", "Entry": "entries", "Name": "entries", "Index": "index",
    "IndexUnreadable": "index", "Policy": "policy", "Hit": "screening", "Part": "screening",
    "Question": "screening",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: Numba and NumPy are not free to load."""
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"{__name__}.{WHERE[name]}"), name)
