"""Which commands are services here, and how their log begins."""

import logging
import sys

from vijfluik.core import services


def as_service(name: str) -> None:
    """Tell in lines of JSON from now on, in an installation and where no terminal reads along.

    To be called first: what goes wrong before the settings are read is told in the same form.
    Django takes the handler away again when it sets up its own (`LOGGING`).
    """
    from vijfluik.site import environment

    if environment.flag("VIJFLUIK_DEMONSTRATION", default=True) or sys.stderr.isatty():
        return
    from vijfluik.site.watching.logs import JsonLines

    root = logging.getLogger()
    if not root.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(JsonLines())
        root.addHandler(handler)
        logging.getLogger("vijfluik").setLevel(logging.INFO)
    services.become(name)
