"""The room of disclosure control."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Parameters, patterns and exemptions of what is published."""

    name = "vijfluik.accountability.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        """Make the kinds of events of this room known to the journal."""
        from vijfluik.accountability.disclosure.events import register_all

        register_all()
