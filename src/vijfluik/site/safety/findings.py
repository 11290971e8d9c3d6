"""What a check of an installation found."""

from dataclasses import asdict, dataclass

MOST_NAMED = 6


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that makes an installation unsafe or half-applied.

    Attributes:
        check: the word of the check that found it.
        what: what is so, naming the place.
        why: what can happen because of it.
        remedy: what to do.
    """

    check: str
    what: str
    why: str
    remedy: str

    def as_json(self) -> dict[str, str]:
        """The same as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        return f"{self.check}: {self.what}\n  Why: {self.why}\n  Remedy: {self.remedy}"


def named(names: list[str]) -> str:
    """The first few of many names, and how many there are more."""
    shown = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
