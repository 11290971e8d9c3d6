"""A disk that is full where files come in."""

import errno
import tempfile
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from tests.site import people

LARGE = b"x" * 3_000_000


class Full:
    """A file on a disk without room."""

    name = "upload"

    def write(self, _content: bytes) -> int:
        """As the system says it."""
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self) -> None:
        """Nothing was kept."""


def test_an_upload_that_finds_no_room_records_nothing_and_says_so(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client: Client = people.browser(people.PROVIDER)
    client.raise_request_exception = False
    file = BytesIO(LARGE)
    file.name = "trainingen.csv"
    monkeypatch.setattr(
        "django.core.files.uploadedfile.tempfile.NamedTemporaryFile", lambda **_: Full()
    )
    answer = client.post("/trainingen/inlezen/", {"file": file})
    assert answer.status_code == 500
    assert "Uw laatste handeling is niet vastgelegd" in answer.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM registers_importbatch")
        assert cursor.fetchone() == (0,)
    assert tempfile.gettempdir()
