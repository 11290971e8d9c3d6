"""The project names no package registry and no machine's folders, and keeps modules short."""

from pathlib import Path

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.checks import files


@pytest.mark.parametrize(
    "line",
    [
        "pip install --index-" + "url https://example.org/simple",
        "URL = 'https://py" + "pi.org/simple'",
        "deb http://deb." + "debian.org/debian bookworm main",
        "open('/ro" + "ot/secret')",
        "see /wo" + "rk/main/docs",
        "cd /ho" + "me/somebody",
    ],
)
def test_addresses_of_one_installation_are_found(line: str) -> None:
    assert next(files.address_faults(f"fine\n{line}\n")).startswith("2: ")


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/",
        "docs/wo" + "rk/plan.md",
        "$bare/ro" + "ot/x",
        "/usr/bin/chromium",
        "./work/x",
    ],
)
def test_other_addresses_are_not(line: str) -> None:
    assert list(files.address_faults(line)) == []


def test_the_project_has_no_such_faults() -> None:
    assert files.addresses(root()) == []
    assert files.size(root()) == []


def test_a_long_module_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 501)
    (tmp_path / "fits.py").write_text("x = 1\n" * 500)
    monkeypatch.setattr(files, "project_files", lambda folder: sorted(folder.iterdir()))
    assert files.size(tmp_path) == ["long.py: 501 lines, at most 500"]
