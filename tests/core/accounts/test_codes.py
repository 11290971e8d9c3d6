"""Codes of an app: the vectors of the standard, and no code counts twice."""

import pytest

from vijfluik.core.accounts.codes import (
    DRIFT,
    SECONDS,
    address,
    code_at,
    readable,
    step_at,
    step_of,
)

# RFC 6238, appendix B, SHA-1: the last six of its eight figures.
SECRET = b"12345678901234567890"
VECTORS = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]


@pytest.mark.parametrize(("seconds", "code"), VECTORS)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert code_at(SECRET, step=step_at(seconds)) == code
    assert step_of(f"{code[:3]} {code[3:]}", secret=SECRET, seconds=seconds) == step_at(seconds)


def test_a_clock_may_be_one_step_off_and_no_more() -> None:
    code = code_at(SECRET, step=1000)
    for off in range(-3, 4):
        found = step_of(code, secret=SECRET, seconds=(1000 + off) * SECONDS)
        assert (found == 1000) is (abs(off) <= DRIFT)


def test_a_code_counts_once() -> None:
    code = code_at(SECRET, step=1000)
    assert step_of(code, secret=SECRET, seconds=1000 * SECONDS, after=999) == 1000
    assert step_of(code, secret=SECRET, seconds=1000 * SECONDS, after=1000) is None


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "é" * 6])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert step_of(typed, secret=SECRET, seconds=59) is None


def test_the_secret_is_shown_as_apps_take_it() -> None:
    assert readable(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert address(SECRET, account="a-jansen", issuer="Vijfluik") == (
        "otpauth://totp/Vijfluik%3Aa-jansen"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vijfluik&digits=6"
    )
