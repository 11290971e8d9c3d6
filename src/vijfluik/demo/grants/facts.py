"""The table of the generator."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("grants.toml")


@cache
def facts() -> dict[str, Any]:
    """What `grants.toml` says."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
