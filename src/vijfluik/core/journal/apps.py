"""The journal as an app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Events, blocks and their seals."""

    name = "vijfluik.core.journal"
    label = "journal"

    def ready(self) -> None:
        """Fill the closed vocabulary with the kinds of event that every room shares."""
        from vijfluik.core.journal import vocabulary

        vocabulary.register_all()
