"""Whether the time may be believed by a process that takes away what is over.

What is over is counted by the clock of the database server. A process that destroys by it asks
three things first: that this machine's clock says the same, that it did not leap since the last
round (the kernel counts on by itself, also through sleep), and that it stands neither before the
last round nor so long after it that nobody can tell standing still from leaping.
"""

import datetime as dt
import time

from django.conf import settings

from vijfluik.core.lifecycle.working import last_rounds, note_round
from vijfluik.site.safety.connection import MOST_DRIFT, drift

# Seconds. What lapses is counted in days; less than this takes nothing away early that matters.
MOST_LEAP = 3600.0
# Longer than a long weekend without a round: somebody looks at the clock first.
MOST_STILL = dt.timedelta(days=4)


class Timepiece:
    """Asked before each round of one process."""

    def __init__(self, *, name: str, using: str) -> None:
        """`name`: of the process, as `lifecycle_worked` knows it; `using`: the role it works as."""
        self.name = name
        self.using = using
        self._known: tuple[float, float] | None = None

    def doubt(self, *, once: bool = False) -> str:
        """Why nothing is to be done by the clock now, and what helps; empty when all is well.

        Args:
            once: somebody asks for one round by hand, who looked at the clock.

        Raises:
            django.db.Error: the database cannot be asked.
        """
        apart = drift(self.using)
        if apart > MOST_DRIFT:
            return (
                f"this machine and the database server differ by {apart:.1f} s;"
                " keep both by a time service"
            )
        if once:
            return ""
        now, counted = time.time(), time.clock_gettime(time.CLOCK_BOOTTIME)
        found = self._leapt(now, counted) or self._of_rounds(now)
        if not found:
            self._known = (now, counted)
        return found

    def went_round(self) -> None:
        """Note that what was to be done is done."""
        note_round(self.name, using=self.using)

    def _leapt(self, now: float, counted: float) -> str:
        if self._known is None:
            return ""
        before, counted_before = self._known
        leap = (now - before) - (counted - counted_before)
        if leap <= MOST_LEAP:
            return ""
        return (
            f"the clock leapt {leap:.0f} s ahead; set it right, or start this anew when it is"
            " right now"
        )

    def _of_rounds(self, now: float) -> str:
        last = last_rounds(using=self.using).get(self.name)
        if last is None or settings.DEMONSTRATION:
            return ""
        since = now - last.timestamp()
        if since < -MOST_DRIFT:
            return (
                f"the clock stands {-since:.0f} s before the last round; set it right, or wait"
                " until it has passed that moment"
            )
        if self._known is None and since > MOST_STILL.total_seconds():
            return (
                f"nothing went round for {since / 86400:.0f} days, or the clock leapt; when it is"
                f" right, run `./run {self.name} --once`"
            )
        return ""
