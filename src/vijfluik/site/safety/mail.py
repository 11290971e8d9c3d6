"""Whether mail can be sent: notices go by it, without content."""

from collections.abc import Iterator

from django.conf import settings

from vijfluik.site.safety.findings import Finding


def mail() -> Iterator[Finding]:
    """A server, an encrypted way to it, an address to send from, and a link that leads here."""
    if not settings.EMAIL_HOST:
        yield _finding("No mail server is named.", "Set VIJFLUIK_MAIL_HOST.")
    if not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        yield _finding(
            "Mail goes to its server unencrypted.",
            "Set VIJFLUIK_MAIL_SECURITY to starttls or tls.",
        )
    if "@" not in settings.DEFAULT_FROM_EMAIL or settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield _finding(
            "No address is set from which mail is sent.",
            "Set VIJFLUIK_MAIL_FROM to an address of your own.",
        )


def _finding(what: str, remedy: str) -> Finding:
    return Finding(
        check="mail",
        what=what,
        why="People are told by mail that something waits for them; nobody would hear.",
        remedy=remedy,
    )
