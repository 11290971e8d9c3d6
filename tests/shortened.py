"""A report of a page for tests that are not about its length.

A release computes each figure of its report, lays it out in six formats and two languages, and
checks what it wrote. With the whole text that takes seconds of each test. The whole text is built
by `tests/accountability/reports` and `tests/demo`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vijfluik.accountability.reports import library

FOLDER = Path(__file__).with_name("short_report")


@pytest.fixture(scope="module")
def short_report() -> Iterator[None]:
    """The report of the platform has a tenth of its text, for all tests of the module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "FOLDER", FOLDER)
        yield
