"""Programs that run beside the web server and end with it, however it ends."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

from vijfluik.cli.errors import CommandFailed

# From <sys/prctl.h>: the signal that the kernel sends to a process when its parent dies.
PARENT_DEATH_SIGNAL = 1
STOP_SECONDS = 10


@contextlib.contextmanager
def companion(command: str) -> Iterator[None]:
    """Run `./run COMMAND` for as long as the block lasts; it gets SIGTERM at the end.

    It stands in a session of its own, so that Ctrl-C reaches it once, in that way. A killed parent
    takes it along: it would otherwise hold the database, and the next run would start a second.
    """
    library = ctypes.CDLL(None)

    def follow_the_parent() -> None:
        library.prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)

    process = subprocess.Popen(
        [sys.executable, "-m", "vijfluik", command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=follow_the_parent,  # no threads have been started yet
    )
    # The web server's workers, forked inside the block, leave it too and must not end this.
    owner = os.getpid()
    try:
        yield
    finally:
        if os.getpid() == owner:
            _end(process)


def once(*words: str) -> None:
    """Run `./run WORDS` to its end, in a process of its own: this one is not to get its password.

    Raises:
        CommandFailed: it failed; what it said stands above.
    """
    done = subprocess.run([sys.executable, "-m", "vijfluik", *words], check=False)
    if done.returncode:
        raise CommandFailed(f"`./run {' '.join(words)}` failed; see above.")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
