"""The demonstration as an app: it has an event of its own and no tables."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Makes the event of loading known, so that the journal can show it."""

    name = "vijfluik.demo"
    label = "demo"

    def ready(self) -> None:
        """Register the kind of event."""
        from vijfluik.core.journal.kinds import register
        from vijfluik.demo.events import DEMONSTRATION_LOADED

        register(DEMONSTRATION_LOADED)
