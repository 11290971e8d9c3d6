"""The target of coverage-guided fuzzing: the plain path, instrumented.

Compiled code is not run here: its source is the same, and what atheris writes into functions cannot
be compiled. That both agree is for the seeded mutations and the tests.
"""

import sys

import atheris

with atheris.instrument_imports(include=["vijfluik.engines.edifact"]):
    from vijfluik.engines.edifact import fuzzing


def one_input(data: bytes) -> None:
    """Check one input."""
    fuzzing.check(data, compiled=False)


if __name__ == "__main__":
    fuzzing.warm_up(compiled=False)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
