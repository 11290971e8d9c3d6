"""How often one person asks: counted in this process, without a question to the database."""

import math
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Bound:
    """So many in so many seconds, for each person; `name` stands in the journal."""

    name: str
    most: int
    seconds: int


@dataclass(frozen=True, kw_only=True)
class Waits:
    """Somebody asked too much: again in so many seconds. `first`: of this window."""

    seconds: int
    first: bool


@dataclass(kw_only=True)
class Pace:
    """Counts per person in windows that begin with the first question, and end whatever follows."""

    bound: Bound
    clock: Callable[[], float] = time.monotonic
    _windows: dict[uuid.UUID, tuple[float, int]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _tidied: float = -math.inf

    def asked(self, person: uuid.UUID) -> Waits | None:
        """Count one question; None when it may be answered."""
        now = self.clock()
        with self._lock:
            began, count = self._windows.get(person, (now, 0))
            if now - began >= self.bound.seconds:
                began, count = now, 0
            self._windows[person] = (began, count + 1)
            self._tidy(now)
        if count < self.bound.most:
            return None
        left = math.ceil(began + self.bound.seconds - now)
        return Waits(seconds=max(left, 1), first=count == self.bound.most)

    def _tidy(self, now: float) -> None:
        """Forget windows that are over, once per window: who left takes no room."""
        if now - self._tidied < self.bound.seconds:
            return
        self._tidied = now
        over = [key for key, (began, _) in self._windows.items()
                if now - began >= self.bound.seconds]  # fmt: skip
        for key in over:
            del self._windows[key]
