"""The room of destruction."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """Tombstones and what is destroyed when."""

    name = "vijfluik.core.retention"
    label = "retention"
    verbose_name = "bewaren en vernietigen"

    def ready(self) -> None:
        """Let the journal know its kind of event."""
        from vijfluik.core.journal.kinds import register
        from vijfluik.core.retention.events import RECORD_DESTROYED

        register(RECORD_DESTROYED)
