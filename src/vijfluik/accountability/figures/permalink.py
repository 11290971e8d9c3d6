"""The address under which the receipt of a figure stays for ever, and reading it back.

It names the figure beside the receipt, so that a text in which it was pasted tells which figure is
meant without asking a database.
"""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"(?:https?://[^/\s]+)?/cijfers/(?P<figure>[a-z0-9][a-z0-9-]*)/bewijs/(?P<receipt>[0-9a-f]{16})/"
)


@dataclass(frozen=True, kw_only=True)
class Named:
    """What an address names: the id of a figure, and the key of its receipt."""

    figure: str
    receipt: str


def permalink(*, figure: str, receipt: str) -> str:
    """The path of the page of a receipt; core and files know no route."""
    return f"/cijfers/{figure}/bewijs/{receipt}/"


def named_by(address: str) -> Named | None:
    """What a permalink names, on this site or another one; None for any other address."""
    found = _ADDRESS.fullmatch(address.strip())
    if found is None:
        return None
    return Named(figure=found["figure"], receipt=found["receipt"])
