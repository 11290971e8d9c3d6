"""The moment that a command is about: as asked, or the latest closed one."""

import datetime as dt

from vijfluik.cli.errors import CommandFailed

WAIT_SECONDS = 2.0
HELP = (
    "2019-03-01T12:00:00+01:00, or 2019-03-01 for the end of that day in Amsterdam"
    " (default: the latest closed moment)"
)


def moment_for(text: str | None, *, begun: dt.datetime) -> dt.datetime:
    """The moment asked for, or the latest closed one.

    That is the moment at which the command began, once it is closed: what was recorded before the
    command was given is then in the figures. When somebody keeps it open, it is an earlier one.

    Args:
        text: what stands behind `--as-of`; None without it.
        begun: when the command began.

    Raises:
        CommandFailed: the text is no moment.
    """
    from vijfluik.core.versions.moments import NotClosed, close, closed_moment, parse_moment

    if text is None:
        try:
            return close(begun, longest_wait=WAIT_SECONDS)
        except NotClosed:
            return closed_moment()
    try:
        return parse_moment(text)
    except ValueError as error:
        raise CommandFailed(str(error)) from None
