"""Failures that a person at the command line can mend."""

import errno
import sys

FULL_DISK = "The disk is full. Free about 1.5 GB, then run the same command again."


class CommandFailed(Exception):
    """What went wrong and what to do about it, in a sentence or two; shown without a traceback."""


def remedy_for(error: BaseException) -> str | None:
    """The message for an error of the machine rather than of Vijfluik; None for any other."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FULL_DISK
    if "No space left on device" in str(error):
        return FULL_DISK
    # Django is not imported for this: without it nobody raised its exceptions.
    configuration = sys.modules.get("django.core.exceptions")
    if configuration and isinstance(error, configuration.ImproperlyConfigured):
        return str(error)
    if isinstance(error, PermissionError):
        return (
            f"No permission for {error.filename}: it belongs to another user. Use a checkout of"
            " your own, then run again."
        )
    return None
