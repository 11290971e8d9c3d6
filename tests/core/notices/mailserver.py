"""A mail server of the tests: speaks SMTP (RFC 5321) on this machine, and does as it is told."""

import contextlib
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

from django.test import override_settings

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@dataclass(kw_only=True)
class Mailbox:
    """What came in, and how the server answers.

    Attributes:
        to_recipient: its answer to RCPT.
        before_taking: called when a whole mail came in and was not taken yet.
        hangs_up: end the connection there instead of answering.
    """

    port: int = 0
    to_recipient: str = "250 OK"
    before_taking: Callable[[], None] = lambda: None
    hangs_up: bool = False
    taken: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def messages(self) -> list[EmailMessage]:
        """The mails, read as a mail program does."""
        return [BytesParser(policy=default).parsebytes(raw) for _to, raw in self.taken]


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        self._say("220 test")
        to = ""
        while line := self.rfile.readline():
            word = line.strip().decode()
            if word.upper().startswith("RCPT"):
                to = word.partition("<")[2].partition(">")[0]
                self._say(box.to_recipient)
            elif word.upper() == "DATA":
                self._say("354 go on")
                raw = self._data()
                box.before_taking()
                if box.hangs_up:
                    return
                box.taken.append((to, raw))
                self._say("250 taken")
            elif word.upper() == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 OK")

    def _data(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b"."))
        return b"".join(lines)

    def _say(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self.wfile.write(f"{text}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    box: Mailbox


@contextlib.contextmanager
def mail_server(*, settings: bool = True) -> Iterator[Mailbox]:
    """A server for as long as the block lasts.

    Args:
        settings: point the platform of this process at it.
    """
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.box = Mailbox(port=server.server_address[1])
        serving = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
        serving.start()
        pointed = override_settings(
            EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=server.box.port,
            EMAIL_USE_TLS=False, EMAIL_USE_SSL=False, ADDRESS="https://vijfluik.test",
            DEFAULT_FROM_EMAIL="vijfluik@vijfluik.test",
        )  # fmt: skip
        with pointed if settings else contextlib.nullcontext():
            yield server.box
        server.shutdown()
        serving.join()
