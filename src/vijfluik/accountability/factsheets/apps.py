"""The room of the sheets of municipalities."""

from django.apps import AppConfig


class FactsheetsConfig(AppConfig):
    """Sheets from the figures that are broken down by municipality; it keeps nothing of its own."""

    name = "vijfluik.accountability.factsheets"
    label = "factsheets"

    def ready(self) -> None:
        """Make the kinds of events of this room known to the journal."""
        from vijfluik.accountability.factsheets.events import register_all

        register_all()
