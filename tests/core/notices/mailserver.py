"""A mail server of the tests: speaks SMTP (RFC 5321) on this machine, and does as it is told.

With a certificate it offers STARTTLS (RFC 3207), and takes no mail before it.
"""

import contextlib
import socketserver
import ssl
import threading
import time
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
        certificate: the files of its certificate and key; none: no TLS is offered.
        at: when each mail was taken, by the monotonic clock.
        secured: whether each mail came over TLS.
    """

    port: int = 0
    to_recipient: str = "250 OK"
    before_taking: Callable[[], None] = lambda: None
    hangs_up: bool = False
    certificate: tuple[str, str] | None = None
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    secured: list[bool] = field(default_factory=list)

    @property
    def messages(self) -> list[EmailMessage]:
        """The mails, read as a mail program does."""
        return [BytesParser(policy=default).parsebytes(raw) for _to, raw in self.taken]


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        self._say("220 test")
        to = ""
        while line := self._heard():
            word = line.strip().decode()
            if word.upper().startswith("RCPT"):
                to = word.partition("<")[2].partition(">")[0]
                self._say(box.to_recipient)
            elif word.upper().startswith("EHLO") and self._offers(box):
                self._say("250-test")
                self._say("250 STARTTLS")
            elif word.upper() == "STARTTLS" and self._offers(box):
                self._say("220 go ahead")
                if not self._secure(box):
                    return
            elif word.upper().startswith("MAIL") and self._offers(box):
                self._say("530 5.7.0 Must issue a STARTTLS command first")
            elif word.upper() == "DATA":
                self._say("354 go on")
                raw = self._data()
                box.before_taking()
                if box.hangs_up:
                    return
                box.taken.append((to, raw))
                box.at.append(time.monotonic())
                box.secured.append(isinstance(self.connection, ssl.SSLSocket))
                self._say("250 taken")
            elif word.upper() == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 OK")

    def finish(self) -> None:
        """Close what speaks TLS too: the server knows only the socket beneath."""
        with contextlib.suppress(OSError):
            super().finish()
        self.connection.close()

    def _heard(self) -> bytes:
        """A line; nothing from who went away, as one does who does not trust the certificate."""
        try:
            return self.rfile.readline()
        except OSError:
            return b""

    def _offers(self, box: Mailbox) -> bool:
        return box.certificate is not None and not isinstance(self.connection, ssl.SSLSocket)

    def _secure(self, box: Mailbox) -> bool:
        assert box.certificate is not None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*box.certificate)
        try:
            self.connection = context.wrap_socket(self.connection, server_side=True)
        except OSError:
            return False
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        return True

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
def mail_server(
    *, settings: bool = True, certificate: tuple[str, str] | None = None
) -> Iterator[Mailbox]:
    """A server for as long as the block lasts.

    Args:
        settings: point the platform of this process at it.
        certificate: the files of its certificate and key; it is reached by STARTTLS then.
    """
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.box = Mailbox(port=server.server_address[1], certificate=certificate)
        serving = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
        serving.start()
        pointed = override_settings(
            EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=server.box.port,
            EMAIL_USE_TLS=certificate is not None, EMAIL_USE_SSL=False, ADDRESS="https://vijfluik.test",
            DEFAULT_FROM_EMAIL="vijfluik@vijfluik.test",
        )  # fmt: skip
        with pointed if settings else contextlib.nullcontext():
            yield server.box
        server.shutdown()
        serving.join()
