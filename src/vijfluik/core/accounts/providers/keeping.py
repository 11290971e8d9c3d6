"""What a provider publishes, kept in this process for as long as it says, within bounds."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")
# In seconds: what is kept when nothing is said, at least and at most.
USUALLY, LEAST, MOST = 3600, 60, 86_400
# Whoever asks for keys that are not there makes us ask the provider this often, and no more.
PATIENCE = 10


@dataclass(kw_only=True)
class Kept(Generic[Value]):
    """Values by key, each until its time."""

    _values: dict[str, tuple[Value, float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(
        self, key: str, *, make: Callable[[], tuple[Value, int | None]], anew: bool = False
    ) -> Value:
        """The value of a key: the one that is kept, or a new one.

        Args:
            make: answers the value and for how many seconds it may be kept.
            anew: ask again although it is kept, unless that was done just now.
        """
        now = time.monotonic()
        with self._lock:
            found = self._values.get(key)
        if found is not None and now < found[2] and not (anew and now - found[1] > PATIENCE):
            return found[0]
        value, seconds = make()
        kept = min(max(USUALLY if seconds is None else seconds, LEAST), MOST)
        with self._lock:
            self._values[key] = (value, now, now + kept)
        return value

    def forget(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._values.clear()
