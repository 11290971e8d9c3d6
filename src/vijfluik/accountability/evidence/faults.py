"""What is wrong with evidence: where, and what."""

import json
from typing import Any


class Fault(ValueError):
    """The first thing that is wrong. file: where in the bundle; empty for the bundle itself."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}" if file else message)
        self.file = file
        self.message = message


def read_object(content: bytes, *, file: str) -> dict[str, Any]:
    """The JSON object of a file.

    Raises:
        Fault: it is none.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Fault(file, f"it is no JSON ({error})") from None
    if not isinstance(found, dict):
        raise Fault(file, "it is no JSON object")
    return found


def require(condition: object, *, file: str, message: str) -> None:
    """Raise a fault unless the condition holds.

    Raises:
        Fault: it does not.
    """
    if not condition:
        raise Fault(file, message)
