"""The room of the reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports as web pages and files, from bound prose and computed figures."""

    name = "vijfluik.accountability.reports"
    label = "reports"

    def ready(self) -> None:
        """Make the kinds of events of this room known to the journal."""
        from vijfluik.accountability.reports.events import register_all

        register_all()
