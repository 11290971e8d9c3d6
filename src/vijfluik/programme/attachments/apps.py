"""The room of documents."""

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    """Documents at the records of the programme, and the letters that are sent from there."""

    name = "vijfluik.programme.attachments"
    label = "attachments"
    verbose_name = "documenten"

    def ready(self) -> None:
        """Let the journal know its kinds of event, records show their documents, and people be told
        which of theirs nobody can open.
        """
        from vijfluik.core.journal.kinds import register
        from vijfluik.core.notices.models import Kind
        from vijfluik.core.notices.subjects import declare
        from vijfluik.programme.attachments import events, notices
        from vijfluik.programme.attachments.beside import documents_beside, letters_of_deviations
        from vijfluik.programme.attachments.concerned import Concerned, declare_concerned
        from vijfluik.programme.attachments.models import LINKS
        from vijfluik.programme.municipalities.support.letters import tell_letters
        from vijfluik.programme.municipalities.support.own import (
            access_own_deviation,
            home_of,
            own_deviations,
        )
        from vijfluik.ui.registers.beside import show

        register(*events.KINDS)
        declare(Kind.DOCUMENT_STOPPED, notices.stopped)
        declare(Kind.DOCUMENT_WAITS, notices.not_scanned)
        declare_concerned(
            "deviations",
            Concerned(access=access_own_deviation, rows=own_deviations, home=home_of),
        )
        tell_letters(letters_of_deviations)
        for thing in LINKS:
            show(thing, by="attachments", part=documents_beside)
