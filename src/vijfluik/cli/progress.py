"""Progress for the person who waits: on standard error, with the seconds since `./run` began.

A service has nobody who waits: what it says goes to its log (`vijfluik.cli.service`).
"""

import os
import sys
import time

from vijfluik.core import services

BEGAN = "VIJFLUIK_BEGAN"


def say(text: str) -> None:
    """Print one line of progress; of a service, log it."""
    if services.told(text):
        return
    sys.stderr.write(f"{seconds():5.1f} s  {text}\n")
    sys.stderr.flush()


def seconds() -> float:
    """Seconds since `./run` began, installing included; programs it starts count along."""
    began = float(os.environ.setdefault(BEGAN, repr(time.time())))
    return max(0.0, time.time() - began)
