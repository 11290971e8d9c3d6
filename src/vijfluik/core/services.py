"""What a process tells that a service manager gathers: records of a log in place of lines of text.

Who starts a process at a terminal reads text. `vijfluik.cli.service` decides which it is.
"""

import logging

# None: this process is no service, and tells in text.
_log: logging.Logger | None = None


def become(name: str | None) -> None:
    """From now on what is told goes to the log under this name; None ends that."""
    global _log
    _log = None if name is None else logging.getLogger(f"vijfluik.{name}")


def told(text: str) -> bool:
    """Whether this process is a service, which has now told it; otherwise the caller does."""
    if _log is not None:
        _log.info(text)
    return _log is not None


def failed(text: str) -> bool:
    """The same of what ended the process and a person can mend."""
    if _log is not None:
        _log.error(text)
    return _log is not None


def broke() -> bool:
    """The same of an error that is being handled: its kind and its places, without its message."""
    if _log is not None:
        _log.critical("ended by an error", exc_info=True)
    return _log is not None
