"""The room of documents."""

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    """Documents at the records of the programme, and the letters that are sent from there."""

    name = "vijfluik.programme.attachments"
    label = "attachments"
    verbose_name = "documenten"

    def ready(self) -> None:
        """Let the journal know its kinds of event, and records show their documents."""
        from vijfluik.core.journal.kinds import register
        from vijfluik.programme.attachments import events
        from vijfluik.programme.attachments.beside import documents_beside
        from vijfluik.programme.attachments.models import LINKS
        from vijfluik.ui.registers.beside import show

        register(*events.KINDS)
        for thing in LINKS:
            show(thing, by="attachments", part=documents_beside)
