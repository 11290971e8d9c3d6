"""What is said of a disk that is full: which one, and what to do. That it is so: `test_demo.py`."""

import errno
import shutil
from pathlib import Path

import pytest

from vijfluik.cli import demonstration
from vijfluik.cli.embedded import process
from vijfluik.cli.embedded.place import Place
from vijfluik.cli.errors import (
    CommandFailed,
    DiskFull,
    on_disk_of,
    remedy_for,
    require_room,
)


def leave_free(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    """So many bytes of every disk are free."""
    found = shutil.disk_usage("/")._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # The first of many lines: the server that found no room is then away for a while.
        ("could not write to file: No space left on device" + "\nframe" * 60, "{} is full."),
        ("could not extend file: wrote only 4096 of 8192 bytes at block 0", "{} is full."),
        ("RuntimeError: something else", "could not be made ready; see above"),
    ],
    ids=["no room", "half a page", "something else"],
)
def test_a_disk_that_fills_while_loading_is_named_however_much_is_said_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str
) -> None:
    (tmp_path / "loads.py").write_text(f"import sys\nsys.exit({words!r})\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(CommandFailed) as failed:
        demonstration._run("loads", folder=tmp_path)
    assert said.format(f"The disk of {tmp_path}") in str(failed.value)


def test_a_disk_that_is_full_for_the_server_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_free(monkeypatch, 1 << 30)
    here = Place(state=tmp_path, server=tmp_path, account=None)
    words = "initdb: error: could not write: No space left on device"
    said = str(process.failed(words, place=here))
    assert said.startswith(f"The disk of {tmp_path} is full. Free about 1.5 GB, then run the same")
    assert said.endswith(f"\n\n{words}")
    assert not isinstance(process.failed("recovery mode", place=here), DiskFull)
    # A server that found no room may have found none for its log either.
    leave_free(monkeypatch, 20 << 20)
    assert isinstance(process.failed("recovery mode", place=here), DiskFull)


def test_what_the_server_said_in_an_earlier_run_is_not_why_it_fails_now(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    assert process._said(log, after=0) == ""
    log.write_text("No space left on device\n", encoding="utf-8")
    before = log.stat().st_size
    with log.open("a", encoding="utf-8") as more:
        more.write("could not map shared memory\n")
    assert process._said(log, after=before) == "could not map shared memory\n"
    log.write_text("begun anew\n", encoding="utf-8")
    assert process._said(log, after=before) == "begun anew\n"


def test_too_little_room_is_said_of_the_disk_on_which_the_folder_will_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_free(monkeypatch, 600_000_000)
    require_room(tmp_path / "not" / "yet")
    leave_free(monkeypatch, 40_000_000)
    with pytest.raises(CommandFailed) as refused:
        require_room(tmp_path / "not" / "yet")
    assert f"The disk of {tmp_path / 'not' / 'yet'} has 0.0 GB free, and 0.5" in str(refused.value)


def test_an_error_raised_over_a_full_disk_tells_of_it_and_another_does_not(tmp_path: Path) -> None:
    def fail_over(first: BaseException) -> None:
        try:
            raise first
        except type(first):
            raise LookupError("the server is away") from None

    full = OSError(errno.ENOSPC, "No space left on device", "/here/it/stands")
    with pytest.raises(DiskFull, match=str(tmp_path)), on_disk_of(tmp_path):
        fail_over(full)
    with pytest.raises(LookupError), on_disk_of(tmp_path):
        fail_over(ValueError("something else"))
    assert "/here/it/stands is full" in str(remedy_for(full))
