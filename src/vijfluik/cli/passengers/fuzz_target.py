"""The target of coverage-guided fuzzing: the plain path, instrumented.

Compiled code is not run here: its source is the same, and what atheris writes into functions cannot
be compiled. That both agree is for the seeded mutations and the tests.
"""

import signal
import sys
from types import FrameType

import atheris

with atheris.instrument_imports(include=["vijfluik.engines.edifact"]):
    from vijfluik.engines.edifact import fuzzing


# Seconds of a processor that one input may take before it counts as hanging.
HANGS = 20


def hanging(_signal: int, _frame: FrameType | None) -> None:
    """The time is over: an input that breaks the reader, like any other exception."""
    raise fuzzing.Broken(f"more than {HANGS} s of a processor")


def one_input(data: bytes) -> None:
    """Check one input."""
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    fuzzing.check(data, compiled=False)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    fuzzing.warm_up(compiled=False)
    signal.signal(signal.SIGVTALRM, hanging)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
