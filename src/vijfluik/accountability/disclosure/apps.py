"""The room of disclosure control."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Parameters, patterns and exemptions of what is published."""

    name = "vijfluik.accountability.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        """Make the events of this room known, and let overviews ask what they may say."""
        from vijfluik.accountability.disclosure.events import register_all
        from vijfluik.accountability.disclosure.outward import overview
        from vijfluik.accountability.figures.masking import tell

        register_all()
        tell(overview)
