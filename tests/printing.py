"""PDF files that were made before in this process, for tests that are not about making them.

The engine of the PDF takes half of the time of a report, and gives the same bytes for the same
source: that is proved by `tests/core/documents` and by
`tests/accountability/reports/test_report_formats.py`, which do without this.
"""

import pytest

from vijfluik.core.documents import pdf

_made: dict[tuple[str, int], bytes] = {}


@pytest.fixture
def printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that was compiled before is not compiled again."""
    real = pdf.compile_source

    def compiled(markup: str, *, timestamp: int) -> bytes:
        asked = markup, timestamp
        if asked not in _made:
            _made[asked] = real(markup, timestamp=timestamp)
        return _made[asked]

    monkeypatch.setattr(pdf, "compile_source", compiled)
