"""Actions that begin anew when another transaction came first."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from vijfluik.core.versions.retrying import retrying

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def retried(action: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Decorate an action whose transaction may be run again from its beginning."""

    @functools.wraps(action)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        return retrying(lambda: action(*args, **kwargs))

    return run
