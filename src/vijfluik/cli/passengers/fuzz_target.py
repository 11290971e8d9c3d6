"""The target of coverage-guided fuzzing: the plain path instrumented, compiled beside it."""

import sys

import atheris

with atheris.instrument_imports(include=["vijfluik.engines.edifact"]):
    from vijfluik.engines.edifact import fuzzing

COUNT = [0]


def one_input(data: bytes) -> None:
    """Check one input; compiled code, whose coverage is not seen, every eighth time."""
    COUNT[0] += 1
    fuzzing.check(data, compiled=COUNT[0] % 8 == 0)


if __name__ == "__main__":
    fuzzing.warm_up()
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
