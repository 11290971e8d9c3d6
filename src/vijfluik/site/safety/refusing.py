"""Nothing is served and no process works on an installation that is not safe."""

from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from vijfluik.core.versions.demonstration import is_demonstration
from vijfluik.site.safety.checking import examine
from vijfluik.site.safety.secrets import web_process


def refuse_unsafe(
    *, web: bool = False, using: str = "default", mends: Collection[str] = ()
) -> None:
    """Stop before the first page, or the first act of a process, unless all is well.

    Args:
        web: this is the process that answers pages.
        using: the connection to look through.
        mends: the checks whose findings this process is the remedy for.

    Raises:
        ImproperlyConfigured: it is neither a demonstration nor a safe installation; the message
            says what to do.
    """
    if settings.DEMONSTRATION:
        _refuse_others(using)
        return
    found = [each for each in examine(using=using) if each.check not in mends]
    if web:
        found += web_process()
    if found:
        told = "\n".join(str(finding) for finding in found)
        raise ImproperlyConfigured(
            f"This installation is not safe to switch on:\n\n{told}\n\n"
            "`./run check --deploy` looks again."
        )


def _refuse_others(using: str) -> None:
    if is_demonstration(using=using):
        return
    raise ImproperlyConfigured(
        "This database is not a demonstration's, and VIJFLUIK_DEMONSTRATION does not say no."
        " For a demonstration leave DATABASE_URL empty and start ./run demo. For an installation"
        " set VIJFLUIK_DEMONSTRATION=no: then `./run check --deploy` says what is still missing."
    )
