"""The outcome of recomputing a receipt."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The first thing in which a receipt and its recomputation differ.

    part: `receipt`, `definition`, `records`, or the name of a fact of the receipt. key and
    version: the record and the version that do not match, where one can be named.
    """

    part: str
    detail: str
    key: str | None = None
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether a receipt was reproduced. note: what differs without harm, such as newer SQL."""

    receipt: str
    figure: str
    as_of: str
    difference: Difference | None = None
    note: str = ""

    @property
    def reproduced(self) -> bool:
        """True when every part was computed again and is the same."""
        return self.difference is None

    def plain(self) -> dict[str, object]:
        """As the command line prints it."""
        found: dict[str, object] = {
            "receipt": self.receipt,
            "figure": self.figure,
            "as_of": self.as_of,
            "result": "reproduced" if self.reproduced else "differs",
        }
        if self.note:
            found["note"] = self.note
        if self.difference is not None:
            found["difference"] = {
                "part": self.difference.part,
                "detail": self.difference.detail,
                "key": self.difference.key,
                "version": self.difference.version,
            }
        return found
