"""The room of lifecycles."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    """Edges, steps and due dates."""

    name = "vijfluik.core.lifecycle"
    label = "lifecycle"

    def ready(self) -> None:
        """Make the kinds of event known."""
        from vijfluik.core.lifecycle import events

        events.register_all()
