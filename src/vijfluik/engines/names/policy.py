"""What counts as a hit and what as an alert: values that a caller may tighten, never loosen."""

from dataclasses import dataclass

SAFE_THRESHOLD = 0.62
"""Below this score a pair may be returned, but it is never an alert."""

SAFE_EVIDENCE = 1.1
"""How much the agreeing parts must tell at least, in rare names: more than one, or two that are
not everybody's. Below it a pair is found, and is no alert."""

LEAST_THRESHOLD = 0.3
"""Below this a search answers with noise only, and is refused."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """The values by which pairs are returned (`threshold`) and called sufficient (`evidence`).

    A pair is returned from `threshold` on. It is an alert when its score also reaches the safe
    threshold and its evidence the minimum. A lower threshold shows more pairs, and no more alerts.

    Raises:
        ValueError: a value is looser than the safe default, or no value at all.
    """

    threshold: float = SAFE_THRESHOLD
    evidence: float = SAFE_EVIDENCE

    def __post_init__(self) -> None:
        """Refuse what would be looser than safe."""
        if not LEAST_THRESHOLD <= self.threshold <= 1:
            raise ValueError(
                f"the threshold lies between {LEAST_THRESHOLD} and 1; this is {self.threshold}"
            )
        if not SAFE_EVIDENCE <= self.evidence < 100:
            raise ValueError(
                f"the minimum evidence may be raised above {SAFE_EVIDENCE}, not lowered;"
                f" this is {self.evidence}"
            )

    @property
    def alert_threshold(self) -> float:
        """The score from which a pair with enough evidence is an alert."""
        return max(self.threshold, SAFE_THRESHOLD)
