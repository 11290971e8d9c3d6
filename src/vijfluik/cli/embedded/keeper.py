"""The process beside the server: starts it, and stops it when its last user has ended.

A user that ends by itself stops the server on its way out. This process is for those that cannot:
killed ones, and children that outlive the run they were forked from.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path

from vijfluik.cli.embedded.holders import starting, unused, wait_until_unused
from vijfluik.cli.embedded.place import place_of, sockets_of
from vijfluik.cli.embedded.process import ENVIRONMENT, Programs, stop
from vijfluik.cli.embedded.programs import programs_for


def main(root: Path) -> None:
    """Start the server of the checkout at `root`; returns when it has ended."""
    # What the person's shell left open (a pipe, a lock) would otherwise stay open with us.
    os.closerange(3, 1024)
    os.chdir("/")
    place = place_of(root=root)
    programs = Programs(folder=programs_for(place), place=place)
    server = subprocess.Popen(
        programs.server(sockets=sockets_of(place)),
        stdin=subprocess.DEVNULL,
        cwd="/",
        env=ENVIRONMENT,
        **programs.identity(),
    )
    threading.Thread(target=_end_with, args=[server], daemon=True).start()
    while True:
        wait_until_unused(place.state)
        with starting(place.state):
            if unused(place.state):
                stop(place.data)
                return


def _end_with(server: "subprocess.Popen[bytes]") -> None:
    os._exit(server.wait() and 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
