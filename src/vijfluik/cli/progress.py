"""Progress for the person who waits: on standard error, with the seconds since `./run` began."""

import os
import sys
import time

BEGAN = "VIJFLUIK_BEGAN"


def say(text: str) -> None:
    """Print one line of progress."""
    sys.stderr.write(f"{seconds():5.1f} s  {text}\n")
    sys.stderr.flush()


def seconds() -> float:
    """Seconds since `./run` began, installing included; programs it starts count along."""
    began = float(os.environ.setdefault(BEGAN, repr(time.time())))
    return max(0.0, time.time() - began)
