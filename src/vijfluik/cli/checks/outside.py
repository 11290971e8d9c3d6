"""Checks that tools of others carry out, with the settings in pyproject.toml."""

import os
import subprocess
import sys
from pathlib import Path

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"


def style(root: Path) -> list[str]:
    """ruff: mistakes and layout."""
    return [
        *_faults(root, "-m", "ruff", "check", "--quiet", "."),
        *_faults(root, "-m", "ruff", "format", "--check", "--quiet", "."),
    ]


def types(root: Path) -> list[str]:
    """mypy, strict."""
    return _faults(root, "-m", "mypy", "--no-error-summary")


def layers(root: Path) -> list[str]:
    """import-linter: the layers of the floor plan, and core's own order."""
    return _faults(root, "-c", LINT_IMPORTS)


def _faults(root: Path, *words: str) -> list[str]:
    """The output of a tool that found something; nothing when it ended well."""
    ended = subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode == 0:
        return []
    said = [line for line in (ended.stdout + ended.stderr).splitlines() if line.strip()]
    return said or [f"{' '.join(words)} ended with {ended.returncode}"]
