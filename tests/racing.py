"""People at once: acts in threads that start together, with connections of their own."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

from vijfluik.accountability.figures.official.content import Invalid as InvalidValue
from vijfluik.core.access.gate import Refused
from vijfluik.core.accounts.faults import Invalid as InvalidAccount
from vijfluik.core.accounts.faults import NotNow
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.mandates.actions import Invalid as InvalidMandate
from vijfluik.core.registers.faults import Conflict, Invalid

# What tells somebody why it was not done.
TOLD = (
    Conflict, EdgeRefused, Invalid, InvalidAccount, InvalidMandate, InvalidValue, NotNow, Refused,
)  # fmt: skip
TIMES = 4


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in threads that start together; being told why not is an answer too."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        start.wait()
        try:
            return act()
        except TOLD as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def done(answers: list[object]) -> list[Any]:
    """The answers of those who did what they asked."""
    return [answer for answer in answers if not isinstance(answer, TOLD)]
